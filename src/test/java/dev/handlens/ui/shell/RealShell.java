package dev.handlens.ui.shell;

import dev.handlens.lens.Frame;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.scenario.ScenarioReader;
import dev.handlens.ui.Intent;
import dev.handlens.ui.PaneShots;
import dev.handlens.ui.Session;
import dev.handlens.ui.theme.Fonts;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.testfx.util.WaitForAsyncUtils;

/// The whole window's content with the panes of the program, at a moment of a scenario file, in any size. Used on the JavaFX thread.
final class RealShell {
    private static final Map<String, Frame> FRAMES = new HashMap<>();

    final Shell shell;
    private final StackPane around;
    private Frame frame;

    /// @param frame the moment, as [#frame] makes it
    RealShell(Frame frame, double width, double height) {
        shell = shell(frame);
        around = new StackPane(shell);
        Theme.LIGHT.apply(new Scene(around, width, height), Tints.GREEN_RED);
        show(frame);
    }

    /// Makes the content of a window without a scene, for pictures.
    static Shell shell(Frame frame) {
        Fonts.load();
        Shell shell = new Shell(new WindowPanes(_ -> {}).slots(), new SampleShell(), _ -> {});
        shell.showLook(Theme.LIGHT, Tints.GREEN_RED);
        shell.show(frame, new Playback(false, 1, false));
        return shell;
    }

    /// Runs a scenario file to a position; one beyond its end means the end.
    static Frame frame(String scenario, long position) {
        return FRAMES.computeIfAbsent(scenario + " " + position, _ -> run(scenario, position));
    }

    private static Frame run(String scenario, long position) {
        try {
            Program program = Program.of(ScenarioReader.read(Path.of("scenarios", scenario + ".yaml")));
            Session session = new Session(program, () -> 0, Scenario.Opening.STANDARD);
            session.carryOut(new Intent.SeekTo(Math.min(position, program.length())));
            return session.frame();
        } catch (ScenarioException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// Does something on the JavaFX thread.
    static void onFx(Runnable work) {
        PaneShots.startToolkit();
        WaitForAsyncUtils.waitForAsyncFx(120_000, work);
    }

    void show(Frame next) {
        frame = next;
        layout();
    }

    /// Lays out as a window does: some controls know their size only after the first time.
    void layout() {
        for (int round = 0; round < 3; round++) {
            shell.show(frame, new Playback(false, 1, false));
            around.applyCss();
            around.layout();
        }
    }

    void resize(double width, double height) {
        around.resize(width, height);
        layout();
    }

    Node find(String selector) {
        return shell.lookup(selector);
    }

    static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
