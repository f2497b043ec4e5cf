package dev.handlens.timeline;

import dev.handlens.scenario.SiteCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Open handles of each call site at the samples of a run. Kept is where the number changed: a sample costs what changed since the one
/// before, and a site that stays as it is takes no room.
public final class SiteHistory {
    private static final Series NOTHING = new Series();

    /// By number of the site; null for one that had no handle open at a sample.
    private final List<Series> series = new ArrayList<>();
    private SiteCounts before;
    private int taken;

    SiteHistory() {}

    /// The beginning of another history.
    ///
    /// @param factor every how many of its samples are kept
    /// @param count how many samples are kept
    SiteHistory(SiteHistory other, int factor, int count) {
        for (Series its : other.series) {
            series.add(its == null ? null : its.thinned(factor, count));
        }
        taken = count;
    }

    /// Takes the next sample.
    ///
    /// @param now the counts, which do not change any more
    void add(SiteCounts now) {
        now.forEachChanged(before == null ? SiteCounts.NONE : before, site -> {
            while (series.size() <= site.number()) {
                series.add(null);
            }
            if (site.open() > 0 && series.get(site.number()) == null) {
                series.set(site.number(), new Series());
            }
            if (series.get(site.number()) != null) {
                series.get(site.number()).add(taken, site.open());
            }
        });
        before = now;
        taken++;
    }

    /// Returns the open handles of some sites together.
    ///
    /// @param sites numbers of the sites, at least one
    public Series of(int... sites) {
        Series sum = of(sites[0]);
        for (int i = 1; i < sites.length; i++) {
            sum = sum.plus(of(sites[i]));
        }
        return sum;
    }

    private Series of(int site) {
        Series known = site < series.size() ? series.get(site) : null;
        return known == null ? NOTHING : known;
    }

    /// Open handles, sample by sample. Samples are counted from 0.
    public static final class Series {
        private int size;
        /// Samples at which the number changed.
        private char[] at = new char[2];
        private int[] open = new int[2];
        /// For each of them the last one up to it at which the number rose.
        private char[] rise = new char[2];

        private void add(int sample, int now) {
            int last = size == 0 ? 0 : open[size - 1];
            if (now == last) {
                return;
            }
            if (size == at.length) {
                at = Arrays.copyOf(at, 2 * size);
                open = Arrays.copyOf(open, 2 * size);
                rise = Arrays.copyOf(rise, 2 * size);
            }
            at[size] = (char) sample;
            open[size] = now;
            rise[size] = now > last || size == 0 ? (char) sample : rise[size - 1];
            size++;
        }

        private Series thinned(int factor, int count) {
            Series thinned = new Series();
            for (int i = 0; i < size; i++) {
                // The first kept sample that shows the change, unless it shows a later change instead.
                int shown = (at[i] + factor - 1) / factor;
                if (shown < count && (i + 1 == size || (at[i + 1] + factor - 1) / factor > shown)) {
                    thinned.add(shown, open[i]);
                }
            }
            return thinned;
        }

        private Series plus(Series other) {
            Series sum = new Series();
            int ours = 0;
            int theirs = 0;
            while (ours < size || theirs < other.size) {
                int next = Math.min(ours < size ? at[ours] : Integer.MAX_VALUE, theirs < other.size ? other.at[theirs] : Integer.MAX_VALUE);
                ours += ours < size && at[ours] == next ? 1 : 0;
                theirs += theirs < other.size && other.at[theirs] == next ? 1 : 0;
                sum.add(next, (ours == 0 ? 0 : open[ours - 1]) + (theirs == 0 ? 0 : other.open[theirs - 1]));
            }
            return sum;
        }

        /// Returns the open handles at a sample.
        public int open(int sample) {
            int change = change(sample);
            return change < 0 ? 0 : open[change];
        }

        /// Returns the first sample at which handles were open, or `Integer.MAX_VALUE` for none.
        public int first() {
            return size == 0 ? Integer.MAX_VALUE : at[0];
        }

        /// Returns the last sample up to another one at which more handles were open than at the sample before it; 0 for none.
        public int lastRise(int sample) {
            int change = change(sample);
            return change < 0 ? 0 : rise[change];
        }

        /// Returns the last change up to a sample, or -1.
        private int change(int sample) {
            int found = Arrays.binarySearch(at, 0, size, (char) sample);
            return found >= 0 ? found : -found - 2;
        }
    }
}
