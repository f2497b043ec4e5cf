package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.scenario.Program;
import dev.handlens.timeline.History;
import java.util.ArrayList;
import java.util.List;

/// The timeline: what opened and closed over the whole run.
final class TimelineProjector {
    private static final int BARS = 120;
    private static final int STEPS_TOLD_APART = 60;
    private static final int TICKS = 8;

    private final Sight sight;
    private final Program program;
    private final List<History.Sample> samples;
    private final long stride;

    private TimelineProjector(Sight sight) {
        this.sight = sight;
        program = sight.program();
        samples = sight.timeline().history().samples();
        stride = sight.timeline().history().stride();
    }

    /// The timeline.
    static TimelineFrame project(Sight sight) {
        return new TimelineProjector(sight).project();
    }

    private TimelineFrame project() {
        long length = program.length();
        boolean byStep = length <= STEPS_TOLD_APART;
        long samplesABar = byStep ? 1 : Math.max(1, (length / stride + BARS - 1) / BARS);
        return new TimelineFrame(sight.position(), length, program.time(sight.position()), program.time(length), bars(samplesABar),
                byStep ? "a step a bar" : barWords(samplesABar * stride), ticks(byStep), byStep,
                sight.timeline().isBranched());
    }

    /// Bars as far as the run was played. The first one is the start: what programs have open before the first step.
    private List<TimelineFrame.Bar> bars(long samplesABar) {
        List<TimelineFrame.Bar> bars = new ArrayList<>();
        History.Sample first = samples.getFirst();
        long atStart = 0;
        for (int i = 0; i < first.pids().length; i++) {
            atStart += first.pids()[i] == Kernel.SYSTEM_PID ? 0 : first.handles()[i];
        }
        bars.add(new TimelineFrame.Bar(0, 0, atStart, 0));
        History.Sample before = first;
        for (int i = 1; i < samples.size(); i++) {
            if (i % samplesABar == 0 || i == samples.size() - 1) {
                History.Sample after = samples.get(i);
                bars.add(bar(before, after.position(), after.opened(), after.closed()));
                before = after;
            }
        }
        if (before.position() < sight.position()) {
            bars.add(bar(before, sight.position(), sight.now().opened(), sight.now().closed()));
        }
        return bars;
    }

    private static TimelineFrame.Bar bar(History.Sample before, long to, long opened, long closed) {
        return new TimelineFrame.Bar(before.position() + 1, to, opened - before.opened(), closed - before.closed());
    }

    private String barWords(long steps) {
        long total = program.time(program.length());
        if (total == 0 || !isEven()) {
            return Words.count(steps) + " steps a bar";
        }
        long millis = total * steps / program.length();
        return millis == 500 ? "half a second a bar" : millis == 1000 ? "a second a bar" : Words.span(millis) + " a bar";
    }

    /// Whether steps take about the same time all along: each quarter of the steps takes about a quarter of the time.
    private boolean isEven() {
        long length = program.length();
        long total = program.time(length);
        for (int quarter = 1; quarter < 4; quarter++) {
            long expected = total * quarter / 4;
            if (Math.abs(program.time(length * quarter / 4) - expected) > total / 10) {
                return false;
            }
        }
        return true;
    }

    /// Where steps take about the same time, labels tell the time; else the way along the axis is steps, and so are its labels.
    private List<TimelineFrame.Tick> ticks(boolean byStep) {
        if (byStep) {
            return stepTicks();
        }
        return program.time(program.length()) > 0 && isEven() ? timeTicks() : roundStepTicks();
    }

    private List<TimelineFrame.Tick> roundStepTicks() {
        List<TimelineFrame.Tick> ticks = new ArrayList<>();
        long distance = decimal(program.length() / TICKS, 1);
        for (long step = 0; step <= program.length(); step += distance) {
            boolean millions = distance >= 100_000 && step > 0;
            ticks.add(new TimelineFrame.Tick(step, millions ? Words.millions(step) : Words.count(step)));
        }
        return ticks;
    }

    private List<TimelineFrame.Tick> stepTicks() {
        List<TimelineFrame.Tick> ticks = new ArrayList<>();
        long distance = program.length() <= 20 ? 1 : program.length() <= 40 ? 2 : 5;
        for (long step = 0; step <= program.length(); step += distance) {
            ticks.add(new TimelineFrame.Tick(step, Words.count(step)));
        }
        return ticks;
    }

    /// Labels at round times. Where much time passes in few steps they would stand on each other, so that some are left out.
    private List<TimelineFrame.Tick> timeTicks() {
        long total = program.time(program.length());
        long distance = round(Math.max(1, total / TICKS));
        List<TimelineFrame.Tick> ticks = new ArrayList<>();
        long nearest = program.length() / (2 * TICKS);
        long next = 0;
        for (long time = 0; time <= total; time += distance) {
            long position = program.positionAt(time);
            if (position >= next) {
                ticks.add(new TimelineFrame.Tick(position, label(time, distance)));
                next = position + nearest;
            }
        }
        return ticks;
    }

    private static String label(long time, long distance) {
        if (time == 0) {
            return "0 s";
        }
        if (distance < 1000) {
            return time + " ms";
        }
        return distance >= 60_000 ? time / 60_000 + " min" : time / 1000 + " s";
    }

    /// The next round span: 1, 2, 5, 10 … ms up to seconds, then 1, 2, 5, 10, 20 s, then minutes.
    private static long round(long millis) {
        return decimal(millis, millis > 30_000 ? 60_000 : 1);
    }

    /// The next of 1, 2, 5, 10, 20 … units.
    private static long decimal(long amount, long unit) {
        for (long decade = unit; ; decade *= 10) {
            for (long factor : new long[] {1, 2, 5}) {
                if (decade * factor >= amount) {
                    return decade * factor;
                }
            }
        }
    }
}
