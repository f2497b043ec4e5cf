package bare;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;

/// Opens a window with one label, says when its first frame is drawn, in the same way as Handlens does, and closes.
public final class BareWindow {
    private BareWindow() {}

    public static void main(String[] args) {
        Platform.startup(BareWindow::open);
    }

    private static void open() {
        Stage stage = new Stage();
        Scene scene = new Scene(new StackPane(new Label("A window")), 1440, 900);
        stage.setScene(scene);
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                Platform.runLater(BareWindow::afterDrawing);
            }
        });
        stage.show();
    }

    private static void afterDrawing() {
        new Rectangle(1, 1).snapshot(null, null);
        Platform.runLater(() -> {
            System.out.println("first frame");
            Platform.exit();
        });
    }
}
