package dev.handlens.lens;

import dev.handlens.timeline.History;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Lines of numbers over the run up to now.
final class Trends {
    private static final int POINTS = 120;

    private Trends() {}

    /// Values at even distances up to the position shown, oldest first, and the value now.
    ///
    /// @param now the value at the position
    static double[] upTo(Sight sight, ToDoubleFunction<History.Sample> value, double now) {
        return upTo(sight.timeline().history(), sight.position(), value, now);
    }

    /// Values at even distances up to a position, oldest first, and the value there.
    static double[] upTo(History history, long position, ToDoubleFunction<History.Sample> value, double now) {
        List<History.Sample> samples = history.samples();
        // The sample of the position itself is what is given as now.
        int known = (int) Math.min(samples.size(), (position + history.stride() - 1) / history.stride());
        int distance = (known + POINTS - 1) / POINTS;
        int points = known == 0 ? 0 : (known + distance - 1) / distance;
        double[] trend = new double[points + 1];
        for (int i = 0; i < points; i++) {
            trend[i] = value.applyAsDouble(samples.get(i * distance));
        }
        trend[points] = now;
        return trend;
    }
}
