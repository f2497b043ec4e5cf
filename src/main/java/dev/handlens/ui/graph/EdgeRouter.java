package dev.handlens.ui.graph;

import dev.handlens.ui.graph.GraphLayout.Link;
import dev.handlens.ui.graph.Placement.Lane;
import dev.handlens.ui.graph.Placement.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Draws links as curves between placed nodes: from right edge to left edge across columns, straight down to a node that hangs below,
/// round the side to one further down, and a loop below a node that refers to itself.
final class EdgeRouter {
    /// px between two ends that meet the same side of a node.
    private static final double END_SPACING = 7;
    private static final double LOOP_DEPTH = 30;
    private static final double SIDE_REACH = 20;
    private static final double LABEL_OFFSET = 9;

    /// A drawn link.
    ///
    /// @param path SVG path
    /// @param labelX x of the label: its left edge or, if `centered`, its middle
    /// @param labelY y of the middle of the label
    record Route(String path, double labelX, double labelY, boolean centered) {}

    private static final double LABEL_HEIGHT = 17;
    /// Where on a link its words may stand, the best place first.
    private static final List<Double> LABEL_PLACES = List.of(0.5, 0.38, 0.62, 0.28, 0.72);

    /// Words on a link.
    private record Label(double middle, double y, double width) {
        boolean meets(Label other) {
            return Math.abs(y - other.y) < LABEL_HEIGHT && Math.abs(middle - other.middle) < (width + other.width) / 2;
        }
    }

    private final Placement placement;
    private final List<Link> links;
    private final List<Label> labels = new ArrayList<>();
    private final Map<Link, Double> arrivals = new LinkedHashMap<>();

    private EdgeRouter(Placement placement, List<Link> links) {
        this.placement = placement;
        this.links = links;
        spreadArrivals();
    }

    /// @return a route for each link, in the same order
    static List<Route> route(Placement placement, List<Link> links) {
        EdgeRouter router = new EdgeRouter(placement, links);
        List<Route> routes = new ArrayList<>();
        for (int index = 0; index < links.size(); index++) {
            routes.add(router.route(links.get(index), placement.lanes().get(index)));
        }
        return routes;
    }

    private Route route(Link link, List<Lane> lanes) {
        Place from = place(link.from());
        Place to = place(link.to());
        if (link.from().equals(link.to())) {
            return loop(from);
        }
        if (from.x() == to.x()) {
            return neighboursInColumn(from, to) ? straightDown(from, to) : roundTheSide(from, to);
        }
        Route route = across(from, to, to.port() + arrivals.getOrDefault(link, 0.0), lanes);
        return link.labelWidth() > 0 && lanes.isEmpty() ? withFreeLabel(route, link) : route;
    }

    /// Where links cross in their middles, their words would stand on each other: they move along their links until they are apart.
    private Route withFreeLabel(Route route, Link link) {
        Place from = place(link.from());
        Place to = place(link.to());
        double startX = from.x() < to.x() ? from.right() : from.x();
        double endX = from.x() < to.x() ? to.x() : to.right();
        double endY = 2 * route.labelY() - from.port();
        Label label = new Label(route.labelX(), route.labelY(), link.labelWidth());
        for (double along : LABEL_PLACES) {
            // The curve of `curve`, at a fraction of its parameter.
            double across = 1.5 * along * (1 - along) + along * along * along;
            double down = along * along * (3 - 2 * along);
            Label candidate = new Label(startX + (endX - startX) * across, from.port() + (endY - from.port()) * down, link.labelWidth());
            if (labels.stream().noneMatch(candidate::meets)) {
                label = candidate;
                break;
            }
        }
        labels.add(label);
        return new Route(route.path(), label.middle(), label.y(), true);
    }

    private static Route across(Place from, Place to, double endY, List<Lane> lanes) {
        boolean rightwards = from.x() < to.x();
        double x = rightwards ? from.right() : from.x();
        double y = from.port();
        StringBuilder path = new StringBuilder("M" + x + " " + y);
        for (Lane lane : lanes) {
            double enter = rightwards ? lane.x() : lane.x() + lane.width();
            double leave = rightwards ? lane.x() + lane.width() : lane.x();
            path.append(curve(x, y, enter, lane.y())).append(" L").append(leave).append(' ').append(lane.y());
            x = leave;
            y = lane.y();
        }
        double endX = rightwards ? to.x() : to.right();
        path.append(curve(x, y, endX, endY));
        if (lanes.isEmpty()) {
            return new Route(path.toString(), (x + endX) / 2, (y + endY) / 2, true);
        }
        Lane first = lanes.getFirst();
        return new Route(path.toString(), first.x() + first.width() / 2, first.y(), true);
    }

    private static String curve(double fromX, double fromY, double toX, double toY) {
        double middle = (fromX + toX) / 2;
        return " C" + middle + " " + fromY + " " + middle + " " + toY + " " + toX + " " + toY;
    }

    private static Route straightDown(Place from, Place to) {
        Place upper = from.y() < to.y() ? from : to;
        Place lower = upper == from ? to : from;
        double x = Math.round(upper.centerX());
        double middle = (upper.bottom() + lower.y()) / 2;
        return new Route("M" + x + " " + upper.bottom() + " L" + x + " " + lower.y(), x + LABEL_OFFSET, middle, false);
    }

    /// Leaves and enters on the left, where links of the column to the left end anyway: right of the last column a narrow pane ends.
    private static Route roundTheSide(Place from, Place to) {
        double reach = from.x() - SIDE_REACH;
        String path = "M" + from.x() + " " + from.port()
                + " C" + reach + " " + from.port() + " " + reach + " " + to.port() + " " + to.x() + " " + to.port();
        return new Route(path, from.x() - SIDE_REACH * 0.75, (from.port() + to.port()) / 2, true);
    }

    private static Route loop(Place place) {
        double left = place.centerX() - 18;
        double right = place.centerX() + 18;
        double depth = place.bottom() + LOOP_DEPTH;
        String path = "M" + left + " " + place.bottom()
                + " C" + (left - 8) + " " + depth + " " + (right + 8) + " " + depth + " " + right + " " + place.bottom();
        return new Route(path, place.centerX(), place.bottom() + LOOP_DEPTH + 4, true);
    }

    private boolean neighboursInColumn(Place from, Place to) {
        double top = Math.min(from.bottom(), to.bottom());
        double bottom = Math.max(from.y(), to.y());
        return placement.places().values().stream()
                .noneMatch(place -> place.x() == from.x() && place.y() >= top && place.bottom() <= bottom);
    }

    /// Links that arrive at one side of a node meet it a few px apart, in the order they come from, so that they can be told apart.
    private void spreadArrivals() {
        Map<String, List<Link>> sides = new LinkedHashMap<>();
        for (Link link : links) {
            Place from = place(link.from());
            Place to = place(link.to());
            if (from.x() != to.x()) {
                String side = link.to() + (from.x() < to.x() ? " left" : " right");
                sides.computeIfAbsent(side, key -> new ArrayList<>()).add(link);
            }
        }
        for (List<Link> arriving : sides.values()) {
            arriving.sort(Comparator.comparingDouble(link -> place(link.from()).port()));
            Place to = place(arriving.getFirst().to());
            double spacing = Math.min(END_SPACING, (to.height() - 20) / arriving.size());
            for (int index = 0; index < arriving.size(); index++) {
                arrivals.put(arriving.get(index), Math.max(0, spacing) * (index - (arriving.size() - 1) / 2.0));
            }
        }
    }

    private Place place(String id) {
        return placement.places().get(id);
    }
}
