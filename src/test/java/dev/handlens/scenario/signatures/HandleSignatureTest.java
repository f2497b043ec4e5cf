package dev.handlens.scenario.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.FindingsFrame;
import dev.handlens.lens.HandleRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Scenarios about what a handle is: what a person at the back of the room sees.
class HandleSignatureTest {

    @Test
    void makefredLeavesTwoGreenRowsAndASecondCloseThatFails() {
        Showing show = Showing.of("makefred-bug").at("The first delete closes h");
        assertThat(show.changes()).containsExactly("CLOSED 0x14 File", "OPENED 0x18 File", "OPENED 0x1C File");
        show.at("The second delete closes nothing");
        assertThat(show.status()).isEqualTo("STATUS_INVALID_HANDLE");
        show.atEnd();
        assertThat(show.whyAlive("One open, one handle")).isEqualTo("Alive because of 0x18 and 0x1C in fred.exe.");
        assertThat(show.findings().misuses()).extracting(FindingsFrame.Misuse::kind).containsExactly("Use after close", "Double close");
    }

    @Test
    void makefredFixPairsGreenAndRed() {
        Showing show = Showing.of("makefred-fix").atEnd();
        assertThat(show.changes()).isNotEmpty().noneMatch(change -> change.startsWith("OPENED"));
        assertThat(show.findings().leaks()).isEmpty();
        assertThat(show.findings().misuses()).isEmpty();
    }

    @Test
    void recycledShowsOneValueTwice() {
        Showing show = Showing.of("recycled").at("The number has a new owner");
        assertThat(show.changes()).containsExactly("CLOSED 0x14 File", "OPENED 0x14 File");
        assertThat(show.rows().stream().filter(row -> row.key().value() == 0x14).map(HandleRow::name))
                .containsExactly("\\Device\\Gizmo", "\\Device\\Ledger");
        show.atEnd();
        assertThat(show.findings().misuses()).extracting(FindingsFrame.Misuse::kind).contains("Stale handle hit another object");
    }

    @Test
    void cmdCdRedAndGreenAndTheTraceNewestFirst() {
        Showing show = Showing.of("cmd-cd").atEnd();
        assertThat(show.frame().trace().newest()).extracting(block -> String.format("%s %x", block.operation(), block.handle()))
                .containsExactly("CLOSE ec", "OPEN 22c", "CLOSE b8", "OPEN b8");
        assertThat(show.frame().trace().outstanding()).singleElement()
                .satisfies(block -> assertThat(block.stack()).anyMatch(frame -> frame.startsWith("cmd!ChangeDirectory")));
    }

    @Test
    void accessMaskRefusesWritingThroughAReadHandle() {
        Showing show = Showing.of("access-mask").at("Writing does not");
        assertThat(show.rows().stream().filter(row -> row.key().value() == 0x14).map(HandleRow::access)).containsExactly("read");
        assertThat(show.status()).isEqualTo("STATUS_ACCESS_DENIED");
        show.at("Asking for more");
        assertThat(show.status()).isEqualTo("STATUS_ACCESS_DENIED");
    }

    @Test
    void accessMaskChecksEachOpenAndNoUse() {
        Showing show = Showing.of("access-mask");
        for (String open : List.of("Asked once", "Checked at the open", "A new open is refused")) {
            assertThat(show.at(open).effects()).as(open).anyMatch(effect -> effect.startsWith("access checked"));
        }
        for (String use : List.of("Reading works", "Writing does not", "Not checked at the use", "The open handle still works")) {
            assertThat(show.at(use).effects()).as(use).noneMatch(effect -> effect.startsWith("access checked"));
        }
        assertThat(show.at("Nobody may any more").effects()).containsExactly(
                "Event \\BaseNamedObjects\\ReportDone: programs may open it for nothing");
        assertThat(show.at("The open handle still works").status()).isEqualTo("STATUS_SUCCESS");
        assertThat(show.at("A new open is refused").status()).isEqualTo("STATUS_ACCESS_DENIED");
        assertThat(show.rows().stream().filter(row -> row.key().value() == 0x20).map(HandleRow::access)).containsExactly("modify state");
    }

    @Test
    void threadSelfLivesWithoutAHandle() {
        Showing show = Showing.of("thread-self").at("The handle is closed");
        assertThat(show.whyAlive("A thread is born")).isEqualTo("Alive because its thread is still running.");
        show.at("The thread ends");
        assertThat(show.whyAlive("A thread is born")).startsWith("Gone:");
    }

    @Test
    void inheritGivesTheSameValueAndKeepsTheFileOpen() {
        Showing show = Showing.of("inherit").at("The writer closes");
        assertThat(show.whyAlive("The writing end, inheritable")).isEqualTo("Alive because of 0x14 in sort.exe.");
        show.select("child");
        assertThat(show.rows()).singleElement().satisfies(row -> {
            assertThat(row.key().value()).isEqualTo(0x14);
            assertThat(row.inherit()).isTrue();
            assertThat(row.handleCount()).isEqualTo(1);
        });
        show.at("Only now");
        assertThat(show.whyAlive("The writing end, inheritable")).startsWith("Gone:");
        show.at("A child with a list").select("late");
        assertThat(show.rows()).extracting(row -> row.key().value()).containsExactly(0x18L);
    }

    @Test
    void tourHasSomethingInEveryPane() {
        Showing show = Showing.of("tour").at("A Key");
        assertThat(show.changes()).containsExactly("OPENED 0x14 Key");
        assertThat(show.frame().graph().nodes()).isNotEmpty();
        assertThat(show.frame().properties().groups()).isNotEmpty();
        assertThat(show.findings().leaks()).isEmpty();
    }
}
