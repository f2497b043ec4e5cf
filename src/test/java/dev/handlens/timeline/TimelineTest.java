package dev.handlens.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelDiff;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.scenario.FlatFile;
import dev.handlens.scenario.Interventions;
import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {

    @ParameterizedTest
    @ValueSource(strings = {"makefred-bug", "recycled", "thread-self", "cmd-cd", "access-mask", "tour"})
    void steppingBackMeetsTheStatesThatSteppingForwardMet(String name) throws ScenarioException {
        Timeline timeline = new Timeline(program(name));
        List<Long> forwards = new ArrayList<>();
        for (long position = 0; position <= timeline.length(); position++) {
            timeline.seek(position);
            forwards.add(timeline.machine().stateHash());
        }
        for (long position = timeline.length(); position >= 0; position--) {
            timeline.seek(position);
            assertThat(timeline.machine().stateHash()).as("position %d", position).isEqualTo(forwards.get((int) position));
        }
    }

    @Test
    void steppingBackThroughALongRunMeetsTheSameStates() throws ScenarioException {
        Program program = program("event-leak");
        Timeline timeline = new Timeline(program);
        Machine stepped = Machine.start(program);
        List<Long> forwards = new ArrayList<>(List.of(stepped.stateHash()));
        while (stepped.position() < 2_000) {
            stepped.step();
            forwards.add(stepped.stateHash());
        }
        for (int position = 2_000; position >= 0; position--) {
            timeline.seek(position);
            assertThat(timeline.machine().stateHash()).as("position %d", position).isEqualTo(forwards.get(position));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"event-leak", "healthy", "tour"})
    void seekingAnywhereEqualsStepping(String name) throws ScenarioException {
        Program program = program(name);
        Timeline timeline = new Timeline(program);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20; i++) {
            long position = random.nextLong(program.length() + 1);
            timeline.seek(position);
            assertThat(timeline.position()).isEqualTo(position);
            assertThat(timeline.machine().stateHash()).as("position %d", position).isEqualTo(stepped(program, position).stateHash());
        }
    }

    @Test
    void lookingElsewhereLeavesThePositionShown() throws ScenarioException {
        Program program = program("healthy");
        Timeline timeline = new Timeline(program);
        timeline.seek(100);
        long shown = timeline.machine().stateHash();

        long[] positions = {0, 1, 99, 100, 101, 900, 901, program.length()};
        List<Long> walked = new ArrayList<>();
        timeline.walk(positions, machine -> walked.add(machine.stateHash()));

        assertThat(walked).isEqualTo(LongStream.of(positions).mapToObj(position -> stepped(program, position).stateHash()).toList());
        assertThat(LongStream.of(positions).mapToObj(position -> timeline.at(position).stateHash())).isEqualTo(walked);
        assertThat(timeline.position()).isEqualTo(100);
        assertThat(timeline.machine().stateHash()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"event-leak", "tour"})
    void aRetreatGivesTheEndOfTheRunBackAndStandsOnAStateThatSteppingMeets(String name) throws ScenarioException {
        Program program = program(name);
        Timeline timeline = new Timeline(program);
        timeline.seek(timeline.length());
        int keyframes = timeline.keyframePositions().size();
        timeline.retreat();
        assertThat(timeline.position()).isBetween(timeline.length() / 2, timeline.length() - timeline.length() / 8);
        assertThat(timeline.machine().stateHash()).isEqualTo(stepped(program, timeline.position()).stateHash());
        assertThat(timeline.keyframePositions()).hasSizeLessThan(keyframes).last().isEqualTo(timeline.position());
        timeline.seek(timeline.length());
        assertThat(timeline.machine().stateHash()).isEqualTo(stepped(program, timeline.length()).stateHash());
    }

    @Test
    void aFarPositionIsApproachedInTurns() throws ScenarioException {
        Program program = program("testlimit-x64");
        Timeline timeline = new Timeline(program);
        assertThat(timeline.stepsTo(50_000)).isEqualTo(50_000);

        assertThat(timeline.approach(50_000, 20_000)).isFalse();
        assertThat(timeline.position()).isEqualTo(20_000);
        assertThat(timeline.approach(50_000, 20_000)).isFalse();
        assertThat(timeline.approach(50_000, 20_000)).isTrue();
        assertThat(timeline.position()).isEqualTo(50_000);

        assertThat(timeline.machine().stateHash()).isEqualTo(stepped(program, 50_000).stateHash());
        assertThat(timeline.approach(40_000, 1)).as("a turn begins at the keyframe before").isFalse();
        assertThat(timeline.stepsTo(49_999)).isLessThanOrEqualTo(timeline.keyframePositions().get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"event-leak", "testlimit-x64"})
    void aBranchIsWhatItsProgramWouldHaveBecomeFromTheStart(String name) throws ScenarioException {
        Program program = program(name);
        Timeline timeline = new Timeline(program);
        timeline.seek(3_000);
        String select = program.scenario().opening().select();
        ProcessObject process = timeline.machine().kernel().process(timeline.machine().pid(select));

        timeline.perform(Interventions.close(select, process.table().at(process.table().count() - 1)));

        for (long position : new long[] {0, 17, 2_999, 3_000, 3_001, 3_002, 4_000}) {
            timeline.seek(position);
            assertThat(timeline.machine().stateHash()).as("position %d", position)
                    .isEqualTo(stepped(timeline.program(), position).stateHash());
        }
    }

    @Test
    void positionsOutsideTheRunAreCutToIt() throws ScenarioException {
        Timeline timeline = new Timeline(program("recycled"));

        timeline.seek(-5);
        assertThat(timeline.position()).isZero();
        timeline.seek(Long.MAX_VALUE);
        assertThat(timeline.position()).isEqualTo(timeline.length());
    }

    @Test
    void keyframesAreBoundedHoweverLongTheRun() throws ScenarioException {
        Timeline timeline = new Timeline(program("event-leak"));

        List<Long> keyframes = timeline.keyframePositions();

        assertThat(keyframes).hasSizeBetween(400, 1025).startsWith(0L);
        long distance = keyframes.get(1);
        assertThat(Long.bitCount(distance)).isOne();
        assertThat(keyframes).isEqualTo(LongStream.rangeClosed(0, timeline.length() / distance).mapToObj(i -> i * distance).toList());
    }

    @Test
    void theHistoryDoesNotDependOnHowOneGotThere() throws ScenarioException {
        Program program = program("event-leak");
        Timeline played = new Timeline(program);
        Timeline sought = new Timeline(program);
        sought.seek(program.length());
        sought.seek(3);

        assertThat(sought.history().samples()).usingRecursiveFieldByFieldElementComparator().isEqualTo(played.history().samples());
        assertThat(played.history().samples()).hasSize((int) (program.length() / played.history().stride()) + 1);
        assertThat(played.history().samples().size()).isBetween(History.CAPACITY / 2, History.CAPACITY + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"makefred-bug", "event-leak"})
    void whatAPersonDoesHappensAndCanBeUndone(String name) throws ScenarioException {
        Program program = program(name);
        Timeline timeline = new Timeline(program);
        timeline.seek(program.length() / 2);
        long before = timeline.machine().stateHash();
        Kernel kernel = timeline.machine().kernel().fork();
        Scenario.CastMember.ProcessMember member = (Scenario.CastMember.ProcessMember) program.scenario().cast().stream()
                .filter(cast -> cast.name().equals(program.scenario().opening().select())).findFirst().orElseThrow();
        ProcessObject process = kernel.process(timeline.machine().pid(member.name()));
        List<Long> open = new ArrayList<>();
        process.table().forEach((handle, _, _) -> open.add(handle));

        timeline.perform(Interventions.close(member.name(), open.getLast()));

        assertThat(timeline.isBranched()).isTrue();
        assertThat(timeline.length()).isEqualTo(program.length() + 1);
        assertThat(timeline.position()).isEqualTo(program.length() / 2 + 1);
        KernelDiff diff = KernelDiff.between(kernel, timeline.machine().kernel());
        assertThat(diff.closed()).extracting(handle -> handle.entry().handle()).containsExactly(open.getLast());
        assertThat(diff.opened()).isEmpty();

        assertThat(timeline.undo()).isTrue();
        assertThat(timeline.isBranched()).isFalse();
        assertThat(timeline.program()).isSameAs(program);
        assertThat(timeline.machine().stateHash()).isEqualTo(before);
        assertThat(timeline.undo()).isFalse();
    }

    @Test
    void branchesAreUndoneOneByOne() throws ScenarioException {
        Timeline timeline = new Timeline(program("makefred-fix"));
        timeline.seek(4);
        timeline.perform(Interventions.close("fred", 4));
        long once = timeline.machine().stateHash();
        timeline.perform(Interventions.kill("fred"));
        assertThat(timeline.machine().kernel().process(timeline.machine().pid("fred"))).isNull();

        timeline.undo();

        assertThat(timeline.position()).isEqualTo(5);
        assertThat(timeline.machine().stateHash()).isEqualTo(once);
    }

    @Test
    void keyframesOfThousandsOfCallSitesThatAllCountAreFartherApart() {
        Timeline few = new Timeline(FlatFile.rounds(100_000, 10));
        few.seek(3_000);
        assertThat(few.keyframePositions()).containsExactly(0L, 1_024L, 2_048L);

        Timeline many = new Timeline(FlatFile.rounds(500, 4_000));
        many.seek(9_000);
        assertThat(many.keyframePositions()).as("2,000,000 steps: 2,048 apart if the sites were few").containsExactly(0L, 4_096L, 8_192L);
    }

    private static Program program(String name) throws ScenarioException {
        return Program.of(ScenarioReader.read(Path.of("scenarios", name + ".yaml")));
    }

    private static Machine stepped(Program program, long position) {
        Machine machine = Machine.start(program);
        while (machine.position() < position) {
            machine.step();
        }
        return machine;
    }
}
