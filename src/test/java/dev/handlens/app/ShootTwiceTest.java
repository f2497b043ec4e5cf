package dev.handlens.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.scenario.Program;
import dev.handlens.scenario.ScenarioReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// `handlens shoot` with everything behind it.
class ShootTwiceTest {
    @TempDir
    Path folder;

    @Test
    void theSameMomentGivesTheSameBytesWhateverWasDrawnBetween() throws Exception {
        byte[] first = shoot("first.png", "--theme", "dark");
        shoot("between.png", "--pane", "graph");
        assertThat(shoot("second.png", "--theme", "dark")).isEqualTo(first);
        assertThat(shoot("light.png", "--theme", "light")).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"makefred-bug", "inverted-call-exit", "cmd-cd"})
    void aPictureOfManyIsWhatItWouldBeAlone(String scenario) throws Exception {
        run("shoot", "scenarios/" + scenario + ".yaml", "--at", "all", "--size", "1100x700", "--out", folder.toString());
        long last = Program.of(ScenarioReader.read(Path.of("scenarios", scenario + ".yaml"))).length();
        for (long step : new long[] {0, 1, last / 2, last - 1, last}) {
            Path alone = folder.resolve("alone.png");
            run("shoot", "scenarios/" + scenario + ".yaml", "--at", "" + step, "--size", "1100x700", "--out", alone.toString());
            Path ofMany = folder.resolve(String.format("%s-%04d-light.png", scenario, step));
            assertThat(Files.readAllBytes(ofMany)).as("step %d", step).isEqualTo(Files.readAllBytes(alone));
        }
    }

    private byte[] shoot(String name, String... more) throws Exception {
        Path out = folder.resolve(name);
        String[] always = {"shoot", "scenarios/makefred-bug.yaml", "--at", "9", "--size", "1100x700", "--out", out.toString()};
        run(Stream.of(always, more).flatMap(Arrays::stream).toArray(String[]::new));
        return Files.readAllBytes(out);
    }

    private static void run(String... args) {
        CommandLine commands = Commands.of(House.wiring());
        StringWriter err = new StringWriter();
        commands.setErr(new PrintWriter(err, true));
        assertThat(commands.execute(args)).as(err.toString()).isEqualTo(ExitCode.OK);
    }
}
