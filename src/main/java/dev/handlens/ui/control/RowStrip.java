package dev.handlens.ui.control;

import dev.handlens.lens.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// One line on screen. It shows now this row, now that one.
///
/// @param <R> a row
final class RowStrip<R> extends Region {
    private static final PseudoClass OPENED = PseudoClass.getPseudoClass("opened");
    private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");
    private static final PseudoClass FLASHED = PseudoClass.getPseudoClass("flashed");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double EDGE_BAR = 3;

    private final RowTraits<R> traits;
    private final Region edgeBar = new Region();
    private final List<RowCell<R>> cells = new ArrayList<>();
    private List<RowColumns.Placed<R>> placed = List.of();
    private Object key;
    private int index;

    /// @param columns columns to draw, from left to right
    RowStrip(RowTraits<R> traits, List<RowColumn<R>> columns) {
        this.traits = traits;
        getStyleClass().add("row-strip");
        setAccessibleRole(AccessibleRole.TABLE_ROW);
        edgeBar.getStyleClass().add("edge-bar");
        getChildren().add(edgeBar);
        for (RowColumn<R> column : columns) {
            RowCell<R> cell = column.cell().apply(column);
            cells.add(cell);
            getChildren().add(cell.node());
        }
        // What is unmanaged lays itself out alone: a changed word does not make the whole window measure itself again.
        getChildren().forEach(child -> child.setManaged(false));
        setManaged(false);
    }

    void place(List<RowColumns.Placed<R>> columns) {
        if (!placed.equals(columns)) {
            placed = columns;
            requestLayout();
        }
    }

    void show(R row, Object rowKey, int rowIndex, boolean selected) {
        key = rowKey;
        index = rowIndex;
        cells.forEach(cell -> cell.show(row));
        Change change = traits.change().apply(row);
        pseudoClassStateChanged(OPENED, change == Change.OPENED);
        pseudoClassStateChanged(CLOSED, change == Change.CLOSED);
        pseudoClassStateChanged(FLASHED, change == Change.FLASHED);
        for (Map.Entry<PseudoClass, Predicate<R>> mark : traits.marks().entrySet()) {
            pseudoClassStateChanged(mark.getKey(), mark.getValue().test(row));
        }
        pseudoClassStateChanged(SELECTED, selected);
        setAccessibleText(traits.spoken().apply(row));
    }

    Object key() {
        return key;
    }

    int index() {
        return index;
    }

    RowCell<R> cell(int column) {
        return cells.get(column);
    }

    @Override
    protected void layoutChildren() {
        edgeBar.resizeRelocate(0, 0, EDGE_BAR, getHeight());
        for (int i = 0; i < cells.size(); i++) {
            RowColumns.Placed<R> place = placed.get(i);
            cells.get(i).node().resizeRelocate(place.innerX(), 0, place.innerWidth(), getHeight() - 1);
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case INDEX -> index;
            case SELECTED -> getPseudoClassStates().contains(SELECTED);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
