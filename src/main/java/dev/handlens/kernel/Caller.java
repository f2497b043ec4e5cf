package dev.handlens.kernel;

/// The thread that makes a call, and the code it runs.
///
/// @param pid process in whose context the thread runs
/// @param tid the thread
/// @param mode previous mode of the call
/// @param buffer where the pointers lead that it hands to the call
/// @param guarded whether the code stands in `__try` with an `__except` that catches everything
public record Caller(int pid, int tid, PreviousMode mode, Buffer buffer, boolean guarded) {
    /// A caller whose pointers are as they should be, and who guards against nothing.
    public Caller(int pid, int tid, PreviousMode mode) {
        this(pid, tid, mode, Buffer.USER, false);
    }
}
