package dev.handlens.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
    private final List<Scenario.Step> listed;
    private final PreparedStep[] prepared;
    private final RunBars bars;
    /// By step id: its place in the file.
    private final int[] order;
    private final int origins;
    private final int rounds;
    private final LastStep speaker;
    private final LastStep shower;
    private final LastStep caller;

    /// @param before the program that this one came of by an added step, or null
    private Program(Scenario scenario, Program before) {
        this.scenario = scenario;
        StepList list = StepList.of(scenario.blocks());
        listed = list.steps();
        prepared = new PreparedStep[listed.stream().mapToInt(Scenario.Step::id).max().orElse(-1) + 1];
        order = new int[prepared.length];
        Scenario.Step[] byId = new Scenario.Step[prepared.length];
        for (int i = 0; i < listed.size(); i++) {
            order[listed.get(i).id()] = i;
            byId[listed.get(i).id()] = listed.get(i);
        }
        // By id, so that a step which a person adds, whose id is the largest, changes no number of another one.
        Map<Object, Integer> numbers = new LinkedHashMap<>();
        int repeated = 0;
        for (Scenario.Step step : byId) {
            if (step != null) {
                int round = list.isRepeated(step) ? repeated++ : -1;
                int origin = step.call() == null ? -1 : numbers.computeIfAbsent(origin(step), _ -> numbers.size());
                prepared[step.id()] = new PreparedStep(scenario, step, origin, round);
            }
        }
        origins = numbers.size();
        rounds = repeated;
        steps = new BlockSequence(scenario.blocks(), scenario.pace());
        speaker = new LastStep(steps, step -> !step.say().isEmpty() || !step.title().isEmpty());
        shower = new LastStep(steps, step -> !step.listing().isEmpty());
        caller = new LastStep(steps, step -> step.call() != null);
        bars = before == null ? RunBars.of(this) : before.bars.grownTo(this);
    }

    /// Returns what tells one place that calls come from from another: the stack, or where there is none the step or the service.
    private static Object origin(Scenario.Step step) {
        return standsAlone(step) ? step.id() : step.call().stack().isEmpty() ? step.call().service() : step.call().stack();
    }

    /// Returns whether two steps with calls make them from the same place.
    ///
    /// @param first id of the one step
    /// @param second id of the other
    public boolean callFromOnePlace(int first, int second) {
        return prepared[first].origin() == prepared[second].origin();
    }

    /// Returns whether a step is a place of its own that calls come from: it has no stack, and the walkthrough names it.
    public static boolean standsAlone(Scenario.Step step) {
        return step.call().stack().isEmpty() && !step.title().isEmpty();
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

    /// Returns the last step with a title or narration among those that led to a position, or null.
    ///
    /// @param position 0 to `length()`
    public Scenario.Step speaker(long position) {
        return step(speaker, position);
    }

    /// Returns the position that the last step with a title or narration led to, or 0 for none.
    ///
    /// @param position 0 to `length()`
    public long narratedPosition(long position) {
        return last(speaker, position);
    }

    /// Returns the position that the last step with a call led to, or 0 for none.
    ///
    /// @param position 0 to `length()`
    public long calledPosition(long position) {
        return last(caller, position);
    }

    /// Returns the last step with a source listing among those that led to a position, or null.
    ///
    /// @param position 0 to `length()`
    public Scenario.Step shower(long position) {
        return step(shower, position);
    }

    private Scenario.Step step(LastStep which, long position) {
        long last = last(which, position);
        return last == 0 ? null : step(last);
    }

    private long last(LastStep which, long position) {
        Objects.checkIndex(position, length() + 1);
        return position == 0 ? 0 : which.upTo(position - 1) + 1;
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

    /// Returns a step of the file.
    ///
    /// @param id its id
    public Scenario.Step listed(int id) {
        return prepared[id].step();
    }

    /// Returns how many different places calls come from: different stacks, or where there is no
    /// stack different services. There are no more call sites than that for a process and type.
    public int origins() {
        return origins;
    }

    /// Returns how many steps of the file are inside repeats.
    int rounds() {
        return rounds;
    }

    /// Returns the place of a step in the file, from 0.
    ///
    /// @param id its id
    int order(int id) {
        return order[id];
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

    /// Returns the steps of the file, each once, in its order; a step that a person added stands where it was done.
    public List<Scenario.Step> steps() {
        return listed;
    }
}
