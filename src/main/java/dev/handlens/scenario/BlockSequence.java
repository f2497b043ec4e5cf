package dev.handlens.scenario;

import java.util.List;

/// Blocks in a row, with the first step and the start time of each added up, so that a step is found by bisection.
/// Steps are counted from 0, times from the moment before the first block.
final class BlockSequence {
    /// Steps that follow each other in rounds.
    ///
    /// @param round the steps of a round
    /// @param place the step asked for
    /// @param left steps from it to the end of the last round
    record Run(Scenario.Step[] round, int place, long left) {}

    private final Scenario.Block[] blocks;
    private final BlockSequence[] bodies;
    private final long[] firstSteps;
    private final long[] startTimes;
    private final long[] roundTimes;
    private final Scenario.Step[] steps;
    /// By block: how many steps follow each other from it to the next repeat.
    private final int[] straight;
    private final boolean plain;
    private final long length;
    private final long span;

    /// @param pace ms before a step that does not say
    BlockSequence(List<Scenario.Block> list, long pace) {
        int count = list.size();
        blocks = list.toArray(new Scenario.Block[0]);
        bodies = new BlockSequence[count];
        firstSteps = new long[count];
        startTimes = new long[count];
        roundTimes = new long[count];
        steps = new Scenario.Step[count];
        long total = 0;
        long time = 0;
        for (int i = 0; i < count; i++) {
            firstSteps[i] = total;
            startTimes[i] = time;
            switch (blocks[i]) {
                case Scenario.Step step -> {
                    steps[i] = step;
                    total++;
                    roundTimes[i] = step.after() < 0 ? pace : step.after();
                    time += roundTimes[i];
                }
                case Scenario.Repeat repeat -> {
                    BlockSequence body = new BlockSequence(repeat.body(), 0);
                    bodies[i] = body;
                    roundTimes[i] = Math.max(repeat.every(), body.span);
                    total += repeat.times() * body.length;
                    time += repeat.times() * roundTimes[i];
                }
            }
        }
        straight = new int[count];
        for (int i = count - 1; i >= 0; i--) {
            straight[i] = steps[i] == null ? 0 : 1 + (i + 1 < count ? straight[i + 1] : 0);
        }
        plain = count == 0 || straight[0] == count;
        length = total;
        span = time;
    }

    /// How many steps there are, repeats unrolled.
    long length() {
        return length;
    }

    /// Simulated ms from before the first step to the last one.
    long span() {
        return span;
    }

    Scenario.Step step(long index) {
        BlockSequence sequence = this;
        long rest = index;
        while (true) {
            int block = sequence.blockOf(rest);
            if (sequence.blocks[block] instanceof Scenario.Step step) {
                return step;
            }
            BlockSequence body = sequence.bodies[block];
            rest = (rest - sequence.firstSteps[block]) % body.length;
            sequence = body;
        }
    }

    /// Returns a step with those that follow it up to the next repeat, or to the end of the innermost repeat if that has no repeat in it.
    Run run(long index) {
        BlockSequence sequence = this;
        long rest = index;
        while (true) {
            int block = sequence.blockOf(rest);
            BlockSequence body = sequence.bodies[block];
            if (body == null) {
                return new Run(sequence.steps, block, sequence.straight[block]);
            }
            rest -= sequence.firstSteps[block];
            if (body.plain && sequence.blocks[block] instanceof Scenario.Repeat repeat) {
                return new Run(body.steps, (int) (rest % body.length), repeat.times() * body.length - rest);
            }
            rest %= body.length;
            sequence = body;
        }
    }

    /// Returns how many blocks there are.
    int blocks() {
        return blocks.length;
    }

    /// Returns the step that a block is, or null for a repeat.
    Scenario.Step stepAt(int block) {
        return steps[block];
    }

    /// Returns what a block repeats, or null for a step.
    BlockSequence bodyAt(int block) {
        return bodies[block];
    }

    /// Returns the index of the first step of a block.
    long firstStep(int block) {
        return firstSteps[block];
    }

    /// Simulated ms from before the first step to a step.
    long time(long index) {
        BlockSequence sequence = this;
        long rest = index;
        long time = 0;
        while (true) {
            int block = sequence.blockOf(rest);
            time += sequence.startTimes[block];
            BlockSequence body = sequence.bodies[block];
            if (body == null) {
                return time + sequence.roundTimes[block];
            }
            rest -= sequence.firstSteps[block];
            long round = rest / body.length;
            // The steps of a round fall on its end: what the round has left over passes first.
            time += round * sequence.roundTimes[block] + sequence.roundTimes[block] - body.span;
            rest -= round * body.length;
            sequence = body;
        }
    }

    /// Returns the block that a step lies in.
    int blockOf(long index) {
        int low = 0;
        int high = firstSteps.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (firstSteps[middle] <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
