package dev.handlens.lens;

import dev.handlens.kernel.ex.HandleTable;
import java.util.ArrayList;
import java.util.List;

/// The cells of the picture of a handle table. Those of a mid page that the frame before had too, told against the same one, are taken from
/// there, so that only what changed is read. What is remembered never changes a result.
final class TableCells {
    private List<OfMid> mids = List.of();
    private List<TableFrame.Cell> cells = List.of();
    private int perCell;
    private long read;

    /// Cells of one mid page.
    ///
    /// @param now what stands for the mid page
    /// @param before what stands for the one that it is told against, or null
    private record OfMid(Object now, Object before, List<TableFrame.Cell> cells) {
        boolean isOf(Object otherNow, Object otherBefore) {
            return now == otherNow && before == otherBefore;
        }
    }

    /// The cells of a table, one after the other.
    ///
    /// @param before the table that changes are told against, or null
    /// @param pagesPerCell leaf pages of a cell
    List<TableFrame.Cell> of(HandleTable table, HandleTable before, int pagesPerCell) {
        int pointers = table.geometry().midPointers();
        int count = (table.pages() + pointers - 1) / pointers;
        List<OfMid> next = new ArrayList<>(count);
        boolean same = perCell == pagesPerCell && mids.size() == count;
        for (int mid = 0; mid < count; mid++) {
            Object now = table.midIdentity(mid);
            Object then = before == null || mid * pointers >= before.pages() ? null : before.midIdentity(mid);
            boolean known = perCell == pagesPerCell && mid < mids.size() && mids.get(mid).isOf(now, then);
            next.add(known ? mids.get(mid) : new OfMid(now, then, read(table, before, now == then, mid * pointers, pagesPerCell)));
            same &= known;
        }
        if (!same) {
            perCell = pagesPerCell;
            mids = next;
            cells = next.stream().flatMap(mid -> mid.cells().stream()).toList();
        }
        return cells;
    }

    /// Pages whose counter was read so far; tests hold the picture to a bound without a clock.
    long read() {
        return read;
    }

    private List<TableFrame.Cell> read(HandleTable table, HandleTable before, boolean same, int first, int pagesPerCell) {
        List<TableFrame.Cell> found = new ArrayList<>();
        int end = Math.min(table.pages(), first + table.geometry().midPointers());
        for (int from = first; from < end; from += pagesPerCell) {
            int to = Math.min(end, from + pagesPerCell);
            int open = open(table, from, to);
            int then = same ? open : before == null ? 0 : open(before, from, Math.min(to, before.pages()));
            found.add(new TableFrame.Cell(open, (to - from) * table.geometry().usableEntries(),
                    open > then ? Change.OPENED : open < then ? Change.CLOSED : Change.NONE));
        }
        return found;
    }

    private int open(HandleTable table, int from, int to) {
        int open = 0;
        for (int leaf = from; leaf < to; leaf++) {
            open += table.openIn(leaf);
            read++;
        }
        return open;
    }
}
