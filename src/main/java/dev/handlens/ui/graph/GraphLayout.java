package dev.handlens.ui.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lays a reference graph out: the column of a node is given by its kind, the order in a column by who refers to whom, and nodes that
/// had a place keep it. Pure arithmetic on sizes, without a toolkit; the same input gives the same places.
/// See `docs/decisions/0026-graph-layout.md`.
final class GraphLayout {
    /// px between two nodes of a column.
    static final double ROW_GAP = 22;
    /// The same in a graph that is higher than its pane.
    static final double TIGHT_ROW_GAP = 12;
    /// px between a node and the one that hangs below it, with room for the label of the edge.
    static final double HANGING_GAP = 38;
    private static final double SMALLEST_COLUMN_GAP = 20;
    private static final double LARGEST_COLUMN_GAP = 72;
    /// Height of the track that a link gets in a column it only passes.
    private static final double LANE_HEIGHT = 20;
    /// Objects; what they refer to may hang below them.
    private static final int OBJECT_COLUMN = 2;
    private static final double LABEL_MARGIN = 22;
    private static final double LANE_LABEL_MARGIN = 12;

    /// A node to place.
    ///
    /// @param column as [dev.handlens.lens.GraphFrame.Node#column]
    /// @param width width at which nothing needs shortening, px
    /// @param floor width at which its title can still be read, px; no more than `width`
    /// @param port distance from the upper edge to the line that edges meet
    record Box(String id, int column, double width, double floor, double height, double port) {}

    /// A link between two nodes.
    ///
    /// @param labelWidth width of the words on it, px; 0 for none
    record Link(String from, String to, double labelWidth) {}

    private final List<Box> boxes;
    private final List<Link> links;
    private final double available;
    private final double rowGap;
    private final Hanging hanging;
    private final Layers layers = new Layers();
    private final Map<String, Integer> itemOf = new LinkedHashMap<>();
    private final List<List<Integer>> laneItems = new ArrayList<>();
    private final double[] natural;
    private final double[] floors;
    private final double[] gaps;

    private GraphLayout(List<Box> boxes, List<Link> links, double available, double rowGap, boolean hang) {
        this.boxes = boxes;
        this.links = links;
        this.available = available;
        this.rowGap = rowGap;
        this.hanging = hang ? Hanging.below(boxes, links, OBJECT_COLUMN) : Hanging.none(boxes);
        int[] used = boxes.stream().mapToInt(this::columnOf).distinct().sorted().toArray();
        this.natural = new double[used.length];
        this.floors = new double[used.length];
        this.gaps = new double[Math.max(0, used.length - 1)];
        Arrays.fill(gaps, SMALLEST_COLUMN_GAP);
        addItems(used);
        addLinks();
    }

    /// @param before [Placement#memory] of earlier layouts; empty for a layout from scratch
    /// @param available width of the pane, px; titles that need more get it
    /// @param rowGap px between two nodes of a column: that of the layouts before, unless there are none
    static Placement place(List<Box> boxes, List<Link> links, Map<String, Double> before, double available, double rowGap) {
        GraphLayout side = new GraphLayout(boxes, links, available, rowGap, false);
        boolean hasLower = boxes.stream().anyMatch(box -> box.column() > OBJECT_COLUMN);
        if (hasLower && side.naturalWidth() > available) {
            return new GraphLayout(boxes, links, available, rowGap, true).run(before);
        }
        return side.run(before);
    }

    private int columnOf(Box box) {
        return hanging.hangs() ? Math.min(box.column(), OBJECT_COLUMN) : box.column();
    }

    private double naturalWidth() {
        return Arrays.stream(natural).sum() + Arrays.stream(gaps).sum();
    }

    private void addItems(int[] used) {
        for (Box box : boxes) {
            int column = Arrays.binarySearch(used, columnOf(box));
            natural[column] = Math.max(natural[column], box.width());
            floors[column] = Math.max(floors[column], box.floor());
            if (hanging.isHead(box)) {
                itemOf.put(box.id(), layers.add(box.id(), column, hanging.height(box), box.port()));
            }
        }
    }

    private void addLinks() {
        for (Link link : links) {
            int from = itemOf.get(hanging.headOf(link.from()));
            int to = itemOf.get(hanging.headOf(link.to()));
            int step = Integer.signum(layers.column(to) - layers.column(from));
            List<Integer> passed = new ArrayList<>();
            int last = from;
            for (int column = layers.column(from) + step; step != 0 && column != layers.column(to); column += step) {
                int lane = layers.add(link.from() + " to " + link.to() + " via " + column, column, LANE_HEIGHT, LANE_HEIGHT / 2);
                layers.link(last, lane);
                passed.add(lane);
                last = lane;
            }
            if (step != 0) {
                layers.link(last, to);
                makeRoomForLabel(link, layers.column(from), step, passed);
            }
            laneItems.add(passed);
        }
    }

    /// Words stand in the gap of a link between neighbouring columns. On one that passes columns they stand across the first of these, and
    /// the gaps on both sides of it take what is wider than the column.
    private void makeRoomForLabel(Link link, int column, int step, List<Integer> passed) {
        if (link.labelWidth() == 0) {
            return;
        }
        int gap = step > 0 ? column : column - 1;
        if (passed.isEmpty()) {
            widen(gap, link.labelWidth() + LABEL_MARGIN);
        } else {
            double beyond = (link.labelWidth() + LANE_LABEL_MARGIN - floors[column + step]) / 2;
            widen(gap, beyond);
            widen(gap + step, beyond);
        }
    }

    private void widen(int gap, double width) {
        gaps[gap] = Math.max(gaps[gap], Math.ceil(width));
    }

    private Placement run(Map<String, Double> before) {
        boolean known = itemOf.keySet().stream().anyMatch(before::containsKey);
        if (!known) {
            ColumnOrder.untangle(layers);
        }
        double[] port = known ? RowPositions.update(layers, rowGap, before) : RowPositions.fresh(layers, rowGap);
        double[] widths = ColumnWidths.fit(natural, floors, available - Arrays.stream(gaps).sum());
        double[] lefts = lefts(widths);
        double shift = known ? 0 : -topOf(port);

        Map<String, Placement.Place> places = new LinkedHashMap<>();
        for (Box box : boxes) {
            int item = itemOf.get(hanging.headOf(box.id()));
            int column = layers.column(item);
            double y = Math.round(port[item] + shift - layers.port(item) + hanging.offset(box));
            places.put(box.id(), new Placement.Place(lefts[column], y, widths[column], box.height(), y + box.port()));
        }
        List<List<Placement.Lane>> lanes = new ArrayList<>();
        for (List<Integer> passed : laneItems) {
            lanes.add(passed.stream()
                    .map(lane -> new Placement.Lane(
                            lefts[layers.column(lane)], widths[layers.column(lane)], Math.round(port[lane] + shift)))
                    .toList());
        }
        Map<String, Double> memory = new LinkedHashMap<>();
        for (int item = 0; item < layers.size(); item++) {
            memory.put(layers.id(item), port[item] + shift);
        }
        double top = places.values().stream().mapToDouble(Placement.Place::y).min().orElse(0);
        double bottom = places.values().stream().mapToDouble(Placement.Place::bottom).max().orElse(0);
        double right = places.values().stream().mapToDouble(Placement.Place::right).max().orElse(0);
        return new Placement(places, lanes, memory, 0, top, right, bottom - top, hanging.hangs(), layers.work());
    }

    /// The left edge of each column; room that is left over widens the gaps, up to a point.
    private double[] lefts(double[] widths) {
        double spare = available - Arrays.stream(widths).sum() - Arrays.stream(gaps).sum();
        double share = gaps.length == 0 ? 0 : Math.floor(Math.max(0, spare) / gaps.length);
        double[] lefts = new double[widths.length];
        for (int column = 1; column < widths.length; column++) {
            double gap = Math.max(gaps[column - 1], Math.min(LARGEST_COLUMN_GAP, gaps[column - 1] + share));
            lefts[column] = lefts[column - 1] + Math.ceil(widths[column - 1]) + gap;
        }
        return lefts;
    }

    private double topOf(double[] port) {
        double top = Double.POSITIVE_INFINITY;
        for (int item = 0; item < layers.size(); item++) {
            top = Math.min(top, port[item] - layers.port(item));
        }
        return top;
    }
}
