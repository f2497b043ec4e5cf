package dev.handlens.app;

/// What a command's exit code says. Scripts rely on these numbers.
public final class ExitCode {
    /// Everything held.
    public static final int OK = 0;
    /// A scenario was played, and an expectation in it failed.
    public static final int EXPECTATION_FAILED = 1;
    /// A bad file, or bad usage: nothing was played.
    public static final int BAD_INPUT = 2;
    /// Handlens itself is wrong.
    public static final int OUR_FAULT = 3;

    /// Memory ran out.
    public static final int OUT_OF_MEMORY = 4;

    private ExitCode() {}
}
