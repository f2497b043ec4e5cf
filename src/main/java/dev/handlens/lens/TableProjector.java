package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ex.TableGeometry;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.scenario.Machine;
import java.util.ArrayList;
import java.util.List;

/// The picture of a handle table. What a frame costs is bounded by the cells drawn: of each page only the number of its open handles is
/// read, and that only where a mid page is not as it was.
final class TableProjector {
    private static final int ROWS = 16;
    private static final int ROWS_OF_ONE_MID_PAGE = 8;

    private final Sight sight;
    private final int pid;
    private final Kernel kernel;
    private final HandleTable table;
    private final HandleTable before;
    private final TableGeometry geometry;
    private final int pagesPerCell;

    private TableProjector(Sight sight, ProcessObject process) {
        this.sight = sight;
        pid = process.pid();
        kernel = sight.shown().kernel();
        table = process.table();
        ProcessObject then = sight.baseline().kernel().process(pid);
        before = then == null || then.id() != process.id() ? null : then.table();
        geometry = table.geometry();
        pagesPerCell = table.levels() == 3 ? geometry.midPointers() / ROWS : 1;
    }

    /// The picture.
    static TableFrame project(Sight sight) {
        int pid = sight.view().pid();
        ProcessObject process = sight.shown().kernel().process(pid);
        if (process == null || process.table() == null) {
            String why = pid == 0 ? "Select a process to see its handle table."
                    : process == null ? "There is no process " + pid + " at this step." : process.imageName() + " has no handle table any more.";
            return new TableFrame(pid, process == null ? "" : process.imageName(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, List.of(), 0, null, "", why);
        }
        return new TableProjector(sight, process).project(process.imageName());
    }

    private TableFrame project(String name) {
        boolean three = table.levels() == 3;
        int rows = three ? ROWS : ROWS_OF_ONE_MID_PAGE;
        int maximumMids = geometry.maximumPages() / geometry.midPointers();
        int columns = three ? maximumMids : geometry.midPointers() / rows;
        return new TableFrame(pid, name, table.levels(), table.pages(), geometry.maximumPages(), table.midPages(), maximumMids,
                geometry.entriesPerPage(), table.bytes(), columns, rows, pagesPerCell, cells(), current(),
                new TableLeaves(sight, table), summary(maximumMids), "");
    }

    private List<TableFrame.Cell> cells() {
        List<TableFrame.Cell> cells = new ArrayList<>();
        for (int from = 0; from < table.pages(); from += pagesPerCell) {
            int to = Math.min(table.pages(), from + pagesPerCell);
            int open = open(table, from, to);
            int mid = from / geometry.midPointers();
            boolean same = before != null && from < before.pages() && before.midIdentity(mid) == table.midIdentity(mid);
            int then = same ? open : before == null ? 0 : open(before, from, Math.min(to, before.pages()));
            cells.add(new TableFrame.Cell(open, (to - from) * geometry.usableEntries(),
                    open > then ? Change.OPENED : open < then ? Change.CLOSED : Change.NONE));
        }
        return cells;
    }

    private static int open(HandleTable of, int from, int to) {
        int open = 0;
        for (int leaf = from; leaf < to; leaf++) {
            open += of.openIn(leaf);
        }
        return open;
    }

    private long current() {
        if (sight.view().selection() instanceof Selection.OfHandle(HandleKey key) && key.pid() == pid && isPlace(key.value())) {
            return key.value();
        }
        Machine.Outcome last = sight.shown().last();
        boolean own = last != null && last.call() != null && last.caller().pid() == pid;
        long handle = own ? last.result().handle() != 0 ? last.result().handle() : CallHandle.of(last.call()) : 0;
        if (isPlace(handle)) {
            return handle & ~3L;
        }
        return table.count() == 0 ? 0 : table.at(table.count() - 1);
    }

    private boolean isPlace(long handle) {
        return handle > 0 && HandleTable.slot(handle) < (long) table.pages() * geometry.entriesPerPage();
    }

    private String summary(int maximumMids) {
        String levels = switch (table.levels()) {
            case 1 -> "one level";
            case 2 -> "two levels";
            default -> "three levels";
        };
        String mids = switch (table.levels()) {
            case 1 -> "";
            case 2 -> " · 1 mid page";
            default -> " · " + Words.count(table.midPages()) + " of " + Words.count(maximumMids) + " mid pages";
        };
        return levels + mids + " · " + Words.count(table.pages()) + " of " + Words.count(geometry.maximumPages()) + " leaf pages";
    }
}
