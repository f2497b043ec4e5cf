package dev.handlens.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/// Waits until a window that was just opened has its size.
final class DrawnWindow {
    private DrawnWindow() {}

    /// Waits for two refreshes of the screen. A window takes its size with the next one, and its panes theirs with the one after that; until
    /// then a list has the columns, and a pane the place, of the size before.
    static void await(Stage stage, FxRobot robot) throws Exception {
        for (int refresh = 0; refresh < 2; refresh++) {
            CompletableFuture<Void> drawn = new CompletableFuture<>();
            robot.interact(() -> FirstFrame.then(stage.getScene(), () -> drawn.complete(null)));
            drawn.get(20, TimeUnit.SECONDS);
        }
    }
}
