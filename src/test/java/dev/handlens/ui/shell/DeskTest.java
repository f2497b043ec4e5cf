package dev.handlens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handlens.lens.Frame;
import dev.handlens.ui.PaneShots;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.junit.jupiter.api.Test;

/// The room that panes have: the dividers between them, and what the right column shows without scrolling.
class DeskTest {
    private static final long LEAK_AT_45_S = 5603;
    /// The dividers that are there while the graph is in front.
    private static final Set<DividerPlace> ON_SCREEN = EnumSet.complementOf(EnumSet.of(DividerPlace.FINDINGS));
    private static final List<String> PANES = List.of(".walkthrough", ".processes-pane", ".handles-pane", "#why", ".properties-pane",
            ".pool", ".timeline");

    @Test
    void betweenAnyTwoPanesThereIsADividerWithAGripAndACursor() {
        RealShell.onFx(() -> {
            RealShell real = new RealShell(RealShell.frame("makefred-bug", 9), 1440, 900);
            for (DividerPlace place : ON_SCREEN) {
                Node divider = real.find("#divider-" + place.key());
                assertThat(divider.isVisible()).as("%s", place).isTrue();
                assertThat(divider.getCursor()).as("%s", place).isEqualTo(place.betweenColumns() ? Cursor.H_RESIZE : Cursor.V_RESIZE);
                Bounds grip = RealShell.bounds(divider.lookup(".grip"));
                assertThat(Math.max(grip.getWidth(), grip.getHeight())).as("%s", place).isEqualTo(30);
                for (String pane : PANES) {
                    boolean over = overlap(RealShell.bounds(divider), RealShell.bounds(real.find(pane)));
                    assertThat(over).as("%s over %s", place, pane).isFalse();
                }
            }
        });
    }

    @Test
    void aDividerIsDraggedAndADoubleClickPutsItBack() {
        RealShell.onFx(() -> {
            RealShell real = new RealShell(RealShell.frame("makefred-bug", 9), 1440, 900);
            for (DividerPlace place : DividerPlace.values()) {
                if (place == DividerPlace.FINDINGS) {
                    real.shell.showFindings(true);
                    real.layout();
                }
                double before = centre(real, place);
                // Less than any pane can give.
                double by = place == DividerPlace.FOOT || place == DividerPlace.FINDINGS || place == DividerPlace.GRAPH ? -30 : 24;
                drag(real, place, by);
                assertThat(centre(real, place)).as("%s", place).isEqualTo(before + by, within(1.5));
                assertThat(real.shell.dividers()).as("%s", place).containsOnlyKeys(place.key());
                click(real, place, 2);
                assertThat(centre(real, place)).as("%s", place).isEqualTo(before, within(0.1));
                assertThat(real.shell.dividers()).isEmpty();
            }
        });
    }

    @Test
    void aDividerStopsWhereAPaneHasItsLeastSize() {
        RealShell.onFx(() -> {
            RealShell real = new RealShell(RealShell.frame("makefred-bug", 9), 1440, 900);
            for (DividerPlace place : ON_SCREEN) {
                for (double by : new double[] {-3000, 6000}) {
                    drag(real, place, by);
                    for (String pane : PANES) {
                        Bounds bounds = RealShell.bounds(real.find(pane));
                        assertThat(bounds.getWidth()).as("%s after %s", pane, place).isGreaterThanOrEqualTo(170);
                        assertThat(bounds.getHeight()).as("%s after %s", pane, place).isGreaterThanOrEqualTo(90);
                    }
                }
            }
        });
    }

    @Test
    void draggedDividersAreTakenToAWindowOfAnotherSizeAndResetByAKey() {
        RealShell.onFx(() -> {
            Frame frame = RealShell.frame("makefred-bug", 9);
            RealShell real = new RealShell(frame, 1440, 900);
            double usual = centre(real, DividerPlace.WALKTHROUGH);
            Map<String, Double> places = new TreeMap<>(Map.of("walkthrough", 0.3, "rightColumn", 0.65, "processes", 0.5, "graph", 0.45,
                    "foot", 0.7, "paged", 0.25, "nonpaged", 0.5));
            real.shell.setDividers(places);
            real.layout();
            assertThat(real.shell.dividers()).isEqualTo(places);
            RealShell larger = new RealShell(frame, 1900, 1000);
            larger.shell.setDividers(real.shell.dividers());
            larger.layout();
            assertThat(centre(larger, DividerPlace.WALKTHROUGH)).isEqualTo(10 + 0.3 * 1880, within(1.0));
            assertThat(centre(larger, DividerPlace.NONPAGED)).isEqualTo(10 + 0.5 * 1880, within(1.0));
            real.shell.perform(Shortcut.RESET_LAYOUT);
            real.layout();
            assertThat(real.shell.dividers()).isEmpty();
            assertThat(centre(real, DividerPlace.WALKTHROUGH)).isEqualTo(usual);
        });
    }

    @Test
    void aWindowThatGrowsKeepsTheSharesOfItsColumns() {
        RealShell.onFx(() -> {
            RealShell real = new RealShell(RealShell.frame("makefred-bug", 9), 1300, 800);
            double small = RealShell.bounds(real.find("#why")).getWidth() / 1300;
            real.resize(1800, 1000);
            assertThat(RealShell.bounds(real.find("#why")).getWidth() / 1800).isEqualTo(small, within(0.005));
        });
    }

    @Test
    void theCardOfALeakIsSeenWholeWithoutScrolling() {
        RealShell.onFx(() -> {
            RealShell real = new RealShell(RealShell.frame("event-leak", LEAK_AT_45_S), 1440, 900);
            real.shell.showFindings(true);
            real.layout();
            Bounds viewport = RealShell.bounds(real.find(".findings-pane .viewport"));
            Node card = real.find(".leak-card");
            assertThat(RealShell.bounds(card).getMinY()).isGreaterThanOrEqualTo(viewport.getMinY());
            assertThat(RealShell.bounds(card).getMaxY()).isLessThanOrEqualTo(viewport.getMaxY());
            Map<String, Bounds> facts = new LinkedHashMap<>();
            card.lookupAll(".label").forEach(node -> facts.put(((Labeled) node).getText(), RealShell.bounds(node)));
            assertThat(facts).containsKeys("Opened at", "Handles", "Holds", "Runs out");
            assertThat(facts.get("Runs out").getMaxY()).isLessThanOrEqualTo(viewport.getMaxY());
        });
    }

    @Test
    void allOfPropertiesIsSeenWithoutScrollingWhileTheGraphIsInFront() {
        RealShell.onFx(() -> {
            for (Frame frame : List.of(RealShell.frame("makefred-bug", 9), RealShell.frame("event-leak", LEAK_AT_45_S))) {
                RealShell real = new RealShell(frame, 1440, 900);
                Bounds viewport = RealShell.bounds(real.find(".properties-pane .viewport"));
                Bounds last = RealShell.bounds(real.find(".properties-pane .held-by"));
                assertThat(last.getMaxY()).as("%s", frame.title()).isLessThanOrEqualTo(viewport.getMaxY());
                assertThat(RealShell.bounds(real.find(".graph-pane")).getHeight()).as("%s", frame.title()).isGreaterThan(220);
            }
        });
    }

    @Test
    void theDividerOfTheRightColumnStandsStillWhileTheSelectionChanges() {
        RealShell.onFx(() -> {
            RealShell real = new RealShell(RealShell.frame("makefred-bug", 9), 1440, 900);
            double before = centre(real, DividerPlace.GRAPH);
            for (long step = 0; step < 13; step++) {
                real.show(RealShell.frame("makefred-bug", step));
                assertThat(centre(real, DividerPlace.GRAPH)).isEqualTo(before);
            }
        });
    }

    @Test
    void pictures() {
        PaneShots.writeWindow("desk-findings", () -> picture("event-leak", LEAK_AT_45_S, true, 0), 1440, 900);
        PaneShots.writeWindow("desk-findings-low", () -> picture("event-leak", LEAK_AT_45_S, true, 0), 1100, 700);
        PaneShots.writeWindow("desk-table-least", () -> picture("testlimit-x64", 11_000_000, false, 1), 958, 575);
    }

    private static Shell picture(String scenario, long position, boolean findings, int lowerPane) {
        Shell shell = RealShell.shell(RealShell.frame(scenario, position));
        shell.showFindings(findings);
        shell.showLowerPane(lowerPane);
        return shell;
    }

    private static double centre(RealShell real, DividerPlace place) {
        Bounds bounds = RealShell.bounds(real.find("#divider-" + place.key()));
        return place.betweenColumns() ? bounds.getCenterX() : bounds.getCenterY();
    }

    private static void drag(RealShell real, DividerPlace place, double by) {
        Node divider = real.find("#divider-" + place.key());
        double x = place.betweenColumns() ? by : 0;
        double y = place.betweenColumns() ? 0 : by;
        fire(divider, MouseEvent.MOUSE_PRESSED, 4, 4, 1);
        fire(divider, MouseEvent.MOUSE_DRAGGED, 4 + x, 4 + y, 1);
        fire(divider, MouseEvent.MOUSE_RELEASED, 4 + x, 4 + y, 1);
        real.layout();
    }

    private static void click(RealShell real, DividerPlace place, int times) {
        Node divider = real.find("#divider-" + place.key());
        fire(divider, MouseEvent.MOUSE_CLICKED, 4, 4, times);
        real.layout();
    }

    private static void fire(Node node, EventType<MouseEvent> type, double x, double y, int clicks) {
        Point2D scene = node.localToScene(x, y);
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        node.fireEvent(new MouseEvent(type, scene.getX(), scene.getY(), scene.getX(), scene.getY(), MouseButton.PRIMARY, clicks,
                false, false, false, false, down, false, false, false, false, true, new PickResult(node, scene.getX(), scene.getY())));
    }

    private static boolean overlap(Bounds a, Bounds b) {
        return a.getMinX() < b.getMaxX() && b.getMinX() < a.getMaxX() && a.getMinY() < b.getMaxY() && b.getMinY() < a.getMaxY();
    }
}
