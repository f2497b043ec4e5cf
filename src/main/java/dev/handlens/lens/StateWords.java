package dev.handlens.lens;

import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.se.AccessMask;

/// States of objects as people read them.
final class StateWords {
    private static final int ANYTHING = -1;

    private StateWords() {}

    /// What programs may open an object for, such as `anything`, `nothing` or `EVENT_QUERY_STATE`.
    static String mayBeOpenedFor(KObject object) {
        return switch (object.allowedAccess()) {
            case ANYTHING -> "anything";
            case 0 -> "nothing";
            default -> AccessMask.describe(object.type(), object.allowedAccess());
        };
    }

    /// Whether programs may not open an object for everything.
    static boolean isRestricted(KObject object) {
        return object.allowedAccess() != ANYTHING;
    }

    /// How a wait ended, such as `STATUS_SUCCESS`, or `STATUS_WAIT_2` for one of several objects.
    ///
    /// @param index which of the objects it was, counted from 0
    /// @param oneOfSeveral whether it was a wait for one of several objects
    static String wait(NtStatus status, long index, boolean oneOfSeveral) {
        return oneOfSeveral ? status.nameOfWait(index) : status.name();
    }
}
