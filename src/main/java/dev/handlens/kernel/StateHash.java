package dev.handlens.kernel;

/// A hash over state that is the same on every run and every machine: it depends on values alone.
public final class StateHash {
    private long hash = 0x9E37_79B9_7F4A_7C15L;

    /// Takes a number in.
    public StateHash add(long value) {
        // The finaliser of SplittableRandom: cheap, and every input bit reaches every output bit.
        long mixed = hash ^ value;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        hash = (mixed ^ (mixed >>> 31)) + 0x9E37_79B9_7F4A_7C15L;
        return this;
    }

    /// Takes a truth value in.
    public StateHash add(boolean value) {
        return add(value ? 1 : 0);
    }

    /// Takes a text in; null and empty text differ.
    public StateHash add(String text) {
        if (text == null) {
            return add(-1);
        }
        add(text.length());
        for (int i = 0; i < text.length(); i++) {
            add(text.charAt(i));
        }
        return this;
    }

    /// The hash of everything taken in so far.
    public long value() {
        return hash;
    }
}
