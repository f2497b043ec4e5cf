package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ps.ProcessObject;
import java.util.ArrayList;
import java.util.List;

/// Finds the handles to an object. Entries name objects, objects do not name entries, so that all tables are read.
final class HandleSearch {
    /// Handles found at most: nobody looks at more one by one. How many there are in all, the object itself knows.
    private static final int FOUND_AT_MOST = 5_000;

    private HandleSearch() {}

    /// A handle and whose it is.
    record Found(ProcessObject process, HandleEntry entry) {
        HandleKey key() {
            return new HandleKey(process.pid(), entry.handle(), entry.stamp());
        }
    }

    /// The handles to an object, by process and value; the first 5,000 of more.
    static List<Found> of(Kernel kernel, int object) {
        List<Found> found = new ArrayList<>();
        for (ProcessObject process : kernel.processes()) {
            if (process.table() != null) {
                process.table().forEach((handle, first, second) -> {
                    if (HandleEntry.object(first) == object && found.size() < FOUND_AT_MOST) {
                        found.add(new Found(process, HandleEntry.of(handle, first, second)));
                    }
                });
            }
        }
        return found;
    }
}
