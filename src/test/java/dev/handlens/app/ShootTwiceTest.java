package dev.handlens.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    private byte[] shoot(String name, String... more) throws Exception {
        Path out = folder.resolve(name);
        CommandLine commands = Commands.of(House.wiring());
        StringWriter err = new StringWriter();
        commands.setErr(new PrintWriter(err, true));
        String[] always = {"shoot", "scenarios/makefred-bug.yaml", "--at", "9", "--size", "1100x700", "--out", out.toString()};
        String[] args = Stream.of(always, more).flatMap(Arrays::stream).toArray(String[]::new);
        assertThat(commands.execute(args)).as(err.toString()).isEqualTo(ExitCode.OK);
        return Files.readAllBytes(out);
    }
}
