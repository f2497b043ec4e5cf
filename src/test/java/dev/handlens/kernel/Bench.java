package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.Pool;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ps.ProcessObject;
import java.util.List;

/// A machine on the test bench, with short words for the calls that most tests make.
final class Bench {
    static final int EVENT_ALL = 0x1F0003;
    static final int ALL = 0x1000_0000;
    static final Caller SYSTEM = new Caller(Kernel.SYSTEM_PID, 0, PreviousMode.KERNEL);

    private final Kernel kernel;
    private long position;

    private Bench(Kernel kernel) {
        this.kernel = kernel;
    }

    static Bench x64() {
        return of(MachineConfig.x64());
    }

    static Bench of(MachineConfig machine) {
        return new Bench(Kernel.boot(machine));
    }

    Kernel kernel() {
        return kernel;
    }

    /// The first thread of a new process, in user mode.
    Caller process(String image) {
        ProcessObject process = (ProcessObject) kernel.object(call(SYSTEM, new KernelCall.PsInitialProcess(image, 0, 0)).object());
        int tid = kernel.threads().stream().filter(thread -> thread.process() == process.id()).findFirst().orElseThrow().tid();
        return new Caller(process.pid(), tid, PreviousMode.USER);
    }

    /// Another thread of a process, in user mode.
    Caller thread(Caller of) {
        int id = call(SYSTEM, new KernelCall.PsInitialThread(of.pid(), "start", 0)).object();
        int tid = kernel.threads().stream().filter(thread -> thread.id() == id).findFirst().orElseThrow().tid();
        return new Caller(of.pid(), tid, PreviousMode.USER);
    }

    /// The same thread in kernel mode.
    static Caller inKernelMode(Caller caller) {
        return new Caller(caller.pid(), caller.tid(), PreviousMode.KERNEL);
    }

    CallResult call(Caller caller, KernelCall call) {
        return kernel.execute(++position, caller, call);
    }

    CallResult call(Caller caller, KernelCall call, long pin) {
        return kernel.execute(++position, caller, call, pin, HandleObserver.NONE);
    }

    NtStatus status(Caller caller, KernelCall call) {
        return call(caller, call).status();
    }

    /// The handle of a call that must succeed.
    long handle(Caller caller, KernelCall call) {
        CallResult result = call(caller, call);
        assertThat(result.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        return result.handle();
    }

    long event(Caller caller) {
        return handle(caller, event(ObjectAttributes.NONE));
    }

    long event(Caller caller, String name) {
        return handle(caller, event(ObjectAttributes.named(name)));
    }

    static KernelCall.NtCreateEvent event(ObjectAttributes attributes) {
        return new KernelCall.NtCreateEvent(EVENT_ALL, attributes, EventKind.SYNCHRONIZATION, false);
    }

    static KernelCall.NtOpenObject open(ObjectType type, int access, String name) {
        return new KernelCall.NtOpenObject(type, access, ObjectAttributes.named(name));
    }

    long directory(Caller caller, String name) {
        return handle(caller, new KernelCall.NtCreateDirectoryObject(0xF000F, ObjectAttributes.named(name)));
    }

    void close(Caller caller, long handle) {
        assertThat(status(caller, new KernelCall.NtClose(handle))).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    /// A duplicate within the process, with the same access.
    long duplicate(Caller caller, long handle) {
        return handle(caller, new KernelCall.NtDuplicateObject(-1, handle, -1, 0, 0, KernelCall.NtDuplicateObject.SAME_ACCESS));
    }

    HandleEntry entry(Caller of, long handle) {
        return kernel.process(of.pid()).table().entry(handle);
    }

    KObject object(Caller of, long handle) {
        return kernel.object(entry(of, handle).object());
    }

    /// Handles and references of an object, as `handles/references`.
    String counts(int object) {
        KObject found = kernel.object(object);
        return found == null ? "gone" : found.handleCount() + "/" + found.pointerCount();
    }

    /// A further handle of the caller to another process.
    long processHandle(Caller caller, Caller of) {
        return handle(caller, new KernelCall.NtOpenProcess(ALL, ObjectAttributes.NONE, of.pid()));
    }

    /// Bytes by tag and pool, those that are 0 left out.
    List<String> bytesByTag() {
        return java.util.Arrays.stream(PoolKind.values()).flatMap(kind -> kernel.pool().tags(kind).stream()).filter(use -> use.bytes() != 0)
                .map(use -> use.kind() + " " + use.tag() + " " + use.bytes() + " in " + (use.allocs() - use.frees())).toList();
    }

    Pool pool() {
        return kernel.pool();
    }
}
