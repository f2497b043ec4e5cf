package dev.handlens.kernel;

/// The ids by which a process or a thread is opened (CLIENT_ID).
///
/// @param process id of the process
/// @param thread id of one of its threads, or 0 when that does not matter
public record ClientId(int process, int thread) {}
