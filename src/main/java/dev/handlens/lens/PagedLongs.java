package dev.handlens.lens;

/// Many longs in blocks that are made when they are first written: one array of millions would take longer to make than a frame lasts.
final class PagedLongs {
    private static final int SHIFT = 16;
    private static final int MASK = (1 << SHIFT) - 1;

    private long[][] blocks = new long[16][];

    long get(int index) {
        return blocks[index >> SHIFT][index & MASK];
    }

    void set(int index, long value) {
        int block = index >> SHIFT;
        if (block >= blocks.length) {
            blocks = java.util.Arrays.copyOf(blocks, Math.max(block + 1, 2 * blocks.length));
        }
        if (blocks[block] == null) {
            blocks[block] = new long[MASK + 1];
        }
        blocks[block][index & MASK] = value;
    }
}
