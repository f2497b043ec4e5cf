package dev.handlens.kernel;

/// Thrown when the pools of a machine have no room for what it has when it has booted.
public final class PoolTooSmallException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    PoolTooSmallException() {
        super("the pools of this machine are too small to boot; give each at least 1 MB");
    }
}
