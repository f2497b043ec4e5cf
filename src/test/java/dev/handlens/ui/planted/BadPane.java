package dev.handlens.ui.planted;

import dev.handlens.app.Main;
import dev.handlens.kernel.Kernel;
import dev.handlens.ui.plantedtoo.OtherPane;
import javafx.application.Platform;

/// Breaks the rules of panes on purpose, so that a test can see them caught.
public final class BadPane {
    final OtherPane other = new OtherPane();
    Kernel kernel;

    public void show() {
        Platform.runLater(other::refresh);
        System.out.println("shown");
        Main.main(new String[0]);
    }
}
