package dev.handlens.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.HandleKey;
import dev.handlens.lens.Selection;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.scenario.ScenarioReader;
import dev.handlens.ui.Intent;
import dev.handlens.ui.Session;
import dev.handlens.ui.properties.PropertiesPane;
import dev.handlens.ui.shell.Crank;
import dev.handlens.ui.shell.SampleHost;
import dev.handlens.ui.shell.Shell;
import dev.handlens.ui.shell.WindowPanes;
import dev.handlens.ui.theme.Fonts;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.animation.Animation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Draws the graph and the properties of the window while a run plays, and beside them the same positions paused. Refreshes are turned by
/// hand: no time passes but the test's.
@ExtendWith(ApplicationExtension.class)
class GraphWhilePlayingTest {
    private static final int FRAMES = 50;
    private static final long A_REFRESH = 16_700_000;
    private static final long A_MILLI = 1_000_000;

    /// A window whose refreshes are turned by the test.
    private static final class Window {
        private final WindowPanes panes = new WindowPanes(this::wish);
        private final Shell shell = new Shell(panes.slots(), new SampleHost(), this::wish);
        private final Session session;
        private final Crank crank;
        private long clock;
        private long now = A_REFRESH;

        Window(String scenario) {
            Fonts.load();
            Scene scene = new Scene(shell, 1440, 900);
            Theme.LIGHT.apply(scene, Tints.GREEN_RED);
            // A clock that goes on whenever it is read: how much is played in a refresh is the same on any machine.
            session = new Session(program(scenario), () -> clock += 5 * A_MILLI, Scenario.Opening.STANDARD);
            crank = new Crank(session, shell, () -> clock);
            panes.animate(crank::isCalm);
            crank.show();
            layOut(shell);
        }

        void wish(Intent wish) {
            session.carryOut(wish);
            crank.show();
            layOut(shell);
        }

        /// Turns refreshes until something new is shown.
        void playOn() {
            boolean shows = false;
            while (!shows) {
                if (!session.isPlaying()) {
                    session.carryOut(new Intent.TogglePlay());
                }
                shows = crank.turn(now += A_REFRESH);
            }
            layOut(shell);
        }

        void refresh(long nanos) {
            crank.turn(now += nanos);
            layOut(shell);
        }

        Region pane(String style) {
            return (Region) shell.lookup(style);
        }
    }

    private static Program program(String scenario) {
        try {
            return Program.of(ScenarioReader.read(Path.of("scenarios", scenario + ".yaml")));
        } catch (ScenarioException broken) {
            throw new AssertionError(broken);
        }
    }

    private static void layOut(Parent root) {
        root.applyCss();
        root.layout();
    }

    private static IntBuffer pixels(Node node) {
        WritableImage image = node.snapshot(null, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return IntBuffer.wrap(pixels);
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(300_000, work);
    }

    @ParameterizedTest
    @CsvSource({
        "event-leak, 1", "event-leak, 10", "event-leak, 100", "event-leak, Infinity",
        "svchost, 1", "svchost, 10", "svchost, 100", "svchost, Infinity",
        "makefred-bug, 1", "makefred-bug, 10", "makefred-bug, 100", "makefred-bug, Infinity",
        "recycled, 1", "recycled, 10", "recycled, 100", "recycled, Infinity",
        "inherit, 1", "inherit, 10", "inherit, 100", "inherit, Infinity"
    })
    void eachFrameWhilePlayingIsTheOneDrawnPausedAtThatPosition(String scenario, double speed) {
        onFx(() -> {
            Window playing = new Window(scenario);
            playing.session.carryOut(new Intent.SetSpeed(speed));
            Session paused = new Session(program(scenario), () -> 0, Scenario.Opening.STANDARD);
            GraphPane graph = new GraphPane(_ -> {});
            PropertiesPane properties = new PropertiesPane(_ -> {});
            Region pane = playing.pane(".graph-pane");
            Region facts = playing.pane(".properties-pane");
            StackPane still = scene(graph, pane);
            StackPane stillFacts = scene(properties, facts);
            graph.show(paused.frame().graph());
            layOut(still);
            for (int frame = 0; frame < FRAMES; frame++) {
                playing.playOn();
                long position = playing.session.timeline().position();
                paused.carryOut(new Intent.SeekTo(position));
                graph.show(paused.frame().graph());
                properties.show(paused.frame().properties());
                layOut(still);
                layOut(stillFacts);
                assertThat(pixels(pane).equals(pixels(graph))).as("graph of frame %s, at step %s", frame, position).isTrue();
                assertThat(pixels(facts).equals(pixels(properties))).as("properties of frame %s, at step %s", frame, position).isTrue();
            }
            return null;
        });
    }

    /// A scene for a pane that is as large as another one.
    private static StackPane scene(Region pane, Region like) {
        StackPane root = new StackPane(pane);
        Scene scene = new Scene(root, like.getWidth(), like.getHeight());
        Theme.LIGHT.apply(scene, Tints.GREEN_RED);
        return root;
    }

    @Test
    void stepsThatComeFasterThanTheGlideStartNone() {
        onFx(() -> {
            Window window = new Window("makefred-bug");
            for (int step = 1; step <= 9; step++) {
                window.refresh(219 * A_MILLI);
                window.wish(new Intent.StepBy(1));
                assertThat(world(window).gliding()).as("step %s, 219 ms after the one before", step).isNull();
            }
            return null;
        });
    }

    @Test
    void edgesStayWithTheirNodesWhileTheseGlideAfterASlowStepByHand() {
        onFx(() -> {
            Window window = new Window("makefred-bug");
            int glides = 0;
            for (int step = 1; step <= 9; step++) {
                window.refresh(220 * A_MILLI);
                window.wish(new Intent.StepBy(1));
                Animation glide = world(window).gliding();
                assertEdgesWhole(world(window));
                for (double millis = 20; glide != null && millis < Glide.MILLIS; millis += 40) {
                    glide.jumpTo(Duration.millis(millis));
                    assertEdgesWhole(world(window));
                }
                glides += glide == null ? 0 : 1;
            }
            assertThat(glides).isGreaterThan(1);
            return null;
        });
    }

    @Test
    void aGlideThatTheNextStepInterruptsLeavesEverythingInItsPlace() {
        onFx(() -> {
            Window window = new Window("makefred-bug");
            Window still = new Window("makefred-bug");
            for (int step = 1; step <= 9; step++) {
                window.refresh((step % 2 == 0 ? 50 : 500) * A_MILLI);
                window.wish(new Intent.StepBy(1));
                still.wish(new Intent.StepBy(1));
            }
            window.refresh(10 * A_MILLI);
            window.wish(new Intent.StepBy(-1));
            still.wish(new Intent.StepBy(-1));
            assertThat(pixels(window.pane(".graph-pane")).equals(pixels(still.pane(".graph-pane")))).isTrue();
            return null;
        });
    }

    @Test
    void whatIsSelectedStaysTheSubjectWhileARunPlays() {
        onFx(() -> {
            Window window = new Window("event-leak");
            window.wish(new Intent.SeekTo(184));
            Selection selected = new Selection.OfHandle(new HandleKey(1844, 0x14, 1));
            window.wish(new Intent.Select(selected));
            for (int frame = 0; frame < FRAMES; frame++) {
                window.playOn();
                assertThat(window.session.view().selection()).isEqualTo(selected);
                assertThat(texts(window.pane(".properties-pane"))).contains("Key", "\\REGISTRY\\MACHINE\\SYSTEM", "Handle 0x14");
                assertThat(texts(window.pane(".graph-pane"))).contains("0x14").doesNotContain("0x20");
            }
            return null;
        });
    }

    @Test
    void theGraphOfALeakStaysInSightWhileItPlays() {
        onFx(() -> {
            Window window = new Window("event-leak");
            int tooHigh = 0;
            for (int frame = 0; frame < 400; frame++) {
                window.playOn();
                Viewport viewport = (Viewport) window.shell.lookup(".graph-viewport");
                boolean fits = world(window).extent().getHeight() * Viewport.SMALLEST_LEGIBLE <= viewport.getHeight() - 2 * Viewport.MARGIN;
                for (NodeView node : fits ? world(window).nodes().values() : List.<NodeView>of()) {
                    assertThat(viewport.localToScene(viewport.getLayoutBounds()).contains(node.localToScene(node.getLayoutBounds())))
                            .as("%s at step %s", node.getId(), window.session.timeline().position()).isTrue();
                }
                tooHigh += fits ? 0 : 1;
                assertEdgesWhole(world(window));
            }
            assertThat(tooHigh).as("frames whose graph is higher than its pane").isLessThan(20);
            return null;
        });
    }

    private static GraphWorld world(Window window) {
        return (GraphWorld) window.shell.lookupAll("*").stream().filter(GraphWorld.class::isInstance).findFirst().orElseThrow();
    }

    private static List<String> texts(Node pane) {
        return pane.lookupAll("*").stream().filter(Text.class::isInstance).map(node -> ((Text) node).getText()).toList();
    }

    /// Each edge begins and ends at the border of a node.
    private static void assertEdgesWhole(GraphWorld world) {
        Set<Node> curves = world.lookupAll(".graph-edge");
        assertThat(curves).isNotEmpty();
        for (Node curve : curves) {
            double[] numbers = Arrays.stream(((SVGPath) curve).getContent().split("[^-0-9.]+")).filter(word -> !word.isEmpty())
                    .mapToDouble(Double::parseDouble).toArray();
            assertThat(numbers.length).isGreaterThanOrEqualTo(4);
            assertAtABorder(world, numbers[0], numbers[1]);
            assertAtABorder(world, numbers[numbers.length - 2], numbers[numbers.length - 1]);
        }
    }

    private static void assertAtABorder(GraphWorld world, double x, double y) {
        assertThat(world.nodes().values()).as("a node at %s, %s", x, y).anySatisfy(node -> {
            double right = node.getLayoutX() + node.getWidth();
            double bottom = node.getLayoutY() + node.getHeight();
            assertThat(x).isBetween(node.getLayoutX() - 1, right + 2 * NodeView.CARD_STEP + 1);
            assertThat(y).isBetween(node.getLayoutY() - 1, bottom + 1);
        });
    }
}
