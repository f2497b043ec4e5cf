package dev.handlens.ui.handles;

import dev.handlens.lens.HandleField;
import dev.handlens.lens.HandleRow;
import dev.handlens.lens.HandleText;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.RowCell;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The name of an object; quieter where it has none. A long name loses its beginning, which it shares with its neighbours. A row for several
/// handles that came and went says so after the name, or at least how many they are where there is no room for more.
final class HandleNameCell extends Region implements RowCell<HandleRow> {
    private static final PseudoClass UNNAMED = PseudoClass.getPseudoClass("unnamed");
    private static final double GAP = 6;

    private final Label name = Labels.of("", "row-text", "handle-name");
    private final Label count = Labels.of("", "row-text", "fold-count");
    private final Label shortCount = Labels.of("", "row-text", "fold-count");
    private boolean fold;

    HandleNameCell() {
        Hint.whole(name);
        Hint.on(shortCount, count::getText);
        // They stay managed: a label that gets its font only now lays the cell out again.
        getChildren().addAll(name, count, shortCount);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(HandleRow row) {
        fold = row.isFold();
        name.setText(HandleText.of(HandleField.NAME, row));
        name.pseudoClassStateChanged(UNNAMED, row.name().isEmpty());
        count.setText(fold ? row.fold().words() : "");
        shortCount.setText(fold ? row.fold().times() : "");
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return name.prefWidth(-1) + (fold ? GAP + count.prefWidth(-1) : 0);
    }

    @Override
    protected void layoutChildren() {
        boolean room = computePrefWidth(-1) <= getWidth();
        Label counted = room ? count : shortCount;
        count.setVisible(fold && room);
        shortCount.setVisible(fold && !room);
        double right = fold ? Math.min(getWidth(), Math.ceil(counted.prefWidth(-1))) : 0;
        double left = fold ? Math.min(Math.ceil(name.prefWidth(-1)), Math.max(0, getWidth() - right - GAP)) : getWidth();
        name.resizeRelocate(0, 0, left, getHeight());
        counted.resizeRelocate(left + GAP, 0, right, getHeight());
    }
}
