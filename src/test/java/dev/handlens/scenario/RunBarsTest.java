package dev.handlens.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunBarsTest {
    private static final String CAST = """
            handlens: 1
            title: Test
            cast:
              a: { process: a.exe }
            steps:
            """;

    @ParameterizedTest
    @ValueSource(strings = {"event-leak", "slow-leak", "svchost", "healthy", "zombies", "testlimit-x64"})
    void aLongRunThatTakesTimeHasBarsOfEqualTime(String name) throws ScenarioException {
        Program program = bundled(name);
        RunBars bars = program.bars();
        assertThat(bars.axis()).isEqualTo(RunBars.Axis.TIME);
        assertThat(bars.count()).isBetween(60, RunBars.MAXIMUM);
        for (int bar = 0; bar < bars.count(); bar++) {
            assertThat(bars.end(bar)).as("bar %d", bar).isEqualTo(program.positionAt((bar + 1) * bars.width()));
        }
        assertThat(bars.end(bars.count() - 1)).isEqualTo(program.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"makefred-bug", "tour", "cmd-cd"})
    void aShortRunHasABarForEachStepWhateverTimeItTakes(String name) throws ScenarioException {
        Program program = bundled(name);
        assertThat(program.bars().axis()).isEqualTo(RunBars.Axis.STEPS);
        assertThat(program.bars().width()).isOne();
        assertThat(program.bars().count()).isEqualTo((int) program.length());
    }

    @Test
    void aLongRunThatTakesNoTimeHasBarsOfEqualNumbersOfSteps() throws ScenarioException {
        RunBars bars = program(repeat(5_000, "0ms")).bars();
        assertThat(bars.axis()).isEqualTo(RunBars.Axis.STEPS);
        assertThat(bars.width()).isEqualTo(50);
        assertThat(bars.count()).isEqualTo(100);
        assertThat(bars.end(99)).isEqualTo(5_000);
    }

    @Test
    void aRunWhoseStepsNearlyAllShareFewInstantsHasBarsOfSteps() throws ScenarioException {
        assertThat(program(repeat(5_000, "0ms") + repeat(100, "1s")).bars().axis()).isEqualTo(RunBars.Axis.STEPS);
        assertThat(program(repeat(500, "0ms") + repeat(100, "1s")).bars().axis()).isEqualTo(RunBars.Axis.TIME);
    }

    @Test
    void aRoundLiesInTheBarThatItsTimeEndsIn() throws ScenarioException {
        Program program = program(repeat(120, "1s"));
        RunBars bars = program.bars();
        assertThat(bars.width()).isEqualTo(1_000);
        assertThat(bars.count()).isEqualTo(120);
        for (int step = 1; step <= 120; step++) {
            assertThat(bars.bar(step)).isEqualTo(step - 1);
            assertThat(bars.end(step - 1)).isEqualTo(step);
        }
    }

    @Test
    void addedStepsKeepAxisAndWidthUntilTheBarsAreTwiceAsMany() throws ScenarioException {
        Program program = program(repeat(60, "0ms"));
        Scenario.Step added = program.step(1);
        while (program.length() < 2 * RunBars.MAXIMUM) {
            program = program.withStepAfter(program.length() / 2, added);
            assertThat(program.bars().axis()).isEqualTo(RunBars.Axis.STEPS);
            assertThat(program.bars().width()).isOne();
        }
        program = program.withStepAfter(3, added);
        assertThat(program.bars().width()).isEqualTo(2);
        assertThat(program.bars().count()).isEqualTo(121);
    }

    private static String repeat(int times, String every) {
        return "  - repeat: { times: %d, every: %s }\n    do:\n      - CreateEvent: { in: a }\n".formatted(times, every);
    }

    private static Program program(String steps) throws ScenarioException {
        return Program.of(ScenarioReader.read("test.yaml", CAST + steps));
    }

    private static Program bundled(String name) throws ScenarioException {
        return Program.of(ScenarioReader.read(Path.of("scenarios", name + ".yaml")));
    }
}
