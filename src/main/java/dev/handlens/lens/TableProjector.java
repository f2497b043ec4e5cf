package dev.handlens.lens;

import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ex.TableGeometry;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.scenario.Machine;
import java.util.List;

/// The picture of a handle table. Of each page only the number of its open handles is read, and that only where a mid page is not as it was
/// in the frame before.
final class TableProjector {
    private static final int ROWS = 16;
    private static final int ROWS_OF_ONE_MID_PAGE = 8;

    private final Sight sight;
    private final int pid;
    private final HandleTable table;
    private final HandleTable before;
    private final TableGeometry geometry;
    private final int pagesPerCell;
    private final TableCells cells;

    private TableProjector(Sight sight, ProcessObject process, TableCells cells) {
        this.sight = sight;
        this.cells = cells;
        pid = process.pid();
        table = process.table();
        ProcessObject then = sight.baseline().kernel().process(pid);
        before = then == null || then.id() != process.id() ? null : then.table();
        geometry = table.geometry();
        pagesPerCell = table.levels() == 3 ? geometry.midPointers() / ROWS : 1;
    }

    /// The picture.
    ///
    /// @param cells remembers what neighbouring frames share
    static TableFrame project(Sight sight, TableCells cells) {
        int pid = sight.view().pid();
        ProcessObject process = sight.shown().kernel().process(pid);
        if (process == null || process.table() == null) {
            String why = pid == 0 ? "Select a process to see its handle table."
                    : process == null ? "There is no process " + pid + " at this step." : process.imageName() + " has no handle table any more.";
            return new TableFrame(pid, process == null ? "" : process.imageName(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, List.of(), List.of(), 0, null, "", why);
        }
        return new TableProjector(sight, process, cells).project(process.imageName());
    }

    private TableFrame project(String name) {
        boolean three = table.levels() == 3;
        int rows = three ? ROWS : ROWS_OF_ONE_MID_PAGE;
        int maximumMids = geometry.maximumPages() / geometry.midPointers();
        int columns = three ? maximumMids : geometry.midPointers() / rows;
        return new TableFrame(pid, name, table.levels(), table.pages(), geometry.maximumPages(), table.midPages(), maximumMids,
                geometry.entriesPerPage(), table.bytes(), columns, rows, pagesPerCell, cells.of(table, before, pagesPerCell), levels(), current(),
                new TableLeaves(sight, table), summary(maximumMids), "");
    }

    /// The second level comes with the second leaf page, the third with the first one that the first mid page has no pointer for.
    private List<TableFrame.Level> levels() {
        return List.of(level(2, 1), level(3, geometry.midPointers()));
    }

    private TableFrame.Level level(int number, int page) {
        long handle = ((long) page * geometry.entriesPerPage() + 1) << 2;
        HandleEntry entry = table.levels() < number ? null : table.entry(handle);
        // Values are handed out in their order at first: the first handle of that value is the one that needed the level.
        long step = entry != null && entry.generation() == 1 ? entry.stamp() : -1;
        return new TableFrame.Level(number, handle, (long) page * geometry.usableEntries() + 1, table.levels() >= number, step);
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
