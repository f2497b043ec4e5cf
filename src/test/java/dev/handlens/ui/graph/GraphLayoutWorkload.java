package dev.handlens.ui.graph;

import dev.handlens.ui.graph.GraphLayout.Box;
import dev.handlens.ui.graph.GraphLayout.Link;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// A graph of processes, handles, objects and devices that is laid out, and laid out again with one thing more. For benchmarks; `main`
/// prints the medians, and the best tenth for a machine that others use as well.
public final class GraphLayoutWorkload {
    private static final double WIDTH = 1200;

    private final List<Box> boxes = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Box> moreBoxes;
    private final List<Link> moreLinks;
    private final Placement before;

    /// @param nodes how many nodes the graph has, at least 60
    public GraphLayoutWorkload(int nodes) {
        SplittableRandom random = new SplittableRandom(7);
        int processes = nodes / 15;
        int handles = nodes / 2;
        int devices = nodes / 10;
        int objects = nodes - processes - handles - devices;
        addColumn("p", 0, processes);
        addColumn("h", 1, handles);
        addColumn("o", 2, objects);
        addColumn("d", 3, devices);
        for (int handle = 0; handle < handles; handle++) {
            links.add(new Link("p" + random.nextInt(processes), "h" + handle, 0));
            links.add(new Link("h" + handle, "o" + random.nextInt(objects), 0));
        }
        for (int object = 0; object < objects; object += 3) {
            links.add(new Link("o" + object, "d" + random.nextInt(devices), 60));
        }
        before = fromScratch();
        moreBoxes = new ArrayList<>(boxes);
        moreBoxes.add(new Box("new", 1, 100, 80, 32, 16));
        moreLinks = new ArrayList<>(links);
        moreLinks.add(new Link("p0", "new", 0));
        moreLinks.add(new Link("new", "o0", 0));
    }

    private void addColumn(String prefix, int column, int count) {
        for (int index = 0; index < count; index++) {
            boxes.add(new Box(prefix + index, column, 100, 80, 32, 16));
        }
    }

    /// The whole graph, never seen before, with the paths of its links.
    ///
    /// @return the placement
    Placement fromScratch() {
        return routed(GraphLayout.place(boxes, links, Map.of(), WIDTH, GraphLayout.ROW_GAP), links);
    }

    /// The graph with one handle more, its other nodes being where they are.
    ///
    /// @return the placement
    Placement withOneMore() {
        return routed(GraphLayout.place(moreBoxes, moreLinks, before.memory(), WIDTH, GraphLayout.ROW_GAP), moreLinks);
    }

    /// [#fromScratch], for a benchmark elsewhere.
    ///
    /// @return height of the graph, px
    public double layOut() {
        return fromScratch().height();
    }

    /// [#withOneMore], for a benchmark elsewhere.
    ///
    /// @return height of the graph, px
    public double addOne() {
        return withOneMore().height();
    }

    private static Placement routed(Placement placement, List<Link> links) {
        if (EdgeRouter.route(placement, links).size() != links.size()) {
            throw new IllegalStateException("every link has a route");
        }
        return placement;
    }

    /// Prints what a layout of 500 nodes costs, and one more node.
    public static void main(String[] arguments) {
        GraphLayoutWorkload workload = new GraphLayoutWorkload(500);
        System.out.printf("500 nodes from scratch: %s%n", median(workload::layOut));
        System.out.printf("one handle more: %s%n", median(workload::addOne));
    }

    private static String median(Runnable work) {
        long[] nanos = new long[201];
        for (int round = -200; round < nanos.length; round++) {
            long start = System.nanoTime();
            work.run();
            if (round >= 0) {
                nanos[round] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        return String.format("%,.2f ms (best tenth %,.2f ms)", nanos[100] / 1e6, nanos[20] / 1e6);
    }
}
