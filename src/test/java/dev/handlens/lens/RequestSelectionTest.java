package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.io.Irp;
import dev.handlens.timeline.Timeline;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestSelectionTest {
    private final Timeline run = Runs.bundled("inverted-call-exit");
    private final Irp irp = firstRequest();

    private Irp firstRequest() {
        run.seek(5);
        return run.machine().kernel().irps().all().getFirst();
    }

    private Frame frame(long position) {
        run.seek(position);
        return new Lens().frame(run, Runs.view(run).withSelection(new Selection.OfRequest(irp.id())));
    }

    @Test
    void aRequestIsShownWithItsThreadItsDriverAndWhatItKeeps() {
        Frame frame = frame(5);
        String name = "IRP_MJ_DEVICE_CONTROL " + Words.hex(irp.id());
        assertThat(FrameText.graph(frame.graph())).contains("gizmo.sys ..> " + name + "  (queued)", "..> " + name + "  (sent by)",
                name + " ..> File \\Device\\Gizmo  (keeps)", name + " ..> Event", "(will set)",
                "Pending: in manual WDFQUEUE of gizmo.sys; sent by thread");
        assertThat(frame.graph().nodes()).filteredOn(GraphFrame.Node::selected).singleElement()
                .satisfies(node -> assertThat(node.kind()).isEqualTo(GraphFrame.Kind.IRP));
        assertThat(FrameText.properties(frame.properties())).contains("IRP IRP_MJ_DEVICE_CONTROL", "Control code: 0x222004",
                "Where: in manual WDFQUEUE of gizmo.sys", "Sent at: step 4 fred!main+0x45", "File: \\Device\\Gizmo",
                "pointer gizmo.sys · queued");
    }

    @Test
    void everyRequestInAGraphCanBeSelected() {
        run.seek(5);
        int fred = run.machine().pid("fred");
        for (Selection selection : new Selection[] {null, new Selection.OfProcess(fred), new Selection.OfObject(irp.file())}) {
            GraphFrame graph = new Lens().frame(run, Runs.view(run).withSelection(selection)).graph();
            assertThat(graph.nodes()).filteredOn(node -> node.kind() == GraphFrame.Kind.IRP).hasSize(2)
                    .extracting(GraphFrame.Node::selection).contains(new Selection.OfRequest(irp.id()));
        }
    }

    @Test
    void aFileNamesItsRequestsAmongItsHolders() {
        run.seek(5);
        PropertiesFrame file = new Lens().frame(run, Runs.view(run).withSelection(new Selection.OfObject(irp.file()))).properties();
        List<Selection> holders = file.holders().stream().map(PropertiesFrame.Holder::selection).toList();
        assertThat(holders).contains(new Selection.OfRequest(irp.id()));
    }

    @Test
    void aRequestThatIsCompletedSaysWhenAndWhatItKept() {
        Frame frame = frame(run.length());
        assertThat(frame.graph().sentence()).startsWith("Completed at step 7; it kept File \\Device\\Gizmo and Event 0x");
        assertThat(frame.graph().nodes()).filteredOn(GraphFrame.Node::selected).singleElement()
                .satisfies(node -> assertThat(node.change()).isEqualTo(Change.CLOSED));
        assertThat(FrameText.properties(frame.properties())).contains("completed at step 7", "Was last: in manual WDFQUEUE");
    }

    @Test
    void aRequestThatIsStillToComeSaysSo() {
        assertThat(frame(2).graph().empty()).isEqualTo("The request is sent later in the run.");
        assertThat(frame(2).properties().empty()).isEqualTo("The request is sent later in the run.");
    }

    @Test
    void stepsThatChangeTheSelectedRequestAreFound() {
        run.seek(5);
        View view = Runs.view(run).withSelection(new Selection.OfRequest(irp.id()));
        assertThat(found(view, true)).isEqualTo(7);
        assertThat(found(view, false)).isEqualTo(4);
    }

    private long found(View view, boolean next) {
        ChangeSearch search = new ChangeSearch(run, view, next);
        assertThat(search.advance(Long.MAX_VALUE)).isTrue();
        return search.found().orElseThrow();
    }
}
