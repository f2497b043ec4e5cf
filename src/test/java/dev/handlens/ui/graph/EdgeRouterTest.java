package dev.handlens.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.ui.graph.EdgeRouter.Route;
import dev.handlens.ui.graph.GraphLayout.Box;
import dev.handlens.ui.graph.GraphLayout.Link;
import dev.handlens.ui.graph.Placement.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EdgeRouterTest {
    private static final Box PROCESS = new Box("process", 0, 80, 80, 40, 20);
    private static final Box FILE = new Box("file", 2, 140, 140, 40, 20);
    private static final Box DEVICE = new Box("device", 3, 140, 140, 40, 20);

    @Test
    void linkAcrossColumnsLeavesRightAndArrivesLeft() {
        Placement placement = place(List.of(PROCESS, FILE), List.of(new Link("process", "file", 0)));
        Place process = placement.places().get("process");
        Place file = placement.places().get("file");
        String path = EdgeRouter.route(placement, List.of(new Link("process", "file", 0))).getFirst().path();
        assertThat(path).startsWith("M" + process.right() + " " + process.port()).endsWith(" " + file.x() + " " + file.port());
    }

    @Test
    void linkToWhatHangsBelowRunsStraightDownWithItsLabelBeside() {
        List<Link> links = List.of(new Link("process", "file", 0), new Link("file", "device", 60));
        Placement placement = GraphLayout.place(List.of(PROCESS, FILE, DEVICE), links, Map.of(), 300, GraphLayout.ROW_GAP);
        Place file = placement.places().get("file");
        Place device = placement.places().get("device");
        Route route = EdgeRouter.route(placement, links).getLast();
        assertThat(route.path()).isEqualTo("M" + file.centerX() + " " + file.bottom() + " L" + file.centerX() + " " + device.y());
        assertThat(route.labelY()).isBetween(file.bottom(), device.y());
        assertThat(route.centered()).isFalse();
    }

    @Test
    void linksIntoOneNodeArriveApartInTheOrderTheyComeFrom() {
        Box other = new Box("other", 0, 80, 80, 40, 20);
        List<Link> links = List.of(new Link("process", "file", 0), new Link("other", "file", 0));
        Placement placement = place(List.of(PROCESS, other, FILE), links);
        List<Route> routes = EdgeRouter.route(placement, links);
        boolean processAbove = placement.places().get("process").y() < placement.places().get("other").y();
        assertThat(endY(routes.get(0)) < endY(routes.get(1))).isEqualTo(processAbove);
        assertThat(endY(routes.get(0))).isNotEqualTo(endY(routes.get(1)));
    }

    @Test
    void referenceToItselfIsALoopBelowTheNode() {
        List<Link> links = List.of(new Link("file", "file", 60));
        Placement placement = place(List.of(FILE), links);
        Place file = placement.places().get("file");
        Route route = EdgeRouter.route(placement, links).getFirst();
        assertThat(endY(route)).isEqualTo(file.bottom());
        assertThat(route.labelY()).isGreaterThan(file.bottom());
    }

    @Test
    void linkPastANodeOfItsColumnGoesRoundTheSide() {
        Box second = new Box("second", 2, 140, 140, 40, 20);
        Box third = new Box("third", 2, 140, 140, 40, 20);
        List<Link> links = List.of(new Link("file", "third", 0));
        Placement placement = place(List.of(FILE, second, third), links);
        Place file = placement.places().get("file");
        Route route = EdgeRouter.route(placement, links).getFirst();
        assertThat(route.path()).startsWith("M" + file.x() + " " + file.port() + " C" + (file.x() - 20));
    }

    private static Placement place(List<Box> boxes, List<Link> links) {
        return GraphLayout.place(boxes, links, Map.of(), 600, GraphLayout.ROW_GAP);
    }

    private static double endY(Route route) {
        return Double.parseDouble(route.path().substring(route.path().lastIndexOf(' ') + 1));
    }
}
