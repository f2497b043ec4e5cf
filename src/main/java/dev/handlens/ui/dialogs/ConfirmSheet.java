package dev.handlens.ui.dialogs;

import dev.handlens.ui.control.Labels;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// A question before something is done.
public final class ConfirmSheet extends Sheet {
    /// The sheet.
    ///
    /// @param question short question, such as `End fred.exe?`
    /// @param consequence what will happen, in a sentence
    /// @param yes word on the button that does it
    /// @param action what it does
    public ConfirmSheet(String question, String consequence, String yes, Runnable action) {
        super(question, content(consequence), 440);
        addButton("Cancel", false, () -> {});
        addButton(yes, true, action);
    }

    private static StackPane content(String consequence) {
        Label label = Labels.of(consequence, "mute");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        StackPane pane = new StackPane(label);
        pane.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        return pane;
    }
}
