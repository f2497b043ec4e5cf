package dev.handlens.kernel;

import java.util.Arrays;
import java.util.List;

/// What a call gives back.
///
/// @param status the status; `STATUS_PENDING` with `blocked` for a wait that has not returned
/// @param handle the new handle, or 0 when the call gives none
/// @param object id of the object or request whose pointer the call gives, or of the object it made, or 0
/// @param information what else the call reports: previous event state, previous count, index of the satisfied wait, bytes
/// @param blocked whether the calling thread now waits, so that the call has not returned yet
public record CallResult(NtStatus status, long handle, int object, long information, boolean blocked) {
    private static final List<CallResult> STATUS_ALONE = Arrays.stream(NtStatus.values())
            .map(status -> new CallResult(status, 0, 0, 0, false)).toList();

    /// A call that gives back a status alone.
    public static CallResult of(NtStatus status) {
        return STATUS_ALONE.get(status.ordinal());
    }

    /// A call that gives back a status and a number.
    public static CallResult of(NtStatus status, long information) {
        return new CallResult(status, 0, 0, information, false);
    }

    /// A call that gives back a handle to an object.
    public static CallResult handle(NtStatus status, long handle, int object) {
        return new CallResult(status, handle, object, 0, false);
    }
}
