package dev.handlens.lens;

import dev.handlens.scenario.Program;
import dev.handlens.scenario.RunBars;
import dev.handlens.timeline.BarTotals;
import java.util.ArrayList;
import java.util.List;

/// Makes the timeline: what opened and closed over the run, and what of it is open at the position shown.
final class TimelineProjector {
    private static final int TICKS = 8;
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    /// Distances between labels that are no decimal number of their unit.
    private static final List<Long> CLOCK = List.of(
            30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR);

    private final Sight sight;
    private final Program program;
    private final RunBars runBars;
    private final TimelineAxis axis;

    private TimelineProjector(Sight sight) {
        this.sight = sight;
        program = sight.program();
        runBars = program.bars();
        axis = switch (runBars.axis()) {
            case TIME -> TimelineAxis.Time.of(program);
            case STEPS -> new TimelineAxis.Steps(program.length());
        };
    }

    /// Returns the timeline at the position shown.
    static TimelineFrame project(Sight sight) {
        return new TimelineProjector(sight).project();
    }

    private TimelineFrame project() {
        long length = program.length();
        long position = sight.position();
        boolean byStep = runBars.axis() == RunBars.Axis.STEPS && runBars.width() == 1;
        return new TimelineFrame(position, length, program.time(position), program.time(length), axis, bars(), barWords(), ticks(),
                instant(), byStep, sight.timeline().isBranched());
    }

    private List<TimelineFrame.Bar> bars() {
        BarTotals totals = sight.timeline().history().bars();
        int[] open = sight.now().openByBar();
        int played = totals.played(sight.now());
        List<TimelineFrame.Bar> bars = new ArrayList<>(played);
        for (int i = 0; i < played; i++) {
            long start = i * runBars.width();
            long end = Math.min(start + runBars.width(), axis.end());
            bars.add(new TimelineFrame.Bar(start, end, totals.opened(i, sight.now()), totals.closed(i, sight.now()), open[i]));
        }
        return bars;
    }

    private String barWords() {
        return switch (runBars.axis()) {
            case TIME -> TimeWords.span(runBars.width()) + " a bar";
            case STEPS -> runBars.width() == 1 ? "a step a bar" : Words.count(runBars.width()) + " steps a bar";
        };
    }

    /// Tells which of the steps at one instant is shown, for they share a place on an axis of time.
    private String instant() {
        long position = sight.position();
        long time = program.time(position);
        long last = program.positionAt(time);
        if (runBars.axis() == RunBars.Axis.STEPS || last == position) {
            return "";
        }
        long before = time == 0 ? 0 : program.positionAt(time - 1);
        return Words.count(position - before) + " of " + Words.count(last - before, "step") + " at " + Words.moment(time);
    }

    // ---- labels ---------------------------------------------------------------------------------------------------

    private List<TimelineFrame.Tick> ticks() {
        List<TimelineFrame.Tick> ticks = new ArrayList<>();
        long distance = distance();
        for (long place = 0; place <= axis.end(); place += distance) {
            ticks.add(new TimelineFrame.Tick(place, label(place, distance)));
        }
        return ticks;
    }

    private long distance() {
        long end = axis.end();
        return switch (runBars.axis()) {
            case TIME -> timeDistance(end / TICKS);
            case STEPS -> end <= 20 ? 1 : end <= 40 ? 2 : end <= 60 ? 5 : decimal(end / TICKS);
        };
    }

    private String label(long place, long distance) {
        return switch (runBars.axis()) {
            case TIME -> TimeWords.mark(place, distance);
            case STEPS -> distance >= 100_000 && place > 0 ? Words.millions(place) : Words.count(place);
        };
    }

    private static long timeDistance(long millis) {
        if (millis <= 20 * SECOND) {
            return decimal(millis);
        }
        for (long distance : CLOCK) {
            if (distance >= millis) {
                return distance;
            }
        }
        return decimal((millis + HOUR - 1) / HOUR) * HOUR;
    }

    /// Returns the next of 1, 2, 5, 10, 20 …
    private static long decimal(long amount) {
        for (long decade = 1; ; decade *= 10) {
            for (long factor : new long[] {1, 2, 5}) {
                if (decade * factor >= amount) {
                    return decade * factor;
                }
            }
        }
    }
}
