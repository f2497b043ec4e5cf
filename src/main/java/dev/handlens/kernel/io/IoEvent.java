package dev.handlens.kernel.io;

import dev.handlens.kernel.NtStatus;

/// Something that happened between the I/O manager and a driver, at the moment it happened.
///
/// @param kind what
/// @param driver id of the driver object
/// @param file id of the file object
/// @param irp id of the request, 0 for CREATE, CLEANUP and CLOSE
/// @param status what a request was completed with; null for everything else
public record IoEvent(Kind kind, int driver, int file, int irp, NtStatus status) {
    /// Everything but a completion.
    public IoEvent(Kind kind, int driver, int file, int irp) {
        this(kind, driver, file, irp, null);
    }

    /// What can happen.
    public enum Kind {
        /// The driver was told of a new file object.
        CREATE,
        /// The driver keeps a request.
        PENDING,
        /// The driver took a request off its queue.
        TAKEN,
        /// A request got its cancel flag.
        CANCEL,
        /// A request was completed and is gone.
        COMPLETED,
        /// A thread gave a request up.
        DISOWNED,
        /// The driver was told that the last handle to a file object is closed.
        CLEANUP,
        /// The driver was told that the last reference to a file object is gone.
        CLOSE
    }
}
