package dev.handlens.kernel.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.CallResult;
import dev.handlens.kernel.Caller;
import dev.handlens.kernel.EventKind;
import dev.handlens.kernel.HandleObserver;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.MachineConfig;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.PreviousMode;
import dev.handlens.kernel.ex.EventObject;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.ArrayList;
import java.util.List;

/// A machine with the driver gizmo.sys on it, and short names for what the tests of the I/O manager do with it.
final class IoBench {
    static final String GIZMO = "gizmo.sys";
    static final Caller DRIVER = new Caller(Kernel.SYSTEM_PID, 0, PreviousMode.KERNEL);
    private static final int ALL_ACCESS = 0x1F0003;
    private static final int FILE_ACCESS = 0x120089;
    private static final int IOCTL = 0x222000;

    final Kernel kernel;
    /// What happened, in order: `CANCEL`, `COMPLETED`, … of the I/O manager, `close 0x4` of handles.
    final List<String> log = new ArrayList<>();
    private long position;

    IoBench(IoctlAnswer answer) {
        this(DriverBehavior.answering(answer));
    }

    IoBench(DriverBehavior behavior) {
        this(Kernel.boot(MachineConfig.x64()));
        load(GIZMO, "\\Device\\Gizmo", behavior);
    }

    IoBench(Kernel kernel) {
        this.kernel = kernel;
    }

    void load(String image, String device, DriverBehavior behavior) {
        done(DRIVER, new KernelCall.IoLoadDriver(image, behavior));
        done(DRIVER, new KernelCall.IoCreateDevice(image, device));
    }

    // ---- calls ----------------------------------------------------------------------------------------------------

    CallResult call(Caller caller, KernelCall call) {
        return kernel.execute(++position, caller, call, 0, new HandleObserver() {
            @Override
            public void opened(int pid, long handle, long first, long second) {
                // Openings are not what these tests are about.
            }

            @Override
            public void closed(int pid, long handle, long first, long second, boolean byExit) {
                log.add("close 0x" + Long.toHexString(handle));
            }

            @Override
            public void io(IoEvent event) {
                log.add(event.kind().name());
            }
        });
    }

    CallResult done(Caller caller, KernelCall call) {
        CallResult result = call(caller, call);
        assertThat(result.status()).as(call.service()).isEqualTo(NtStatus.STATUS_SUCCESS);
        return result;
    }

    NtStatus status(Caller caller, KernelCall call) {
        return call(caller, call).status();
    }

    // ---- programs -------------------------------------------------------------------------------------------------

    /// A process, as its first thread calls.
    Caller start(String image) {
        ProcessObject process = (ProcessObject) kernel.object(done(DRIVER, new KernelCall.PsInitialProcess(image, 0, 0)).object());
        int tid = kernel.threads().stream().filter(thread -> thread.pid() == process.pid()).findFirst().orElseThrow().tid();
        return new Caller(process.pid(), tid, PreviousMode.USER);
    }

    /// A further thread of a process.
    Caller thread(Caller of) {
        ThreadObject thread = (ThreadObject) kernel.object(done(DRIVER, new KernelCall.PsInitialThread(of.pid(), "", 0)).object());
        return new Caller(of.pid(), thread.tid(), PreviousMode.USER);
    }

    /// The same thread, in kernel mode.
    static Caller inKernel(Caller caller) {
        return new Caller(caller.pid(), caller.tid(), PreviousMode.KERNEL);
    }

    long open(Caller caller) {
        return open(caller, "\\Device\\Gizmo");
    }

    long open(Caller caller, String device) {
        return done(caller, new KernelCall.NtCreateFile(FILE_ACCESS, ObjectAttributes.named(device), true)).handle();
    }

    long openSynchronous(Caller caller) {
        return done(caller, new KernelCall.NtCreateFile(FILE_ACCESS, ObjectAttributes.named("\\Device\\Gizmo"), true, true)).handle();
    }

    long event(Caller caller) {
        return done(caller, new KernelCall.NtCreateEvent(ALL_ACCESS, ObjectAttributes.NONE, EventKind.NOTIFICATION, false)).handle();
    }

    void close(Caller caller, long handle) {
        done(caller, new KernelCall.NtClose(handle));
    }

    CallResult send(Caller caller, long file, long event) {
        return call(caller, new KernelCall.NtDeviceIoControlFile(file, IOCTL, event));
    }

    /// Sends a control code that the driver keeps.
    ///
    /// @return id of the IRP
    int pend(Caller caller, long file, long event) {
        CallResult result = send(caller, file, event);
        assertThat(result.status()).isEqualTo(NtStatus.STATUS_PENDING);
        return result.object();
    }

    CallResult complete(int irp, NtStatus status, long information) {
        return call(DRIVER, new KernelCall.IoCompleteRequest(GIZMO, irp, status, information));
    }

    void exit(Caller caller, int status) {
        done(caller, new KernelCall.NtTerminateProcess(Kernel.CURRENT_PROCESS, status));
    }

    // ---- state ----------------------------------------------------------------------------------------------------

    ProcessObject process(Caller caller) {
        return kernel.process(caller.pid());
    }

    ThreadObject threadOf(Caller caller) {
        return kernel.thread(caller.tid());
    }

    KObject object(Caller caller, long handle) {
        return kernel.object(process(caller).table().entry(handle).object());
    }

    FileObject file(Caller caller, long handle) {
        return (FileObject) object(caller, handle);
    }

    boolean isSet(int event) {
        return ((EventObject) kernel.object(event)).isSignaled();
    }

    MajorCounts seen() {
        for (int id = 1; id < kernel.objects().nextId(); id++) {
            if (kernel.object(id) instanceof DriverObject driver && driver.image().equals(GIZMO)) {
                return driver.seen();
            }
        }
        throw new AssertionError("no driver");
    }

    long nonpaged() {
        return kernel.pool().bytes(PoolKind.NONPAGED);
    }

    long nonpaged(String tag) {
        return kernel.pool().bytes(PoolKind.NONPAGED, tag);
    }
}
