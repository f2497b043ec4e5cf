package dev.handlens.scenario;

import java.util.Arrays;
import java.util.List;

/// Divides a program into bars of equal length along one axis, which is simulated time or steps. The bars depend on the program alone, so
/// that every machine that runs it, at whatever position, counts by the same bars. A bar includes its end and excludes its start: the
/// steps of a round fall on the round's end, and a round must lie in one bar. Immutable.
public final class RunBars {
    /// Bars of a program at most; a program to which steps were added has up to twice as many.
    public static final int MAXIMUM = 120;
    /// Programs up to this length always have an axis of steps, on which each step is told apart.
    private static final long STEPS_TOLD_APART = 60;
    /// Bars of time that may not hold nearly all steps by themselves.
    private static final int FEW = 10;
    private static final List<Double> ROUND = List.of(1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0);
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    /// What the bars are equal spans of.
    public enum Axis {
        /// Simulated ms.
        TIME,
        /// Steps.
        STEPS
    }

    private final Axis axis;
    private final long width;
    private final long[] ends;

    private RunBars(Program program, Axis axis, long width) {
        this.axis = axis;
        this.width = width;
        long extent = axis == Axis.TIME ? program.time(program.length()) : program.length();
        ends = new long[(int) ((extent + width - 1) / width)];
        for (int i = 0; i < ends.length; i++) {
            long end = (i + 1) * width;
            ends[i] = axis == Axis.TIME ? program.positionAt(end) : Math.min(end, program.length());
        }
    }

    /// Returns the bars of a program. The axis is steps when the program has at most 60 of them, takes no simulated time, or would
    /// have nine tenths of its steps in ten bars of time or fewer; otherwise it is time.
    static RunBars of(Program program) {
        long length = program.length();
        long time = program.time(length);
        if (length > STEPS_TOLD_APART && time > 0) {
            RunBars bars = new RunBars(program, Axis.TIME, roundTime((time + MAXIMUM - 1) / MAXIMUM));
            if (bars.isSpread()) {
                return bars;
            }
        }
        return new RunBars(program, Axis.STEPS, length <= MAXIMUM ? 1 : round((length + MAXIMUM - 1) / MAXIMUM, 1));
    }

    /// Returns the bars of a program that came of this one by added steps: the same axis and width, so that counts stay valid. When the
    /// bars would be more than twice [#MAXIMUM], each two become one.
    RunBars grownTo(Program program) {
        long grown = width;
        RunBars bars = new RunBars(program, axis, grown);
        while (bars.count() > 2 * MAXIMUM) {
            grown *= 2;
            bars = new RunBars(program, axis, grown);
        }
        return bars;
    }

    private boolean isSpread() {
        long[] steps = new long[ends.length];
        for (int i = 0; i < ends.length; i++) {
            steps[i] = ends[i] - (i == 0 ? 0 : ends[i - 1]);
        }
        Arrays.sort(steps);
        long sum = 0;
        for (int i = Math.max(0, ends.length - FEW); i < ends.length; i++) {
            sum += steps[i];
        }
        return sum < ends[ends.length - 1] * 9 / 10;
    }

    private static long roundTime(long millis) {
        if (millis <= MINUTE / 2) {
            return round(millis, 1);
        }
        return millis <= HOUR / 2 ? round(millis, MINUTE) : round(millis, HOUR);
    }

    /// Returns the least round multiple of a unit that is not below an amount; below ten units only what is a whole number.
    private static long round(long amount, long unit) {
        for (long decade = unit; ; decade *= 10) {
            for (double factor : ROUND) {
                double candidate = factor * decade;
                if (candidate >= amount && candidate == Math.rint(candidate)) {
                    return (long) candidate;
                }
            }
        }
    }

    /// Returns what the bars are equal spans of.
    public Axis axis() {
        return axis;
    }

    /// Returns the length of a bar, in simulated ms or in steps.
    public long width() {
        return width;
    }

    /// Returns the number of bars; 0 for a program without steps.
    public int count() {
        return ends.length;
    }

    /// Returns the last position in a bar; that of the bar before when no step falls in it.
    ///
    /// @param bar 0 to `count()` − 1
    public long end(int bar) {
        return ends[bar];
    }

    /// Returns the bar of a step.
    ///
    /// @param position 1 to the length of the program
    public int bar(long position) {
        int low = 0;
        int high = ends.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
