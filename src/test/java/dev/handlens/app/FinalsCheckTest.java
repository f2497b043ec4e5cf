package dev.handlens.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.FindingsFrame.LeakSuspect;
import dev.handlens.lens.RecentRate;
import dev.handlens.scenario.Diagnostic;
import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Place;
import dev.handlens.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinalsCheckTest {
    private static final int FRED = 2184;
    private static final LeakSuspect TWO_FILES = suspect(FRED, "File", 2, 2, "fred!MakeFred+0x41");
    private static final Machine.Misuse DOUBLE_CLOSE = new Machine.Misuse("double-close", 8, FRED, 0x14, "h", "0x14 was closed before.");

    @Test
    void nothingSaidNothingFails() {
        assertThat(check(null, List.of(TWO_FILES), List.of(DOUBLE_CLOSE))).isEmpty();
        assertThat(check(new Scenario.Finals(null, null), List.of(TWO_FILES), List.of(DOUBLE_CLOSE))).isEmpty();
    }

    @Test
    void whatIsExpectedAndFoundHolds() {
        assertThat(check(finals(leak("File", 2, "fred!MakeFred")), List.of(TWO_FILES), List.of())).isEmpty();
        assertThat(check(finals(leak("File", 2, "fred!main")), List.of(TWO_FILES), List.of())).isEmpty();
        assertThat(check(finals(leak("file", 2, "")), List.of(TWO_FILES), List.of())).isEmpty();
    }

    @Test
    void severalPlacesOfOneLeakAreCountedTogether() {
        LeakSuspect third = suspect(FRED, "File", 1, 1, "fred!Other+0x8");
        assertThat(check(finals(leak("File", 3, "")), List.of(TWO_FILES, third), List.of())).isEmpty();
    }

    @Test
    void handlesThatAreStillHeldCountWhenNoneIsLost() {
        assertThat(FinalsCheck.leaked(suspect(FRED, "Event", 500, 0, "s!f"))).isEqualTo(500);
        assertThat(FinalsCheck.leaked(suspect(FRED, "Event", 500, 499, "s!f"))).isEqualTo(499);
    }

    @Test
    void anotherCountFailsWhereTheScenarioSaysIt() {
        assertThat(check(finals(leak("File", 3, "fred!MakeFred")), List.of(TWO_FILES), List.of())).singleElement()
                .hasToString("f.yaml:40:5: expected 3 leaked File handles of fred at fred!MakeFred, found 2.");
    }

    @Test
    void anotherTypePlaceOrProcessIsAnotherLeak() {
        assertThat(check(finals(leak("Event", 2, "")), List.of(TWO_FILES), List.of())).hasSize(2);
        assertThat(check(finals(leak("File", 2, "fred!Other")), List.of(TWO_FILES), List.of())).hasSize(2);
        assertThat(check(finals(leak("File", 2, "")), List.of(suspect(7, "File", 2, 2, "x!y")), List.of())).hasSize(2);
    }

    @Test
    void aLeakThatIsNotNamedFailsWhenAListIsGiven() {
        assertThat(check(new Scenario.Finals(List.of(), null), List.of(TWO_FILES), List.of())).singleElement()
                .extracting(Diagnostic::message).asString().contains("2 File handles of fred.exe opened at fred!MakeFred+0x41");
    }

    @Test
    void misuseIsCountedByProcessAndKind() {
        Scenario.Finals one = misuse("double-close", 1);
        assertThat(check(one, List.of(), List.of(DOUBLE_CLOSE))).isEmpty();
        assertThat(check(one, List.of(), List.of())).singleElement()
                .extracting(Diagnostic::message).asString().contains("1 times, found 0");
        assertThat(check(one, List.of(), List.of(DOUBLE_CLOSE, DOUBLE_CLOSE))).hasSize(1);
        assertThat(check(misuse("wrong-type", 1), List.of(), List.of(DOUBLE_CLOSE))).hasSize(2);
    }

    private static List<Diagnostic> check(Scenario.Finals finals, List<LeakSuspect> leaks, List<Machine.Misuse> misuses) {
        return FinalsCheck.check("f.yaml", finals, name -> name.equals("fred") ? FRED : 0, leaks, misuses);
    }

    private static Scenario.Finals finals(Scenario.ExpectedLeak... leaks) {
        return new Scenario.Finals(List.of(leaks), null);
    }

    private static Scenario.Finals misuse(String kind, long count) {
        return new Scenario.Finals(null, List.of(new Scenario.ExpectedMisuse("fred", kind, count, new Place(41, 5))));
    }

    private static Scenario.ExpectedLeak leak(String type, long count, String at) {
        return new Scenario.ExpectedLeak("fred", type, count, at, new Place(40, 5));
    }

    private static LeakSuspect suspect(int pid, String type, long open, long lost, String site) {
        List<String> stack = List.of(site, "fred!main+0x12");
        return new LeakSuspect("", "fred.exe", pid, type, open, open, 0, lost, site, stack, new double[0], RecentRate.NONE, List.of(),
                "", List.of());
    }
}
