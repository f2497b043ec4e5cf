package dev.handlens.lens;

import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Program;
import dev.handlens.timeline.Timeline;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Forks of a run at the positions that the last frames asked for, so that neighbouring frames of a running play need not run the same
/// steps again. What is remembered never changes a result.
final class Moments {
    private static final int KEPT = 160;
    /// Steps run from a remembered moment at most; from farther away a keyframe is asked for.
    private static final long NEAR = 1024;

    private final Map<Long, Machine> kept = new LinkedHashMap<>();
    private Program program;

    /// The machine at a position, to be read only.
    Machine at(Timeline timeline, long position) {
        forgetOthers(timeline);
        Machine machine = kept.remove(position);
        if (machine == null) {
            Machine near = position == timeline.position() ? null : near(position);
            machine = near == null ? timeline.at(position) : run(near.fork(), position);
        }
        kept.put(position, machine);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return machine;
    }

    /// Shows machines at several positions; the position shown stays.
    ///
    /// @param positions ascending
    /// @param visitor is given each, to be read only
    void walk(Timeline timeline, long[] positions, Consumer<Machine> visitor) {
        at(timeline, timeline.position());
        if (Arrays.stream(positions).allMatch(kept::containsKey)) {
            for (long position : positions) {
                visitor.accept(kept.get(position));
            }
            return;
        }
        Machine near = near(positions[0]);
        boolean close = near != null && positions[positions.length - 1] - near.position() <= NEAR + positions.length;
        if (!close) {
            timeline.walk(positions, visitor);
            return;
        }
        Machine running = near.fork();
        for (long position : positions) {
            visitor.accept(run(running, position).fork());
        }
    }

    private static Machine run(Machine machine, long position) {
        while (machine.position() < position) {
            machine.step();
        }
        return machine;
    }

    /// The nearest remembered machine that is not after a position, if it is near.
    private Machine near(long position) {
        Machine nearest = null;
        for (Machine machine : kept.values()) {
            boolean fits = machine.position() <= position && position - machine.position() <= NEAR;
            if (fits && (nearest == null || machine.position() > nearest.position())) {
                nearest = machine;
            }
        }
        return nearest;
    }

    private void forgetOthers(Timeline timeline) {
        if (program != timeline.program()) {
            program = timeline.program();
            kept.clear();
        }
    }
}
