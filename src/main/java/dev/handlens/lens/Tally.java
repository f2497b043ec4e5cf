package dev.handlens.lens;

import java.util.Arrays;

/// Handles counted by kind, where a kind is a small number, see [HandleCensus]. A page of a table has few of all kinds, so that what was
/// counted is kept [#packed].
final class Tally {
    private static final int WIDTH = 5;

    private int[] kinds = new int[16];
    private int size;
    /// By kind; 0 for a kind that is not there.
    private long[] counts = new long[16];
    private long[] firsts = new long[16];
    private long[] oldest = new long[16];
    private long[] newest = new long[16];

    /// How many kinds there are.
    int size() {
        return size;
    }

    /// A kind that is there.
    ///
    /// @param index 0 to `size() - 1`
    int kind(int index) {
        return kinds[index];
    }

    /// Handles of a kind.
    long count(int kind) {
        return counts[kind];
    }

    /// The lowest handle value of a kind.
    long first(int kind) {
        return firsts[kind];
    }

    /// The earliest stamp of a kind.
    long oldest(int kind) {
        return oldest[kind];
    }

    /// The latest stamp of a kind.
    long newest(int kind) {
        return newest[kind];
    }

    /// Starts again from nothing.
    void clear() {
        for (int index = 0; index < size; index++) {
            counts[kinds[index]] = 0;
        }
        size = 0;
    }

    /// Adds what was counted elsewhere.
    void add(long[] packed) {
        for (int at = 0; at < packed.length; at += WIDTH) {
            add((int) packed[at], packed[at + 1], packed[at + 2], packed[at + 3], packed[at + 4]);
        }
    }

    /// What was counted, in little room.
    long[] packed() {
        long[] packed = new long[size * WIDTH];
        for (int index = 0; index < size; index++) {
            int kind = kinds[index];
            int at = index * WIDTH;
            packed[at] = kind;
            packed[at + 1] = counts[kind];
            packed[at + 2] = firsts[kind];
            packed[at + 3] = oldest[kind];
            packed[at + 4] = newest[kind];
        }
        return packed;
    }

    /// Whether something packed has a kind.
    static boolean has(long[] packed, int kind) {
        for (int at = 0; at < packed.length; at += WIDTH) {
            if (packed[at] == kind) {
                return true;
            }
        }
        return false;
    }

    /// Adds handles of one kind.
    ///
    /// @param first the lowest of their values
    /// @param earliest the earliest of their stamps
    /// @param latest the latest of their stamps
    void add(int kind, long count, long first, long earliest, long latest) {
        if (kind >= counts.length) {
            int length = Math.max(kind + 1, 2 * counts.length);
            counts = Arrays.copyOf(counts, length);
            firsts = Arrays.copyOf(firsts, length);
            oldest = Arrays.copyOf(oldest, length);
            newest = Arrays.copyOf(newest, length);
        }
        if (counts[kind] == 0) {
            if (size == kinds.length) {
                kinds = Arrays.copyOf(kinds, 2 * size);
            }
            kinds[size++] = kind;
            firsts[kind] = first;
            oldest[kind] = earliest;
            newest[kind] = latest;
        } else {
            firsts[kind] = Math.min(firsts[kind], first);
            oldest[kind] = Math.min(oldest[kind], earliest);
            newest[kind] = Math.max(newest[kind], latest);
        }
        counts[kind] += count;
    }
}
