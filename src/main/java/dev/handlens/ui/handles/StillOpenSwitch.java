package dev.handlens.ui.handles;

import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Icons;
import java.util.function.Consumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;

/// Leaves handles that are closed out of the list, whether they were open before or came and went. It is an icon alone where there is no
/// room for its words.
final class StillOpenSwitch extends ToggleButton {
    static final String WORDS = "Still open only";
    /// Width of the pane from which on there is room for the words.
    private static final double WORDS_FROM = 640;
    private static final int ICON = 16;

    StillOpenSwitch(Consumer<Intent> intents) {
        super(WORDS, Icons.of(FluentUiRegularAL.FILTER_20, ICON));
        getStyleClass().add("still-open");
        setId("still-open");
        setAccessibleText(WORDS);
        Hint.on(this, "Leave out handles that are closed");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> intents.accept(new Intent.StillOpenOnly(isSelected())));
    }

    void show(boolean stillOpen) {
        setSelected(stillOpen);
    }

    /// @param width width of the pane in pixels
    void fit(double width) {
        setContentDisplay(width >= WORDS_FROM ? ContentDisplay.TEXT_ONLY : ContentDisplay.GRAPHIC_ONLY);
    }
}
