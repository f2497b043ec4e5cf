package dev.handlens.kernel;

/// A stop of the simulated machine. It is a state like any other: one can step back from it.
///
/// @param code the stop code, such as 0x93
/// @param name its name, such as `INVALID_KERNEL_HANDLE`
/// @param p1 first parameter
/// @param p2 second parameter
/// @param p3 third parameter
/// @param p4 fourth parameter
public record BugCheck(int code, String name, long p1, long p2, long p3, long p4) {}
