package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;
import java.util.Arrays;

/// Finds the n-th open handle of a table without a list of them all: how many are open is counted for blocks of 1,024 values.
final class TableIndex {
    private static final int BLOCK_SHIFT = 10;

    private final HandleTable table;
    private final int[] before;
    private int named;

    /// Reads the table once.
    TableIndex(Kernel kernel, HandleTable table) {
        this.table = table;
        int slots = table.pages() * table.geometry().entriesPerPage();
        before = new int[(slots >> BLOCK_SHIFT) + 2];
        int[] last = {0, 0};
        table.forEach((handle, first, _) -> {
            before[(int) (HandleTable.slot(handle) >> BLOCK_SHIFT) + 1]++;
            int object = HandleEntry.object(first);
            if (object != last[0]) {
                // Millions of handles to one object are asked for its name once.
                last[0] = object;
                last[1] = Naming.isNamed(kernel, kernel.object(object)) ? 1 : 0;
            }
            named += last[1];
        });
        for (int i = 1; i < before.length; i++) {
            before[i] += before[i - 1];
        }
    }

    /// Open handles.
    int size() {
        return before[before.length - 1];
    }

    /// Open handles to named objects.
    int named() {
        return named;
    }

    /// The open handle at a place.
    ///
    /// @param index 0 to `size() - 1`
    long handle(int index) {
        int found = Arrays.binarySearch(before, index + 1);
        int block = found < 0 ? -found - 2 : found - 1;
        while (before[block] > index) {
            block--;
        }
        int left = index - before[block];
        for (long slot = (long) block << BLOCK_SHIFT; ; slot++) {
            if (table.first(slot << 2) != 0 && left-- == 0) {
                return slot << 2;
            }
        }
    }

    /// How many open handles have a lower value.
    int rank(long handle) {
        long end = HandleTable.slot(handle);
        int block = (int) Math.min(end >> BLOCK_SHIFT, before.length - 1L);
        int rank = before[block];
        for (long slot = (long) block << BLOCK_SHIFT; slot < end && rank < size(); slot++) {
            if (table.first(slot << 2) != 0) {
                rank++;
            }
        }
        return rank;
    }
}
