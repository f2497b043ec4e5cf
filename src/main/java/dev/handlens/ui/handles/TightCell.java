package dev.handlens.ui.handles;

import dev.handlens.lens.HandleRow;
import dev.handlens.ui.control.RowCell;
import dev.handlens.ui.control.RowColumn;
import dev.handlens.ui.control.TextCell;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/// A number that gets long in a long run. It is set smaller then: a number cut short is a wrong number.
final class TightCell implements RowCell<HandleRow> {
    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
    /// Characters that fit in the usual size.
    private static final int USUAL = 7;

    private final RowColumn<HandleRow> column;
    private final TextCell<HandleRow> text;

    TightCell(RowColumn<HandleRow> column) {
        this.column = column;
        text = new TextCell<>(column);
    }

    @Override
    public Node node() {
        return text.node();
    }

    @Override
    public void show(HandleRow row) {
        text.show(row);
        text.node().pseudoClassStateChanged(LONG, column.text().apply(row).length() > USUAL);
    }
}
