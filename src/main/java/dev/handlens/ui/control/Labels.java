package dev.handlens.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Labels with their style classes. The classes are the tiers of `controls.css` and `panes.css`: `mute`, `faint`, `strong`, `mono`,
/// `small`, `opened`, `closed`, `warned`, `chip`.
public final class Labels {
    private Labels() {}

    /// A label.
    ///
    /// @param text what it says
    /// @param classes style classes
    public static Label of(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }

    /// A count in a coloured chip, such as `+2 opened`; never cut off.
    ///
    /// @param text what it says
    /// @param meaning `opened`, `closed`, `warned`, or empty for grey
    public static Label chip(String text, String meaning) {
        Label label = of(text, "chip");
        if (!meaning.isEmpty()) {
            label.getStyleClass().add(meaning);
        }
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
