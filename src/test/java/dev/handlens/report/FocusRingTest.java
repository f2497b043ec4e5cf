package dev.handlens.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.Frame;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioReader;
import dev.handlens.ui.Intent;
import dev.handlens.ui.PaneShots;
import dev.handlens.ui.Session;
import dev.handlens.ui.shell.Playback;
import dev.handlens.ui.shell.Shell;
import dev.handlens.ui.shell.WindowPanes;
import dev.handlens.ui.theme.Fonts;
import dev.handlens.ui.theme.Palette;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import dev.handlens.ui.theme.Token;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.util.WaitForAsyncUtils;

/// Everything in the window that takes the keyboard focus keeps its look, and has a ring.
class FocusRingTest {
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");
    private static final PseudoClass FOCUS_VISIBLE = PseudoClass.getPseudoClass("focus-visible");
    /// How far a ring reaches out of a control, and into a list or a tab, with the blur of its edge.
    private static final double OUTSIDE = 8;
    private static final double INSIDE = 8;
    /// How far the round corner of a ring reaches over the square corner of what it surrounds.
    private static final double CORNER = 2;
    /// The rounding of a drawn corner, over three channels.
    private static final double ROUNDING = 0.02;
    /// A ring may be hidden in part, such as beneath the headings of a list.
    private static final double LEAST_RING = 0.6;

    @BeforeAll
    static void start() {
        PaneShots.startToolkit();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, GREEN_RED", "DARK, GREEN_RED", "LIGHT, BLUE_ORANGE", "DARK, BLUE_ORANGE", "LIGHT, PROCESS_EXPLORER",
        "DARK, PROCESS_EXPLORER"})
    void whateverTakesTheFocusKeepsItsLookAndHasARing(Theme theme, Tints tints) throws Exception {
        Session session = new Session(Program.of(ScenarioReader.read(Path.of("scenarios", "makefred-bug.yaml"))), () -> 0,
                Scenario.Opening.STANDARD);
        session.carryOut(new Intent.SeekTo(9));
        Frame frame = session.frame();
        List<String> faults = WaitForAsyncUtils.waitForAsyncFx(300_000, () -> faults(frame, theme, tints));
        assertThat(faults).isEmpty();
    }

    private static List<String> faults(Frame frame, Theme theme, Tints tints) {
        Fonts.load();
        WindowPanes panes = new WindowPanes(_ -> {});
        Shell shell = new Shell(panes.slots(), new NobodyThere(), _ -> {});
        shell.showLook(theme, tints);
        Palette palette = new Palette(() -> {});
        StackPane root = new StackPane(palette, shell);
        Scene scene = new Scene(root, 1440, 900);
        theme.apply(scene, tints);
        List<String> faults = new ArrayList<>();
        Set<Node> tried = Collections.newSetFromMap(new IdentityHashMap<>());
        settle(root, shell, frame);
        for (Node tab : shell.lookupAll(".pane-tab")) {
            ((ToggleButton) tab).fire();
            settle(root, shell, frame);
            List<Node> focusable = new ArrayList<>();
            collect(shell, focusable);
            for (Node node : focusable) {
                if (tried.add(node)) {
                    String fault = fault(root, node, palette.color(Token.ACCENT));
                    if (!fault.isEmpty()) {
                        faults.add(fault + " " + node);
                    }
                }
            }
        }
        assertThat(tried).hasSizeGreaterThan(25);
        return faults;
    }

    private static void settle(Parent root, Shell shell, Frame frame) {
        for (int round = 0; round < 3; round++) {
            shell.show(frame, new Playback(false, 1, false));
            root.applyCss();
            root.layout();
        }
        shell.lookupAll(".scroll-pane > .viewport").forEach(viewport -> viewport.setCache(false));
    }

    private static void collect(Node node, List<Node> focusable) {
        if (!node.isVisible()) {
            return;
        }
        if (node.isFocusTraversable() && !node.isDisabled()) {
            focusable.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, focusable));
        }
    }

    /// Returns what is wrong with the look of a node that has the focus, or an empty text.
    private static String fault(Parent root, Node node, Color accent) {
        for (Node around = node.getParent(); around != null; around = around.getParent()) {
            if (around instanceof ScrollPane scroll) {
                scroll.setVvalue(1);
            }
        }
        Bounds before = node.localToScene(node.getLayoutBounds());
        WritableImage without = shot(root, before);
        focus(root, node, true);
        WritableImage with = shot(root, before);
        Bounds after = node.localToScene(node.getLayoutBounds());
        focus(root, node, false);
        Node frame = node.lookup(".focus-frame");
        Bounds ring = frame == null ? before : frame.localToScene(frame.getLayoutBounds());
        if (!before.equals(after)) {
            return "moves";
        }
        boolean ringOutside = node instanceof Labeled && !node.getStyleClass().contains("pane-tab") || node instanceof TextField;
        Bounds inner = inPicture(ring, before, ringOutside ? -CORNER : -INSIDE);
        Bounds outer = inPicture(ring, before, OUTSIDE);
        long ringPixels = 0;
        for (int y = 0; y < without.getHeight(); y++) {
            for (int x = 0; x < without.getWidth(); x++) {
                Color then = without.getPixelReader().getColor(x, y);
                Color now = with.getPixelReader().getColor(x, y);
                if (difference(then, now) < ROUNDING) {
                    continue;
                }
                boolean selectedRow = frame != null && near(now, accent);
                if (!outer.contains(x, y) || inner.getWidth() > 0 && inner.getHeight() > 0 && inner.contains(x, y) && !selectedRow) {
                    return "changes inside, at %d, %d from %s to %s:".formatted(x, y, then, now);
                }
                ringPixels += near(now, accent) ? 1 : 0;
            }
        }
        double whole = 2 * 2 * (ring.getWidth() + ring.getHeight());
        return ringPixels >= LEAST_RING * whole ? "" : "has %d of %.0f pixels of a ring:".formatted(ringPixels, whole);
    }

    private static Bounds inPicture(Bounds ring, Bounds node, double by) {
        double x = ring.getMinX() - node.getMinX() + 10;
        double y = ring.getMinY() - node.getMinY() + 10;
        return new BoundingBox(x - by, y - by, Math.max(-1, ring.getWidth() + 2 * by), Math.max(-1, ring.getHeight() + 2 * by));
    }

    private static boolean near(Color a, Color b) {
        return difference(a, b) < 0.3;
    }

    private static double difference(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed()) + Math.abs(a.getGreen() - b.getGreen()) + Math.abs(a.getBlue() - b.getBlue());
    }

    private static void focus(Parent root, Node node, boolean focused) {
        node.pseudoClassStateChanged(FOCUSED, focused);
        node.pseudoClassStateChanged(FOCUS_VISIBLE, focused);
        root.applyCss();
        root.layout();
    }

    private static WritableImage shot(Parent root, Bounds around) {
        SnapshotParameters part = new SnapshotParameters();
        part.setViewport(new Rectangle2D(Math.floor(around.getMinX()) - 10, Math.floor(around.getMinY()) - 10,
                Math.ceil(around.getWidth()) + 21, Math.ceil(around.getHeight()) + 21));
        return root.snapshot(part, null);
    }
}
