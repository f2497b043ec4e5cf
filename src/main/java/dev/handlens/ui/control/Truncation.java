package dev.handlens.ui.control;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/// The whole of words that are cut short.
public final class Truncation {
    private Truncation() {}

    /// Lets a label show all its words in a tooltip while they do not fit.
    public static void explain(Label label) {
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(label.textProperty());
        label.textTruncatedProperty().addListener((_, _, truncated) -> label.setTooltip(truncated ? whole : null));
    }
}
