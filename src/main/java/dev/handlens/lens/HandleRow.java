package dev.handlens.lens;

import dev.handlens.kernel.ob.ObjectType;
import java.util.List;

/// One row of the handle list.
///
/// @param key which handle it is
/// @param process name of the process, for lists over several processes
/// @param type type of the object
/// @param name full name of the object, or empty for none
/// @param grantedAccess the access mask kept in the entry
/// @param access the mask in words, such as `read, write` or `all`
/// @param inherit whether a child gets a copy
/// @param protectFromClose whether closing is refused
/// @param kernelHandle whether it is in the System table, for kernel mode only
/// @param object id of the object
/// @param handleCount handles to the object, in any process, at the moment shown (last count for a closed row)
/// @param pointerCount references to the object at the moment shown (last count for a closed row)
/// @param openedTime simulated ms at which it was opened
/// @param age simulated ms since then
/// @param stack call stack that opened it, innermost frame first; empty when the scenario gives none
/// @param site where the program called from, such as `server!OnRequest+0x41`: its own frame of the stack, or the service when the scenario
/// gives no stack; empty before step 1
/// @param change what happened to it in the time watched
/// @param recycled whether its value belonged to another handle before
/// @param fold the fold that the row stands for or belongs to, or null for none. A row that stands for a fold has the values of the newest
/// handle in it
public record HandleRow(
        HandleKey key,
        String process,
        ObjectType type,
        String name,
        int grantedAccess,
        String access,
        boolean inherit,
        boolean protectFromClose,
        boolean kernelHandle,
        int object,
        long handleCount,
        long pointerCount,
        long openedTime,
        long age,
        List<String> stack,
        String site,
        Change change,
        boolean recycled,
        HandleFold fold) {

    /// Returns whether the row stands for several handles that came and went.
    public boolean isFold() {
        return fold != null && fold.head();
    }

    /// Returns what tells the row from others, from one moment to the next: the id of the fold it stands for, else its key.
    public Object identity() {
        return isFold() ? fold.id() : key;
    }

    /// Returns the row that stands for a fold which this handle is the newest of, or this handle's own row in it.
    HandleRow in(HandleFold ofFold) {
        return new HandleRow(key, process, type, name, grantedAccess, access, inherit, protectFromClose, kernelHandle, object, handleCount,
                pointerCount, openedTime, age, stack, site, ofFold.head() ? Change.FLASHED : change, recycled, ofFold);
    }
}
