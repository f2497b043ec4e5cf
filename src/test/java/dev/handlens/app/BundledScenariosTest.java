package dev.handlens.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.FindingsProjector;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every scenario of the program ends as its author says, as `handlens run` sees it: each planted fault is found and named, and nothing
/// else is.
class BundledScenariosTest {
    /// Longer runs take minutes step by step; `TestlimitSignatureTest` looks at the end of those three.
    private static final long LONG_RUN = 200_000;

    @TestFactory
    Stream<DynamicTest> everyPlantedFaultIsFoundAndNothingElse() throws IOException {
        return files().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            Program program = Program.of(ScenarioReader.read(file));
            Scenario.Finals finals = program.scenario().finals();
            assertThat(finals.leaks()).as("says which leaks there are").isNotNull();
            assertThat(finals.misuses()).as("says what is misused").isNotNull();
            if (program.length() < LONG_RUN) {
                Playthrough run = Playthrough.of(file.toString(), program, FindingsProjector::project, (_, _) -> {
                    // The end is what counts.
                });
                assertThat(run.failures()).isEmpty();
                assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
            }
        }));
    }

    private static Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("scenarios"))) {
            List<Path> files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
            assertThat(files).hasSizeGreaterThan(30);
            return files.stream();
        }
    }
}
