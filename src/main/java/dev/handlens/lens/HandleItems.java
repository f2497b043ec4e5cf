package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.scenario.Program;
import java.util.List;

/// The handles of a process at one moment, each as a number: the slot of an open one, or the place among the closed ones, counted
/// downwards from -1. Four bytes a handle, so that sixteen million can be put into any order.
///
/// @param program the run
/// @param position the moment
/// @param watched what opened and closed in the time watched
/// @param kernel the machine then, which nobody changes any more
/// @param table the handle table then, or null for none
/// @param closed closed handles, by value and position
/// @param rows makes rows of them
record HandleItems(Program program, long position, WatchedTime watched, Kernel kernel, HandleTable table, List<SpanChanges.Closed> closed, HandleRows rows) {

    /// Whether these are the handles of the same moment, told against the same one.
    boolean sameMoment(HandleItems other) {
        return program == other.program && position == other.position && watched.baseline() == other.watched.baseline();
    }

    /// The entry of an item.
    HandleEntry entry(int item) {
        return item < 0 ? closed.get(-1 - item).entry() : table.entry((long) item << 2);
    }

    /// The object of an item; of a closed handle whose object is gone, as it was last.
    KObject object(int item) {
        if (item >= 0) {
            return kernel.object(HandleEntry.object(table.first((long) item << 2)));
        }
        KObject last = closed.get(-1 - item).object();
        KObject alive = kernel.object(last.id());
        return alive == null ? last : alive;
    }

    /// The row of an item.
    HandleRow row(int item) {
        return item < 0 ? rows.closed(closed.get(-1 - item)) : rows.open(entry(item));
    }

    /// The key of an item.
    HandleKey key(int item) {
        HandleEntry entry = entry(item);
        return new HandleKey(rows.pid(), entry.handle(), entry.stamp());
    }

    /// What a handle that was open then is when it has been closed since.
    ///
    /// @param found the position at which it was found closed
    SpanChanges.Closed closedSince(int item, long found) {
        KObject object = kernel.object(HandleEntry.object(table.first((long) item << 2)));
        return new SpanChanges.Closed(entry(item), object, kernel.nameOf(object), found);
    }
}
