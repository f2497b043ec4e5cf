package dev.handlens.kernel.io;

import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.StateHash;

/// What a program finds in its IO_STATUS_BLOCK when a request of its has been completed.
///
/// @param irp id that the request had
/// @param status final status
/// @param information bytes put into the output buffer, or what else the driver says
public record IoStatusBlock(int irp, NtStatus status, long information) {
    /// Adds all of it to a hash.
    public void hash(StateHash hash) {
        hash.add(irp).add(status.code()).add(information);
    }
}
