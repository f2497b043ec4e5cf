package dev.handlens.kernel.ex;

/// A mid page of a handle table: pointers to leaf pages. Beside them it keeps how many handles are open in each, so that the n-th handle
/// is found without reading the others.
final class MidPage {
    private final long epoch;
    private final long[][] pages;
    private final int[] open;
    private int total;

    MidPage(long epoch, int pointers) {
        this(epoch, new long[pointers][], new int[pointers], 0);
    }

    private MidPage(long epoch, long[][] pages, int[] open, int total) {
        this.epoch = epoch;
        this.pages = pages;
        this.open = open;
        this.total = total;
    }

    /// The epoch of the kernel that may change it.
    long epoch() {
        return epoch;
    }

    MidPage copy(long forEpoch) {
        return new MidPage(forEpoch, pages.clone(), open.clone(), total);
    }

    /// A leaf page, or null.
    long[] page(int place) {
        return pages[place];
    }

    void set(int place, long[] page) {
        pages[place] = page;
    }

    /// Open handles of all its leaf pages.
    int total() {
        return total;
    }

    /// Open handles of one leaf page.
    int open(int place) {
        return open[place];
    }

    /// Open handles of the leaf pages before one.
    int openBefore(int place) {
        int before = 0;
        for (int p = 0; p < place; p++) {
            before += open[p];
        }
        return before;
    }

    /// Counts a handle of a leaf page that opens or closes.
    void count(int place, int delta) {
        open[place] += delta;
        total += delta;
    }
}
