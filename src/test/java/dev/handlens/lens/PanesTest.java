package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.timeline.Timeline;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the smaller panes show.
class PanesTest {
    private static Frame frame(Timeline run, long position) {
        run.seek(position);
        return new Lens().frame(run, Runs.view(run));
    }

    @Test
    void theCallIsShownWithWhatItChanged() {
        WalkthroughFrame.CallCard card = frame(Runs.bundled("makefred-bug"), 9).walkthrough().call();
        assertThat(card.text()).isEqualTo("NtClose(0x14)");
        assertThat(card.status()).isEqualTo("STATUS_SUCCESS");
        assertThat(card.effects()).containsExactly("File \\Device\\Gizmo: handles 3 → 2", "fred.exe: 0x14 closed");
        assertThat(card.who()).startsWith("fred.exe, thread ");
    }

    @Test
    void aCallThatFailsChangesNothing() {
        WalkthroughFrame.CallCard card = frame(Runs.bundled("makefred-bug"), 10).walkthrough().call();
        assertThat(card.success()).isFalse();
        assertThat(card.status()).isEqualTo("STATUS_INVALID_HANDLE");
        assertThat(card.effects()).containsExactly("Nothing changed.");
    }

    @Test
    void aTableThatGrowsTellsThePoolItTakes() {
        Timeline run = Runs.of("""
                cast:
                  fred: { process: fred.exe, loader: false }
                steps:
                  - repeat: { times: 256, every: 10ms }
                    do:
                      - CreateEvent: { in: fred, as: all* }
                """);
        assertThat(frame(run, 255).walkthrough().call().effects()).noneMatch(line -> line.startsWith("paged pool"));
        assertThat(frame(run, 256).walkthrough().call().effects()).contains("paged pool Obtb +8,192 bytes");
    }

    @Test
    void wordsStandUntilAnotherStepSpeaks() {
        Timeline run = Runs.of("""
                cast:
                  fred: { process: fred.exe }
                steps:
                  - title: First
                    say: Hear this.
                  - CreateEvent: { in: fred, as: e }
                  - title: Second
                    say: And this.
                """);
        assertThat(frame(run, 0).walkthrough().title()).isEqualTo("Test");
        assertThat(frame(run, 2).walkthrough().narration()).startsWith("Hear this.");
        assertThat(frame(run, 3).walkthrough().narration()).startsWith("And this.");
        assertThat(frame(run, 2).walkthrough().call().effects()).anyMatch(line -> line.endsWith("96 bytes of nonpaged pool"));
    }

    @Test
    void anEventThatIsSetIsAnEffect() {
        Timeline run = Runs.of("""
                cast:
                  fred: { process: fred.exe }
                steps:
                  - CreateEvent: { in: fred, as: e }
                  - SetEvent: { in: fred, handle: e }
                """);
        assertThat(frame(run, 2).walkthrough().call().effects()).singleElement().asString().endsWith("signaled");
    }

    @Test
    void processesAreATreeAndThoseThatEndAreMarked() {
        Timeline run = Runs.bundled("tour");
        List<ProcessRow> alive = frame(run, 12).processes().rows();
        assertThat(alive).extracting(ProcessRow::name).containsExactly("System", "explorer.exe", "notes.exe", "viewer.exe");
        assertThat(alive).extracting(ProcessRow::depth).containsExactly(0, 1, 2, 3);
        assertThat(alive.getLast().change()).isEqualTo(Change.OPENED);
        ProcessesFrame ended = frame(run, 19).processes();
        assertThat(ended.zombies()).isEqualTo(1);
        assertThat(ended.rows().getLast().zombie()).isTrue();
    }

    @Test
    void gaugesAndStatusBarSayWhereOneIs() {
        Timeline run = Runs.bundled("event-leak");
        Frame frame = frame(run, run.length());
        assertThat(frame.nonpaged().topTags().getFirst().tag()).isEqualTo("Even");
        assertThat(frame.nonpaged().trend()).hasSizeBetween(60, 130).endsWith(frame.nonpaged().bytes());
        assertThat(frame.status().profile()).isEqualTo("x64 · Windows 7 profile");
        FindingsFrame.LeakSuspect leak = frame.findings().leaks().getFirst();
        assertThat(frame.status().suspected()).containsExactly(new StatusFrame.Suspected("server.exe", 1844, leak.open(), leak.id()));
        assertThat(frame.status().place()).matches("step [\\d,]+ · \\d+\\.\\d s");
    }
}
