package dev.handlens.lens;

import dev.handlens.scenario.Program;
import dev.handlens.timeline.History;
import dev.handlens.timeline.SiteHistory;

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
        SiteHistory.Series open = site.series(history);
        int samples = (int) Math.min(history.samples().size(), position / history.stride() + 1);
        int first = open.first();
        if (first >= samples) {
            return new Growth(false, program.time(position));
        }
        long begin = program.time(Math.max(0, first - 1) * history.stride());
        int last = open.lastRise(samples - 1);
        long lastRise = program.time(last * history.stride());
        boolean old = program.time(position) - begin >= GRACE_MILLIS && samples - first >= SAMPLES_NEEDED;
        return new Growth(old && site.open() >= FEW && risesInEachQuarter(open, first, samples - 1), lastRise);
    }

    /// Returns whether a site may grow steadily at all: what has few handles open is not looked at more closely.
    static boolean isLarge(CallSite site) {
        return site.open() >= FEW;
    }

    private static boolean risesInEachQuarter(SiteHistory.Series open, int first, int last) {
        int length = last - first;
        for (int quarter = 0; quarter < 4; quarter++) {
            if (open.open(first + length * (quarter + 1) / 4) <= open.open(first + length * quarter / 4)) {
                return false;
            }
        }
        return true;
    }
}
