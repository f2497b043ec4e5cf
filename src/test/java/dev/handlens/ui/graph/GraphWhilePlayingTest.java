package dev.handlens.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
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
            GraphWorld world = (GraphWorld) window.shell.lookup(".graph-viewport").lookupAll("*").stream()
                    .filter(GraphWorld.class::isInstance).findFirst().orElseThrow();
            window.refresh(A_REFRESH);
            for (int step = 1; step <= 3; step++) {
                window.refresh(219 * A_MILLI);
                window.wish(new Intent.StepBy(1));
                assertThat(world.isGliding()).as("step %s after 219 ms", step).isFalse();
            }
            return null;
        });
    }
}
