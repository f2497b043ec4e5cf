package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.timeline.Timeline;
import org.junit.jupiter.api.Test;

class GraphProjectorTest {
    private static Frame frame(Timeline run, long position, Selection selection) {
        run.seek(position);
        return new Lens().frame(run, Runs.view(run).withSelection(selection));
    }

    private static String graph(Timeline run, long position, Selection selection) {
        return FrameText.graph(frame(run, position, selection).graph());
    }

    @Test
    void withoutASelectionTheGraphIsAboutTheNarratedCall() {
        assertThat(graph(Runs.bundled("makefred-bug"), 9, null)).isEqualTo("""
                - fred.exe --> 0x14
                - 0x14 --> File \\Device\\Gizmo
                + fred.exe --> 0x18
                + 0x18 --> File \\Device\\Gizmo
                + fred.exe --> 0x1C
                + 0x1C --> File \\Device\\Gizmo
                  File \\Device\\Gizmo ..> Device Gizmo  (opened on)
                Alive because of 0x18 and 0x1C in fred.exe.
                """);
    }

    @Test
    void callsThatAreNotNarratedLeaveTheGraphWithTheListedProcess() {
        Timeline leak = Runs.bundled("event-leak");
        for (long position = 100; position < 160; position++) {
            Frame frame = frame(leak, position, null);
            assertThat(frame.graph().nodes().getFirst().title()).isEqualTo("server.exe");
            assertThat(frame.properties().name()).isEqualTo("server.exe (1844)");
        }
    }

    @Test
    void aNarratedCallStaysTheSubjectWhileTheStoryGoesOnWithoutCalls() {
        Timeline run = Runs.bundled("recycled");
        assertThat(run.program().step(3).call()).isNull();
        assertThat(frame(run, 3, null).properties().name()).isEqualTo("\\Device\\Gizmo");
    }

    @Test
    void anObjectThatWentBeforeTheTimeWatchedIsNotTheSubject() {
        Timeline run = Runs.bundled("recycled");
        run.seek(9);
        View view = Runs.view(run).withHighlight(View.Highlight.UNTIL_NEXT_STEP);
        assertThat(run.program().step(9).call()).isNotNull();
        assertThat(new Lens().frame(run, view).properties().gone()).isNull();
    }

    @Test
    void theRemovedEdgeOfAClosedHandleLeadsToItsObjectThatIsGone() {
        assertThat(graph(Runs.bundled("recycled"), 8, null)).contains("- shop.exe --> 0x14\n- 0x14 --> File \\Device\\Ledger\n");
        int pid = Runs.bundled("recycled").machine().pid("shop");
        assertThat(graph(Runs.bundled("recycled"), 8, new Selection.OfProcess(pid)))
                .contains("- 0x14 --> File \\Device\\Gizmo\n", "- 0x14 --> File \\Device\\Ledger\n");
    }

    @Test
    void whatIsGoneIsSaidToBeGoneInGraphAndProperties() {
        Frame gone = frame(Runs.bundled("recycled"), 8, null);
        assertThat(gone.properties().gone()).isEqualTo(new PropertiesFrame.Gone("gone since step 8", true));
        assertThat(gone.graph().nodes()).filteredOn(node -> node.detail().startsWith("gone")).singleElement()
                .satisfies(node -> assertThat(node.change()).isEqualTo(Change.CLOSED));
        assertThat(gone.graph().nodes()).filteredOn(node -> node.title().equals("0x14")).singleElement()
                .satisfies(node -> assertThat(node.detail()).isEqualTo("closed"));
    }

    @Test
    void aHandleThatWasClosedBeforeTheTimeWatchedIsShownClosedWhenItIsSelected() {
        Timeline run = Runs.bundled("makefred-bug");
        run.seek(10);
        View view = Runs.view(run).withHighlight(View.Highlight.UNTIL_NEXT_STEP)
                .withSelection(new Selection.OfHandle(new HandleKey(2184, 0x14, 3)));
        Frame frame = new Lens().frame(run, view);
        assertThat(FrameText.graph(frame.graph())).contains("- fred.exe --> 0x14\n- 0x14 --> File \\Device\\Gizmo\n");
        assertThat(frame.properties().gone()).isEqualTo(new PropertiesFrame.Gone("0x14 closed", false));
    }

    @Test
    void whatAPlaceOpensAndClosesAgainAndAgainIsOneNodeOfAProcess() {
        Timeline leak = Runs.bundled("event-leak");
        leak.seek(184);
        View view = Runs.view(leak).withHighlight(new View.Highlight(1000));
        GraphFrame graph = new Lens().frame(leak, view).graph();
        assertThat(graph.nodes()).filteredOn(node -> node.change() == Change.FLASHED).singleElement().satisfies(node -> {
            assertThat(node.title()).isEqualTo("40 File handles");
            assertThat(node.detail()).isEqualTo("came and went · server!AcceptLoop+0x52");
        });
    }

    @Test
    void aSelectedHandleIsMarkedAndItsObjectShown() {
        Timeline run = Runs.bundled("makefred-bug");
        HandleKey key = new HandleKey(2184, 0x18, 5);
        GraphFrame graph = frame(run, 9, new Selection.OfHandle(key)).graph();
        assertThat(graph.nodes()).filteredOn(GraphFrame.Node::selected).singleElement()
                .satisfies(node -> assertThat(node.title()).isEqualTo("0x18"));
        assertThat(graph.nodes()).anySatisfy(node -> {
            assertThat(node.title()).isEqualTo("File \\Device\\Gizmo");
            assertThat(node.detail()).isEqualTo("handles 2 · pointers 2");
        });
    }

    @Test
    void aThreadKeepsItselfAliveUntilItEnds() {
        Timeline run = Runs.of("""
                cast:
                  fred: { process: fred.exe }
                  late: { thread: fred, later: true }
                steps:
                  - CreateThread: { in: fred, new: late, as: t }
                  - CloseHandle: { in: fred, handle: t }
                  - ExitThread: { in: late, expect: any }
                """);
        run.seek(1);
        int thread = run.machine().last().result().object();
        assertThat(graph(run, 2, new Selection.OfObject(thread))).contains("(running thread)")
                .endsWith("Alive because its thread is still running.\n");
        assertThat(graph(run, 3, new Selection.OfObject(thread))).endsWith("Gone: the last reference went at step 3.\n");
        assertThat(graph(run, 0, new Selection.OfObject(thread))).isEqualTo("The object is made later in the run.\n");
    }

    @Test
    void aDriverHoldsByPointer() {
        Timeline run = Runs.of("""
                cast:
                  fred:  { process: fred.exe }
                  gizmo: { driver: gizmo.sys, device: \\Device\\Gizmo }
                steps:
                  - CreateEvent: { in: fred, as: e }
                  - ObReferenceObjectByHandle: { in: fred, handle: e, driver: gizmo, as: p, mode: kernel }
                  - CloseHandle: { in: fred, handle: e }
                """);
        run.seek(1);
        int event = run.machine().last().result().object();
        assertThat(graph(run, 3, new Selection.OfObject(event)))
                .contains("+ gizmo.sys ..> Event")
                .endsWith("Alive because gizmo.sys holds a pointer to it.\n");
    }

    @Test
    void manyHandlesOfOneObjectAreFolded() {
        Timeline run = Runs.of("""
                cast:
                  fred: { process: fred.exe }
                steps:
                  - CreateEvent: { in: fred, as: e }
                  - repeat: { times: 100, every: 10ms }
                    do:
                      - DuplicateHandle: { in: fred, handle: e, as: copies*, stack: [fred!Copy+0x8] }
                """);
        run.seek(1);
        Selection event = new Selection.OfObject(run.machine().last().result().object());
        GraphFrame graph = frame(run, run.length(), event).graph();
        assertThat(graph.nodes()).filteredOn(node -> node.kind() == GraphFrame.Kind.FOLDED)
                .extracting(node -> node.title() + " · " + node.detail()).containsExactly("100 Event handles · fred!Copy+0x8");
        assertThat(graph.nodes()).filteredOn(node -> node.kind() == GraphFrame.Kind.HANDLE).as("one is no fold").hasSize(1);
        assertThat(graph.sentence()).isEqualTo("Alive because of 101 handles in fred.exe.");
    }

    @Test
    void aProcessIsShownWithWhatItHasOpen() {
        Timeline leak = Runs.bundled("event-leak");
        leak.seek(leak.length());
        int server = leak.machine().pid("server");
        GraphFrame graph = frame(leak, leak.length(), new Selection.OfProcess(server)).graph();
        assertThat(graph.nodes()).hasSizeLessThan(20).anySatisfy(node -> {
            assertThat(node.title()).isEqualTo("2,400 Event handles");
            assertThat(node.detail()).isEqualTo("server!OnRequest+0x41");
        });
    }

    @Test
    void everySelectionHasAGraphAndPropertiesAtEveryPosition() {
        Timeline run = Runs.bundled("tour");
        run.seek(run.length());
        int objects = run.machine().kernel().objects().nextId();
        for (long position = 0; position <= run.length(); position += 5) {
            for (int id = 1; id <= objects; id += 3) {
                Frame frame = frame(run, position, new Selection.OfObject(id));
                assertThat(frame.graph().sentence() + frame.graph().empty()).isNotEmpty();
                assertThat(frame.properties().type() + frame.properties().empty()).isNotEmpty();
            }
            for (int pid : new int[] {0, 4, 1480, 2184, 2260, 77}) {
                Frame frame = frame(run, position, new Selection.OfProcess(pid));
                assertThat(frame.graph().sentence() + frame.graph().empty()).isNotEmpty();
            }
            for (long value = 0; value < 0x40; value += 4) {
                Frame frame = frame(run, position, new Selection.OfHandle(new HandleKey(2184, value, 6)));
                assertThat(frame.properties().type() + frame.properties().empty()).isNotEmpty();
            }
        }
    }

    @Test
    void propertiesTellWhatClosingWouldDo() {
        Timeline run = Runs.bundled("makefred-bug");
        Frame two = frame(run, 9, new Selection.OfHandle(new HandleKey(2184, 0x18, 5)));
        assertThat(FrameText.properties(two.properties())).contains("Handle count: 2 was 3",
                "Pointer count: 2 one per handle, no other reference",
                "Opened by: step 5 fred!MakeFred+0x2f", "If 0x18 is closed: object stays: 0x1C holds it",
                        "Known as: nothing no variable of the program holds it");
        Frame one = frame(run, 3, new Selection.OfHandle(new HandleKey(2184, 0x14, 3)));
        assertThat(FrameText.properties(one.properties())).contains("If 0x14 is closed: frees File, 304 bytes of nonpaged pool",
                "Known as: h");
        assertThat(run.machine().kernel().process(2184).table().entry(0x14)).as("nothing was closed in the run itself").isNotNull();
    }

    @Test
    void stateHasEveryReferenceByItsCause() {
        for (String name : java.util.List.of("tour", "thread-self", "recycled")) {
            Timeline run = Runs.bundled(name);
            for (long position = 0; position <= run.length(); position++) {
                run.seek(position);
                for (StateReport.Item item : StateReport.of(run.machine()).objects()) {
                    assertThat(item.references()).as(item.type() + " " + item.name()).hasSize((int) item.pointerCount());
                    assertThat(item.references()).filteredOn(cause -> cause.cause().equals("handle")).hasSize((int) item.handleCount());
                }
            }
            assertThat(StateReport.of(run.machine()).objects()).noneMatch(item -> item.type().equals(ObjectType.TYPE.typeName()));
        }
    }
}
