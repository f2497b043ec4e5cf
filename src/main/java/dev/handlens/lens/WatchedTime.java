package dev.handlens.lens;

import dev.handlens.scenario.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/// The time that is watched: the positions at which somebody looked, and what it is called.
///
/// @param looks positions of the looks, ascending, at least one; the first is what changes are told against, the last is what is shown
/// @param since what the time is, in words
record WatchedTime(long[] looks, String since) {
    /// Looks at most; what came before them is taken as one change, so that a frame of a long run stays cheap.
    static final int MAXIMUM_LOOKS = 4096;

    /// Most steps that are looked at one by one for a single frame of a run that plays.
    static final long TOLD_APART = 1024;

    /// The position that changes are told against.
    long baseline() {
        return looks[0];
    }

    /// The position shown.
    long shown() {
        return looks[looks.length - 1];
    }

    /// The time watched at a position.
    static WatchedTime of(Program program, long position, View view) {
        return view.watch() == View.Watch.POLLING ? polling(program, position, view) : everyEvent(program, position, view.highlight());
    }

    /// Whether so few steps are watched of every event that they are told apart at any speed: then a frame of a run that hurries is the
    /// frame of the same position at rest. Of a change that is coloured for one step only, a run that hurries would show next to nothing.
    static boolean isShort(Program program, long position, View view) {
        return !view.highlight().equals(View.Highlight.UNTIL_NEXT_STEP)
                && position - everyEventBaseline(program, position, view.highlight()) <= TOLD_APART;
    }

    /// The time watched while a run goes by too fast for single steps: the looks are the frames that somebody saw.
    ///
    /// @param passed positions of the last frames, ascending, at least one, all before the position
    static WatchedTime hurried(Program program, long position, View view, long[] passed) {
        int last = passed.length - 1;
        int first = last;
        if (!view.highlight().equals(View.Highlight.UNTIL_NEXT_STEP)) {
            long baseline = everyEventBaseline(program, position, view.highlight());
            while (first > 0 && passed[first - 1] >= baseline) {
                first--;
            }
        }
        long[] looks = Arrays.copyOfRange(passed, first, passed.length + 1);
        looks[looks.length - 1] = position;
        return new WatchedTime(looks, "since " + Sight.step(looks[0]));
    }

    private static WatchedTime everyEvent(Program program, long position, View.Highlight highlight) {
        long baseline = everyEventBaseline(program, position, highlight);
        long from = Math.max(baseline, position - MAXIMUM_LOOKS + 1);
        LongStream looks = LongStream.concat(LongStream.of(baseline), LongStream.rangeClosed(Math.max(from, baseline + 1), position));
        String all = everyEventWords(highlight);
        boolean shortened = from > baseline + 1;
        return new WatchedTime(looks.toArray(), shortened ? all + "; before step " + Words.count(from) + " only the sum" : all);
    }

    private static long everyEventBaseline(Program program, long position, View.Highlight highlight) {
        if (highlight.equals(View.Highlight.UNTIL_NEXT_STEP)) {
            return Math.max(0, position - 1);
        }
        long start = program.time(position) - highlight.millis();
        return highlight.equals(View.Highlight.FOR_EVER) || start < 0 ? 0 : Math.min(position, program.positionAt(start));
    }

    private static String everyEventWords(View.Highlight highlight) {
        if (highlight.equals(View.Highlight.UNTIL_NEXT_STEP)) {
            return "in this step";
        }
        return highlight.equals(View.Highlight.FOR_EVER) ? "since the start" : last(highlight.millis());
    }

    private static String last(long millis) {
        return millis == 1000 ? "last second" : "last " + Words.span(millis);
    }

    /// Looks are taken at 0, interval, 2 × interval …; a change is coloured from the look that found it.
    private static WatchedTime polling(Program program, long position, View view) {
        long interval = Math.max(1, view.interval());
        long now = program.time(position);
        long last = now / interval;
        long first = firstLook(now, interval, last, view.highlight());
        long from = Math.max(first, last - MAXIMUM_LOOKS + 1);
        List<Long> looks = new ArrayList<>();
        looks.add(Math.min(position, program.positionAt(first * interval)));
        for (long k = Math.max(from, first + 1); k <= last; k++) {
            long look = Math.min(position, program.positionAt(k * interval));
            if (look > looks.getLast()) {
                looks.add(look);
            }
        }
        String all = "since the refresh at " + String.format(Locale.ROOT, "%.1f s", first * interval / 1000.0);
        String cut = from > first + 1 ? "; before the last " + Words.count(MAXIMUM_LOOKS) + " only the sum" : "";
        return new WatchedTime(array(looks), all + cut);
    }

    private static long firstLook(long now, long interval, long last, View.Highlight highlight) {
        if (highlight.equals(View.Highlight.FOR_EVER)) {
            return 0;
        }
        // A change stays at least until the next look, as in Process Explorer.
        long start = now - highlight.millis();
        long first = highlight.equals(View.Highlight.UNTIL_NEXT_STEP) || start < 0 ? last - 1 : Math.min(last - 1, start / interval);
        return Math.max(0, start < 0 && !highlight.equals(View.Highlight.UNTIL_NEXT_STEP) ? 0 : first);
    }

    private static long[] array(List<Long> looks) {
        return looks.stream().mapToLong(Long::longValue).toArray();
    }
}
