package dev.handlens.ui.graph;

import dev.handlens.lens.Change;
import dev.handlens.lens.GraphFrame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import javafx.animation.Animation;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.Group;
import javafx.scene.layout.Pane;

/// The nodes and edges at zoom 1. Remembers where nodes were, so that a node keeps its place while others come and go, and finds it again
/// when the run is stepped back.
final class GraphWorld extends Pane {
    /// Room below a node for the loop of a reference to itself, with its label.
    private static final double LOOP_ROOM = 32;
    /// A name longer than this is shortened, even where there is room: edges need some too.
    private static final double LARGEST_WIDTH = 200;
    /// How much less room words on links have in a graph that is too wide, px.
    private static final double CLOSER = 6;
    /// How many times as high as from scratch a graph may become before it is laid out afresh.
    private static final double SPRAWL = 1.5;
    /// The same for a graph that is too high to be seen at once.
    private static final double SPRAWL_OUT_OF_SIGHT = 1.1;

    private final Group edgeLayer = new Group();
    private final Map<String, NodeView> nodes = new LinkedHashMap<>();
    private List<EdgeView> edges = List.of();
    private final Set<String> loops = new LinkedHashSet<>();
    private final Map<String, Double> memory = new LinkedHashMap<>();
    private GraphFrame frame = new GraphFrame(List.of(), List.of(), "", "");
    private List<GraphLayout.Link> links = List.of();
    private double rowGap = GraphLayout.ROW_GAP;
    /// See [#spread], of the last layout from scratch.
    private double freshSpread;
    private Placement placement;
    private List<EdgeRouter.Route> routes = List.of();
    private Glide move;

    GraphWorld() {
        edgeLayer.setAutoSizeChildren(false);
        getChildren().add(edgeLayer);
    }

    /// Takes over a frame; [#arrange] places it once styles are applied.
    void show(GraphFrame next) {
        if (next.equals(frame)) {
            return;
        }
        stopGliding();
        if (isAnotherGraph(next)) {
            memory.clear();
        }
        showEdges(next);
        frame = next;
        Map<String, NodeView> before = new LinkedHashMap<>(nodes);
        nodes.clear();
        for (GraphFrame.Node node : next.nodes()) {
            NodeView view = before.get(node.id());
            if (view == null || view.node().kind() != node.kind()) {
                view = new NodeView(node);
                getChildren().add(view);
            } else {
                before.remove(node.id());
                view.show(node);
            }
            nodes.put(node.id(), view);
        }
        before.values().forEach(getChildren()::remove);
    }

    /// Edges that were there before are shown by the same curves: most of a frame is as it was.
    private void showEdges(GraphFrame next) {
        Map<GraphFrame.Edge, EdgeView> before = new LinkedHashMap<>();
        for (int index = 0; index < edges.size(); index++) {
            before.put(unchanged(frame.edges().get(index)), edges.get(index));
        }
        Set<String> stacks = new LinkedHashSet<>();
        next.nodes().stream().filter(node -> isStack(node.kind())).forEach(node -> stacks.add(node.id()));
        List<EdgeView> now = new ArrayList<>();
        List<EdgeView> added = new ArrayList<>();
        loops.clear();
        for (GraphFrame.Edge edge : next.edges()) {
            boolean many = stacks.contains(edge.from()) || stacks.contains(edge.to());
            EdgeView view = before.remove(unchanged(edge));
            if (view == null) {
                view = new EdgeView(edge, many);
                added.add(view);
            } else {
                view.show(edge.change(), many);
            }
            now.add(view);
            if (edge.from().equals(edge.to())) {
                loops.add(edge.from());
            }
        }
        edges = now;
        // All at once would have the styles of every curve worked out again.
        before.values().forEach(edgeLayer.getChildren()::remove);
        edgeLayer.getChildren().addAll(added);
    }

    private static GraphFrame.Edge unchanged(GraphFrame.Edge edge) {
        return new GraphFrame.Edge(edge.from(), edge.to(), edge.pointer(), edge.label(), Change.NONE);
    }

    private static boolean isStack(GraphFrame.Kind kind) {
        return kind == GraphFrame.Kind.FOLDED || kind == GraphFrame.Kind.MORE;
    }

    /// Another thing was selected: most of what is to be shown was not there before. What a fold has inside when it is opened or closed
    /// would tear what stands around it apart.
    private boolean isAnotherGraph(GraphFrame next) {
        long known = next.nodes().stream().filter(node -> nodes.containsKey(node.id())).count();
        return known * 2 < next.nodes().size() || !openFolds(next).equals(openFolds(frame));
    }

    private static List<String> openFolds(GraphFrame graph) {
        return graph.nodes().stream().filter(node -> node.kind() == GraphFrame.Kind.UNFOLDED).map(GraphFrame.Node::id).toList();
    }

    /// Forgets all places, so that the next [#arrange] lays out from scratch.
    void forget() {
        memory.clear();
    }

    Map<String, NodeView> nodes() {
        return nodes;
    }

    /// What the nodes and edges cover.
    Bounds extent() {
        if (placement == null || placement.places().isEmpty()) {
            return new BoundingBox(0, 0, 0, 0);
        }
        double below = loops.isEmpty() ? 0 : LOOP_ROOM;
        double width = Math.max(placement.width(), rightOfLabels() - placement.left());
        return new BoundingBox(placement.left(), placement.top(), width, placement.height() + below);
    }

    /// A label beside a line may reach further than any node.
    private double rightOfLabels() {
        double right = Double.NEGATIVE_INFINITY;
        for (int index = 0; index < links.size(); index++) {
            double width = links.get(index).labelWidth();
            if (width > 0) {
                right = Math.max(right, routes.get(index).labelX() + (routes.get(index).centered() ? width / 2 : width));
            }
        }
        return right;
    }

    /// Places everything.
    ///
    /// @param available width at which nothing needs to be cut, if it is enough, px
    /// @param largest what can be seen at once at a size that can be read: in a wider graph the last names of paths have to do, in a higher
    /// one nodes stand closer together
    /// @param animated whether nodes glide to their new places
    /// @return whether it was laid out afresh
    boolean arrange(double available, Dimension2D largest, boolean animated) {
        boolean fresh = memory.isEmpty();
        if (fresh) {
            rowGap = GraphLayout.ROW_GAP;
        }
        links = new ArrayList<>();
        for (int index = 0; index < edges.size(); index++) {
            GraphFrame.Edge edge = frame.edges().get(index);
            links.add(new GraphLayout.Link(edge.from(), edge.to(), edges.get(index).labelWidth()));
        }
        Placement before = placement;
        Placement laid = place(available, largest.getWidth());
        double allowed = laid.height() > largest.getHeight() ? SPRAWL_OUT_OF_SIGHT : SPRAWL;
        if (!fresh && spread(laid) > allowed * Math.max(1, freshSpread)) {
            // Places of nodes that went have left holes.
            memory.clear();
            fresh = true;
            rowGap = GraphLayout.ROW_GAP;
            laid = place(available, largest.getWidth());
        }
        if (laid.height() > largest.getHeight() && rowGap != GraphLayout.TIGHT_ROW_GAP) {
            rowGap = GraphLayout.TIGHT_ROW_GAP;
            memory.clear();
            fresh = true;
            laid = place(available, largest.getWidth());
        }
        if (fresh) {
            freshSpread = spread(laid);
        }
        placement = withNodeHeights(laid);
        routes = EdgeRouter.route(placement, links);
        memory.putAll(placement.memory());
        stopGliding();
        if (animated && before != null && !before.places().equals(placement.places())) {
            glide(before, placement);
        } else {
            put(placement, routes);
        }
        return fresh;
    }

    /// How many times as high a layout is as its fullest column needs.
    private double spread(Placement laid) {
        Map<Double, Double> columns = new LinkedHashMap<>();
        laid.places().values().forEach(place -> columns.merge(place.x(), place.height() + rowGap, Double::sum));
        double needed = columns.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        return laid.height() / needed;
    }

    private Placement place(double available, double largest) {
        Placement laid = GraphLayout.place(boxes(NodeView::readableWidth), links, memory, available, rowGap);
        if (laid.width() <= largest) {
            return laid;
        }
        List<GraphLayout.Link> closer = links.stream()
                .map(link -> new GraphLayout.Link(link.from(), link.to(), Math.max(0, link.labelWidth() - CLOSER)))
                .toList();
        return GraphLayout.place(boxes(NodeView::smallestWidth), closer, memory, available, rowGap);
    }

    private List<GraphLayout.Box> boxes(ToDoubleFunction<NodeView> floorOf) {
        List<GraphLayout.Box> boxes = new ArrayList<>();
        for (NodeView view : nodes.values()) {
            double height = view.naturalHeight();
            String id = view.node().id();
            double stack = view.isStack() ? 2 * NodeView.CARD_STEP : 0;
            double floor = floorOf.applyAsDouble(view) + stack;
            double width = Math.max(floor, Math.min(LARGEST_WIDTH, view.naturalWidth() + stack));
            double below = loops.contains(id) ? LOOP_ROOM : 0;
            boxes.add(new GraphLayout.Box(id, view.node().column(), width, floor, height + below, height / 2));
        }
        return boxes;
    }

    /// Where a node is, or is gliding to; null when it is not there.
    Bounds placeOf(String id) {
        Placement.Place place = placement == null ? null : placement.places().get(id);
        return place == null ? null : new BoundingBox(place.x(), place.y(), place.width(), place.height());
    }

    /// The room for a loop belongs to the layout, not to the box that is drawn.
    private Placement withNodeHeights(Placement laid) {
        Map<String, Placement.Place> places = new LinkedHashMap<>();
        laid.places().forEach((id, place) -> {
            double stack = nodes.get(id).isStack() ? 2 * NodeView.CARD_STEP : 0;
            places.put(id, new Placement.Place(
                    place.x(), place.y(), place.width() - stack, nodes.get(id).naturalHeight(), place.port()));
        });
        return laid.withPlaces(places);
    }

    private void put(Placement where, List<EdgeRouter.Route> along) {
        where.places().forEach((id, place) -> nodes.get(id).resizeRelocate(place.x(), place.y(), place.width(), place.height()));
        for (int index = 0; index < edges.size(); index++) {
            edges.get(index).follow(along.get(index));
        }
    }

    /// A glide is between places of the nodes and edges of one frame; it must not go on with those of another.
    private void stopGliding() {
        if (move != null) {
            move.stop();
            move = null;
        }
    }

    private void glide(Placement from, Placement to) {
        move = new Glide(fraction -> putBetween(from, to, fraction));
        move.play();
    }

    /// Puts nodes on their way and the edges to where these are.
    private void putBetween(Placement from, Placement to, double fraction) {
        Placement now = fraction >= 1 ? to : to.between(from, fraction);
        put(now, fraction >= 1 ? routes : EdgeRouter.route(now, links));
    }

    /// The glide that goes on, or null for none.
    Animation gliding() {
        return move != null && move.getStatus() == Animation.Status.RUNNING ? move : null;
    }

    @Override
    protected void layoutChildren() {
        // Nodes and edges are placed by arrange; a pane would resize them to their preferred sizes.
        nodes.values().forEach(NodeView::layout);
    }
}
