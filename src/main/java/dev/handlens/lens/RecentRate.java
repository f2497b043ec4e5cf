package dev.handlens.lens;

import dev.handlens.scenario.Program;
import dev.handlens.timeline.History;
import dev.handlens.timeline.SiteHistory;
import java.util.List;

/// How fast the number of open handles of a place has grown lately, in simulated time.
///
/// The span is the shortest of a few round ones in which enough handles were added. It is cut short where the place began to open, and at a
/// pause of the whole run: idle time does not make a leak look slower than the handle list shows it.
///
/// @param perSecond handles added a second
/// @param millis length of the span in simulated ms; 0 when there is no rate
/// @param quiet simulated ms since the end of the span, in which nothing was added; 0 when the span ends now
public record RecentRate(double perSecond, long millis, long quiet) {
    /// Returned when no growth is known.
    public static final RecentRate NONE = new RecentRate(0, 0, 0);
    private static final List<Long> SPANS = List.of(10_000L, 60_000L, 600_000L, 3_600_000L, Long.MAX_VALUE / 2);
    /// Handles that must be added in a span; of fewer, a rate would jump with each.
    private static final long ENOUGH = 10;
    /// Steps looked back at most for the last opening; a sample is nearer in most runs.
    private static final long STEPS_LOOKED_BACK = 512;
    /// Samples are equal numbers of steps apart: so many times as long as between the others means that the run paused.
    private static final long PAUSE = 4;
    /// A pause shorter than this between two openings is part of the rate.
    private static final long LEAST_QUIET = 1_000;

    /// Returns the rate of a place at a position.
    ///
    /// @param history samples of the run; those after the position are not read
    static RecentRate of(Program program, History history, long position, CallSite site) {
        List<History.Sample> samples = history.samples();
        SiteHistory.Series open = site.series(history);
        int last = (int) Math.min(samples.size() - 1L, position / history.stride());
        if (last < 0 || site.open() < 2) {
            return NONE;
        }
        long now = program.time(position);
        long end = program.time(lastRise(program, samples, open, last, position, site));
        // What is after the end is the quiet time, and no pause within the span.
        while (last > 0 && program.time(samples.get(last).position()) > end) {
            last--;
        }
        for (long span : SPANS) {
            int earliest = beginning(program, samples, last, end, span);
            int base = earliest;
            while (base < last && open.open(base) == 0) {
                base++;
            }
            long added = site.open() - open.open(base);
            long millis = end - program.time(samples.get(base).position());
            if (millis > 0 && (added >= ENOUGH || program.time(samples.get(earliest).position()) > end - span)) {
                long quiet = now - end;
                return added <= 0 ? NONE : new RecentRate(added * 1000.0 / millis, millis, quiet < LEAST_QUIET ? 0 : quiet);
            }
        }
        return NONE;
    }

    /// Returns the sample at which a span begins: the last one before it, or the first one after a pause in it.
    private static int beginning(Program program, List<History.Sample> samples, int last, long end, long span) {
        int earliest = last;
        while (earliest > 0 && program.time(samples.get(earliest).position()) > end - span) {
            long later = program.time(samples.get(earliest).position());
            long step = later - program.time(samples.get(earliest - 1).position());
            int others = last - earliest;
            if (others > 1 && step >= LEAST_QUIET && step * others > PAUSE * (end - later)) {
                break;
            }
            earliest--;
        }
        return earliest;
    }

    /// Returns the position at which the place last added a handle.
    private static long lastRise(
            Program program, List<History.Sample> samples, SiteHistory.Series open, int last, long position, CallSite site) {
        long sampled = samples.get(last).position();
        if (site.open() > open.open(last)) {
            long from = Math.max(sampled, position - STEPS_LOOKED_BACK);
            for (long at = position; at > from; at--) {
                if (site.opensAt(program, program.step(at))) {
                    return at;
                }
            }
            return position;
        }
        return samples.get(open.lastRise(last)).position();
    }
}
