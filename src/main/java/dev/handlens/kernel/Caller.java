package dev.handlens.kernel;

/// The thread that makes a call.
///
/// @param pid process in whose context the thread runs
/// @param tid the thread
/// @param mode previous mode of the call
public record Caller(int pid, int tid, PreviousMode mode) {}
