package dev.handlens.ui.timeline;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide words are; a canvas does not tell.
final class TextWidths {
    private TextWidths() {}

    /// Width in px.
    static double of(String text, Font font) {
        Text node = new Text(text);
        node.setFont(font);
        return node.getLayoutBounds().getWidth();
    }
}
