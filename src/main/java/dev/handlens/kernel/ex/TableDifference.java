package dev.handlens.kernel.ex;

import java.util.Arrays;

/// Finds how a later handle table differs from an earlier one: mid pages and leaf pages that both share are not read, and in the others it
/// leaps from one word that differs to the next.
final class TableDifference {
    private final int pageShift;
    private final int midShift;
    private final HandleTable.DifferenceVisitor visitor;

    /// @param pageShift as a power of two, entries of a leaf page
    /// @param midShift as a power of two, pointers of a mid page
    TableDifference(int pageShift, int midShift, HandleTable.DifferenceVisitor visitor) {
        this.pageShift = pageShift;
        this.midShift = midShift;
        this.visitor = visitor;
    }

    /// Shows what differs, in the order of values.
    void show(MidPage[] before, MidPage[] after) {
        int mids = Math.max(before.length, after.length);
        for (int m = 0; m < mids; m++) {
            MidPage a = m < before.length ? before[m] : null;
            MidPage b = m < after.length ? after[m] : null;
            if (a != b) {
                for (int p = 0; p < 1 << midShift; p++) {
                    long base = (long) ((m << midShift) + p) << pageShift;
                    showPages(base, a == null ? null : a.page(p), b == null ? null : b.page(p));
                }
            }
        }
    }

    private void showPages(long base, long[] a, long[] b) {
        if (a == b) {
            return;
        }
        int length = (a == null ? b : a).length;
        for (int i = next(a, b, 2, length); i < length; i = next(a, b, i + 2, length)) {
            showEntries(base + (i >>> 1) << 2, a == null ? 0 : a[i], a == null ? 0 : a[i + 1], b == null ? 0 : b[i], b == null ? 0 : b[i + 1]);
        }
    }

    /// Place of the next entry that may differ, or the length.
    private static int next(long[] a, long[] b, int from, int length) {
        if (a == null || b == null) {
            return from;
        }
        int found = Arrays.mismatch(a, from, length, b, from, length);
        return found < 0 ? length : from + found & ~1;
    }

    private void showEntries(long handle, long firstBefore, long secondBefore, long firstAfter, long secondAfter) {
        boolean same = firstBefore != 0 && firstAfter != 0
                && HandleEntry.stamp(secondBefore) == HandleEntry.stamp(secondAfter)
                && HandleEntry.generation(secondBefore) == HandleEntry.generation(secondAfter);
        if (!same) {
            if (firstBefore != 0) {
                visitor.closed(handle, firstBefore, secondBefore);
            }
            if (firstAfter != 0) {
                visitor.opened(handle, firstAfter, secondAfter);
            }
        } else if (firstBefore != firstAfter || secondBefore != secondAfter) {
            visitor.changed(handle, firstBefore, secondBefore, firstAfter, secondAfter);
        }
    }
}
