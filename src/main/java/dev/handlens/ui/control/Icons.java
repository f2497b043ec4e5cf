package dev.handlens.ui.control;

import javafx.scene.control.Button;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons, and buttons that are only an icon.
public final class Icons {
    private Icons() {}

    /// An icon in the colour of the style sheets.
    ///
    /// @param size px, 11 to 24; set by a style class, because the theme's style sheet outdoes the icon's own setter
    public static FontIcon of(Ikon ikon, int size) {
        FontIcon icon = new FontIcon(ikon);
        icon.getStyleClass().add("icon-" + size);
        return icon;
    }

    /// A button that is only its icon.
    ///
    /// @param words what it does, for the tooltip and for screen readers
    /// @param action what it does
    public static Button button(Ikon ikon, int size, String words, Runnable action) {
        Button button = new Button();
        button.setGraphic(of(ikon, size));
        button.getStyleClass().add("icon");
        Hint.on(button, words);
        button.setAccessibleText(words);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
