package dev.handlens.facts;

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
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.io.DriverBehavior;
import dev.handlens.kernel.io.DriverObject;
import dev.handlens.kernel.io.IoEvent;
import dev.handlens.kernel.io.IoctlAnswer;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ps.ProcessObject;
import java.util.ArrayList;
import java.util.List;

/// A simulated machine with the driver gizmo.sys on it, and short words for what the facts are about.
final class Workbench {
    static final int ALL = 0x1000_0000;
    static final int EVENT_MODIFY_STATE = 0x2;
    static final int FILE_READ = 0x12_0089;
    static final int IOCTL = 0x22_2000;
    static final String GIZMO = "gizmo.sys";
    static final String DEVICE = "\\Device\\Gizmo";
    static final Caller SYSTEM = new Caller(Kernel.SYSTEM_PID, 0, PreviousMode.KERNEL);

    /// What the I/O manager did, in order, and the handles that closed: `CANCEL`, `COMPLETED`, `close 0x4`.
    final List<String> log = new ArrayList<>();
    private final Kernel kernel;
    private long position;

    Workbench() {
        this(IoctlAnswer.AT_ONCE);
    }

    /// @param answer what gizmo.sys does with control codes
    Workbench(IoctlAnswer answer) {
        this(MachineConfig.x64(), answer);
    }

    Workbench(MachineConfig machine, IoctlAnswer answer) {
        kernel = Kernel.boot(machine);
        load(GIZMO, DEVICE, answer);
    }

    void load(String driver, String device, IoctlAnswer answer) {
        done(SYSTEM, new KernelCall.IoLoadDriver(driver, DriverBehavior.answering(answer)));
        done(SYSTEM, new KernelCall.IoCreateDevice(driver, device));
    }

    // ---- calls ----------------------------------------------------------------------------------------------------

    CallResult call(Caller caller, KernelCall call) {
        return kernel.execute(++position, caller, call, 0, new HandleObserver() {
            @Override
            public void opened(int pid, long handle, long first, long second) {
                // What opens is told by the result.
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

    long handle(Caller caller, KernelCall call) {
        return done(caller, call).handle();
    }

    /// The first thread of a new process, in user mode.
    Caller start(String image) {
        ProcessObject process = (ProcessObject) kernel.object(done(SYSTEM, new KernelCall.PsInitialProcess(image, 0, 0)).object());
        return threadOf(process.pid());
    }

    /// The first thread of a process, in user mode.
    Caller threadOf(int pid) {
        int tid = kernel.threads().stream().filter(thread -> thread.pid() == pid).findFirst().orElseThrow().tid();
        return new Caller(pid, tid, PreviousMode.USER);
    }

    /// The same thread, running code of a driver.
    static Caller inKernel(Caller caller) {
        return new Caller(caller.pid(), caller.tid(), PreviousMode.KERNEL);
    }

    static KernelCall event(ObjectAttributes attributes) {
        return new KernelCall.NtCreateEvent(ALL, attributes, EventKind.NOTIFICATION, false);
    }

    static ObjectAttributes attributes(int bits) {
        return new ObjectAttributes(null, 0, bits);
    }

    long event(Caller caller) {
        return handle(caller, event(ObjectAttributes.NONE));
    }

    static KernelCall file(String name) {
        return new KernelCall.NtCreateFile(FILE_READ, ObjectAttributes.named(name), true);
    }

    static KernelCall duplicateOf(long handle) {
        return new KernelCall.NtDuplicateObject(Kernel.CURRENT_PROCESS, handle, Kernel.CURRENT_PROCESS, 0, 0,
                KernelCall.NtDuplicateObject.SAME_ACCESS);
    }

    static KernelCall control(long file) {
        return new KernelCall.NtDeviceIoControlFile(file, IOCTL, 0);
    }

    static KernelCall close(long handle) {
        return new KernelCall.NtClose(handle);
    }

    /// What a careful driver does with a handle it is given.
    static KernelCall reference(long handle, ObjectType type, PreviousMode mode) {
        return new KernelCall.ObReferenceObjectByHandle(handle, EVENT_MODIFY_STATE, type, mode, GIZMO);
    }

    void exit(Caller caller) {
        done(caller, new KernelCall.NtTerminateProcess(Kernel.CURRENT_PROCESS, 0));
    }

    // ---- state ----------------------------------------------------------------------------------------------------

    Kernel kernel() {
        return kernel;
    }

    ProcessObject process(Caller of) {
        return kernel.process(of.pid());
    }

    HandleEntry entry(Caller of, long handle) {
        return process(of).table().entry(handle);
    }

    KObject object(Caller of, long handle) {
        return kernel.object(entry(of, handle).object());
    }

    /// Handles and references of an object, as `handles/references`; `gone` without it.
    String counts(int object) {
        KObject found = kernel.object(object);
        return found == null ? "gone" : found.handleCount() + "/" + found.pointerCount();
    }

    /// Control codes that a driver was sent.
    long controls(String driver) {
        KObject found = kernel.objects().first(object -> object instanceof DriverObject loaded && loaded.image().equals(driver));
        return ((DriverObject) found).seen().controls();
    }
}
