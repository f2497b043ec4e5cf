package dev.handlens.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/// A scenario as one long list of steps, repeats unrolled in thought only: any place of it is found by arithmetic.
/// Position 0 is the start, before the first step; position p is the moment after step p.
///
/// The clock: a step happens `after` ms after the step before it. A step that says nothing waits for the scenario's pace, or not at all
/// inside a repeat. A round of a repeat takes `every` ms, or as long as its steps need if that is more; its last step falls on the end of
/// the round. So n rounds take exactly n times as long as one, and a repeat may be cut between any two rounds without moving a step.
///
/// Immutable and without a cursor: any number of machines may run one program.
public final class Program {
    private final Scenario scenario;
    private final BlockSequence steps;
    private final PreparedStep[] prepared;
    private final RunBars bars;

    /// @param before the program that this one came of by an added step, or null
    private Program(Scenario scenario, Program before) {
        this.scenario = scenario;
        prepared = new PreparedStep[largestId(scenario.blocks()) + 1];
        prepare(scenario.blocks());
        steps = new BlockSequence(scenario.blocks(), scenario.pace());
        bars = before == null ? RunBars.of(this) : before.bars.grownTo(this);
    }

    private void prepare(List<Scenario.Block> blocks) {
        for (Scenario.Block block : blocks) {
            switch (block) {
                case Scenario.Step step -> prepared[step.id()] = new PreparedStep(scenario, step);
                case Scenario.Repeat repeat -> prepare(repeat.body());
            }
        }
    }

    /// The program of a scenario.
    public static Program of(Scenario scenario) {
        return new Program(scenario, null);
    }

    /// The scenario.
    public Scenario scenario() {
        return scenario;
    }

    /// How many steps there are.
    public long length() {
        return steps.length();
    }

    /// The step that leads to a position.
    ///
    /// @param position 1 to `length()`
    public Scenario.Step step(long position) {
        Objects.checkIndex(position - 1, length());
        return steps.step(position - 1);
    }

    /// The last step that fits among those that led to a position, or null. What repeats is not read again and again.
    ///
    /// @param position 0 to `length()`
    public Scenario.Step last(long position, Predicate<Scenario.Step> fits) {
        long found = lastPosition(position, fits);
        return found == 0 ? null : step(found);
    }

    /// Returns the position that the last fitting step led to, or 0 for none. What repeats is not read again and again.
    ///
    /// @param position 0 to `length()`
    public long lastPosition(long position, Predicate<Scenario.Step> fits) {
        Objects.checkIndex(position, length() + 1);
        return position == 0 ? 0 : steps.last(position - 1, fits) + 1;
    }

    /// The step that leads to a position, with those that follow it in rounds.
    ///
    /// @param position 1 to `length()`
    BlockSequence.Run run(long position) {
        Objects.checkIndex(position - 1, length());
        return steps.run(position - 1);
    }

    /// What can be said of a step before it is run.
    ///
    /// @param id its id
    PreparedStep prepared(int id) {
        return prepared[id];
    }

    /// Simulated ms at a position.
    ///
    /// @param position 0 to `length()`
    public long time(long position) {
        Objects.checkIndex(position, length() + 1);
        return position == 0 ? 0 : steps.time(position - 1);
    }

    /// The last position whose time is not after a time.
    ///
    /// @param millis simulated ms
    public long positionAt(long millis) {
        long low = 0;
        long high = length();
        while (low < high) {
            long middle = (low + high + 1) >>> 1;
            if (time(middle) <= millis) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// Returns the bars that the timeline and the counts for it divide the program into.
    public RunBars bars() {
        return bars;
    }

    /// How many different steps the file has: ids of steps are below it.
    public int stepCount() {
        return prepared.length;
    }

    /// The program with one more step after a position; repeats that contain the place are split. The steps before it stay where and when
    /// they are; those after it come later by the new step's `after`.
    ///
    /// @param position 0 to `length()`
    /// @param step what to do; its id is replaced by a fresh one, `stepCount()`
    public Program withStepAfter(long position, Scenario.Step step) {
        Objects.checkIndex(position, length() + 1);
        Scenario.Step fresh = new Scenario.Step(
                stepCount(), step.place(), step.title(), step.say(), step.notes(), step.listing(), step.firstLine(), step.lastLine(),
                step.ask(), step.answer(), step.after(), step.call(), step.forget());
        List<Scenario.Block> blocks = BlockSplit.insert(scenario.blocks(), position, fresh);
        return new Program(new Scenario(
                scenario.name(), scenario.title(), scenario.summary(), scenario.machine(), scenario.pace(), scenario.cast(),
                scenario.opening(), scenario.listings(), blocks, scenario.finals(), scenario.variables()), this);
    }

    /// The steps of the file, each once, in its order; a step that a person added stands where it was done.
    public List<Scenario.Step> steps() {
        List<Scenario.Step> found = new ArrayList<>();
        collect(scenario.blocks(), found);
        return found;
    }

    private static void collect(List<Scenario.Block> blocks, List<Scenario.Step> found) {
        for (Scenario.Block block : blocks) {
            switch (block) {
                // A repeat that was cut in two shows its steps twice.
                case Scenario.Step step when found.stream().noneMatch(other -> other.id() == step.id()) -> found.add(step);
                case Scenario.Step _ -> {
                    // Known already.
                }
                case Scenario.Repeat repeat -> collect(repeat.body(), found);
            }
        }
    }

    private static int largestId(List<Scenario.Block> blocks) {
        int largest = -1;
        for (Scenario.Block block : blocks) {
            largest = Math.max(largest, switch (block) {
                case Scenario.Step step -> step.id();
                case Scenario.Repeat repeat -> largestId(repeat.body());
            });
        }
        return largest;
    }
}
