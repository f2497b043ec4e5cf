package dev.handlens.kernel.conformance;

import dev.handlens.kernel.Caller;
import dev.handlens.kernel.CallResult;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.MachineConfig;
import dev.handlens.kernel.PreviousMode;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.se.Privilege;

/// What each case starts from: a machine that has just booted, one process with one thread, and a driver to call from.
final class CleanMachine {
    /// The driver that kernel-mode cases run in.
    static final String DRIVER = "kmtest.sys";

    private final Kernel kernel = Kernel.boot(MachineConfig.x64());
    private final Caller thread;
    private long position;

    CleanMachine() {
        Caller system = new Caller(Kernel.SYSTEM_PID, 0, PreviousMode.KERNEL);
        call(system, new KernelCall.IoLoadDriver(DRIVER));
        ProcessObject process = (ProcessObject) kernel.object(call(system, new KernelCall.PsInitialProcess("a.exe", 0, 0)).object());
        int tid = kernel.threads().stream().filter(t -> t.process() == process.id()).findFirst().orElseThrow().tid();
        thread = new Caller(process.pid(), tid, PreviousMode.USER);
    }

    /// Process A, calling as a program does.
    Actor user() {
        return new Actor(this, thread);
    }

    /// Gives process A a privilege beside those that everybody holds.
    CleanMachine with(Privilege privilege) {
        Caller system = new Caller(Kernel.SYSTEM_PID, 0, PreviousMode.KERNEL);
        call(system, new KernelCall.PsInitialLimits(thread.pid(), Privilege.USUAL | privilege.bit(), -1, -1));
        return this;
    }

    /// The same thread, calling as a driver in its context does.
    Actor driver() {
        return new Actor(this, new Caller(thread.pid(), thread.tid(), PreviousMode.KERNEL));
    }

    Kernel kernel() {
        return kernel;
    }

    CallResult call(Caller caller, KernelCall call) {
        return kernel.execute(++position, caller, call);
    }
}
