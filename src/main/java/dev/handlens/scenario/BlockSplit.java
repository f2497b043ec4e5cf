package dev.handlens.scenario;

import java.util.ArrayList;
import java.util.List;

/// Puts one step among blocks. A repeat around the place becomes the rounds before it, the one round that differs, and the rounds after it;
/// no other step moves in time except by what the new step takes.
final class BlockSplit {
    private BlockSplit() {}

    /// @param index how many steps, repeats unrolled, come before the new one
    static List<Scenario.Block> insert(List<Scenario.Block> blocks, long index, Scenario.Step step) {
        List<Scenario.Block> result = new ArrayList<>(blocks.size() + 3);
        long rest = index;
        boolean placed = false;
        for (Scenario.Block block : blocks) {
            if (!placed && rest == 0) {
                result.add(step);
                placed = true;
            }
            if (placed) {
                result.add(block);
                continue;
            }
            switch (block) {
                case Scenario.Step before -> {
                    result.add(before);
                    rest--;
                }
                case Scenario.Repeat repeat -> {
                    long length = new BlockSequence(repeat.body(), 0).length() * repeat.times();
                    if (rest >= length) {
                        result.add(repeat);
                        rest -= length;
                    } else {
                        split(result, repeat, rest, step);
                        placed = true;
                    }
                }
            }
        }
        if (!placed) {
            result.add(step);
        }
        return List.copyOf(result);
    }

    private static void split(List<Scenario.Block> result, Scenario.Repeat repeat, long index, Scenario.Step step) {
        BlockSequence body = new BlockSequence(repeat.body(), 0);
        int before = (int) (index / body.length());
        long inRound = index % body.length();
        addRounds(result, repeat, before, repeat.every(), repeat.body());
        if (inRound == 0) {
            result.add(step);
            addRounds(result, repeat, repeat.times() - before, repeat.every(), repeat.body());
            return;
        }
        long roundTime = Math.max(repeat.every(), body.span()) + Math.max(0, step.after());
        addRounds(result, repeat, 1, roundTime, insert(repeat.body(), inRound, step));
        addRounds(result, repeat, repeat.times() - before - 1, repeat.every(), repeat.body());
    }

    private static void addRounds(List<Scenario.Block> result, Scenario.Repeat repeat, int times, long every, List<Scenario.Block> body) {
        if (times > 0) {
            result.add(new Scenario.Repeat(times, every, body, repeat.place()));
        }
    }
}
