package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Program;
import dev.handlens.timeline.Timeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// When objects and requests went that are gone. Each is looked for once: between two keyframes, which are at hand, and from there step by
/// step. What is remembered never changes a result.
final class Departures {
    private final Map<Integer, Long> known = new LinkedHashMap<>();
    private Program program;
    private long run;

    /// The first position at which something is gone that is gone now: ids are never used again, so gone stays gone.
    ///
    /// @param id id of the object or request
    /// @param isGone whether a kernel that has given the id away has it no more
    long of(Timeline timeline, int id, Predicate<Kernel> isGone) {
        if (program != timeline.program()) {
            program = timeline.program();
            known.clear();
        }
        return known.computeIfAbsent(id, _ -> search(timeline, kernel -> id < kernel.objects().nextId() && isGone.test(kernel)));
    }

    /// Steps run so far; tests hold the search to a bound without a clock.
    long run() {
        return run;
    }

    private long search(Timeline timeline, Predicate<Kernel> isGone) {
        List<Long> keyframes = timeline.keyframePositions();
        // At the first keyframe nothing of the run is gone; where it is gone at `high` is asked no more.
        int low = 0;
        int high = keyframes.size();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            boolean gone = keyframes.get(middle) > timeline.position() || isGone.test(timeline.at(keyframes.get(middle)).kernel());
            low = gone ? low : middle;
            high = gone ? middle : high;
        }
        Machine machine = timeline.at(keyframes.get(low));
        while (machine.position() < timeline.position() && !isGone.test(machine.kernel())) {
            machine.step();
            run++;
        }
        return machine.position();
    }
}
