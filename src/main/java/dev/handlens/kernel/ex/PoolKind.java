package dev.handlens.kernel.ex;

/// The two kernel pools.
public enum PoolKind {
    /// May be written to the page file; handle tables live here.
    PAGED,
    /// Always in memory; most object bodies live here.
    NONPAGED
}
