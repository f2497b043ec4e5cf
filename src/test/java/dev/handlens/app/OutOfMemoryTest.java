package dev.handlens.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that needs more memory than there is, in a process of its own that has very little.
class OutOfMemoryTest {
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Pattern SHORT = Pattern.compile("short at (\\d+), window stays, room \\d+");

    @TempDir
    Path folder;

    /// The window alone takes about 60 MB.
    @Test
    void theWindowStaysAndTheRunStandsWhereItCanBeSavedAndGoOn() throws Exception {
        Path saved = folder.resolve("saved.handlens.yaml");
        Process process = new ProcessBuilder(JAVA, "-XX:+UseSerialGC", "-Xmx128m", "--enable-native-access=javafx.graphics",
                "--module-path", System.getProperty("jdk.module.path"), "--patch-module", "dev.handlens=" + Path.of("target", "test-classes"),
                "-m", "dev.handlens/dev.handlens.app.ShortOfMemory", "scenarios/testlimit-x64.yaml", saved.toString())
                .redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        List<String> lines = said.lines().toList();
        assertThat(lines).as(said).hasSize(6);
        for (int line : new int[] {0, 3}) {
            Matcher matcher = SHORT.matcher(lines.get(line));
            assertThat(matcher.matches()).as(said).isTrue();
            assertThat(Long.parseLong(matcher.group(1))).as("some of the run is left").isGreaterThan(50_000);
            assertThat(lines.get(line + 1)).isEqualTo("stepped 1");
        }
        assertThat(lines.get(2)).isEqualTo("saved");
        assertThat(lines.get(5)).isEqualTo("back at 0");
        assertThat(ScenarioFile.open(saved).length()).isEqualTo(ScenarioFile.open(Path.of("scenarios", "testlimit-x64.yaml")).length());
    }

    @Test
    void runningOutOfMemoryIsOneSentenceWithTheWayOut() throws Exception {
        Process process = new ProcessBuilder(JAVA, "-XX:+UseSerialGC", "-Xmx24m", "--module-path", System.getProperty("jdk.module.path"),
                "-m", "dev.handlens/dev.handlens.app.Main", "run", "scenarios/testlimit-x64.yaml")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isEqualTo(ExitCode.OUT_OF_MEMORY);
        assertThat(said).hasLineCount(1).startsWith("handlens: Memory ran out").contains("_JAVA_OPTIONS=-Xmx1g handlens FILE");
    }
}
