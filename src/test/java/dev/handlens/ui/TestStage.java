package dev.handlens.ui;

import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The stage that TestFX hands to every test. It is one for all of them and stays as large as a test left it, even filling the
/// screen, so each test says its own size.
public final class TestStage {
    private TestStage() {}

    /// Shows something.
    ///
    /// @param width px, at most 1000: the headless screen is no larger
    /// @param height px, at most 1000
    public static void show(Stage stage, Parent root, double width, double height, Theme theme) {
        Scene scene = new Scene(root, width, height);
        theme.apply(scene, Tints.GREEN_RED);
        show(stage, scene);
    }

    /// Shows a scene in its own size.
    public static void show(Stage stage, Scene scene) {
        show(stage, scene, scene.getWidth(), scene.getHeight());
    }

    /// Shows a scene in a size of the test's.
    public static void show(Stage stage, Scene scene, double width, double height) {
        stage.setFullScreen(false);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
    }
}