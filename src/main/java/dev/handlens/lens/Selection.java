package dev.handlens.lens;

/// The thing that is marked in every pane.
public sealed interface Selection {
    /// A process.
    record OfProcess(int pid) implements Selection {}

    /// A handle, open or closed.
    record OfHandle(HandleKey key) implements Selection {}

    /// An object.
    record OfObject(int object) implements Selection {}

    /// A request that a driver has, or had.
    record OfRequest(int irp) implements Selection {}
}
