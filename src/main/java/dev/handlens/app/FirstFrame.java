package dev.handlens.app;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.shape.Rectangle;

/// The moment when all of a scene has been drawn for the first time, or anew.
final class FirstFrame {
    private FirstFrame() {}

    /// Does something after the next time that the scene was laid out and drawn. On the JavaFX thread.
    static void then(Scene scene, Runnable action) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                Platform.runLater(() -> afterDrawing(action));
            }
        });
        Platform.requestNextPulse();
    }

    /// The thread that draws takes its work in order: when it has drawn a little square, the frame before it is drawn too, and what it
    /// sends to the screen is in the queue of this thread.
    private static void afterDrawing(Runnable action) {
        new Rectangle(1, 1).snapshot(null, null);
        Platform.runLater(action);
    }
}
