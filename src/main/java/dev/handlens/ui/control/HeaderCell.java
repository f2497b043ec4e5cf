package dev.handlens.ui.control;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;

/// The heading of one column, with the arrow that says how the table is sorted by it.
///
/// @param <R> a row
final class HeaderCell<R> extends Label {
    private final RowColumn<R> column;

    HeaderCell(RowColumn<R> column) {
        super(column.title());
        this.column = column;
        getStyleClass().add("row-heading");
        setAlignment(column.right() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TABLE_COLUMN);
        setMouseTransparent(true);
    }

    RowColumn<R> column() {
        return column;
    }

    /// Shows the place of the column in the order: an arrow, and a number where several columns take part.
    void sorted(List<SortKey> order) {
        String sign = "";
        String spoken = column.title();
        for (int i = 0; i < order.size(); i++) {
            SortKey key = order.get(i);
            if (key.column().equals(column.id())) {
                sign = (key.ascending() ? "\u2191" : "\u2193") + (order.size() > 1 ? i + 1 : "");
                spoken = column.title() + ", sorted, " + (key.ascending() ? "smallest first" : "largest first");
            }
        }
        String gap = sign.isEmpty() ? "" : "\u00a0";
        setText(column.right() ? sign + gap + column.title() : column.title() + gap + sign);
        setAccessibleText(spoken);
    }
}
