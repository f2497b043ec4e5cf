package dev.handlens.lens;

import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ps.ProcessObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// A handle that is there, but not in the list, and what hides it.
///
/// @param key the handle
/// @param unnamed whether it is hidden as a handle to an unnamed object
/// @param filtered whether the filter leaves it out
/// @param closed whether it is left out as a closed handle
public record HiddenHandle(HandleKey key, boolean unnamed, boolean filtered, boolean closed) {
    /// Returns what hides a handle from the list of its process, or null when it is listed or there is no such handle.
    ///
    /// @param rows makes rows of the process
    /// @param matches the condition of the filter, or null for none
    static HiddenHandle of(Sight sight, HandleRows rows, Predicate<HandleRow> matches, HandleKey key) {
        ProcessObject process = sight.shown().kernel().process(key.pid());
        HandleEntry entry = process == null || process.table() == null ? null : process.table().entry(key.value());
        if (entry != null && entry.stamp() == key.openedAt()) {
            boolean named = Naming.isNamed(sight.shown().kernel(), sight.shown().kernel().object(entry.object()));
            return of(sight, key, rows.open(entry), !named, matches);
        }
        for (SpanChanges.Closed closed : sight.changes().closedHandles(key.pid())) {
            if (closed.entry().handle() == key.value() && closed.entry().stamp() == key.openedAt()) {
                return of(sight, key, rows.closed(closed), closed.name().isEmpty(), matches);
            }
        }
        return null;
    }

    private static HiddenHandle of(Sight sight, HandleKey key, HandleRow row, boolean unnamed, Predicate<HandleRow> matches) {
        boolean isClosed = row.change() == Change.CLOSED || row.change() == Change.FLASHED;
        HiddenHandle hidden = new HiddenHandle(key, unnamed && !sight.view().showUnnamed(), matches != null && !matches.test(row),
                isClosed && sight.view().stillOpen());
        return hidden.unnamed || hidden.filtered || hidden.closed ? hidden : null;
    }

    /// Returns why it is hidden, such as `it has no name`.
    public String why() {
        List<String> reasons = new ArrayList<>();
        if (unnamed) {
            reasons.add("its object has no name");
        }
        if (filtered) {
            reasons.add("it does not match the filter");
        }
        if (closed) {
            reasons.add("it is closed");
        }
        return Words.list(reasons);
    }
}
