package dev.handlens.scenario;

/// Counts the open handles of a machine by the bar in which they were opened. Forks share the counts until one of them changes its own.
/// Derived from the handle tables, so it is no part of the state hash.
final class BarCounts {
    private final RunBars bars;
    private int[] open;
    private boolean shared;
    /// The bar counted last, with the last position of the one before it and its own: most handles are opened and closed in it.
    private int bar;
    private long after;
    private long end;

    BarCounts(RunBars bars) {
        this.bars = bars;
        open = new int[bars.count()];
    }

    private BarCounts(RunBars bars, int[] open, boolean shared) {
        this.bars = bars;
        this.open = open;
        this.shared = shared;
    }

    /// Returns a copy for a machine that goes on with another program.
    ///
    /// @param other the bars of the program, the same as these or what they grew to
    BarCounts fork(RunBars other) {
        if (other == bars) {
            shared = true;
            return new BarCounts(bars, open, true);
        }
        int[] counts = new int[other.count()];
        for (int i = 0; i < open.length; i++) {
            if (open[i] != 0) {
                counts[(int) (i * bars.width() / other.width())] += open[i];
            }
        }
        return new BarCounts(other, counts, false);
    }

    /// Counts a handle that a step opened.
    ///
    /// @param position the step
    void opened(long position) {
        add(position, 1);
    }

    /// Counts a handle that was closed.
    ///
    /// @param position the step that had opened it
    void closed(long position) {
        add(position, -1);
    }

    private void add(long position, int change) {
        if (position <= after || position > end) {
            bar = bars.bar(position);
            after = bar == 0 ? 0 : bars.end(bar - 1);
            end = bars.end(bar);
        }
        if (shared) {
            open = open.clone();
            shared = false;
        }
        open[bar] += change;
    }

    /// Returns the open handles by the bar in which they were opened.
    int[] open() {
        return open.clone();
    }
}
