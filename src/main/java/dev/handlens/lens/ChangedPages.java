package dev.handlens.lens;

import dev.handlens.kernel.ex.HandleTable;
import java.util.BitSet;
import java.util.function.IntConsumer;

/// Which pages of a handle table are not as they were at the look before. Forks share pages, so that what a frame has in common with the
/// frame before is told by identity and not read.
final class ChangedPages {
    private HandleTable last;
    private int lastPages;

    /// Looks again.
    ///
    /// @param table the table, or null for none: then all pages are gone
    /// @param page is given the number of each page that changed, came or went, ascending
    void look(HandleTable table, IntConsumer page) {
        int pages = table == null ? 0 : table.pages();
        if (last == null || table == null) {
            for (int number = 0; number < Math.max(pages, lastPages); number++) {
                page.accept(number);
            }
        } else {
            BitSet changed = new BitSet(Math.max(pages, lastPages));
            int shift = Integer.numberOfTrailingZeros(table.geometry().entriesPerPage());
            HandleTable.difference(last, table, new HandleTable.DifferenceVisitor() {
                @Override
                public void opened(long handle, long first, long second) {
                    changed.set((int) (HandleTable.slot(handle) >>> shift));
                }

                @Override
                public void closed(long handle, long first, long second) {
                    changed.set((int) (HandleTable.slot(handle) >>> shift));
                }

                @Override
                public void changed(long handle, long firstBefore, long secondBefore, long firstAfter, long secondAfter) {
                    changed.set((int) (HandleTable.slot(handle) >>> shift));
                }
            });
            changed.stream().forEach(page);
        }
        last = table;
        lastPages = pages;
    }
}
