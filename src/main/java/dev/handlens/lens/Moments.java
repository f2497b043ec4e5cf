package dev.handlens.lens;

import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Program;
import dev.handlens.timeline.Timeline;
import java.util.LinkedHashMap;
import java.util.Map;

/// Forks of a run at the positions that the last frames asked for, so that neighbouring frames of a running play need not run the same
/// steps again. What is remembered never changes a result.
final class Moments {
    private static final int KEPT = 16;

    private final Map<Long, Machine> kept = new LinkedHashMap<>();
    private Program program;

    /// The machine at a position, to be read only.
    Machine at(Timeline timeline, long position) {
        if (program != timeline.program()) {
            program = timeline.program();
            kept.clear();
        }
        Machine known = kept.remove(position);
        Machine machine = known == null ? timeline.at(position) : known;
        kept.put(position, machine);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return machine;
    }
}
