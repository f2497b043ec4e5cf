package dev.handlens.kernel;

/// What a wait does to the state of an event or timer.
public enum EventKind {
    /// Stays signaled until reset; releases every waiter (manual reset).
    NOTIFICATION,
    /// Releases one waiter and resets itself (auto reset).
    SYNCHRONIZATION
}
