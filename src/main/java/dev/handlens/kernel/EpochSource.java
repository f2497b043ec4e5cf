package dev.handlens.kernel;

/// Gives out epochs, each once, to a kernel and all its forks. A fork may be asked on another thread, and may fork there.
public final class EpochSource {
    private long last;

    /// Returns an epoch that was not given out before.
    public synchronized long next() {
        return ++last;
    }
}
