package dev.handlens.ui.findings;

import dev.handlens.ui.control.Labels;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Labels in a quiet column, values beside them.
final class FactGrid extends GridPane {
    private static final double LABEL_WIDTH = 82;
    private int rows;

    FactGrid() {
        getStyleClass().add("finding-facts");
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        getColumnConstraints().addAll(new ColumnConstraints(LABEL_WIDTH), values);
    }

    /// Adds a row.
    ///
    /// @param label may be empty, for another line of the value above
    /// @return the label of the row
    Label add(String label, Node value) {
        Label quiet = Labels.of(label, "mute");
        GridPane.setValignment(quiet, VPos.TOP);
        GridPane.setValignment(value, VPos.TOP);
        addRow(rows, quiet, value);
        rows++;
        return quiet;
    }

    /// Adds a row of words that may change.
    ///
    /// @param classes style classes of the words
    Words addWords(String label, String... classes) {
        Label value = Labels.of("", classes);
        value.setWrapText(true);
        value.setMinHeight(USE_PREF_SIZE);
        Label quiet = add(label, value);
        return new Words(quiet, value);
    }

    /// The words of a row; without words the row takes no room.
    record Words(Label label, Label value) {
        void show(String words) {
            value.setText(words);
            for (Label part : new Label[] {label, value}) {
                part.setVisible(!words.isEmpty());
                part.setManaged(!words.isEmpty());
            }
        }
    }
}
