package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.timeline.Timeline;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static FindingsFrame atEnd(Timeline run) {
        run.seek(run.length());
        return FindingsProjector.project(run);
    }

    @Test
    void aWrongDuplicateAndADoubleCloseAreFound() {
        assertThat(FrameText.findings(atEnd(Runs.bundled("makefred-bug")))).isEqualTo("""
                LEAK fred.exe (2184): File handles duplicated in fred!MakeFred are never closed.
                  2 open of 2 opened, 0 closed, 2 lost
                  opened at fred!MakeFred+0x2f
                  holds nonpaged File 304 bytes, paged Obtb 32 bytes
                  values 0x18, 0x1C
                MISUSE step 11: Use after close [AppVerifier 300]: fred.exe uses h (0x14) in DeviceIoControl after it was closed.
                MISUSE step 10: Double close [AppVerifier 300]: fred.exe closes h (0x14) again: it was closed before.
                """);
    }

    @Test
    void aLeakNamesProcessTypeCountAndPlace() {
        FindingsFrame found = atEnd(Runs.bundled("event-leak"));
        assertThat(found.leaks()).singleElement().satisfies(leak -> {
            assertThat(leak.sentence()).isEqualTo("Events opened in server!OnRequest are never closed");
            assertThat(leak.process()).isEqualTo("server.exe");
            assertThat(leak.type()).isEqualTo("Event");
            assertThat(leak.lost()).isEqualTo(leak.open()).isEqualTo(leak.opened()).isGreaterThan(500);
            assertThat(leak.site()).isEqualTo("server!OnRequest+0x41");
            assertThat(leak.rate().perSecond()).isBetween(39.5, 40.5);
            assertThat(leak.holds()).startsWith("nonpaged Even");
            assertThat(leak.runsOut()).startsWith("nonpaged pool, in about");
        });
        assertThat(found.cleared()).anyMatch(line -> line.startsWith("Files of server!AcceptLoop:"));
    }

    @Test
    void healthyGrowthIsNeverSuspected() {
        Timeline run = Runs.bundled("healthy");
        for (long position = 0; position <= run.length(); position += 53) {
            run.seek(position);
            assertThat(FindingsProjector.project(run).leaks()).as("at " + position).isEmpty();
        }
    }

    @Test
    void steadyGrowthIsSuspectedThoughTheProgramKnowsEveryHandle() {
        Timeline run = Runs.of("""
                cast:
                  hoard: { process: hoard.exe }
                steps:
                  - repeat: { times: 400, every: 100ms }
                    do:
                      - CreateEvent: { in: hoard, as: all*, stack: [hoard!Keep+0x10] }
                """);
        assertThat(atEnd(run).leaks()).singleElement().satisfies(leak -> {
            assertThat(leak.lost()).isZero();
            assertThat(leak.open()).isEqualTo(400);
        });
        run.seek(50);
        assertThat(FindingsProjector.project(run).leaks()).as("too young to be accused").isEmpty();
    }

    @Test
    void whatOnlyTheEndOfAProcessClosedIsFound() {
        Timeline run = Runs.of("""
                cast:
                  boss:   { process: boss.exe }
                  worker: { process: worker.exe }
                steps:
                  - CreateEvent: { in: worker, as: e, stack: [worker!Run+0x10] }
                  - ExitProcess: { in: worker, expect: any }
                """);
        assertThat(atEnd(run).leaks()).singleElement().satisfies(leak -> {
            assertThat(leak.sentence()).isEqualTo("Events opened in worker!Run are closed only by the end of the process");
            assertThat(leak.process()).as("though it is gone").isEqualTo("worker.exe");
            assertThat(leak.lost()).isEqualTo(1);
        });
    }

    @Test
    void theOtherScenariosHaveNoLeak() {
        for (String name : java.util.List.of("tour", "makefred-fix", "recycled", "cmd-cd", "thread-self", "access-mask")) {
            assertThat(atEnd(Runs.bundled(name)).leaks()).as(name).isEmpty();
        }
    }
}
