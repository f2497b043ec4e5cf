package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ps.ProcessObject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds the handles to an object. Entries name objects, objects do not name entries, so that tables are read, as far as is needed; the
/// search remembers which pages had handles to the object it was asked for last, and reads again only what differs. What is remembered
/// never changes a result.
final class HandleSearch {
    /// Handles found at most: nobody looks at more one by one. How many there are in all, the object itself knows.
    private static final int FOUND_AT_MOST = 5_000;

    private final Map<Integer, InTable> tables = new LinkedHashMap<>();
    private int object;
    private long read;

    /// A handle and whose it is.
    record Found(ProcessObject process, HandleEntry entry) {
        HandleKey key() {
            return new HandleKey(process.pid(), entry.handle(), entry.stamp());
        }
    }

    /// The pages of one table that have handles to the object.
    private static final class InTable {
        private final ChangedPages changes = new ChangedPages();
        /// Pages that have some, or have not been read yet.
        private final BitSet pages = new BitSet();
    }

    /// The handles to an object, by process and value; the first 5,000 of more.
    ///
    /// @param id id of the object
    List<Found> of(Kernel kernel, int id) {
        KObject asked = kernel.object(id);
        if (asked == null || asked.handleCount() == 0) {
            return List.of();
        }
        if (id != object) {
            tables.clear();
            object = id;
        }
        long most = Math.min(FOUND_AT_MOST, asked.handleCount());
        List<Found> found = new ArrayList<>();
        for (ProcessObject process : kernel.processes()) {
            InTable in = tables.computeIfAbsent(process.pid(), _ -> new InTable());
            HandleTable table = process.table();
            in.changes.look(table, page -> in.pages.set(page, table != null && page < table.pages()));
            for (int page = in.pages.nextSetBit(0); page >= 0 && found.size() < most; page = in.pages.nextSetBit(page + 1)) {
                look(process, page, in, found, most);
            }
        }
        return found;
    }

    /// Entries read so far; tests hold the search to a bound without a clock.
    long read() {
        return read;
    }

    private void look(ProcessObject process, int page, InTable in, List<Found> found, long most) {
        int before = found.size();
        process.table().forEachIn(page, (handle, first, second) -> {
            if (HandleEntry.object(first) == object && found.size() < most) {
                found.add(new Found(process, HandleEntry.of(handle, first, second)));
            }
        });
        read += process.table().geometry().entriesPerPage();
        if (found.size() == before) {
            in.pages.clear(page);
        }
    }
}
