package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Scenario;

/// What processes are called, also when they are gone.
public final class ProcessNames {
    private ProcessNames() {}

    /// The image name of a process. One that is gone goes by the image that the cast has for its id; its id stands only for a process that
    /// was not of the cast.
    public static String of(Machine machine, int pid) {
        ProcessObject process = machine.kernel().process(pid);
        if (process != null) {
            return process.imageName();
        }
        for (Scenario.CastMember member : machine.program().scenario().cast()) {
            if (member instanceof Scenario.CastMember.ProcessMember known && machine.pid(known.name()) == pid) {
                return known.image();
            }
        }
        return pid == Kernel.SYSTEM_PID ? Scenario.SYSTEM : "process " + pid;
    }
}
