package dev.handlens.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every file under `broken` is refused with the diagnostics that `expected.txt` beside them lists, one a line.
/// `-Dupdate` rewrites the list; read the difference before you commit it.
class BrokenScenariosTest {
    private static final Path EXPECTED = ScenarioFiles.BROKEN.resolve("expected.txt");

    @Test
    void everyBrokenFileIsRefusedWithTheDiagnosticsExpected() throws Exception {
        List<String> found = new ArrayList<>();
        for (Path file : ScenarioFiles.broken()) {
            List<Diagnostic> diagnostics = assertTimeoutPreemptively(Duration.ofSeconds(2), () -> diagnostics(file), file::toString);
            assertThat(diagnostics).as("diagnostics of %s", file).isNotEmpty();
            for (Diagnostic diagnostic : diagnostics) {
                assertThat(diagnostic.file()).isEqualTo(file.toString());
                found.add(diagnostic.toString().substring(ScenarioFiles.BROKEN.toString().length() + 1));
            }
        }
        if (Boolean.getBoolean("update") || "".equals(System.getProperty("update"))) {
            Files.writeString(EXPECTED, String.join("\n", found) + "\n");
        }
        assertThat(String.join("\n", found)).isEqualTo(Files.readString(EXPECTED).strip());
    }

    @Test
    void thereAreAtLeastThirtyBrokenFiles() throws Exception {
        assertThat(ScenarioFiles.broken()).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void aFileThatIsNotThereIsOneSentence() {
        assertThat(diagnostics(Path.of("no/such/file.yaml"))).singleElement()
                .hasToString(Path.of("no/such/file.yaml") + ":1:1: there is no such file");
    }

    @Test
    void aFolderIsOneSentence() {
        assertThat(diagnostics(ScenarioFiles.BROKEN)).singleElement()
                .extracting(Diagnostic::message).isEqualTo("the file cannot be read (it is a folder); name a scenario file");
    }

    private static List<Diagnostic> diagnostics(Path file) {
        try {
            ScenarioReader.read(file);
            return List.of();
        } catch (ScenarioException e) {
            return e.diagnostics();
        }
    }
}
