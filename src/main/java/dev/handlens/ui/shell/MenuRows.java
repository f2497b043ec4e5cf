package dev.handlens.ui.shell;

import dev.handlens.ui.control.Labels;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Rows of menus with quieter words at their right end. Keys are shown as such words rather than as accelerators: an accelerator would take
/// Space and the arrows from text fields.
final class MenuRows {
    private static final double WIDTH = 300;
    private static final double WIDE = 400;

    private MenuRows() {}

    /// A row that does something.
    ///
    /// @param remark quieter words at the right; may be empty
    static MenuItem row(String words, String remark, Runnable action) {
        return row(words(words, remark), action);
    }

    /// The words of a row, which can change.
    record Words(HBox node, Label label) {
        void set(String text) {
            label.setText(text);
        }
    }

    /// Makes the words of a row.
    ///
    /// @param remark quieter words at the right; may be empty
    static Words words(String words, String remark) {
        return words(words, remark, WIDTH);
    }

    /// A row with words that can change.
    static MenuItem row(Words words, Runnable action) {
        CustomMenuItem item = new CustomMenuItem(words.node());
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// A row with room for the title of a scenario.
    ///
    /// @param remark quieter words at the right; may be empty
    static MenuItem wideRow(String words, String remark, Runnable action) {
        return row(words(words, remark, WIDE), action);
    }

    private static Words words(String words, String remark, double width) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label quiet = Labels.of(remark, "faint", "small");
        quiet.setMinWidth(Region.USE_PREF_SIZE);
        Label label = Labels.of(words);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(24, label, gap, quiet);
        row.getStyleClass().add("menu-row");
        // Larger type makes a row wider than this.
        row.setMinWidth(width);
        return new Words(row, label);
    }

    /// A heading.
    static MenuItem heading(String words) {
        CustomMenuItem item = new CustomMenuItem(Labels.of(words, "mute", "small", "medium"));
        item.setHideOnClick(false);
        item.setDisable(true);
        item.getStyleClass().add("menu-heading");
        return item;
    }
}
