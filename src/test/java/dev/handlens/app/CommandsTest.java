package dev.handlens.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    private final CommandLineRun line = new CommandLineRun();

    @ParameterizedTest
    @ValueSource(strings = {"run", "state", "check", "shoot", "schema", "help"})
    void helpTellsOfEveryCommandWithAnExample(String command) {
        assertThat(line.run("help")).isEqualTo(ExitCode.OK);
        assertThat(line.out()).contains("handlens " + command, "--- " + command).doesNotContain("DEFAULT-VALUE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--at", "--theme", "--settings", "--no-settings", "--pictures", "--json", "--out", "--size", "--pane",
            "--select"})
    void helpTellsOfEveryOption(String option) {
        line.run("help");
        assertThat(line.out()).contains(option);
    }

    @Test
    void helpTellsOfEveryExitCode() {
        line.run("help");
        assertThat(line.out()).containsSubsequence("0   everything held", "1   a scenario", "2   bad file", "3   Handlens");
    }

    @Test
    void helpFitsEightyColumns() {
        line.run("help");
        assertThat(line.out().lines()).allSatisfy(text -> assertThat(text.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void helpOnOneCommandIsAboutThatCommand() {
        assertThat(line.run("help", "shoot")).isEqualTo(ExitCode.OK);
        assertThat(line.out()).contains("Usage: handlens shoot").doesNotContain("handlens check");
    }

    @Test
    void helpOnAnUnknownCommandNamesTheCommands() {
        assertThat(line.run("help", "shot")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(line.err()).contains("no command 'shot'", "run, state, check, shoot, schema, help");
    }

    @Test
    void versionIsTheModules() {
        assertThat(line.run("--version")).isEqualTo(ExitCode.OK);
        assertThat(line.out()).startsWith("handlens ").contains("Java 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            run                                              | FILE
            check                                            | FILE
            state x.yaml --json                              | --at
            state x.yaml --at 1                              | --json
            shoot x.yaml --at 1                              | --out
            shoot x.yaml --out a.png                         | --at
            shoot x.yaml --at soon --out a.png               | 2.5s or 140ms
            shoot x.yaml --at 1 --out a.png --size huge      | such as 1440x900
            shoot x.yaml --at 1 --out a.png --size 9x9       | sides of 100 to 8192
            shoot x.yaml --at 1 --out a.png --size 999x640   | at least 1000x640
            shoot x.yaml --at 1 --out a.png --size 1000x639  | at least 1000x640
            shoot x.yaml --at 1 --out a.png --pane pool --size 469x150  | at least 470x150
            shoot x.yaml --at 1 --out a.png --select a/b/c   | such as fred.exe/0x14
            shoot x.yaml --at 1 --out a.png --theme system   | light or dark
            shoot x.yaml --at 1 --out a.png --theme pink     | LIGHT, DARK
            shoot x.yaml --at 1 --out a.jpg                  | ends in .png
            shoot x.yaml --at 1-3 --out a.png                | give a folder
            shoot x.yaml --at all --out a.png                | give a folder
            shoot x.yaml --at 3-1 --out a                    | the lower step first
            shoot x.yaml --at 1 --out a.png --pane cellar    | HANDLES
            rum x.yaml                                       | run, state, check
            run x.yaml --jsn                                 | --json
            """)
    void badUsageIsToldWithTheWayOutAndEndsWithTwo(String command, String wayOut) {
        assertThat(line.run(command.split(" +"))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(line.err()).contains(wayOut).contains("See `handlens help");
        assertThat(line.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such.yaml", "run no-such.yaml", "run no-such.yaml --json", "state no-such.yaml --at 1 --json",
            "shoot no-such.yaml --at 1 --out a.png", "check no-such.yaml"})
    void aMissingFileIsToldInOneSentenceAndEndsWithTwo(String command) {
        assertThat(line.run(command.split(" "))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(line.err()).contains("no-such.yaml does not exist; name a scenario file");
        assertThat(line.out()).isEmpty();
        assertThat(line.windows).isEmpty();
        assertThat(line.pictures).isEmpty();
    }

    @Test
    void schemaPrintsTheSchemaAndNothingElse() {
        assertThat(line.run("schema")).isEqualTo(ExitCode.OK);
        assertThat(line.out()).isEqualTo("{ }" + System.lineSeparator());
    }

    @Test
    void aFolderIsNoScenario(@TempDir Path folder) {
        assertThat(line.run("run", folder.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(line.err()).contains("cannot be read (it is a folder); name a scenario file.");
    }

    @Test
    void checkCountsTheBadOnes(@TempDir Path folder) throws IOException {
        Path one = folder.resolve("one.yaml");
        Files.createDirectory(folder.resolve("two.yaml"));
        assertThat(line.run("check", one.toString(), folder.resolve("two.yaml").toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(line.err()).contains("2 of 2 files cannot be played");
    }
}
