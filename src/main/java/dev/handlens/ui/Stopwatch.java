package dev.handlens.ui;

import dev.handlens.lens.Progress;
import java.util.function.LongSupplier;

/// Tells how fast work goes and how long it still takes.
final class Stopwatch {
    /// Work that is done before a person would notice is not worth a word.
    private static final double WORTH_A_WORD = 0.3;
    private static final double NANOS = 1e9;

    private final LongSupplier nanoClock;
    private Progress last;
    private long began;
    private long doneAtBegin;

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
        if (!goesOn) {
            began = now;
            doneAtBegin = progress == null ? 0 : progress.done();
        }
        last = progress;
        double seconds = (now - began) / NANOS;
        if (progress == null || seconds < WORTH_A_WORD) {
            return null;
        }
        double perSecond = (progress.done() - doneAtBegin) / seconds;
        return new Work(progress, perSecond, perSecond == 0 ? Double.POSITIVE_INFINITY : (progress.of() - progress.done()) / perSecond);
    }
}
