package dev.handlens.lens;

import dev.handlens.scenario.Program;
import dev.handlens.timeline.Timeline;
import java.util.ArrayDeque;
import java.util.Deque;

/// The last frames of a run that plays on, and whether it goes by too fast to tell its steps apart. Then changes are told against frames
/// that were seen, as somebody tells them who looks at a screen, and no step is run twice for that.
final class Passing {
    /// Frames remembered: about a second of looking.
    private static final int KEPT = 64;

    private final Deque<Long> passed = new ArrayDeque<>();
    private Program program;

    /// Notes a frame.
    ///
    /// @return positions of the frames before it, ascending, when the run hurries; none otherwise
    long[] pass(Timeline timeline) {
        long position = timeline.position();
        boolean goesOn = program == timeline.program() && !passed.isEmpty() && position >= passed.getLast();
        if (!goesOn) {
            program = timeline.program();
            passed.clear();
        }
        boolean hurried = goesOn && position - passed.getLast() > WatchedTime.TOLD_APART;
        long[] before = hurried ? passed.stream().mapToLong(Long::longValue).toArray() : new long[0];
        if (passed.isEmpty() || passed.getLast() != position) {
            passed.addLast(position);
        }
        if (passed.size() > KEPT) {
            passed.removeFirst();
        }
        return before;
    }

    /// Forgets what passed: somebody jumped.
    void stop() {
        passed.clear();
    }
}
