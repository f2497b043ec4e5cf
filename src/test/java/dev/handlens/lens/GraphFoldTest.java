package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.lens.GraphFrame.Kind;
import dev.handlens.lens.GraphFrame.Node;
import dev.handlens.timeline.Timeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphFoldTest {
    private static final String WORKERS = """
            cast:
              fred: { process: fred.exe }
            steps:
              - repeat: { times: 312, every: 10ms }
                do:
                  - CreateEvent: { in: fred, as: e, stack: [ntdll!NtCreateEvent+0xa, fred!Worker+0x41] }
                    forget: [e]
              - repeat: { times: 40, every: 10ms }
                do:
                  - CreateMutex: { in: fred, as: m, stack: [fred!Lock+0x8] }
                    forget: [m]
              - CreateSemaphore: { in: fred, as: s, stack: [fred!main+0x10] }
            """;

    private final Timeline run = Runs.of(WORKERS);
    private final int pid = run.machine().pid("fred");
    private final String events = "fold " + pid + " Event fred!Worker+0x41";

    private GraphFrame graph(long position, String... unfolded) {
        run.seek(position);
        View view = Runs.view(run).withSelection(new Selection.OfProcess(pid));
        for (String fold : unfolded) {
            view = view.withFoldToggled(fold);
        }
        return new Lens().frame(run, view).graph();
    }

    private static List<String> titles(GraphFrame graph, Kind kind) {
        return graph.nodes().stream().filter(node -> node.kind() == kind).map(node -> node.title() + " · " + node.detail()).toList();
    }

    @Test
    void handlesAreFoldedByTypeAndCallSiteTheMostFirst() {
        GraphFrame graph = graph(run.length());
        assertThat(titles(graph, Kind.FOLDED)).containsExactly("312 Event handles · fred!Worker+0x41", "40 Mutant handles · fred!Lock+0x8",
                "4 other handles · one from each place");
        assertThat(graph.nodes()).filteredOn(node -> node.title().startsWith("Semaphore")).as("one of its kind is shown itself").hasSize(1);
    }

    @Test
    void anOpenFoldShowsWhatIsInItAndSaysWhatIsLeftOut() {
        GraphFrame graph = graph(run.length(), events);
        assertThat(titles(graph, Kind.UNFOLDED)).containsExactly("312 Event handles · fred!Worker+0x41");
        assertThat(titles(graph, Kind.FOLDED)).containsExactly("40 Mutant handles · fred!Lock+0x8", "4 other handles · one from each place");
        assertThat(titles(graph, Kind.MORE)).containsExactly("112 more Event handles · ");
        List<Node> shown = graph.nodes().stream().filter(node -> node.kind() == Kind.OBJECT && node.title().startsWith("Event")).toList();
        assertThat(shown).hasSizeGreaterThanOrEqualTo(200);
        assertThat(graph.nodes().stream().map(Node::id)).doesNotHaveDuplicates();
    }

    @Test
    void aFoldThatWasOpenedAndClosedIsAsItWas() {
        assertThat(graph(run.length(), events, events)).isEqualTo(graph(run.length()));
    }

    @Test
    void theGraphOfAMomentIsTheSameHoweverOneGotThere() {
        Lens lens = new Lens();
        View view = Runs.view(run).withSelection(new Selection.OfProcess(pid)).withFoldToggled(events);
        for (long position : new long[] {0, 30, 353, 100, 340, 5, 353, 352, 31}) {
            run.seek(position);
            assertThat(lens.frame(run, view).graph()).as("position " + position).isEqualTo(graph(position, events));
        }
    }

    @Test
    void aFoldIsOpenedGreenOnlyWhenAllInItIsNew() {
        run.seek(run.length());
        View old = Runs.view(run).withSelection(new Selection.OfProcess(pid)).withHighlight(new View.Highlight(100));
        assertThat(new Lens().frame(run, old).graph().nodes()).filteredOn(node -> node.kind() == Kind.FOLDED)
                .allSatisfy(node -> assertThat(node.change()).isEqualTo(Change.NONE));
        assertThat(graph(run.length()).nodes()).filteredOn(node -> node.kind() == Kind.FOLDED && !node.title().equals("4 other handles"))
                .hasSize(2).allSatisfy(node -> assertThat(node.change()).isEqualTo(Change.OPENED));
    }

    @Test
    void aSelectedHandleMarksTheFoldItIsInsideOf() {
        Timeline copies = Runs.of("""
                cast:
                  fred: { process: fred.exe }
                steps:
                  - CreateEvent: { in: fred, as: e }
                  - repeat: { times: 250, every: 10ms }
                    do:
                      - DuplicateHandle: { in: fred, handle: e, as: copies*, stack: [fred!Copy+0x8] }
                """);
        copies.seek(copies.length());
        ProcessObject fred = copies.machine().kernel().process(copies.machine().pid("fred"));
        HandleEntry last = fred.table().entry(fred.table().at(fred.table().count() - 1));
        View view = Runs.view(copies).withSelection(new Selection.OfHandle(new HandleKey(fred.pid(), last.handle(), last.stamp())));
        GraphFrame folded = new Lens().frame(copies, view).graph();
        assertThat(folded.nodes()).filteredOn(Node::selected).singleElement().satisfies(node -> {
            assertThat(node.kind()).isEqualTo(Kind.FOLDED);
            assertThat(node.title()).isEqualTo("250 Event handles");
        });
        String fold = folded.nodes().stream().filter(Node::selected).findFirst().orElseThrow().id();
        GraphFrame open = new Lens().frame(copies, view.withFoldToggled(fold)).graph();
        assertThat(open.nodes()).filteredOn(Node::selected).as("the handle itself, though it is the last of them").singleElement()
                .satisfies(node -> assertThat(node.kind()).isEqualTo(Kind.HANDLE));
    }

    /// More handles than anybody looks for one by one.
    private static final String COPIES = """
            cast:
              fred: { process: fred.exe }
              anna: { process: anna.exe }
            steps:
              - CreateEvent: { in: fred, as: e }
              - OpenProcess: { in: fred, process: anna, access: [PROCESS_ALL_ACCESS], as: annaHandle }
              - repeat: { times: 7000, every: 1ms }
                do:
                  - DuplicateHandle: { in: fred, handle: e, as: copies*, stack: [fred!Copy+0x8] }
              - repeat: { times: 6000, every: 1ms }
                do:
                  - DuplicateHandle: { in: fred, handle: e, targetProcess: annaHandle, as: given*, stack: [fred!Give+0x4] }
            """;

    @Test
    void allHandlesOfAnObjectAreCountedHoweverManyThereAre() {
        Timeline copies = Runs.of(COPIES);
        copies.seek(1);
        int event = copies.machine().last().result().object();
        copies.seek(copies.length());
        View view = Runs.view(copies).withSelection(new Selection.OfObject(event));
        Frame frame = new Lens().frame(copies, view);
        assertThat(titles(frame.graph(), Kind.FOLDED)).containsExactly("7,000 Event handles · fred!Copy+0x8",
                "6,000 Event handles · fred!Give+0x4");
        assertThat(titles(frame.graph(), Kind.MORE)).isEmpty();
        assertThat(FrameText.properties(frame.properties())).contains("object stays: ").contains(" and 12,997 more hold it");
        String fold = frame.graph().nodes().stream().filter(node -> node.kind() == Kind.FOLDED).findFirst().orElseThrow().id();
        GraphFrame open = new Lens().frame(copies, view.withFoldToggled(fold)).graph();
        assertThat(titles(open, Kind.MORE)).containsExactly("6,800 more handles · ");
    }

    @Test
    void theGraphOfAnObjectWithThousandsOfHandlesIsTheSameHoweverOneGotThere() {
        Timeline copies = Runs.of(COPIES);
        copies.seek(1);
        View view = Runs.view(copies).withSelection(new Selection.OfObject(copies.machine().last().result().object()));
        Lens lens = new Lens();
        for (long position : new long[] {13_002, 6_000, 6_001, 20, 13_002, 9_000, 0, 7_003}) {
            copies.seek(position);
            assertThat(lens.frame(copies, view).graph()).as("position " + position).isEqualTo(new Lens().frame(copies, view).graph());
        }
    }

    @Test
    void whatIsCountedOverManyFramesIsWhatIsCountedAtOnce() {
        Timeline copies = Runs.of(COPIES);
        copies.seek(1);
        View view = Runs.view(copies).withSelection(new Selection.OfObject(copies.machine().last().result().object()));
        copies.seek(copies.length());
        Lens lens = new Lens();
        GraphFrame graph = lens.live(copies, view, false, 512).graph();
        assertThat(titles(graph, Kind.MORE)).singleElement().asString().matches("12,\\d{3} more handles · being counted");
        int frames = 1;
        while (graph.counting()) {
            graph = lens.live(copies, view, false, 512).graph();
            frames++;
        }
        assertThat(frames).isGreaterThan(20);
        assertThat(graph).isEqualTo(new Lens().frame(copies, view).graph());
    }

    @Test
    void findingTheFirstHandlesReadsNoMoreThanTheyTake() {
        Timeline copies = Runs.of(COPIES);
        copies.seek(1);
        int event = copies.machine().last().result().object();
        copies.seek(copies.length());
        HandleSearch search = new HandleSearch();
        assertThat(search.of(copies.at(copies.length()).kernel(), event)).hasSize(5_000);
        assertThat(search.read()).isLessThan(6_000);
    }

    @Test
    void manyRequestsAreFoldedByWhereTheyAre() {
        Timeline requests = Runs.of("""
                cast:
                  fred:  { process: fred.exe }
                  gizmo: { driver: gizmo.sys, device: \\Device\\Gizmo, answers: wdf-queue }
                steps:
                  - CreateFile: { in: fred, path: \\Device\\Gizmo, access: [GENERIC_READ], overlapped: true, as: dev }
                  - repeat: { times: 30, every: 10ms }
                    do:
                      - DeviceIoControl: { in: fred, handle: dev, code: 0x222004, as: r, expect: STATUS_PENDING }
                """);
        requests.seek(requests.length());
        int fred = requests.machine().pid("fred");
        View view = Runs.view(requests).withSelection(new Selection.OfProcess(fred));
        GraphFrame folded = new Lens().frame(requests, view).graph();
        assertThat(titles(folded, Kind.FOLDED)).containsExactly("4 other handles · open since the start",
                "30 requests · in manual WDFQUEUE of gizmo.sys");
        String fold = folded.nodes().stream().filter(node -> node.title().equals("30 requests")).findFirst().orElseThrow().id();
        assertThat(titles(new Lens().frame(requests, view.withFoldToggled(fold)).graph(), Kind.IRP)).hasSize(30);
    }

    @Test
    void aGraphWithNothingOpenedIsNeverMoreThanTwoHundredNodes() {
        StringBuilder steps = new StringBuilder("cast:\n  fred: { process: fred.exe }\nsteps:\n");
        for (int site = 0; site < 150; site++) {
            for (int twice = 0; twice <= site % 2; twice++) {
                steps.append("  - CreateEvent: { in: fred, as: e").append(site).append('x').append(twice).append(", stack: [fred!F")
                        .append(site).append("+0x4] }\n");
            }
        }
        Timeline many = Runs.of(steps.toString());
        many.seek(many.length());
        View view = Runs.view(many).withSelection(new Selection.OfProcess(many.machine().pid("fred")));
        GraphFrame graph = new Lens().frame(many, view).graph();
        assertThat(graph.nodes()).hasSizeBetween(60, 200);
        assertThat(titles(graph, Kind.MORE)).singleElement().asString().contains("other kinds");
    }

    @Test
    void theCensusCountsWhatIsThereAndReadsOnlyWhatChanged() {
        HandleCensus census = new HandleCensus();
        long before = 0;
        for (long position : new long[] {353, 352, 353, 200, 201, 0, 353}) {
            run.seek(position);
            List<HandleCensus.Group> groups = census.of(run.program(), run.at(position).kernel(), process(position), Allowance.unlimited());
            assertThat(counts(groups)).isEqualTo(counted(position));
            if (position == 201) {
                assertThat(census.read() - before).as("one step reads the pages it touched").isBetween(1L, 2L * 256);
            }
            before = census.read();
        }
        census.of(run.program(), run.at(353).kernel(), process(353), Allowance.unlimited());
        assertThat(census.read()).as("the same moment again reads nothing").isEqualTo(before);
    }

    private ProcessObject process(long position) {
        return run.at(position).kernel().process(pid);
    }

    private static Map<String, Long> counts(List<HandleCensus.Group> groups) {
        Map<String, Long> counts = new LinkedHashMap<>();
        groups.forEach(group -> counts.put(group.type() + " " + group.site(), group.count()));
        return counts;
    }

    private Map<String, Long> counted(long position) {
        Map<String, Long> counts = new LinkedHashMap<>();
        process(position).table().forEach((_, first, second) -> counts.merge(
                run.at(position).kernel().object(HandleEntry.object(first)).type().typeName() + " "
                        + CallSites.place(run.program(), HandleEntry.stamp(second)), 1L, Long::sum));
        return counts;
    }

    @Test
    void theSearchFindsEveryHandleAndReadsOnlyWhatChanged() {
        Timeline copies = Runs.of("""
                cast:
                  fred: { process: fred.exe }
                  anna: { process: anna.exe }
                steps:
                  - CreateEvent: { in: fred, as: e }
                  - OpenProcess: { in: fred, process: anna, access: [PROCESS_ALL_ACCESS], as: annaHandle }
                  - repeat: { times: 600, every: 10ms }
                    do:
                      - CreateMutex: { in: anna, as: m }
                        forget: [m]
                      - DuplicateHandle: { in: fred, handle: e, targetProcess: annaHandle, as: copy }
                        forget: [copy]
                """);
        copies.seek(1);
        int event = copies.machine().last().result().object();
        HandleSearch search = new HandleSearch();
        long before = 0;
        for (long position : new long[] {1, 1202, 1201, 1202, 40, 41, 1202}) {
            copies.seek(position);
            List<HandleSearch.Found> found = search.of(copies.at(position).kernel(), event);
            assertThat(found).extracting(handle -> handle.key()).isEqualTo(
                    new HandleSearch().of(copies.at(position).kernel(), event).stream().map(HandleSearch.Found::key).toList());
            assertThat(found).hasSize((int) copies.machine().kernel().object(event).handleCount());
            if (position == 41) {
                assertThat(search.read() - before).as("one page changed, two pages have handles").isLessThanOrEqualTo(3L * 256);
            }
            before = search.read();
        }
    }
}
