package dev.handlens.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.ui.graph.GraphLayout.Box;
import dev.handlens.ui.graph.GraphLayout.Link;
import dev.handlens.ui.graph.Placement.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class GraphLayoutTest {
    private static final double ROW = 32 + GraphLayout.ROW_GAP;
    private static final double NARROW = 351;
    private static final double WIDE = 1200;

    private final List<Box> boxes = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    @Test
    void typicalGraphFitsANarrowPaneWithTheDeviceBelowItsFile() {
        makeFred();
        Placement placement = GraphLayout.place(boxes, links, Map.of(), NARROW, GraphLayout.ROW_GAP);

        assertThat(placement.hanging()).isTrue();
        assertThat(placement.width()).isLessThanOrEqualTo(NARROW);
        Place file = placement.places().get("file");
        Place device = placement.places().get("device");
        assertThat(device.x()).isEqualTo(file.x());
        assertThat(device.y()).isGreaterThanOrEqualTo(file.bottom() + 20);
    }

    @Test
    void widePaneGivesTheDeviceAColumnOfItsOwn() {
        makeFred();
        Placement placement = GraphLayout.place(boxes, links, Map.of(), WIDE, GraphLayout.ROW_GAP);

        assertThat(placement.hanging()).isFalse();
        assertThat(placement.places().get("device").x()).isGreaterThan(placement.places().get("file").right() + 60);
    }

    @Test
    void everyKindStandsInItsColumn() {
        random(7, 60);
        Placement placement = GraphLayout.place(boxes, links, Map.of(), WIDE, GraphLayout.ROW_GAP);

        Map<Integer, Double> lefts = new LinkedHashMap<>();
        for (Box box : boxes) {
            double x = placement.places().get(box.id()).x();
            assertThat(lefts.computeIfAbsent(box.column(), column -> x)).isEqualTo(x);
        }
        assertThat(lefts).hasSize(4);
        assertThat(lefts.get(0)).isLessThan(lefts.get(1));
        assertThat(lefts.get(2)).isLessThan(lefts.get(3));
    }

    @Test
    void nodesNeverOverlap() {
        for (int seed = 1; seed <= 20; seed++) {
            boxes.clear();
            links.clear();
            random(seed, 120);
            assertApart(GraphLayout.place(boxes, links, Map.of(), seed % 2 == 0 ? WIDE : NARROW, GraphLayout.ROW_GAP));
        }
    }

    @Test
    void sameGraphGivesTheSamePlaces() {
        random(7, 200);
        Placement first = GraphLayout.place(boxes, links, Map.of(), WIDE, GraphLayout.ROW_GAP);
        Placement second = GraphLayout.place(List.copyOf(boxes), List.copyOf(links), Map.of(), WIDE, GraphLayout.ROW_GAP);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void newNodeLeavesTheOldOnesWhereTheyWere() {
        for (int seed = 1; seed <= 10; seed++) {
            boxes.clear();
            links.clear();
            random(seed, seed % 2 == 0 ? 120 : 500);
            Placement before = GraphLayout.place(boxes, links, Map.of(), WIDE, GraphLayout.ROW_GAP);
            box("new handle", 1);
            box("new object", 2);
            link("p0", "new handle");
            link("new handle", "new object");
            Placement after = GraphLayout.place(boxes, links, before.memory(), WIDE, GraphLayout.ROW_GAP);

            assertThat(meanMove(before, after)).isLessThan(ROW);
            assertThat(orderOf(after, before)).isEqualTo(orderOf(before, before));
            assertApart(after);
        }
    }

    @Test
    void theNextHandleToAnObjectFollowsTheOneBeforeIt() {
        box("process", 0);
        box("first", 1);
        box("second", 1);
        box("object", 2);
        link("process", "first");
        link("process", "second");
        link("first", "object");
        link("second", "object");
        Placement before = GraphLayout.place(boxes, links, Map.of(), WIDE, GraphLayout.ROW_GAP);
        boxes.add(3, new Box("third", 1, 60, 60, 32, 16));
        link("process", "third");
        link("third", "object");
        Placement after = GraphLayout.place(boxes, links, before.memory(), WIDE, GraphLayout.ROW_GAP);

        assertThat(List.of("first", "second", "third")).isSortedAccordingTo(
                Comparator.comparingDouble(id -> after.places().get(id).y()));
    }

    @Test
    void nothingMovesWhenNothingIsNew() {
        random(3, 80);
        Placement before = GraphLayout.place(boxes, links, Map.of(), WIDE, GraphLayout.ROW_GAP);
        Placement after = GraphLayout.place(boxes, links, before.memory(), WIDE, GraphLayout.ROW_GAP);
        assertThat(after.places()).isEqualTo(before.places());
    }

    @Test
    void nodeThatComesBackGetsItsOldPlace() {
        random(3, 80);
        Placement before = GraphLayout.place(boxes, links, Map.of(), WIDE, GraphLayout.ROW_GAP);
        Box gone = boxes.getLast();
        List<Box> fewer = boxes.subList(0, boxes.size() - 1);
        List<Link> fewerLinks = links.stream().filter(link -> !link.to().equals(gone.id())).toList();
        GraphLayout.place(fewer, fewerLinks, before.memory(), WIDE, GraphLayout.ROW_GAP);
        Placement again = GraphLayout.place(boxes, links, before.memory(), WIDE, GraphLayout.ROW_GAP);
        assertThat(again.places().get(gone.id())).isEqualTo(before.places().get(gone.id()));
    }

    @Test
    void treeGivenInAnyOrderIsDrawnWithoutACrossing() {
        box("a", 0);
        box("b", 0);
        box("c", 0);
        for (int handle = 0; handle < 12; handle++) {
            box("h" + handle, 1);
            box("o" + (11 - handle), 2);
            link(List.of("a", "b", "c").get(handle % 3), "h" + handle);
            link("h" + handle, "o" + handle);
        }
        Placement placement = GraphLayout.place(boxes, links, Map.of(), WIDE, GraphLayout.ROW_GAP);
        assertThat(crossings(placement)).isZero();
    }

    @Test
    void fewerThanHalfTheCrossingsOfTheGivenOrderRemain() {
        random(7, 200);
        Placement placement = GraphLayout.place(boxes, links, Map.of(), WIDE, GraphLayout.ROW_GAP);
        assertThat(crossings(placement)).isLessThan(crossingsAsGiven() / 2);
    }

    @Test
    void workOnFiveHundredNodesIsBounded() {
        random(7, 500);
        long work = GraphLayout.place(boxes, links, Map.of(), WIDE, GraphLayout.ROW_GAP).work();
        long once = boxes.size() + 2L * links.size();
        assertThat(work).isBetween(once, 150 * once);
    }

    @Test
    void oneThingMoreInFiveHundredIsLessWorkThanALayoutFromScratch() {
        random(7, 500);
        Placement before = GraphLayout.place(boxes, links, Map.of(), WIDE, GraphLayout.ROW_GAP);
        box("new object", 2);
        link("h0", "new object");
        long work = GraphLayout.place(boxes, links, before.memory(), WIDE, GraphLayout.ROW_GAP).work();
        long once = boxes.size() + 2L * links.size();
        assertThat(work).isBetween(once, 10 * once).isLessThan(before.work() / 10);
    }

    @Test
    void theNextHandleOfAProcessFollowsTheOneBeforeIt() {
        box("process", 0);
        for (int handle = 0; handle < 6; handle++) {
            box("h" + handle, 1);
            box("o" + handle, 2);
            link("process", "h" + handle);
            link("h" + handle, "o" + handle);
        }
        Placement before = GraphLayout.place(boxes, links, Map.of(), WIDE, GraphLayout.ROW_GAP);
        box("h6", 1);
        box("o6", 2);
        link("process", "h6");
        link("h6", "o6");
        Placement after = GraphLayout.place(boxes, links, before.memory(), WIDE, GraphLayout.ROW_GAP);
        assertThat(List.of("h0", "h1", "h2", "h3", "h4", "h5", "h6")).isSortedAccordingTo(
                Comparator.comparingDouble(id -> after.places().get(id).y()));
        assertThat(crossings(after)).isZero();
    }

    @Test
    void linkThatPassesAColumnRunsBetweenTheNodesThere() {
        makeFred();
        box("driver", 0);
        links.add(new Link("driver", "file", 90));
        Placement placement = GraphLayout.place(boxes, links, Map.of(), NARROW, GraphLayout.ROW_GAP);

        Placement.Lane lane = placement.lanes().getLast().getFirst();
        for (String handle : List.of("0x14", "0x18", "0x1C")) {
            Place place = placement.places().get(handle);
            assertThat(lane.y() < place.y() || lane.y() > place.bottom()).isTrue();
        }
    }

    @Test
    void linkToItselfAndEmptyGraphAreLaidOut() {
        assertThat(GraphLayout.place(boxes, links, Map.of(), NARROW, GraphLayout.ROW_GAP).places()).isEmpty();
        box("thread", 2);
        link("thread", "thread");
        assertThat(GraphLayout.place(boxes, links, Map.of(), NARROW, GraphLayout.ROW_GAP).places()).containsOnlyKeys("thread");
    }

    @Test
    void detailsGiveWayFromTheLongestAndTitlesNever() {
        double[] natural = {90, 70, 400};
        double[] floors = {80, 70, 150};
        assertThat(ColumnWidths.fit(natural, floors, 600)).containsExactly(natural);
        assertThat(ColumnWidths.fit(natural, floors, 340)).containsExactly(90, 70, 180);
        assertThat(ColumnWidths.fit(new double[] {120, 70, 200}, floors, 340)).containsExactly(100, 70, 170);
        assertThat(ColumnWidths.fit(natural, floors, 50)).containsExactly(floors);
    }

    @Test
    void graphWhoseTitlesDoNotFitIsWiderThanItsPane() {
        for (double available : new double[] {100, 200, 300, 351, 500}) {
            boxes.clear();
            links.clear();
            requests();
            Placement placement = GraphLayout.place(boxes, links, Map.of(), available, GraphLayout.ROW_GAP);
            for (Box box : boxes) {
                assertThat(placement.places().get(box.id()).width()).as("%s at %s px", box.id(), available)
                        .isGreaterThanOrEqualTo(box.floor());
            }
            assertApart(placement);
        }
    }

    /// Two requests between a thread, a driver and a file, with words on every link.
    private void requests() {
        boxes.add(new Box("thread", 0, 88, 80, 44, 22));
        boxes.add(new Box("driver", 0, 88, 80, 44, 22));
        boxes.add(new Box("file", 2, 150, 120, 44, 22));
        for (String request : List.of("first", "second")) {
            boxes.add(new Box(request, 1, 200, 140, 58, 29));
            links.add(new Link("thread", request, 50));
            links.add(new Link("driver", request, 48));
            links.add(new Link(request, "file", 40));
        }
    }

    private void makeFred() {
        boxes.add(new Box("fred", 0, 88, 88, 44, 22));
        for (String handle : List.of("0x14", "0x18", "0x1C")) {
            boxes.add(new Box(handle, 1, 70, 70, 30, 15));
            link("fred", handle);
        }
        boxes.add(new Box("file", 2, 150, 120, 44, 22));
        boxes.add(new Box("device", 3, 150, 120, 44, 22));
        link("0x18", "file");
        link("0x1C", "file");
        links.add(new Link("file", "device", 60));
    }

    /// A reference graph of processes, handles, objects and devices with links between neighbouring columns.
    private void random(int seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        int processes = Math.max(2, size / 15);
        int handles = size / 2;
        int devices = Math.max(2, size / 10);
        int objects = size - processes - handles - devices;
        addColumn("p", 0, processes);
        addColumn("h", 1, handles);
        addColumn("o", 2, objects);
        addColumn("d", 3, devices);
        for (int handle = 0; handle < handles; handle++) {
            link("p" + random.nextInt(processes), "h" + handle);
            link("h" + handle, "o" + random.nextInt(objects));
        }
        for (int object = 0; object < objects; object += 3) {
            link("o" + object, "d" + random.nextInt(devices));
        }
    }

    private void addColumn(String prefix, int column, int count) {
        for (int index = 0; index < count; index++) {
            box(prefix + index, column);
        }
    }

    private void box(String id, int column) {
        boxes.add(new Box(id, column, 100, 80, 32, 16));
    }

    private void link(String from, String to) {
        links.add(new Link(from, to, 0));
    }

    private static void assertApart(Placement placement) {
        List<Place> places = List.copyOf(placement.places().values());
        for (int first = 0; first < places.size(); first++) {
            for (int second = first + 1; second < places.size(); second++) {
                Place a = places.get(first);
                Place b = places.get(second);
                boolean apart = a.right() < b.x() || b.right() < a.x() || a.bottom() < b.y() || b.bottom() < a.y();
                assertThat(apart).as("%s and %s", a, b).isTrue();
            }
        }
    }

    private static double meanMove(Placement before, Placement after) {
        return before.places().entrySet().stream()
                .mapToDouble(entry -> Math.abs(entry.getValue().y() - after.places().get(entry.getKey()).y()))
                .average()
                .orElseThrow();
    }

    private static List<String> orderOf(Placement placement, Placement known) {
        return placement.places().entrySet().stream()
                .filter(entry -> known.places().containsKey(entry.getKey()))
                .sorted((a, b) -> {
                    int column = Double.compare(a.getValue().x(), b.getValue().x());
                    return column != 0 ? column : Double.compare(a.getValue().y(), b.getValue().y());
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    private long crossings(Placement placement) {
        return crossings(id -> placement.places().get(id).y());
    }

    private long crossingsAsGiven() {
        Map<String, Integer> index = new LinkedHashMap<>();
        boxes.forEach(box -> index.put(box.id(), index.size()));
        return crossings(id -> index.get(id));
    }

    private long crossings(ToDoubleFunction<String> height) {
        Map<String, Integer> column = new LinkedHashMap<>();
        boxes.forEach(box -> column.put(box.id(), box.column()));
        long count = 0;
        for (int first = 0; first < links.size(); first++) {
            for (int second = first + 1; second < links.size(); second++) {
                Link a = links.get(first);
                Link b = links.get(second);
                double start = height.applyAsDouble(a.from()) - height.applyAsDouble(b.from());
                double end = height.applyAsDouble(a.to()) - height.applyAsDouble(b.to());
                if (column.get(a.from()).equals(column.get(b.from())) && start * end < 0) {
                    count++;
                }
            }
        }
        return count;
    }
}
