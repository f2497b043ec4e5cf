package dev.handlens.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.lens.FindingsFrame;
import dev.handlens.lens.RecentRate;
import dev.handlens.scenario.Diagnostic;
import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Place;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RunTextTest {
    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text, true);

    @Test
    void aLeakNamesProcessTypeCountAndPlace() {
        FindingsFrame.LeakSuspect suspect = new FindingsFrame.LeakSuspect("Files opened in fred!MakeFred are never closed.",
                "fred.exe", 2184, "File", 2, 2, 0, 2, "fred!MakeFred+0x41", List.of(), new double[0], RecentRate.NONE,
                List.of(new FindingsFrame.PoolUse(PoolKind.PAGED, "Obtb", 16_384)), "", List.of(0x18L, 0x1CL));
        RunText.printFindings(out, new FindingsFrame(List.of(suspect), List.of(), List.of()), List.of());
        assertThat(text.toString()).isEqualTo("""
                Leaks:
                  Files opened in fred!MakeFred are never closed.
                    fred.exe (pid 2184): 2 File handles leaked, opened at fred!MakeFred+0x41
                    handles 0x18, 0x1C
                    holds paged Obtb 16 KB
                Misuse: none
                """.replace("\n", System.lineSeparator()));
    }

    @Test
    void misuseIsToldInTheOrderItHappened() {
        RunText.printFindings(out, new FindingsFrame(List.of(), List.of(), List.of()), List.of(
                new Machine.Misuse("double-close", 9, 1, 4, "h", "second."), new Machine.Misuse("access-denied", 3, 1, 4, "h", "first.")));
        assertThat(text.toString().lines())
                .containsExactly("Leaks: none", "Misuse:", "  access-denied, once", "    step 3: first.", "  double-close, once", "    step 9: second.");
    }

    @Test
    void aMistakeThatRepeatsIsPrintedOnceWithItsCountAndItsFirstThreePlaces() {
        List<Machine.Misuse> misuses = LongStream.rangeClosed(1, 480).mapToObj(step -> new Machine.Misuse("double-close", 481 - step, 1, 4, "h", "no."))
                .toList();
        RunText.printFindings(out, new FindingsFrame(List.of(), List.of(), List.of()), misuses);
        assertThat(text.toString().lines()).containsExactly("Leaks: none", "Misuse:", "  double-close, 480 times", "    step 1: no.",
                "    step 2: no.", "    step 3: no.", "    and 477 more");
    }

    @Test
    void linesThatFailAlikeArePrintedThreeTimesAndCounted() {
        RunText.printFailures(out, LongStream.rangeClosed(1, 480).mapToObj(line -> new Diagnostic("a.yaml", new Place((int) line, 3), "no.")).toList());
        assertThat(text.toString().lines()).containsExactly("Expectations: 480 failed", "  a.yaml:1:3: no.", "  a.yaml:2:3: no.", "  a.yaml:3:3: no.",
                "    and 477 more", "Change what the scenario expects, or what it does, and run it again; --json shows every step.");
    }

    @Test
    void anExpectationThatFailsInEveryRoundIsPrintedThreeTimesAndCounted() {
        RunText.printFailures(out, LongStream.rangeClosed(1, 480)
                .mapToObj(step -> new Diagnostic("a.yaml", new Place(7, 3), "step " + step + ": no.")).toList());
        assertThat(text.toString().lines()).containsExactly("Expectations: 480 failed", "  a.yaml:7:3: step 1: no.", "  a.yaml:7:3: step 2: no.",
                "  a.yaml:7:3: step 3: no.", "    and 477 more",
                "Change what the scenario expects, or what it does, and run it again; --json shows every step.");
    }

    @Test
    void failedExpectationsAreToldWithTheirPlaceAndAWayOut() {
        RunText.printFailures(out, List.of(new Diagnostic("a.yaml", new Place(7, 3), "step 4: no.")));
        assertThat(text.toString()).contains("Expectations: 1 failed", "  a.yaml:7:3: step 4: no.", "run it again");
    }

    @Test
    void numbersAgreeWithTheirNouns() {
        assertThat(RunText.counted(1, "step")).isEqualTo("1 step");
        assertThat(RunText.counted(16711680, "handle")).isEqualTo("16,711,680 handles");
    }
}
