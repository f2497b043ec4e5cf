package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ps.ProcessObject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Finds the handles to an object. Entries name objects, objects do not name entries, so that tables are read; the search remembers which
/// pages had handles to the object it was asked for last, and reads again only what differs. What is remembered never changes a result.
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
        private final TreeSet<Integer> pages = new TreeSet<>();
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
        List<Found> found = new ArrayList<>();
        for (ProcessObject process : kernel.processes()) {
            InTable in = tables.computeIfAbsent(process.pid(), _ -> new InTable());
            HandleTable table = process.table();
            in.changes.look(table, page -> reread(table, page, in));
            Iterator<Integer> page = in.pages.iterator();
            while (page.hasNext() && found.size() < FOUND_AT_MOST) {
                collect(process, page.next(), found);
            }
        }
        return found;
    }

    /// Entries read so far; tests hold the search to a bound without a clock.
    long read() {
        return read;
    }

    private void reread(HandleTable table, int page, InTable in) {
        boolean has = false;
        if (table != null && page < table.pages()) {
            int perPage = table.geometry().entriesPerPage();
            for (long slot = (long) page * perPage + 1; slot < (page + 1L) * perPage; slot++) {
                has |= HandleEntry.object(table.first(slot << 2)) == object;
            }
            read += perPage;
        }
        if (has) {
            in.pages.add(page);
        } else {
            in.pages.remove(page);
        }
    }

    private void collect(ProcessObject process, int page, List<Found> found) {
        HandleTable table = process.table();
        int perPage = table.geometry().entriesPerPage();
        for (long slot = (long) page * perPage + 1; slot < (page + 1L) * perPage && found.size() < FOUND_AT_MOST; slot++) {
            if (HandleEntry.object(table.first(slot << 2)) == object) {
                found.add(new Found(process, table.entry(slot << 2)));
            }
        }
        read += perPage;
    }
}
