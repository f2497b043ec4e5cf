package dev.handlens.app;

import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Scenario;

/// Image names of the processes that take part in a scenario.
final class CastNames {
    /// Windows gives this id to the process that owns kernel handles.
    private static final int SYSTEM_PID = 4;

    private CastNames() {}

    /// The image of a process, or its id when the scenario does not name it.
    static String image(Machine machine, int pid) {
        for (Scenario.CastMember member : machine.program().scenario().cast()) {
            if (member instanceof Scenario.CastMember.ProcessMember process && machine.pid(process.name()) == pid) {
                return process.image();
            }
        }
        return pid == SYSTEM_PID ? "System" : "pid " + pid;
    }
}
