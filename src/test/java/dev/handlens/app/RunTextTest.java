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
import org.junit.jupiter.api.Test;

class RunTextTest {
    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text, true);

    @Test
    void aLeakNamesProcessTypeCountAndPlace() {
        FindingsFrame.LeakSuspect suspect = new FindingsFrame.LeakSuspect("Files opened in fred!MakeFred are never closed.",
                "fred.exe", 2184, "File", 2, 2, 0, 2, "fred!MakeFred+0x41", "9:3", List.of(), new double[0], RecentRate.NONE,
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
                .containsExactly("Leaks: none", "Misuse:", "  step 3, access-denied: first.", "  step 9, double-close: second.");
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
