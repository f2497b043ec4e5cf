package dev.handlens.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every scenario of the program runs as its author wrote it down, and does just what its event log says. After a wanted change,
/// `mvn test -Dtest=ScenarioFilesTest -Dupdate` writes the logs anew; read the difference before you commit it.
class ScenarioFilesTest {
    /// Runs of more steps are made once, for the event log; other questions are put to their beginning.
    private static final long LONG_RUN = 200_000;
    private static final long BEGINNING = 20_000;

    @TestFactory
    Stream<DynamicTest> everyScenarioRunsToItsEndWithNoFailedExpectation() throws IOException {
        return each((_, program) -> {
            Machine machine = at(program, end(program));
            assertThat(machine.failures()).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> everyScenarioDoesWhatItsEventLogSays() throws IOException {
        return each((scenario, program) -> {
            Path file = scenario.resolveSibling(program.scenario().name() + ".events.txt");
            String events = EventLog.of(program);
            if (System.getProperty("update") != null) {
                Files.writeString(file, events);
            }
            assertThat(file).as("the event log; -Dupdate writes it").hasContent(events);
        });
    }

    @TestFactory
    Stream<DynamicTest> twoMachinesAreInTheSameStateAtEachStep() throws IOException {
        return each((_, program) -> {
            Machine one = Machine.start(program);
            // The second is a fork of a fork at each step: a state must not tell whether it was forked.
            Machine other = Machine.start(program);
            long end = end(program);
            while (one.position() < end) {
                one.step();
                other = other.fork();
                other.step();
                if (program.length() < 1_000 || one.position() % (end / 40) == 0) {
                    assertThat(other.stateHash()).as("position %d", one.position()).isEqualTo(one.stateHash());
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aStepPutIntoTheMiddleLeavesTheOthersWhatTheyWere() throws IOException {
        return each((_, program) -> {
            // The middle of the three scenarios with long repeats is inside one.
            long middle = end(program) / 2;
            Scenario.Step note = Interventions.kill(Scenario.SYSTEM);
            Program longer = program.withStepAfter(middle, note);

            assertThat(longer.length()).isEqualTo(program.length() + 1);
            assertThat(longer.step(middle + 1).title()).isEqualTo(note.title());
            assertThat(at(longer, middle).kernel().stateHash()).isEqualTo(at(program, middle).kernel().stateHash());
            for (long position = middle + 1; position <= end(program); position++) {
                assertThat(longer.step(position + 1).id()).isEqualTo(program.step(position).id());
            }
            // System refuses to be ended, so the rest goes as before; only the stamps are one later.
            Machine end = at(program, end(program));
            Machine longerEnd = at(longer, end(program) + 1);
            assertThat(longerEnd.opened()).isEqualTo(end.opened());
            assertThat(longerEnd.closed()).isEqualTo(end.closed());
            assertThat(longerEnd.failures()).isEmpty();
        });
    }

    private static long end(Program program) {
        return program.length() > LONG_RUN ? BEGINNING : program.length();
    }

    private static Machine at(Program program, long position) {
        Machine machine = Machine.start(program);
        while (machine.position() < position) {
            machine.step();
        }
        return machine;
    }

    private interface Check {
        void of(Path scenario, Program program) throws Exception;
    }

    private static Stream<DynamicTest> each(Check check) throws IOException {
        List<Path> files = ScenarioFiles.bundled();
        assertThat(files).isNotEmpty();
        return files.stream().map(file -> DynamicTest.dynamicTest(
                file.getFileName().toString(), () -> check.of(file, Program.of(ScenarioReader.read(file)))));
    }
}
