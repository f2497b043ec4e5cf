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
/// @param place line and column in the scenario file of the step that opened it, such as `57:9`; empty before step 1
/// @param change what happened to it in the time watched
/// @param recycled whether its value belonged to another handle before
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
        String place,
        Change change,
        boolean recycled) {}
