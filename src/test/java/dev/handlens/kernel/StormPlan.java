package dev.handlens.kernel;

import java.util.SplittableRandom;

/// What a seed stands for: a machine, how many calls are made on it, and how often everything is checked.
///
/// @param seed what all lots are drawn with
/// @param hoards whether programs open far more than they close, so that their handle tables are full
/// @param calls calls to make, those that stop the machine included
/// @param checkEvery calls between two checks of everything
record StormPlan(long seed, MachineConfig machine, boolean hoards, int calls, int checkEvery) {
    private static final int HOARDERS = 5;
    private static final long KIBIBYTE = 1L << 10;
    private static final long MEBIBYTE = 1L << 20;

    /// The plan of a seed. Both processors, both orders of reuse, pools of four sizes, and every sixth machine under Driver Verifier.
    ///
    /// @param scale how many times longer the storm is than the shortest of its kind
    static StormPlan of(long seed, int scale, int checkEvery) {
        SplittableRandom random = new SplittableRandom(seed * 31 + 7);
        Architecture architecture = seed % 2 == 0 ? Architecture.X64 : Architecture.X86;
        ReusePolicy reuse = seed % 5 == 0 ? ReusePolicy.FIFO : ReusePolicy.LIFO;
        boolean hoards = seed % HOARDERS == 0;
        long paged = 64 * MEBIBYTE;
        long nonpaged = 64 * MEBIBYTE;
        switch (random.nextInt(6)) {
            case 0 -> paged = 100 * KIBIBYTE;
            case 1 -> nonpaged = 50 * KIBIBYTE;
            case 2 -> {
                paged = 200 * KIBIBYTE;
                nonpaged = 60 * KIBIBYTE;
            }
            default -> {
                // Enough of both.
            }
        }
        boolean verifier = random.nextInt(6) == 0;
        MachineConfig machine = hoards ? new MachineConfig(Architecture.X64, 140 * KIBIBYTE, 64 * MEBIBYTE, reuse, verifier)
                : new MachineConfig(architecture, paged, nonpaged, reuse, verifier);
        // Tables fill slowly; other storms are short, to meet many beginnings, or long, to meet what piles up.
        int calls = hoards ? 10_000 : seed % 4 == 0 ? 20_000 : 2_500;
        return new StormPlan(seed, machine, hoards, calls * scale, checkEvery);
    }
}
