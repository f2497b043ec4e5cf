package dev.handlens.scenario;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The steps of some blocks, each once, in the order of the file.
final class StepList {
    private final List<Scenario.Step> steps = new ArrayList<>();
    private final BitSet known = new BitSet();
    private final BitSet repeated = new BitSet();

    private StepList() {}

    static StepList of(List<Scenario.Block> blocks) {
        StepList list = new StepList();
        list.add(blocks, false);
        return list;
    }

    private void add(List<Scenario.Block> blocks, boolean inRepeat) {
        for (Scenario.Block block : blocks) {
            switch (block) {
                case Scenario.Step step -> add(step, inRepeat);
                case Scenario.Repeat repeat -> add(repeat.body(), true);
            }
        }
    }

    private void add(Scenario.Step step, boolean inRepeat) {
        // A repeat that was cut in two has its steps twice.
        if (!known.get(step.id())) {
            known.set(step.id());
            steps.add(step);
        }
        repeated.set(step.id(), inRepeat || repeated.get(step.id()));
    }

    /// Returns the steps.
    List<Scenario.Step> steps() {
        return List.copyOf(steps);
    }

    /// Returns whether a step is inside a repeat.
    boolean isRepeated(Scenario.Step step) {
        return repeated.get(step.id());
    }
}
