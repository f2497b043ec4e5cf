package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.handlens.timeline.Timeline;
import org.junit.jupiter.api.Test;

class SuspectedProcessesTest {
    private static final String TWO_LEAK = """
            cast:
              quiet: { process: quiet.exe }
              hoard: { process: hoard.exe }
              proxy: { process: proxy.exe }
            steps:
              - repeat: { times: 4 }
                do:
                  - CreateEvent: { in: hoard, as: e, stack: [hoard!Keep+0x1] }
                  - CreateEvent: { in: hoard, as: f, stack: [hoard!Hold+0x1] }
              - repeat: { times: 3 }
                do:
                  - CreateEvent: { in: proxy, as: e, stack: [proxy!Keep+0x1] }
            """;

    @Test
    void theStatusBarNamesTheProcessesOfTheSuspectsWhicheverIsSelected() {
        Timeline run = Runs.of(TWO_LEAK);
        run.seek(run.length());
        Frame frame = new Lens().frame(run, Runs.view(run));
        assertThat(frame.status().process()).isEqualTo("quiet.exe");
        assertThat(frame.status().suspected()).extracting(StatusFrame.Suspected::process).containsExactly("hoard.exe", "proxy.exe");
        assertThat(frame.status().suspected()).extracting(StatusFrame.Suspected::handles).containsExactly(8L, 3L);
    }

    @Test
    void theRowsOfTheProcessesOfTheSuspectsKnowThemAndOtherRowsHaveNone() {
        Timeline run = Runs.of(TWO_LEAK);
        run.seek(run.length());
        Frame frame = new Lens().frame(run, Runs.view(run));
        assertThat(frame.processes().rows()).filteredOn(row -> !row.suspects().isEmpty())
                .extracting(ProcessRow::name, row -> row.suspects().size())
                .containsExactlyInAnyOrder(tuple("hoard.exe", 2), tuple("proxy.exe", 1));
    }
}
