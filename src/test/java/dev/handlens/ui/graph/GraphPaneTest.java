package dev.handlens.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handlens.lens.Change;
import dev.handlens.lens.GraphFrame;
import dev.handlens.lens.HandleKey;
import dev.handlens.lens.Selection;
import dev.handlens.ui.Intent;
import dev.handlens.ui.TestStage;
import dev.handlens.ui.control.PaneTabs;
import dev.handlens.ui.theme.Theme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.css.PseudoClass;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class GraphPaneTest {
    private final List<Intent> intents = new ArrayList<>();
    private GraphPane pane;

    @Start
    void open(Stage stage) {
        pane = new GraphPane(intents::add);
        PaneTabs tabs = new PaneTabs();
        tabs.addTab("Why is it alive", pane, pane.actions().toArray(Node[]::new));
        pane.show(GraphFrames.makeFred());
        TestStage.show(stage, PictureBooth.sceneOf(tabs, Theme.LIGHT, 395, 420));
    }

    @Test
    void clickOnANodeSelectsWhatItStandsFor(FxRobot robot) {
        robot.clickOn(nodeView(robot, "0x18"));
        assertThat(intents).containsExactly(new Intent.Select(handle(0x18)));
    }

    @Test
    void clickOnAFoldOpensIt(FxRobot robot) {
        show(robot, GraphFrames.folded());
        robot.clickOn(nodeView(robot, "fold"));
        assertThat(intents).containsExactly(new Intent.ToggleFold("fold"));
    }

    @Test
    void clickOnWhatIsLeftOverDoesNothing(FxRobot robot) {
        show(robot, GraphFrames.folded());
        robot.clickOn(nodeView(robot, "more"));
        assertThat(intents).isEmpty();
    }

    @Test
    void clickOnARequestSelectsIt(FxRobot robot) {
        show(robot, GraphFrames.requests());
        robot.clickOn(nodeView(robot, "irp 77"));
        assertThat(intents).containsExactly(new Intent.Select(new Selection.OfRequest(77)));
    }

    @Test
    void keysStopAtAFoldAndEnterOpensIt(FxRobot robot) {
        show(robot, GraphFrames.folded());
        robot.interact(() -> viewport(robot).requestFocus());
        robot.type(KeyCode.RIGHT, KeyCode.UP);
        assertThat(intents).isEmpty();
        robot.type(KeyCode.ENTER).type(KeyCode.SPACE);
        assertThat(intents).containsExactly(new Intent.ToggleFold("fold"), new Intent.ToggleFold("fold"));
    }

    @Test
    void noWordOfAGraphWithRequestsIsCutInANarrowPane(FxRobot robot) {
        show(robot, GraphFrames.requests());
        assertThat(viewport(robot).zoom()).isGreaterThanOrEqualTo(Viewport.SMALLEST_LEGIBLE);
        for (Node node : robot.lookup((Node found) -> found instanceof NodeView).queryAll()) {
            for (Node found : node.lookupAll(".label")) {
                Label label = (Label) found;
                assertThat(((Text) label.lookup(".text")).getText()).as("what is drawn").isEqualTo(label.getText());
                assertThat(label.getText()).doesNotContain("…");
            }
        }
        assertThat(((Label) nodeView(robot, "irp 77").lookup(".title")).getText()).isEqualTo("IRP 0x4D");
    }

    @Test
    void aPaneTooNarrowForTheNamesShowsThemFromTheLeft(FxRobot robot) {
        robot.interact(() -> {
            pane.setMaxWidth(280);
            pane.setPrefWidth(280);
        });
        show(robot, GraphFrames.requests());
        assertThat(viewport(robot).getWidth()).isLessThan(300);
        assertThat(viewport(robot).zoom()).isEqualTo(Viewport.SMALLEST_LEGIBLE);
        Bounds seen = onScreen(viewport(robot));
        for (String first : List.of("fred", "thread", "gizmo")) {
            assertThat(seen.contains(onScreen(robot, first))).as(first).isTrue();
        }
        assertThat(thumbs(robot)).as("there is more to the right").hasSize(1);
    }

    @Test
    void aMomentLooksTheSameInTwoWindowsHoweverTheyGotThere(FxRobot robot) {
        Map<String, Bounds> first = places(robot);
        show(robot, GraphFrames.shared());
        show(robot, GraphFrames.unfolded());
        show(robot, GraphFrames.makeFred());
        assertThat(places(robot)).isEqualTo(first);
    }

    @Test
    void wordsOnLinksThatCrossStandApart(FxRobot robot) {
        show(robot, GraphFrames.requests());
        List<Bounds> labels = robot.lookup(".graph-edge-label").queryAll().stream().map(GraphPaneTest::onScreen).toList();
        assertThat(labels).hasSizeGreaterThan(5);
        for (int first = 0; first < labels.size(); first++) {
            for (int second = first + 1; second < labels.size(); second++) {
                assertThat(labels.get(first).intersects(labels.get(second))).as("%s and %s", first, second).isFalse();
            }
        }
    }

    @Test
    void arrowKeysGoToTheNextNodeInTheirDirectionAndEnterSelectsIt(FxRobot robot) {
        robot.interact(() -> viewport(robot).requestFocus());
        robot.type(KeyCode.ENTER);
        assertThat(intents).as("the keyboard is nowhere yet").isEmpty();
        robot.type(KeyCode.LEFT);
        assertThat(intents).as("going is not selecting").isEmpty();
        robot.type(KeyCode.ENTER);
        assertThat(intents).singleElement().isIn(new Intent.Select(handle(0x18)), new Intent.Select(handle(0x1C)));
        robot.type(KeyCode.RIGHT, KeyCode.DOWN).type(KeyCode.SPACE);
        assertThat(intents).last().isEqualTo(new Intent.Select(new Selection.OfObject(3)));
    }

    @Test
    void everyNodeIsReachedByArrowKeys(FxRobot robot) {
        robot.interact(() -> viewport(robot).requestFocus());
        for (GraphFrame frame : List.of(GraphFrames.requests(), GraphFrames.folded())) {
            show(robot, frame);
            Set<String> reached = new LinkedHashSet<>();
            List<KeyCode> columnByColumn = new ArrayList<>(List.of(KeyCode.RIGHT, KeyCode.LEFT, KeyCode.LEFT));
            for (int column = 0; column < 3; column++) {
                columnByColumn.addAll(Collections.nCopies(3, KeyCode.UP));
                columnByColumn.addAll(Collections.nCopies(4, KeyCode.DOWN));
                columnByColumn.add(KeyCode.RIGHT);
            }
            for (KeyCode key : columnByColumn) {
                robot.type(key);
                reached.addAll(places(robot).keySet().stream().filter(id -> isKeyboardAt(robot, id)).toList());
            }
            assertThat(reached).containsExactlyInAnyOrderElementsOf(frame.nodes().stream().map(GraphFrame.Node::id).toList());
        }
    }

    private static boolean isKeyboardAt(FxRobot robot, String id) {
        return nodeView(robot, id).getPseudoClassStates().contains(PseudoClass.getPseudoClass("keyboard"));
    }

    private static List<Node> thumbs(FxRobot robot) {
        return robot.lookup((Node node) -> node.getStyleClass().contains("graph-thumb") && node.isVisible()).queryAll().stream().toList();
    }

    @Test
    void howMuchIsOutOfSightIsTold(FxRobot robot) {
        assertThat(thumbs(robot)).isEmpty();
        show(robot, GraphFrames.unfolded());
        assertThat(thumbs(robot)).singleElement()
                .satisfies(down -> assertThat(down.getLayoutBounds().getHeight()).isLessThan(viewport(robot).getHeight() / 2));
        assertThat(viewport(robot).zoom()).as("it is not made smaller than can be read").isEqualTo(Viewport.SMALLEST_LEGIBLE);
    }

    @Test
    void keysZoomAndZeroFitsAgain(FxRobot robot) {
        robot.interact(() -> viewport(robot).requestFocus());
        double before = widthOnScreen(robot, "fred");
        robot.type(KeyCode.PLUS);
        assertThat(widthOnScreen(robot, "fred")).isGreaterThan(before * 1.15);
        robot.type(KeyCode.MINUS, KeyCode.MINUS);
        assertThat(widthOnScreen(robot, "fred")).isLessThan(before * 0.9);
        robot.type(KeyCode.DIGIT0);
        assertThat(widthOnScreen(robot, "fred")).isEqualTo(before);
    }

    @Test
    void wheelZoomsAboutThePointer(FxRobot robot) {
        Bounds before = onScreen(robot, "fred");
        Point2D pointer = new Point2D(before.getCenterX(), before.getCenterY());
        robot.interact(() -> wheel(viewport(robot), pointer, 40));
        Bounds after = onScreen(robot, "fred");
        assertThat(after.getWidth()).isGreaterThan(before.getWidth() * 1.15);
        assertThat(after.getCenterX()).isCloseTo(before.getCenterX(), within(0.01));
        assertThat(after.getCenterY()).isCloseTo(before.getCenterY(), within(0.01));
        robot.interact(() -> wheel(viewport(robot), pointer, -40));
        assertThat(widthOnScreen(robot, "fred")).isCloseTo(before.getWidth(), within(0.01));
    }

    @Test
    void dragMovesTheGraphAndFitBringsItBack(FxRobot robot) {
        Bounds before = onScreen(robot, "fred");
        robot.interact(() -> {
            mouse(viewport(robot), MouseEvent.MOUSE_PRESSED, 100, 300);
            mouse(viewport(robot), MouseEvent.MOUSE_DRAGGED, 130, 280);
        });
        assertThat(onScreen(robot, "fred").getMinX()).isEqualTo(before.getMinX() + 30);
        assertThat(onScreen(robot, "fred").getMinY()).isEqualTo(before.getMinY() - 20);
        robot.clickOn("Fit");
        assertThat(onScreen(robot, "fred")).isEqualTo(before);
    }

    @Test
    void nodesStayWhereTheyAreWhileOthersComeAndGo(FxRobot robot) {
        Map<String, Bounds> before = places(robot);
        GraphFrame full = GraphFrames.makeFred();
        List<GraphFrame.Node> fewer = full.nodes().stream().filter(node -> !node.id().equals("0x14")).toList();
        List<GraphFrame.Edge> edges = full.edges().stream().filter(edge -> !edge.to().equals("0x14")).toList();
        show(robot, new GraphFrame(fewer, edges, full.sentence(), ""));
        Map<String, Bounds> without = places(robot);
        show(robot, full);

        assertThat(without).doesNotContainKey("0x14");
        without.forEach((id, place) -> assertThat(place).as(id).isEqualTo(before.get(id)));
        assertThat(places(robot)).isEqualTo(before);
    }

    @Test
    void anotherSelectionIsLaidOutAfresh(FxRobot robot) {
        show(robot, GraphFrames.shared());
        Map<String, Bounds> after = places(robot);
        assertThat(after).hasSize(10);
        Bounds viewport = viewport(robot).localToScene(viewport(robot).getLayoutBounds());
        after.forEach((id, place) -> assertThat(viewport.contains(place)).as(id).isTrue());
    }

    @Test
    void aSmallGraphIsEnlargedToFillItsPaneAndStaysInTheMiddleAsItGrows(FxRobot robot) {
        GraphFrame full = GraphFrames.makeFred();
        show(robot, new GraphFrame(full.nodes().subList(0, 1), List.of(), "", ""));
        assertThat(viewport(robot).zoom()).isEqualTo(Viewport.LARGEST_FIT);
        robot.interact(() -> pane.getScene().getWindow().setWidth(1000));
        show(robot, full);
        assertThat(viewport(robot).zoom()).isBetween(1.1, Viewport.LARGEST_FIT);
        Bounds left = onScreen(robot, "fred");
        double right = places(robot).values().stream().mapToDouble(Bounds::getMaxX).max().orElseThrow();
        Bounds seen = onScreen(viewport(robot));
        assertThat(left.getMinX() - seen.getMinX()).isCloseTo(seen.getMaxX() - right, within(0.3 * seen.getWidth()));
    }

    @Test
    void placesThatNodesLeftDoNotKeepTheGraphApart(FxRobot robot) {
        GraphFrame few = GraphFrames.makeFred();
        Map<String, Bounds> fresh = places(robot);
        List<GraphFrame.Node> nodes = new ArrayList<>(few.nodes());
        List<GraphFrame.Edge> edges = new ArrayList<>(few.edges());
        for (int round = 0; round < 12; round++) {
            String id = "came " + round;
            nodes.add(new GraphFrame.Node(id, GraphFrame.Kind.HANDLE, 1, "0x20", "came and went", Change.FLASHED, null, false));
            edges.add(new GraphFrame.Edge("fred", id, false, "", Change.FLASHED));
            show(robot, new GraphFrame(List.copyOf(nodes), List.copyOf(edges), "", ""));
        }
        show(robot, few);
        assertThat(places(robot)).isEqualTo(fresh);
    }

    @Test
    void aGraphThatBecameSmallIsShownLargeAgain(FxRobot robot) {
        show(robot, star(0, 12));
        assertThat(viewport(robot).zoom()).isLessThan(1);
        show(robot, star(5, 8));
        assertThat(viewport(robot).zoom()).isGreaterThan(1);
    }

    @Test
    void aGraphThatIsALittleTooHighIsShownFromItsTop(FxRobot robot) {
        show(robot, star(0, 15));
        Bounds seen = onScreen(viewport(robot));
        List<Bounds> places = List.copyOf(places(robot).values());
        assertThat(places.stream().mapToDouble(Bounds::getMaxY).max().orElseThrow()).as("it does not fit").isGreaterThan(seen.getMaxY());
        assertThat(places.stream().mapToDouble(Bounds::getMinY).min().orElseThrow()).isGreaterThanOrEqualTo(seen.getMinY());
        assertThat(seen.contains(onScreen(robot, "fred"))).isTrue();
    }

    /// A process with handles, none of them selected.
    private static GraphFrame star(int from, int to) {
        List<GraphFrame.Node> nodes = new ArrayList<>();
        List<GraphFrame.Edge> edges = new ArrayList<>();
        nodes.add(new GraphFrame.Node("fred", GraphFrame.Kind.PROCESS, 0, "fred.exe", "pid 8", Change.NONE, null, false));
        for (int i = from; i < to; i++) {
            nodes.add(new GraphFrame.Node("child " + i, GraphFrame.Kind.HANDLE, 1, "0x20", "", Change.NONE, null, false));
            edges.add(new GraphFrame.Edge("fred", "child " + i, false, "", Change.NONE));
        }
        return new GraphFrame(nodes, edges, "", "");
    }

    @Test
    void closedIsToldByASignAndAStrikeToo(FxRobot robot) {
        NodeView closed = nodeView(robot, "0x14");
        assertThat(((Label) closed.lookup(".sign")).getText()).isEqualTo("−");
        assertThat(((Text) closed.lookup(".title").lookup(".text")).isStrikethrough()).isTrue();
        assertThat(closed.getAccessibleText()).contains("closed");
        assertThat(((Label) nodeView(robot, "0x18").lookup(".sign")).getText()).isEqualTo("+");
        assertThat(nodeView(robot, "fred").lookup(".sign")).isNull();
    }

    @Test
    void longPathIsShortenedInItsMiddleAndWholeInTheTooltip(FxRobot robot) throws Exception {
        show(robot, GraphFrames.shared());
        NodeView file = nodeView(robot, "file");
        assertThat(((Label) file.lookup(".title")).getText()).startsWith("File ").contains("…").endsWith("\\fred.log");
        robot.moveTo(file);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !shownTooltips().isEmpty());
        assertThat(shownTooltips().getFirst()).contains("File \\Device\\HarddiskVolume2\\Logs\\2026\\fred.log");
    }

    @Test
    void reasonWhyThereIsNoGraphIsSaid(FxRobot robot) {
        show(robot, GraphFrames.nothing());
        assertThat(robot.lookup(".empty").queryAs(Label.class).isVisible()).isTrue();
        assertThat(places(robot)).isEmpty();
    }

    @Test
    void glidingNodesArriveWhereTheyWouldHaveBeenPut(FxRobot robot) throws Exception {
        robot.interact(() -> pane.setAnimated(_ -> true));
        show(robot, withOneMoreHandle());
        robot.interact(() -> pane.tidy());
        Map<String, Bounds> expected = new LinkedHashMap<>();
        robot.interact(() -> {
            pane.setAnimated(_ -> false);
            pane.tidy();
            viewport(robot).layout();
            expected.putAll(places(robot));
            pane.setAnimated(_ -> true);
        });
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> places(robot).equals(expected));
        assertThat(expected).hasSize(7);
    }

    @Test
    void twoHundredNodesAreShown(FxRobot robot) {
        List<GraphFrame.Node> nodes = new ArrayList<>();
        List<GraphFrame.Edge> edges = new ArrayList<>();
        nodes.add(GraphFrames.makeFred().nodes().getFirst());
        for (int index = 1; index < 200; index++) {
            nodes.add(new GraphFrame.Node("n" + index, GraphFrame.Kind.HANDLE, 1, "0x" + index, "", Change.NONE, null, false));
            edges.add(new GraphFrame.Edge("fred", "n" + index, false, "", Change.NONE));
        }
        show(robot, new GraphFrame(nodes, edges, "", ""));
        assertThat(places(robot)).hasSize(200);
    }

    private static GraphFrame withOneMoreHandle() {
        GraphFrame full = GraphFrames.makeFred();
        List<GraphFrame.Node> nodes = new ArrayList<>(full.nodes());
        nodes.add(new GraphFrame.Node("0x20", GraphFrame.Kind.HANDLE, 1, "0x20", "", Change.OPENED, handle(0x20), false));
        List<GraphFrame.Edge> edges = new ArrayList<>(full.edges());
        edges.add(new GraphFrame.Edge("fred", "0x20", false, "", Change.OPENED));
        return new GraphFrame(nodes, edges, full.sentence(), "");
    }

    private void show(FxRobot robot, GraphFrame frame) {
        robot.interact(() -> {
            pane.show(frame);
            pane.getScene().getRoot().applyCss();
            pane.getScene().getRoot().layout();
        });
    }

    private static Selection handle(long value) {
        return new Selection.OfHandle(new HandleKey(2184, value, 3));
    }

    private static NodeView nodeView(FxRobot robot, String id) {
        return robot.lookup((Node node) -> node instanceof NodeView && id.equals(node.getId())).queryAs(NodeView.class);
    }

    private static Viewport viewport(FxRobot robot) {
        return robot.lookup(".graph-viewport").queryAs(Viewport.class);
    }

    private static Map<String, Bounds> places(FxRobot robot) {
        Map<String, Bounds> places = new LinkedHashMap<>();
        robot.lookup((Node node) -> node instanceof NodeView).queryAll().forEach(node -> places.put(node.getId(), onScreen(node)));
        return places;
    }

    private static Bounds onScreen(FxRobot robot, String id) {
        return onScreen(nodeView(robot, id));
    }

    private static Bounds onScreen(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static double widthOnScreen(FxRobot robot, String id) {
        return onScreen(robot, id).getWidth();
    }

    private static List<String> shownTooltips() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Tooltip)
                .map(window -> ((Tooltip) window).getText())
                .toList();
    }

    /// @param at in the scene, as events from the system are
    private static void wheel(Node node, Point2D at, double delta) {
        PickResult pick = new PickResult(node, at.getX(), at.getY());
        node.fireEvent(new ScrollEvent(
                ScrollEvent.SCROLL, at.getX(), at.getY(), at.getX(), at.getY(), false, false, false, false, true, false, 0, delta, 0, delta,
                ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, pick));
    }

    /// The headless robot drags without a pressed button, so a drag is made of events.
    private static void mouse(Node node, EventType<MouseEvent> type, double x, double y) {
        node.fireEvent(new MouseEvent(
                type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, false, false, true,
                new PickResult(node, x, y)));
    }
}
