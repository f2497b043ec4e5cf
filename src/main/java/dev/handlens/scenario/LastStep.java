package dev.handlens.scenario;

import java.util.function.Predicate;

/// Finds the last step that fits among those up to any step. Each block is asked once, when the search is prepared; after that a look costs
/// the same however many blocks there are and however often they repeat. Steps are counted from 0; -1 stands for none.
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
                has = bodies[block].last() >= 0;
            }
            last = has ? block : last;
            fitting[block] = last;
        }
    }

    private long last() {
        int last = fitting.length == 0 ? -1 : fitting[fitting.length - 1];
        return last < 0 ? -1 : lastOf(last);
    }

    private long lastOf(int block) {
        if (bodies[block] == null) {
            return sequence.firstStep(block);
        }
        long end = block + 1 < fitting.length ? sequence.firstStep(block + 1) : sequence.length();
        return end - sequence.bodyAt(block).length() + bodies[block].last();
    }

    /// Returns the last step that fits up to a step.
    long upTo(long index) {
        int block = sequence.blockOf(index);
        if (fitting[block] == block) {
            long found = bodies[block] == null ? index : inRounds(block, index);
            if (found >= 0) {
                return found;
            }
        }
        int before = fitting[block] < block ? fitting[block] : block == 0 ? -1 : fitting[block - 1];
        return before < 0 ? -1 : lastOf(before);
    }

    private long inRounds(int block, long index) {
        long round = sequence.bodyAt(block).length();
        long place = (index - sequence.firstStep(block)) % round;
        long begin = index - place;
        long found = bodies[block].upTo(place);
        if (found >= 0) {
            return begin + found;
        }
        return begin > sequence.firstStep(block) ? begin - round + bodies[block].last() : -1;
    }
}
