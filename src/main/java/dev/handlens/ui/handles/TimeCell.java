package dev.handlens.ui.handles;

import dev.handlens.lens.HandleRow;
import dev.handlens.ui.control.RowCell;
import dev.handlens.ui.control.RowColumn;
import javafx.scene.Node;

/// When a handle was opened. It is not struck through on a closed row: the time stays true.
final class TimeCell implements RowCell<HandleRow> {
    private final TightCell text;

    TimeCell(RowColumn<HandleRow> column) {
        text = new TightCell(column);
        text.node().getStyleClass().add("time");
    }

    @Override
    public Node node() {
        return text.node();
    }

    @Override
    public void show(HandleRow row) {
        text.show(row);
    }
}
