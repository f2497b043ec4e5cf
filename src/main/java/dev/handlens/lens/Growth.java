package dev.handlens.lens;

import dev.handlens.scenario.Program;
import dev.handlens.timeline.History;
import java.util.List;

/// How the number of open handles of a place went over the run.
///
/// @param steady whether it rose in each of the last four quarters of its life
/// @param lastRise simulated ms at which it last rose
record Growth(boolean steady, long lastRise) {
    /// A cache that warms up grows as a leak does: a place is not accused before it had time to stop.
    private static final long GRACE_MILLIS = 10_000;
    /// Fewer open handles than that are no growth worth a word.
    private static final long FEW = 32;
    private static final int SAMPLES_NEEDED = 8;

    static Growth of(Program program, History history, long position, CallSite site) {
        List<History.Sample> samples = history.samples().stream().filter(sample -> sample.position() <= position).toList();
        int first = 0;
        while (first < samples.size() && site.open(samples.get(first)) == 0) {
            first++;
        }
        if (first == samples.size()) {
            return new Growth(false, program.time(position));
        }
        long[] open = samples.subList(first, samples.size()).stream().mapToLong(site::open).toArray();
        long begin = program.time(samples.get(Math.max(0, first - 1)).position());
        int last = open.length - 1;
        while (last > 0 && open[last] <= open[last - 1]) {
            last--;
        }
        long lastRise = program.time(samples.get(first + last).position());
        boolean old = program.time(position) - begin >= GRACE_MILLIS && open.length >= SAMPLES_NEEDED;
        return new Growth(old && site.open() >= FEW && risesInEachQuarter(open), lastRise);
    }

    private static boolean risesInEachQuarter(long[] open) {
        int end = open.length - 1;
        for (int quarter = 0; quarter < 4; quarter++) {
            if (open[end * (quarter + 1) / 4] <= open[end * quarter / 4]) {
                return false;
            }
        }
        return true;
    }
}
