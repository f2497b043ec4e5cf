package dev.handlens.kernel;

/// Which freed handle value a table hands out first.
public enum ReusePolicy {
    /// The most recently freed value first, as ordinary Windows tables do.
    LIFO,
    /// The longest free value first, as tables with the StrictFIFO flag do.
    FIFO
}
