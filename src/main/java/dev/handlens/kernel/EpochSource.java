package dev.handlens.kernel;

/// Gives out epochs, each once, to a kernel and all its forks. A fork may be asked on another thread, and may fork there.
final class EpochSource {
    private long last;

    synchronized long next() {
        return ++last;
    }
}
