package dev.handlens.lens;

/// Many ints in blocks that are made when they are first written: one array of millions would take longer to make than a frame lasts.
final class PagedInts {
    private static final int SHIFT = 16;
    private static final int MASK = (1 << SHIFT) - 1;

    private int[][] blocks = new int[16][];

    int get(int index) {
        return blocks[index >> SHIFT][index & MASK];
    }

    void set(int index, int value) {
        int block = index >> SHIFT;
        if (block >= blocks.length) {
            blocks = java.util.Arrays.copyOf(blocks, Math.max(block + 1, 2 * blocks.length));
        }
        if (blocks[block] == null) {
            blocks[block] = new int[MASK + 1];
        }
        blocks[block][index & MASK] = value;
    }
}
