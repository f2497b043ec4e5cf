package dev.handlens.scenario;

import dev.handlens.kernel.StateHash;
import java.util.Arrays;

/// For each step of a scenario: handles it opened, and what became of them. Forks share the counts until one of them counts on.
final class SiteCounts {
    private static final int OPENED = 0;
    private static final int CLOSED = 1;
    private static final int CLOSED_BY_EXIT = 2;
    private static final int WIDTH = 3;

    private long[] counts;
    private boolean shared;

    SiteCounts(int steps) {
        counts = new long[steps * WIDTH];
    }

    private SiteCounts(SiteCounts other, int steps) {
        shared = steps * WIDTH == other.counts.length;
        counts = shared ? other.counts : Arrays.copyOf(other.counts, steps * WIDTH);
    }

    /// @param steps how many steps the program has, at least as many as before
    SiteCounts fork(int steps) {
        shared = true;
        return new SiteCounts(this, steps);
    }

    void opened(int step) {
        count(step, OPENED);
    }

    void closed(int step, boolean byExit) {
        count(step, byExit ? CLOSED_BY_EXIT : CLOSED);
    }

    private void count(int step, int which) {
        if (shared) {
            counts = counts.clone();
            shared = false;
        }
        counts[step * WIDTH + which]++;
    }

    Machine.SiteCount of(Scenario.Step step) {
        int place = step.id() * WIDTH;
        return new Machine.SiteCount(step, counts[place + OPENED], counts[place + CLOSED], counts[place + CLOSED_BY_EXIT]);
    }

    long opened(Scenario.Step step) {
        return counts[step.id() * WIDTH + OPENED];
    }

    /// Open handles by step id.
    long[] open() {
        long[] open = new long[counts.length / WIDTH];
        for (int i = 0; i < open.length; i++) {
            open[i] = counts[i * WIDTH + OPENED] - counts[i * WIDTH + CLOSED] - counts[i * WIDTH + CLOSED_BY_EXIT];
        }
        return open;
    }

    void hash(StateHash hash) {
        for (long count : counts) {
            hash.add(count);
        }
    }
}
