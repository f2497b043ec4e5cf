package dev.handlens.scenario;

import java.util.function.Predicate;

/// Finds the last step that fits among those up to any step. Each block is asked once, when the search is prepared; after that a look costs
/// the same however many blocks there are and however often they repeat.
final class LastStep {
    private final BlockSequence sequence;
    private final LastStep[] bodies;
    /// By block: the last block up to it with a step that fits, or -1.
    private final int[] fitting;

    LastStep(BlockSequence sequence, Predicate<Scenario.Step> fits) {
        this.sequence = sequence;
        bodies = new LastStep[sequence.blocks()];
        fitting = new int[sequence.blocks()];
        int last = -1;
        for (int block = 0; block < fitting.length; block++) {
            boolean has;
            if (sequence.bodyAt(block) == null) {
                has = fits.test(sequence.stepAt(block));
            } else {
                bodies[block] = new LastStep(sequence.bodyAt(block), fits);
                has = bodies[block].last() != null;
            }
            last = has ? block : last;
            fitting[block] = last;
        }
    }

    private Scenario.Step last() {
        int last = fitting.length == 0 ? -1 : fitting[fitting.length - 1];
        return last < 0 ? null : lastOf(last);
    }

    private Scenario.Step lastOf(int block) {
        return bodies[block] == null ? sequence.stepAt(block) : bodies[block].last();
    }

    /// Returns the last step that fits up to a step, or null.
    ///
    /// @param index index of the step
    Scenario.Step upTo(long index) {
        int block = sequence.blockOf(index);
        if (fitting[block] == block) {
            Scenario.Step found = bodies[block] == null ? sequence.stepAt(block) : inRounds(block, index - sequence.firstStep(block));
            if (found != null) {
                return found;
            }
        }
        int before = fitting[block] == block ? block == 0 ? -1 : fitting[block - 1] : fitting[block];
        return before < 0 ? null : lastOf(before);
    }

    private Scenario.Step inRounds(int block, long index) {
        long round = index / sequence.bodyAt(block).length();
        Scenario.Step found = bodies[block].upTo(index % sequence.bodyAt(block).length());
        return found == null && round > 0 ? bodies[block].last() : found;
    }
}
