package dev.handlens.kernel;

import static dev.handlens.kernel.KernelInvariants.require;

import java.util.ArrayList;
import java.util.List;

/// Forks that are kept on the way of a storm and must stay as they were, whatever is done to the kernel they came from.
final class StormForks {
    private static final int KEPT = 6;

    private record Fork(Kernel kernel, long hash) {}

    private final List<Fork> forks = new ArrayList<>();
    private int taken;

    /// Takes a fork and keeps it for a while; the one that makes room for it is looked at a last time.
    void keep(Kernel kernel) {
        Kernel fork = kernel.fork();
        forks.add(new Fork(fork, fork.stateHash()));
        if (forks.size() > KEPT) {
            requireUnchanged(forks.remove(taken++ % KEPT));
        }
    }

    /// Compares one of the forks with the kernel of now, forwards and backwards: the difference found is the one that reading all finds.
    ///
    /// @param turn which one, in turn
    void check(Kernel now, int turn) {
        if (!forks.isEmpty()) {
            Fork fork = forks.get(turn % forks.size());
            requireUnchanged(fork);
            compare(fork.kernel, now);
            compare(now, fork.kernel);
        }
    }

    /// Looks at all of them.
    void checkAll() {
        forks.forEach(StormForks::requireUnchanged);
    }

    private static void requireUnchanged(Fork fork) {
        require(fork.kernel.stateHash() == fork.hash, "a fork did not stay as it was");
    }

    private static void compare(Kernel before, Kernel after) {
        List<String> found = NaiveDiff.words(KernelDiff.between(before, after));
        List<String> real = NaiveDiff.between(before, after);
        require(found.equals(real), () -> "the difference found is\n" + found + "\nbut is\n" + real);
    }
}
