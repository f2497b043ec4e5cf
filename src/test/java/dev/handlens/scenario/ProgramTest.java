package dev.handlens.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handlens.kernel.MachineConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProgramTest {
    private static final long PACE = 20;

    /// A step and the time it happens, as a naive unrolling finds them.
    private record Moment(int id, long time) {}

    @Test
    void theStartIsPositionZeroAtTimeZero() {
        Program program = program(step(0, -1), step(1, -1));
        assertThat(program.time(0)).isZero();
        assertThat(program.length()).isEqualTo(2);
        assertThatThrownBy(() -> program.step(0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> program.step(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> program.time(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aStepThatSaysNothingWaitsForThePace() {
        Program program = program(step(0, -1), step(1, 5), step(2, 0), step(3, -1));
        assertThat(moments(program)).containsExactly(new Moment(0, 20), new Moment(1, 25), new Moment(2, 25), new Moment(3, 45));
    }

    @Test
    void roundsEndEveryMillisecondsApartAndTheProgramGoesOnFromTheLast() {
        Program program = program(step(0, -1), repeat(3, 100, step(1, -1), step(2, 7)), step(3, -1));
        assertThat(moments(program)).containsExactly(
                new Moment(0, 20), new Moment(1, 113), new Moment(2, 120), new Moment(1, 213), new Moment(2, 220), new Moment(1, 313),
                new Moment(2, 320), new Moment(3, 340));
    }

    @Test
    void aRoundWhoseStepsNeedLongerTakesAsLongAsTheyNeed() {
        Program program = program(repeat(2, 10, step(0, 30), step(1, 30)));
        assertThat(moments(program)).containsExactly(new Moment(0, 30), new Moment(1, 60), new Moment(0, 90), new Moment(1, 120));
    }

    @Test
    void twentyMillionStepsAreFoundByArithmetic() {
        Program program = program(repeat(1_000, 0, repeat(20_000, 20, step(7, -1))));
        assertThat(program.length()).isEqualTo(20_000_000);
        assertThat(program.step(20_000_000).id()).isEqualTo(7);
        assertThat(program.time(20_000_000)).isEqualTo(400_000_000);
        assertThat(program.positionAt(200_000_010)).isEqualTo(10_000_000);
    }

    @Test
    void anyPlaceOfAnyProgramIsWhatUnrollingSays() {
        for (int seed = 0; seed < 300; seed++) {
            List<Scenario.Block> blocks = blocks(new SplittableRandom(seed), 3, new int[1]);
            List<Moment> unrolled = new ArrayList<>();
            long end = unroll(blocks, PACE, 0, unrolled);
            Program program = program(blocks.toArray(new Scenario.Block[0]));
            assertThat(moments(program)).as("seed %d", seed).isEqualTo(unrolled);
            assertThat(program.time(program.length())).as("seed %d", seed).isEqualTo(end);
        }
    }

    @Test
    void theLastStepThatFitsIsTheOneFoundByLookingBackOneByOne() {
        for (int seed = 0; seed < 150; seed++) {
            Program program = program(blocks(new SplittableRandom(seed), 3, new int[1]).toArray(new Scenario.Block[0]));
            int wanted = new SplittableRandom(seed).nextInt(program.stepCount() + 1);
            LastStep last = new LastStep(new BlockSequence(program.scenario().blocks(), PACE), candidate -> candidate.id() == wanted);
            long expected = -1;
            for (long index = 0; index < program.length(); index++) {
                expected = program.step(index + 1).id() == wanted ? index : expected;
                assertThat(last.upTo(index)).as("seed %d, step %d", seed, index).isEqualTo(expected);
            }
        }
    }

    @Test
    void lookingForAWordInTwentyMillionStepsAsksEachStepOfTheFileOnce() {
        BlockSequence steps = new BlockSequence(List.of(step(1, 0), repeat(1_000, 0, repeat(20_000, 20, step(7, -1))), step(8, 0)), 0);
        int[] asked = {0};
        LastStep last = new LastStep(steps, candidate -> asked[0]++ >= 0 && candidate.id() == 1);
        assertThat(last.upTo(15_000_000)).isZero();
        assertThat(asked[0]).isLessThan(6);
    }

    @Test
    void aCursorFindsWhatTheProgramFindsWhereverItIsPut() {
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Program program = program(blocks(random, 3, new int[1]).toArray(new Scenario.Block[0]));
            StepCursor cursor = new StepCursor(program);
            for (int i = 0; i < 20; i++) {
                long from = 1 + random.nextLong(program.length());
                for (long position = from; position <= Math.min(program.length(), from + random.nextInt(30)); position++) {
                    assertThat(cursor.at(position).step()).as("seed %d, position %d", seed, position).isSameAs(program.step(position));
                }
            }
        }
    }

    @Test
    void thePositionAtATimeIsTheLastOneNotAfterIt() {
        for (int seed = 0; seed < 100; seed++) {
            Program program = program(blocks(new SplittableRandom(seed), 3, new int[1]).toArray(new Scenario.Block[0]));
            for (long time = 0; time <= program.time(program.length()) + 1; time += 3) {
                long position = program.positionAt(time);
                assertThat(program.time(position)).as("seed %d", seed).isLessThanOrEqualTo(time);
                if (position < program.length()) {
                    assertThat(program.time(position + 1)).as("seed %d", seed).isGreaterThan(time);
                }
            }
        }
    }

    @Test
    void aStepPutInAnywhereMovesNoOtherStepInTimeButByItsOwnWait() {
        for (int seed = 0; seed < 150; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Program program = program(blocks(random, 3, new int[1]).toArray(new Scenario.Block[0]));
            long after = random.nextInt(3) * 4L;
            long position = random.nextLong(program.length() + 1);
            List<Moment> expected = new ArrayList<>(moments(program));
            for (int i = (int) position; i < expected.size(); i++) {
                expected.set(i, new Moment(expected.get(i).id(), expected.get(i).time() + after));
            }
            expected.add((int) position, new Moment(program.stepCount(), program.time(position) + after));
            Program longer = program.withStepAfter(position, step(99_999, after));
            assertThat(moments(longer)).as("seed %d, position %d", seed, position).isEqualTo(expected);
            assertThat(longer.stepCount()).isEqualTo(program.stepCount() + 1);
        }
    }

    @Test
    void aStepMayBePutIntoTheMiddleOfTwentyMillion() {
        Program program = program(repeat(1_000, 0, repeat(20_000, 20, step(0, -1))));
        Program longer = program.withStepAfter(12_345_678, step(5, 0));
        assertThat(longer.length()).isEqualTo(20_000_001);
        assertThat(longer.step(12_345_679).id()).isEqualTo(1);
        assertThat(longer.time(20_000_001)).isEqualTo(program.time(20_000_000));
        assertThat(program.length()).isEqualTo(20_000_000);
    }

    private static List<Moment> moments(Program program) {
        List<Moment> moments = new ArrayList<>();
        for (long position = 1; position <= program.length(); position++) {
            moments.add(new Moment(program.step(position).id(), program.time(position)));
        }
        return moments;
    }

    private static long unroll(List<Scenario.Block> blocks, long pace, long start, List<Moment> moments) {
        long time = start;
        for (Scenario.Block block : blocks) {
            switch (block) {
                case Scenario.Step step -> {
                    time += step.after() < 0 ? pace : step.after();
                    moments.add(new Moment(step.id(), time));
                }
                case Scenario.Repeat repeat -> {
                    for (int round = 0; round < repeat.times(); round++) {
                        long needed = unroll(repeat.body(), 0, 0, new ArrayList<>());
                        long wait = Math.max(0, repeat.every() - needed);
                        time = unroll(repeat.body(), 0, time + wait, moments);
                    }
                }
            }
        }
        return time;
    }

    private static List<Scenario.Block> blocks(SplittableRandom random, int depth, int[] nextId) {
        List<Scenario.Block> blocks = new ArrayList<>();
        for (int count = random.nextInt(1, 5); count > 0; count--) {
            if (depth > 0 && random.nextInt(3) == 0) {
                blocks.add(new Scenario.Repeat(random.nextInt(1, 5), random.nextInt(60), blocks(random, depth - 1, nextId),
                        new Place(1, 1)));
            } else {
                blocks.add(step(nextId[0]++, random.nextInt(-1, 12)));
            }
        }
        return List.copyOf(blocks);
    }

    private static Scenario.Repeat repeat(int times, long every, Scenario.Block... body) {
        return new Scenario.Repeat(times, every, List.of(body), new Place(1, 1));
    }

    private static Scenario.Step step(int id, long after) {
        return new Scenario.Step(id, new Place(1, 1), "", "", "", "", 0, 0, "", "", after, null, List.of());
    }

    private static Program program(Scenario.Block... blocks) {
        return Program.of(new Scenario(
                "x", "x", "", MachineConfig.x64(), PACE, List.of(), Scenario.Opening.STANDARD, List.of(), List.of(blocks),
                new Scenario.Finals(null, null), List.of()));
    }
}
