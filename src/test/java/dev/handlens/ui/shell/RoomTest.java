package dev.handlens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;

/// What is left of words in a small window: captions stand whole and still, and no text lies on another.
class RoomTest {
    /// What is left of the smallest window inside its frame.
    private static final double LEAST_WIDTH = 958;
    private static final double LEAST_HEIGHT = 575;
    private static final double TOUCHING = 2;

    @Test
    void captionsOfTabsAreWholeAndStandStillWhicheverIsChosen() {
        RealShell.onFx(() -> {
            RealShell real = new RealShell(RealShell.frame("event-leak", 5603), LEAST_WIDTH, LEAST_HEIGHT);
            for (int width = (int) LEAST_WIDTH; width <= 1920; width += 37) {
                real.resize(width, 800);
                Map<String, Double> right = null;
                for (boolean findings : new boolean[] {false, true}) {
                    real.shell.showFindings(findings);
                    real.layout();
                    right = same(right, tabs(real.find("#why")), width);
                }
                Map<String, Double> lower = null;
                for (int place = 0; place < 3; place++) {
                    real.shell.showLowerPane(place);
                    real.layout();
                    lower = same(lower, tabs(real.shell.lookup(".desk")), width);
                }
            }
        });
    }

    private static Map<String, Double> same(Map<String, Double> before, Map<String, Double> now, int width) {
        assertThat(now).as("at a width of %d", width).isNotEmpty();
        if (before != null) {
            assertThat(now).as("at a width of %d", width).isEqualTo(before);
        }
        return now;
    }

    /// Left edges of the captions, each of which is whole.
    private static Map<String, Double> tabs(Node within) {
        Map<String, Double> tabs = new LinkedHashMap<>();
        for (Node tab : within.lookupAll(".pane-tab")) {
            String caption = ((Labeled) tab).getText();
            assertThat(((Text) tab.lookup(".text")).getText()).isEqualTo(caption);
            tabs.put(caption, RealShell.bounds(tab).getMinX());
        }
        return tabs;
    }

    @Test
    void noTextLiesOnAnotherInTheSmallestWindow() {
        RealShell.onFx(() -> {
            for (Frame frame : List.of(RealShell.frame("event-leak", 5603), RealShell.frame("makefred-bug", 9),
                    RealShell.frame("inverted-call-exit", 5), RealShell.frame("cmd-cd", Long.MAX_VALUE),
                    RealShell.frame("svchost", Long.MAX_VALUE), RealShell.frame("testlimit-x86", 200_000))) {
                checkTexts(frame, LEAST_WIDTH, LEAST_HEIGHT);
            }
        });
    }

    @Test
    void noTextLiesOnAnotherWithElevenMillionHandles() {
        RealShell.onFx(() -> {
            Frame frame = RealShell.frame("testlimit-x64", 11_000_000);
            checkTexts(frame, LEAST_WIDTH, LEAST_HEIGHT);
            checkTexts(frame, 1100, 700);
        });
    }

    private static void checkTexts(Frame frame, double width, double height) {
        RealShell real = new RealShell(frame, width, height);
        for (boolean findings : new boolean[] {false, true}) {
            for (int place = 0; place < 3; place++) {
                real.shell.showFindings(findings);
                real.shell.showLowerPane(place);
                real.layout();
                assertThat(overlaps(real.shell))
                        .as("%s, %.0f × %.0f, lower pane %d, findings %s", frame.title(), width, height, place, findings).isEmpty();
            }
        }
    }

    @Test
    void factsOfTheStatusBarAreWholeOrAbsent() {
        RealShell.onFx(() -> {
            RealShell real = new RealShell(RealShell.frame("testlimit-x86", 200_000), LEAST_WIDTH, LEAST_HEIGHT);
            for (int width = 500; width <= 1920; width += 20) {
                real.resize(width, LEAST_HEIGHT);
                for (Node node : real.find(".status-bar").lookupAll(".label")) {
                    if (isShown(node)) {
                        Labeled label = (Labeled) node;
                        assertThat(((Text) label.lookup(".text")).getText()).as("at a width of %d", width).isEqualTo(label.getText());
                    }
                }
            }
        });
    }

    @Test
    void aToastLeavesTheTimelineFree() {
        RealShell.onFx(() -> {
            for (double height : new double[] {LEAST_HEIGHT, 900}) {
                RealShell real = new RealShell(RealShell.frame("makefred-bug", 9), 1280, height);
                real.shell.say("The run is saved as changed.handlens.yaml.");
                real.layout();
                assertThat(RealShell.bounds(real.find(".toast")).getMaxY())
                        .isLessThanOrEqualTo(RealShell.bounds(real.find(".timeline")).getMinY());
            }
        });
    }

    @Test
    void closedHasTheSameSignInTheListAndTheGraph() {
        RealShell.onFx(() -> {
            RealShell real = new RealShell(RealShell.frame("makefred-bug", 9), 1440, 900);
            Labeled inGraph = sign(real.find(".graph-pane"), ".sign");
            Labeled inList = sign(real.find(".handles-pane"), ".glyph");
            assertThat(inGraph.getFont().getName()).isEqualTo(inList.getFont().getName());
        });
    }

    private static Labeled sign(Node within, String selector) {
        return within.lookupAll(selector).stream().filter(RoomTest::isShown).map(Labeled.class::cast)
                .filter(label -> label.getText().equals("\u2212")).findFirst().orElseThrow();
    }

    private static List<String> overlaps(Parent root) {
        List<String> texts = new ArrayList<>();
        List<Bounds> seen = new ArrayList<>();
        collect(root, RealShell.bounds(root), texts, seen);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                Bounds common = intersection(seen.get(i), seen.get(j));
                if (common.getWidth() > TOUCHING && common.getHeight() > TOUCHING) {
                    found.add("\"%s\" over \"%s\"".formatted(texts.get(i), texts.get(j)));
                }
            }
        }
        return found;
    }

    private static void collect(Node node, Bounds clip, List<String> texts, List<Bounds> seen) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        Bounds within = node.getClip() == null ? clip : intersection(clip, node.localToScene(node.getClip().getBoundsInParent()));
        if (node instanceof Text text && !text.getText().isBlank()) {
            add(text.getText(), intersection(within, RealShell.bounds(text)), texts, seen);
        } else if (node instanceof TextFlow flow && !flow.getChildren().isEmpty()) {
            // The parts of a flow follow each other; the box of one that wraps holds the next one.
            Bounds all = RealShell.bounds(flow.getChildren().getFirst());
            StringBuilder words = new StringBuilder();
            for (Node part : flow.getChildren()) {
                all = union(all, RealShell.bounds(part));
                words.append(part instanceof Text text ? text.getText() : "");
            }
            add(words.toString(), intersection(within, all), texts, seen);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, within, texts, seen));
        }
    }

    private static void add(String words, Bounds bounds, List<String> texts, List<Bounds> seen) {
        if (bounds.getWidth() > 0 && bounds.getHeight() > 0) {
            texts.add(words);
            seen.add(bounds);
        }
    }

    private static Bounds union(Bounds a, Bounds b) {
        double x = Math.min(a.getMinX(), b.getMinX());
        double y = Math.min(a.getMinY(), b.getMinY());
        return new BoundingBox(x, y, Math.max(a.getMaxX(), b.getMaxX()) - x, Math.max(a.getMaxY(), b.getMaxY()) - y);
    }

    private static Bounds intersection(Bounds a, Bounds b) {
        double x = Math.max(a.getMinX(), b.getMinX());
        double y = Math.max(a.getMinY(), b.getMinY());
        double width = Math.min(a.getMaxX(), b.getMaxX()) - x;
        double height = Math.min(a.getMaxY(), b.getMaxY()) - y;
        return new BoundingBox(x, y, Math.max(0, width), Math.max(0, height));
    }

    private static boolean isShown(Node node) {
        return node == null || node.isVisible() && isShown(node.getParent());
    }
}
