package dev.handlens.kernel;

/// A simulated kernel.
public final class Kernel {
    private Kernel() {}
}
