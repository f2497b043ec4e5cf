package dev.handlens.ui;

import dev.handlens.lens.Progress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/// Tells how fast work goes and how long it still takes, by what was done in the last second: a beginning that was slow, or a stretch that
/// is slower than the others, does not count for ever.
final class Stopwatch {
    /// Work that is done before a person would notice is not worth a word.
    private static final double WORTH_A_WORD = 0.3;
    private static final long LATELY = 1_000_000_000;
    private static final double NANOS = 1e9;

    private final LongSupplier nanoClock;
    /// Looks at the work that goes on: the last one that is a second old, and those since then.
    private final Deque<Mark> lately = new ArrayDeque<>();
    private Progress last;
    private long began;

    private record Mark(long nanos, long done) {}

    Stopwatch(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /// Looks at work that goes on.
    ///
    /// @param progress how far it is now, or null when there is none
    /// @return the work, or null when there is none or it has only just begun
    Work look(Progress progress) {
        long now = nanoClock.getAsLong();
        boolean goesOn = last != null && progress != null && progress.what().equals(last.what()) && progress.done() >= last.done();
        last = progress;
        if (!goesOn) {
            began = now;
            lately.clear();
        }
        if (progress == null) {
            return null;
        }
        lately.addLast(new Mark(now, progress.done()));
        forgetBefore(now - LATELY);
        if ((now - began) / NANOS < WORTH_A_WORD) {
            return null;
        }
        Mark then = lately.getFirst();
        double perSecond = (progress.done() - then.done()) * NANOS / (now - then.nanos());
        return new Work(progress, perSecond, perSecond == 0 ? Double.POSITIVE_INFINITY : (progress.of() - progress.done()) / perSecond);
    }

    private void forgetBefore(long nanos) {
        Mark first = lately.removeFirst();
        while (!lately.isEmpty() && lately.getFirst().nanos() <= nanos) {
            first = lately.removeFirst();
        }
        lately.addFirst(first);
    }
}
