package dev.handlens.lens;

/// How much may be done for one frame. What is more goes on with the next frame, so that no list, however long, holds the window up.
/// Counted in entries looked at, not in time: a lens has no clock.
final class Allowance {
    private long left;

    private Allowance(long left) {
        this.left = left;
    }

    /// Everything is done at once.
    static Allowance unlimited() {
        return new Allowance(Long.MAX_VALUE);
    }

    /// @param entries entries that may be looked at; a few more do not matter
    static Allowance of(long entries) {
        return new Allowance(entries);
    }

    boolean isSpent() {
        return left <= 0;
    }

    void spend(long entries) {
        left -= entries;
    }
}
