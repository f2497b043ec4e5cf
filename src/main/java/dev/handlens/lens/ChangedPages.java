package dev.handlens.lens;

import dev.handlens.kernel.ex.HandleTable;
import java.util.function.IntConsumer;

/// Which pages of a handle table are not those of the look before. Forks share pages, so that what a frame has in common with the frame
/// before is told by identity; nothing is read, however far apart the two moments are.
final class ChangedPages {
    private HandleTable last;

    /// Looks again.
    ///
    /// @param table the table, or null for none: then all pages are gone
    /// @param page is given the number of each page that may have changed, came or went, ascending
    void look(HandleTable table, IntConsumer page) {
        int before = last == null ? 0 : last.pages();
        int now = table == null ? 0 : table.pages();
        int both = Math.min(before, now);
        int number = 0;
        while (number < Math.max(before, now)) {
            if (number < both && isMidShared(table, number, both)) {
                number += table.geometry().midPointers();
                continue;
            }
            if (number >= both || last.leafIdentity(number) != table.leafIdentity(number)) {
                page.accept(number);
            }
            number++;
        }
        last = table;
    }

    /// Whether a mid page begins with a leaf page, is full in both tables, and the same.
    private boolean isMidShared(HandleTable table, int leaf, int both) {
        int pointers = table.geometry().midPointers();
        return leaf % pointers == 0 && leaf + pointers <= both
                && last.midIdentity(leaf / pointers) == table.midIdentity(leaf / pointers);
    }
}
