package dev.handlens.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands that play a scenario, with the real reader and the real kernel.
class PlayingCommandsTest {
    private static final String GOOD = """
            handlens: 1
            title: One event
            cast:
              fred: { process: fred.exe }
            steps:
              - title: It opens
                CreateEvent: { in: fred, as: h, stack: [fred!main+0x12] }
              - say: Look at it.
              - CloseHandle: { in: fred, handle: h, expect: STATUS_SUCCESS }
            """;

    @TempDir
    private Path folder;

    private final CommandLineRun line = new CommandLineRun();

    @Test
    void aRunInWhichAllHoldsEndsWithZero() throws IOException {
        assertThat(line.run("run", file(GOOD))).isEqualTo(ExitCode.OK);
        assertThat(line.out()).startsWith("One event").contains("3 steps", "Expectations: all held");
        assertThat(line.err()).isEmpty();
    }

    @Test
    void aRunInWhichAnExpectationFailsEndsWithOneAndSaysWhereAndWhatCameInstead() throws IOException {
        assertThat(line.run("run", file(GOOD.replace("STATUS_SUCCESS", "STATUS_INVALID_HANDLE")))).isEqualTo(ExitCode.EXPECTATION_FAILED);
        assertThat(line.out()).contains("one.yaml:9:5: step 3: ", "STATUS_INVALID_HANDLE", "STATUS_SUCCESS", "Expectations: 1 failed");
    }

    @Test
    void aFinalExpectationThatFailsEndsWithOne() throws IOException {
        String more = GOOD + "expect:\n  misuse: [ { process: fred, kind: double-close, count: 1 } ]\n";
        assertThat(line.run("run", file(more))).isEqualTo(ExitCode.EXPECTATION_FAILED);
        assertThat(line.out()).contains("expected double-close of fred 1 times, found 0.");
    }

    @Test
    void aBadFileEndsWithTwoAndNothingIsPlayed() throws IOException {
        String bad = file(GOOD.replace("CloseHandle", "CloseHandel"));
        for (List<String> command : List.of(List.of("run", bad), List.of("run", bad, "--json"), List.of("check", bad), List.of(bad))) {
            assertThat(line.run(command.toArray(String[]::new))).isEqualTo(ExitCode.BAD_INPUT);
        }
        assertThat(line.err()).contains("one.yaml:9:5: ", "CloseHandle");
        assertThat(line.out()).isEmpty();
        assertThat(line.windows).isEmpty();
    }

    @Test
    void jsonHasALineForEveryStepAndTheVerdict() throws IOException {
        assertThat(line.run("run", file(GOOD), "--json")).isEqualTo(ExitCode.OK);
        List<String> lines = line.out().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("{\"step\":1,").contains("\"process\":\"fred.exe\"", "\"mode\":\"user\"",
                "\"call\":\"NtCreateEvent\"", "\"status\":\"STATUS_SUCCESS\"", "\"handle\":\"0x");
        assertThat(lines.get(1)).startsWith("{\"step\":2,").doesNotContain("call");
        assertThat(lines.get(2)).startsWith("{\"step\":3,").contains("\"call\":\"NtClose\"", "\"written\":\"CloseHandle\"");
        assertThat(lines.get(3)).isEqualTo("{\"end\":true,\"steps\":3,\"leaks\":[],\"misuse\":[],\"failures\":[]}");
    }

    @Test
    void twoRunsPrintTheSame() throws IOException {
        CommandLineRun again = new CommandLineRun();
        line.run("run", file(GOOD), "--json");
        again.run("run", file(GOOD), "--json");
        assertThat(line.out()).isEqualTo(again.out());
    }

    @Test
    void checkSaysHowLongAGoodScenarioIs() throws IOException {
        assertThat(line.run("check", file(GOOD))).isEqualTo(ExitCode.OK);
        assertThat(line.out()).endsWith("one.yaml: good, 3 steps" + System.lineSeparator());
    }

    @Test
    void theWindowOpensAtTheMomentThatIsNamed() throws IOException {
        assertThat(line.run(file(GOOD), "--at", "2", "--theme", "dark", "--no-settings")).isEqualTo(ExitCode.OK);
        assertThat(line.windows).singleElement().satisfies(request -> {
            assertThat(request.position()).isEqualTo(2);
            assertThat(request.theme()).isEqualTo(Theme.DARK);
            assertThat(request.settings()).isNull();
            assertThat(request.program().scenario().title()).isEqualTo("One event");
        });
    }

    @Test
    void theWindowKeepsSettingsWhereItIsTold() throws IOException {
        line.run(file(GOOD), "--settings", "mine.properties");
        assertThat(line.windows).singleElement().extracting(WindowRequest::settings).isEqualTo(Path.of("mine.properties"));
    }

    @Test
    void aMomentPastTheEndIsRefusedWithTheLength() throws IOException {
        assertThat(line.run(file(GOOD), "--at", "4")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(line.err()).contains("step 4 is past the end", "has 3 steps; give 0 to 3, or `end`.");
    }

    @Test
    void withoutADisplayTheScenarioIsPlayedReportedAndDrawn() throws IOException {
        CommandLineRun headless = new CommandLineRun(new Display(false, "there is no display."));
        Path pictures = folder.resolve("pictures");
        assertThat(headless.run(file(GOOD), "--pictures", pictures.toString())).isEqualTo(ExitCode.OK);
        assertThat(headless.out()).startsWith("No window: there is no display. Playing ").contains("Expectations: all held");
        assertThat(headless.windows).isEmpty();
        assertThat(headless.pictures).extracting(request -> request.shots().firstEntry().getValue().getFileName().toString()).containsExactly(
                "one-0000-light.png", "one-0001-light.png", "one-0002-light.png", "one-0003-light.png", "one-0003-dark.png");
    }

    @Test
    void aPictureIsAskedForAsTheOptionsSay() throws IOException {
        assertThat(line.run("shoot", file(GOOD), "--at", "end", "--out", folder.resolve("new/x.png").toString(), "--size", "1920x1080",
                "--theme", "dark", "--pane", "handles", "--select", "fred.exe/0x14")).isEqualTo(ExitCode.OK);
        assertThat(line.pictures).singleElement().satisfies(request -> {
            assertThat(request.shots().firstEntry().getKey()).isEqualTo(3);
            assertThat(request.size()).isEqualTo(new PictureSize(1920, 1080));
            assertThat(request.theme()).isEqualTo(Theme.DARK);
            assertThat(request.pane()).isEqualTo(PaneName.HANDLES);
            assertThat(request.select()).isEqualTo(new Mark("fred.exe", 0x14));
            assertThat(request.shots().firstEntry().getValue().getParent()).isDirectory();
        });
    }

    @Test
    void stateIsWrittenForTheMomentThatIsNamed() throws IOException {
        assertThat(line.run("state", file(GOOD), "--at", "1", "--json")).isEqualTo(ExitCode.OK);
        assertThat(line.statePositions).containsExactly(1L);
        assertThat(line.out()).isEqualTo("{}" + System.lineSeparator());
    }

    @Test
    void theNamesThereAreArePrintedAsATree() throws IOException {
        assertThat(line.run("state", file(GOOD), "--at", "1", "--names")).isEqualTo(ExitCode.OK);
        assertThat(line.out()).startsWith("\\  ").contains("  ObjectTypes", "    Event  ");
        assertThat(line.statePositions).as("not the other form").isEmpty();
        assertThat(line.run("state", file(GOOD), "--at", "1", "--names", "--json")).isEqualTo(ExitCode.BAD_INPUT);
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("one.yaml"), text).toString();
    }
}
