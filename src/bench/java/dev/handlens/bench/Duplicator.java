package dev.handlens.bench;

import dev.handlens.kernel.CallResult;
import dev.handlens.kernel.Caller;
import dev.handlens.kernel.EventKind;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.MachineConfig;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.PreviousMode;
import dev.handlens.kernel.ps.ProcessObject;

/// A process on a booted kernel that has one event and duplicates its handle.
final class Duplicator {
    static final int EVENT_ALL_ACCESS = 0x1F0003;

    private final Kernel kernel = Kernel.boot(MachineConfig.x64());
    private final Caller caller;
    private final KernelCall duplicate;
    private long stamp;
    private int handles = 1;

    Duplicator() {
        Caller system = new Caller(Kernel.SYSTEM_PID, 0, PreviousMode.KERNEL);
        CallResult made = kernel.execute(0, system, new KernelCall.PsInitialProcess("bench.exe", 0, 0));
        ProcessObject process = (ProcessObject) kernel.object(made.object());
        int tid = kernel.threads().stream().filter(thread -> thread.process() == process.id()).findFirst().orElseThrow().tid();
        caller = new Caller(process.pid(), tid, PreviousMode.USER);
        long event = kernel.execute(++stamp, caller, new KernelCall.NtCreateEvent(
                EVENT_ALL_ACCESS, ObjectAttributes.NONE, EventKind.NOTIFICATION, false)).handle();
        duplicate = new KernelCall.NtDuplicateObject(Kernel.CURRENT_PROCESS, event, Kernel.CURRENT_PROCESS, 0, 0,
                KernelCall.NtDuplicateObject.SAME_ACCESS);
    }

    Kernel kernel() {
        return kernel;
    }

    ProcessObject object() {
        return kernel.process(caller.pid());
    }

    int handles() {
        return handles;
    }

    /// Makes another handle to the event.
    ///
    /// @return its value, or 0
    long duplicate() {
        long handle = kernel.execute(++stamp, caller, duplicate).handle();
        handles += handle == 0 ? 0 : 1;
        return handle;
    }

    void close(long handle) {
        kernel.execute(++stamp, caller, new KernelCall.NtClose(handle));
        handles--;
    }
}
