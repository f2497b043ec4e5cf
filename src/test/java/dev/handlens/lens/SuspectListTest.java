package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The filter of a suspect lists its handles, all of them and no others.
class SuspectListTest {
    @Test
    void theFilterOfEverySuspectOfTheBundledScenariosListsAsManyHandlesAsItsCardCounts() throws IOException {
        for (String name : names()) {
            Timeline run = Runs.bundled(name);
            for (int quarter = 1; quarter <= 4; quarter++) {
                run.seek(run.length() * quarter / 4);
                for (FindingsFrame.LeakSuspect leak : FindingsProjector.project(run).leaks()) {
                    assertThat(listed(run, leak.pid(), leak.id().filter())).as("%s at %d: %s", name, run.position(), leak.id().filter())
                            .hasSize((int) leak.open());
                }
            }
        }
    }

    @Test
    void anotherPlaceInTheSameFunctionAndAnotherTypeAreNotListed() {
        Timeline run = Runs.of("""
                cast:
                  hoard: { process: hoard.exe }
                steps:
                  - repeat: { times: 3 }
                    do:
                      - CreateEvent: { in: hoard, as: e, stack: [ntdll!NtCreateEvent+0xa, hoard!Keep+0x1, hoard!main+0x10] }
                      - CreateEvent: { in: hoard, as: f, stack: [ntdll!NtCreateEvent+0xa, hoard!Keep+0x10, hoard!main+0x1] }
                      - CreateEvent: { in: hoard, as: g, stack: [ntdll!NtCreateEvent+0xa, hoard!Other+0x7, hoard!Keep+0x1] }
                      - CreateMutex: { in: hoard, as: m, stack: [ntdll!NtCreateMutant+0xa, hoard!Keep+0x1, hoard!main+0x10] }
                """);
        run.seek(run.length());
        List<FindingsFrame.LeakSuspect> leaks = FindingsProjector.project(run).leaks();
        assertThat(leaks).hasSize(4);
        for (FindingsFrame.LeakSuspect leak : leaks) {
            assertThat(listed(run, leak.pid(), leak.id().filter())).hasSize((int) leak.open()).allSatisfy(row -> {
                assertThat(CallSites.site(row.stack())).isEqualTo(leak.site());
                assertThat(row.type().typeName()).isEqualTo(leak.type());
            });
        }
    }

    @Test
    void namesWithBlanksAndQuotesAreFound() {
        Timeline run = Runs.of("""
                cast:
                  hoard: { process: hoard.exe }
                steps:
                  - repeat: { times: 2 }
                    do:
                      - CreateEvent: { in: hoard, as: e, stack: ['hoard!std::map<int, A>::at+0x1'] }
                      - CreateEvent: { in: hoard, as: f, stack: ['hoard!operator"" _km+0x1'] }
                      - CreateEvent: { in: hoard, as: g, stack: ['hoard!operator""_km+0x1'] }
                """);
        run.seek(run.length());
        List<FindingsFrame.LeakSuspect> leaks = FindingsProjector.project(run).leaks();
        assertThat(leaks).hasSize(3);
        for (FindingsFrame.LeakSuspect leak : leaks) {
            assertThat(listed(run, leak.pid(), leak.id().filter())).hasSize((int) leak.open())
                    .allSatisfy(row -> assertThat(row.stack()).containsExactly(leak.site()));
            assertThat(listed(run, leak.pid(), SuspectId.frameFilter(leak.site()))).filteredOn(row -> row.change() != Change.CLOSED)
                    .hasSize((int) leak.open());
        }
    }

    @Test
    void withoutAStackTheServiceTellsAndForATitledStepItsPlaceInTheFile() {
        Timeline run = Runs.of("""
                cast:
                  hoard: { process: hoard.exe }
                steps:
                  - repeat: { times: 3 }
                    do:
                      - CreateEvent: { in: hoard, as: e }
                      - CreateEvent: { in: hoard, as: f }
                      - title: One
                        CreateEvent: { in: hoard, as: g }
                      - title: Two
                        CreateEvent: { in: hoard, as: h }
                """);
        run.seek(run.length());
        List<FindingsFrame.LeakSuspect> leaks = FindingsProjector.project(run).leaks();
        assertThat(leaks).extracting(FindingsFrame.LeakSuspect::site).hasSize(3).contains("CreateEvent")
                .filteredOn(site -> site.startsWith("CreateEvent, line ")).hasSize(2);
        assertThat(leaks).allSatisfy(leak -> assertThat(listed(run, leak.pid(), leak.id().filter())).hasSize((int) leak.open()));
    }

    @Test
    void whatWasClosedIsNotListed() {
        Timeline run = Runs.of("""
                cast:
                  hoard: { process: hoard.exe }
                steps:
                  - repeat: { times: 3 }
                    do:
                      - CreateEvent: { in: hoard, as: e, stack: [hoard!Keep+0x1] }
                      - CreateEvent: { in: hoard, as: e, stack: [hoard!Keep+0x1] }
                      - CloseHandle: { in: hoard, handle: e }
                """);
        run.seek(run.length());
        FindingsFrame.LeakSuspect leak = FindingsProjector.project(run).leaks().getFirst();
        assertThat(listed(run, leak.pid(), leak.id().filter())).hasSize(3).extracting(HandleRow::change).containsOnly(Change.OPENED);
    }

    private static List<HandleRow> listed(Timeline run, int pid, String filter) {
        RowSource<HandleRow> rows = new Lens().frame(run, Runs.view(run).withPid(pid).withFilter(filter)).handles().rows();
        List<HandleRow> listed = new ArrayList<>();
        for (int place = 0; place < rows.size(); place++) {
            listed.add(rows.row(place));
        }
        return listed;
    }

    /// Bundled scenarios, but for those with millions of handles.
    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            return files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".yaml"))
                    .map(file -> file.substring(0, file.length() - ".yaml".length()))
                    .filter(name -> !name.startsWith("testlimit")).sorted().toList();
        }
    }
}
