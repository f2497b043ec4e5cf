package dev.handlens.timeline;

import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Plays a program on a machine: forwards, backwards, to any position, and along branches that a person makes. It keeps forks at even
/// distances (keyframes); any other position is run again from the nearest one, which gives the same state, since a run has no chance
/// in it. Not for more than one thread.
public final class Timeline {
    /// Keyframes kept at most, the one at position 0 not counted.
    private static final int KEYFRAMES = 1024;
    /// Counts of call sites kept in all keyframes at most, some 60 bytes each, as long as keyframes are not too far apart.
    private static final long MOST_SITES = 2_000_000;
    /// Steps that are run again within the time of a frame.
    private static final long FARTHEST = 65_536;
    /// The part of a run that is given up when memory runs out, as a divisor.
    private static final long RETREAT = 8;
    /// Programs up to this length are run to their end at once, so that strip and trends show the whole run from the start.
    private static final long FORESEEN_STEPS = 200_000;

    private Program program;
    private Machine current;
    private History history;
    private TreeMap<Long, Machine> keyframes;
    private long keyframeDistance;
    private final Deque<Branch> branches = new ArrayDeque<>();

    /// What a person did, and all that was before it.
    private record Branch(Program program, long position, History history, TreeMap<Long, Machine> keyframes) {}

    /// @param program what to play
    public Timeline(Program program) {
        this.program = program;
        keyframes = new TreeMap<>();
        keyframeDistance = distance(program);
        history = new History(program);
        current = Machine.start(program);
        keep(current);
        foresee();
    }

    private static long distance(Program program) {
        long distance = 1;
        while (program.length() / distance > KEYFRAMES || distance < FARTHEST && sitesKept(program, distance) > MOST_SITES) {
            distance *= 2;
        }
        return distance;
    }

    /// Returns how many counts of call sites all keyframes have together that no two of them share: a step counts at two sites at most, at
    /// the one that opens and at the one that opened what is closed.
    private static long sitesKept(Program program, long distance) {
        return program.length() / distance * Math.min(2 * distance, program.origins());
    }

    private void foresee() {
        long place = position();
        if (program.length() <= FORESEEN_STEPS) {
            runTo(program.length());
            seek(place);
        }
    }

    private void keep(Machine machine) {
        history.offer(machine);
        if (machine.position() % keyframeDistance == 0 && !keyframes.containsKey(machine.position())) {
            keyframes.put(machine.position(), machine.fork());
        }
    }

    /// The program that is played, with what a person did in it.
    public Program program() {
        return program;
    }

    /// The position shown.
    public long position() {
        return current.position();
    }

    /// How many steps there are.
    public long length() {
        return program.length();
    }

    /// Simulated ms at the position shown.
    public long time() {
        return program.time(position());
    }

    /// The machine at the position shown; to be read only.
    public Machine machine() {
        return current;
    }

    /// Samples of the run as far as it was played.
    public History history() {
        return history;
    }

    /// Goes to a position.
    ///
    /// @param position cut to 0 … `length()`
    public void seek(long position) {
        approach(position, Long.MAX_VALUE);
    }

    /// Goes towards a position, which may take several turns when the run was not played that far: each turn ends at a position that can
    /// be shown.
    ///
    /// @param position cut to 0 … `length()`
    /// @param steps steps to run in this turn at most
    /// @return whether it is there
    public boolean approach(long position, long steps) {
        long target = Math.clamp(position, 0, length());
        if (target < position() || keyframes.floorKey(target) > position()) {
            history.bars().leave(current);
            current = keyframes.floorEntry(target).getValue().fork();
        }
        runTo(steps < target - position() ? position() + steps : target);
        return position() == target;
    }

    /// Steps that must be run to get to a position.
    ///
    /// @param position cut to 0 … `length()`
    public long stepsTo(long position) {
        long target = Math.clamp(position, 0, length());
        long keyframe = keyframes.floorKey(target);
        return target - (target < position() || keyframe > position() ? keyframe : position());
    }

    private void runTo(long target) {
        while (current.position() < target) {
            current.step();
            keep(current);
        }
    }

    /// A machine at a position, to be read only; the position shown stays.
    public Machine at(long position) {
        if (position == position()) {
            return current.fork();
        }
        Machine machine = keyframes.floorEntry(position).getValue().fork();
        while (machine.position() < position) {
            machine.step();
        }
        return machine;
    }

    /// The last keyframe before a position.
    ///
    /// @param position 1 … `length()`
    public long keyframeBefore(long position) {
        return keyframes.lowerKey(position);
    }

    /// Runs the next step of a machine that [#at] gave, for somebody who looks ahead while the position shown stays. What it passes is kept
    /// as if it had been shown, so that going there does not take as long again.
    public void stepAhead(Machine machine) {
        machine.step();
        keep(machine);
    }

    /// Shows machines at several positions in one run from the first to the last; the position shown stays.
    ///
    /// @param positions ascending
    /// @param visitor is given a fork for each
    public void walk(long[] positions, Consumer<Machine> visitor) {
        Machine machine = null;
        for (long position : positions) {
            Map.Entry<Long, Machine> keyframe = keyframes.floorEntry(position);
            if (machine == null || keyframe.getKey() > machine.position()) {
                machine = keyframe.getValue().fork();
            }
            while (machine.position() < position) {
                machine.step();
            }
            visitor.accept(machine.fork());
        }
    }

    /// Memory ran out in the middle of something: lets go of the machine that it happened to and of the last eighth of the run, so that
    /// there is room again, and goes to the last keyframe before it. Keyframes are never changed, so that one is whole.
    public void retreat() {
        long position = current == null ? program.length() : current.position();
        long reached = Math.max(keyframes.lastKey(), current == null ? 0 : position);
        current = null;
        keyframes.tailMap(reached - reached / RETREAT, false).clear();
        current = keyframes.floorEntry(position).getValue().fork();
    }

    // ---- branches -------------------------------------------------------------------------------------------------

    /// Does something at the position shown that the scenario does not: it becomes a step of the program, the rest of which follows. What
    /// was before it stays as it was and is not run again.
    ///
    /// @param step the step; the position moves behind it
    public void perform(Scenario.Step step) {
        long place = position();
        branches.push(new Branch(program, place, history, keyframes));
        program = program.withStepAfter(place, step);
        keyframeDistance = distance(program);
        TreeMap<Long, Machine> kept = new TreeMap<>();
        for (Map.Entry<Long, Machine> keyframe : keyframes.headMap(place, true).entrySet()) {
            if (keyframe.getKey() % keyframeDistance == 0) {
                kept.put(keyframe.getKey(), keyframe.getValue().fork(program));
            }
        }
        keyframes = kept;
        history = new History(program, history, place);
        current = current.fork(program);
        foresee();
        seek(place + 1);
    }

    /// Whether a person changed the run.
    public boolean isBranched() {
        return !branches.isEmpty();
    }

    /// Takes the last thing a person did back.
    ///
    /// @return whether there was one
    public boolean undo() {
        if (branches.isEmpty()) {
            return false;
        }
        Branch branch = branches.pop();
        program = branch.program();
        history = branch.history();
        keyframes = branch.keyframes();
        keyframeDistance = distance(program);
        current = keyframes.firstEntry().getValue().fork();
        seek(branch.position());
        return true;
    }

    /// Positions of the keyframes kept, ascending.
    public List<Long> keyframePositions() {
        return new ArrayList<>(keyframes.keySet());
    }
}
