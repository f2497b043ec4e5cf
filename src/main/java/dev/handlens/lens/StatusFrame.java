package dev.handlens.lens;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the status bar says.
///
/// @param process name of the selected process; empty for none
/// @param handles its open handles
/// @param named how many of them are to named objects
/// @param suspected processes with open handles that are suspected leaked, the one of the worst suspect first
/// @param warning such as `over 10,000: poor design or a leak`; empty for none
/// @param profile such as `x64 · Windows 7 profile`
/// @param place such as `step 9 · 0.140 s`
/// @param bugCheck stop of the simulated machine in words; empty while it runs
public record StatusFrame(
        String process, int handles, int named, List<Suspected> suspected, String warning, String profile, String place, String bugCheck) {
    /// Open handles of one process that are suspected leaked.
    ///
    /// @param process its image name
    /// @param pid its id
    /// @param handles how many handles
    /// @param worst its worst suspect
    public record Suspected(String process, int pid, long handles, SuspectId worst) {
        /// Returns the suspected handles by process.
        ///
        /// @param suspects the suspects, the worst first
        static List<Suspected> of(List<FindingsFrame.Suspected> suspects) {
            Map<Integer, Suspected> found = new LinkedHashMap<>();
            for (FindingsFrame.Suspected suspect : suspects) {
                if (suspect.open() > 0) {
                    int pid = suspect.id().pid();
                    found.merge(pid, new Suspected(suspect.process(), pid, suspect.open(), suspect.id()), Suspected::plus);
                }
            }
            return List.copyOf(found.values());
        }

        private Suspected plus(Suspected other) {
            return new Suspected(process, pid, handles + other.handles, worst);
        }
    }
}
