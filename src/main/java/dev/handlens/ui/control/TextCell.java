package dev.handlens.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// A cell that is words or a number.
///
/// @param <R> a row
public final class TextCell<R> implements RowCell<R> {
    private final Label label = new Label();
    private final RowColumn<R> column;

    /// @param column what to say, and in which type
    public TextCell(RowColumn<R> column) {
        this.column = column;
        label.getStyleClass().setAll("label", "row-text", column.kind().styleClass());
        Hint.whole(label);
        label.setAlignment(column.kind() == CellKind.GLYPH ? Pos.CENTER : column.right() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    }

    @Override
    public Node node() {
        return label;
    }

    @Override
    public void show(R row) {
        label.setText(column.text().apply(row));
    }
}
