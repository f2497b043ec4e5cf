package dev.handlens.ui.graph;

import dev.handlens.lens.Change;
import dev.handlens.lens.GraphFrame;
import dev.handlens.lens.GraphFrame.Edge;
import dev.handlens.lens.GraphFrame.Kind;
import dev.handlens.lens.GraphFrame.Node;
import dev.handlens.ui.PaneShots;
import dev.handlens.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The pane with a graph of many nodes, shown with one handle more and one less in turn: all that happens before pixels are drawn. For
/// benchmarks, on the JavaFX thread; `main` prints the medians, and the best tenth for a machine that others use as well.
public final class GraphPaneWorkload {
    private static final int PULSES = 400;

    private final GraphPane pane = new GraphPane(_ -> {});
    private final Scene scene = PictureBooth.sceneOf(pane, Theme.LIGHT, 395, 420);
    private final GraphFrame[] frames;
    private int turn;

    /// @param nodes how many nodes the graph has, about
    public GraphPaneWorkload(int nodes) {
        frames = new GraphFrame[] {frame(nodes / 2), frame(nodes / 2 + 1)};
    }

    private static GraphFrame frame(int handles) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        nodes.add(new Node("process", Kind.PROCESS, 0, "server.exe", "pid 1844", Change.NONE, null, true));
        for (int handle = 1; handle < handles; handle++) {
            String value = "0x" + Integer.toHexString(4 * handle);
            nodes.add(new Node("h" + handle, Kind.HANDLE, 1, value, "", Change.OPENED, null, false));
            nodes.add(new Node("o" + handle, Kind.OBJECT, 2, "Event " + value, "handles 1 · pointers 1", Change.NONE, null, false));
            edges.add(new Edge("process", "h" + handle, false, "", Change.OPENED));
            edges.add(new Edge("h" + handle, "o" + handle, false, "", Change.OPENED));
        }
        return new GraphFrame(nodes, edges, "Alive because its thread is still running.", "");
    }

    /// Shows the other one of both graphs; styles and layout follow in the next pulse.
    public void showNext() {
        turn = 1 - turn;
        pane.show(frames[turn]);
    }

    /// Prints what a graph of 500 nodes costs to be shown first, and with one handle more or less: from the frame to the end of the
    /// layout of its pulse.
    public static void main(String[] arguments) throws InterruptedException {
        PaneShots.startToolkit();
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> new GraphPaneWorkload(500).measure(done));
        done.await();
        Platform.exit();
    }

    private void measure(CountDownLatch done) {
        Stage stage = new Stage();
        stage.setScene(scene);
        List<Long> nanos = new ArrayList<>();
        long[] start = {0};
        scene.addPreLayoutPulseListener(() -> {
            start[0] = System.nanoTime();
            showNext();
        });
        scene.addPostLayoutPulseListener(() -> {
            nanos.add(System.nanoTime() - start[0]);
            if (nanos.size() == PULSES) {
                System.out.printf("500 nodes shown first: %,.1f ms%n", nanos.getFirst() / 1e6);
                List<Long> warm = nanos.subList(PULSES / 2, PULSES).stream().sorted().toList();
                System.out.printf("one handle more or less: %,.1f ms (best tenth %,.1f ms)%n", warm.get(PULSES / 4) / 1e6,
                        warm.get(PULSES / 20) / 1e6);
                done.countDown();
                stage.hide();
            } else {
                Platform.requestNextPulse();
            }
        });
        stage.show();
    }
}
