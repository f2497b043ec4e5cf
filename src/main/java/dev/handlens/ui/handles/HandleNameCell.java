package dev.handlens.ui.handles;

import dev.handlens.lens.HandleRow;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.RowCell;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// The name of an object; quieter where it has none. A long name loses its beginning, which it shares with its neighbours.
final class HandleNameCell implements RowCell<HandleRow> {
    private static final PseudoClass UNNAMED = PseudoClass.getPseudoClass("unnamed");

    private final Label label = Labels.of("", "row-text", "handle-name");

    HandleNameCell() {
        Hint.whole(label);
    }

    @Override
    public Node node() {
        return label;
    }

    @Override
    public void show(HandleRow row) {
        label.setText(HandleColumns.name(row));
        label.pseudoClassStateChanged(UNNAMED, row.name().isEmpty());
    }
}
