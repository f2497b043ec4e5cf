package dev.handlens.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// The headings of a table: a click sorts, a drag at an edge widens, a drag elsewhere moves, the right button chooses columns.
///
/// @param <R> a row
final class RowHeader<R> extends Region {
    private static final double GRIP = 5;
    private static final double DRAG_STARTS = 6;

    private final RowColumns<R> columns;
    private final BiConsumer<RowColumn<R>, Boolean> onSort;
    private final Consumer<RowColumn<R>> onFit;
    private final Runnable onArranged;
    private final Region dropMark = new Region();
    private List<HeaderCell<R>> cells = List.of();
    private List<SortKey> order = List.of();
    private ContextMenu menu = new ContextMenu();
    private Drag<R> drag = new Drag.None<>();

    private sealed interface Drag<R> {
        record None<R>() implements Drag<R> {}

        record Pressed<R>(RowColumns.Placed<R> place, double startX) implements Drag<R> {}

        record Widening<R>(RowColumns.Placed<R> place, double startX) implements Drag<R> {}

        record Moving<R>(RowColumns.Placed<R> place) implements Drag<R> {}
    }

    /// @param columns the columns, which drags rearrange
    /// @param onSort told which heading was clicked, and whether with Shift
    /// @param onFit told which column is to be as wide as its words
    /// @param onArranged told when the columns are arranged anew
    RowHeader(RowColumns<R> columns, BiConsumer<RowColumn<R>, Boolean> onSort, Consumer<RowColumn<R>> onFit, Runnable onArranged) {
        this.columns = columns;
        this.onSort = onSort;
        this.onFit = onFit;
        this.onArranged = onArranged;
        getStyleClass().add("row-header");
        dropMark.getStyleClass().add("drop-mark");
        dropMark.setManaged(false);
        dropMark.setVisible(false);
        setOnMouseMoved(event -> setCursor(gripAt(event.getX()) == null ? Cursor.DEFAULT : Cursor.H_RESIZE));
        setOnMousePressed(this::pressed);
        setOnMouseDragged(event -> dragged(event.getX()));
        setOnMouseReleased(this::released);
        setOnContextMenuRequested(event -> {
            menu.hide();
            menu = new ColumnMenu<>(columns, columnAt(event.getX()), onFit, onArranged).contextMenu();
            menu.show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    void sorted(List<SortKey> keys) {
        order = keys;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        List<RowColumns.Placed<R>> placed = columns.placed();
        if (!cells.stream().map(HeaderCell::column).toList().equals(placed.stream().map(RowColumns.Placed::column).toList())) {
            cells = placed.stream().map(place -> new HeaderCell<>(place.column())).toList();
            List<Region> children = new ArrayList<>(cells);
            children.add(dropMark);
            getChildren().setAll(children);
        }
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).sorted(order);
            RowColumns.Placed<R> place = placed.get(i);
            // A heading with its arrow may need more room than what stands below: it has the gap to the next column too.
            double gap = place.column().right() ? 0 : place.after();
            cells.get(i).resizeRelocate(place.innerX(), 0, place.innerWidth() + gap, getHeight());
        }
    }

    private void pressed(MouseEvent event) {
        menu.hide();
        drag = new Drag.None<>();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        RowColumns.Placed<R> grip = gripAt(event.getX());
        if (grip != null && event.getClickCount() == 2) {
            onFit.accept(grip.column());
        } else if (grip != null) {
            drag = new Drag.Widening<>(grip, event.getX());
        } else {
            columns.placed().stream().filter(place -> covers(place, event.getX()) && !place.column().fixed()).findFirst()
                    .ifPresent(place -> drag = new Drag.Pressed<>(place, event.getX()));
        }
    }

    private void dragged(double x) {
        switch (drag) {
            case Drag.Widening<R>(RowColumns.Placed<R> place, double startX) -> {
                columns.setWidth(place.column().id(), place.width() + x - startX);
                onArranged.run();
            }
            case Drag.Pressed<R>(RowColumns.Placed<R> place, double startX) -> {
                if (Math.abs(x - startX) > DRAG_STARTS) {
                    drag = new Drag.Moving<>(place);
                    dragged(x);
                }
            }
            case Drag.Moving<R> _ -> {
                dropMark.setVisible(true);
                dropMark.resizeRelocate(Math.max(0, dropX(x) - 1), 0, 2, getHeight());
            }
            case Drag.None<R> _ -> {}
        }
    }

    private void released(MouseEvent event) {
        switch (drag) {
            case Drag.Pressed<R>(RowColumns.Placed<R> place, double _) -> onSort.accept(place.column(), event.isShiftDown());
            case Drag.Moving<R>(RowColumns.Placed<R> place) -> {
                columns.move(place.column().id(), columnFollowing(event.getX()));
                onArranged.run();
            }
            case Drag.Widening<R> _, Drag.None<R> _ -> {}
        }
        dropMark.setVisible(false);
        drag = new Drag.None<>();
    }

    private String columnFollowing(double x) {
        return columns.placed().stream().filter(place -> !place.column().fixed() && x < place.x() + place.width() / 2).findFirst()
                .map(place -> place.column().id()).orElse(null);
    }

    private double dropX(double x) {
        return columns.placed().stream().filter(place -> !place.column().fixed() && x < place.x() + place.width() / 2).findFirst()
                .map(RowColumns.Placed::x).orElse(getWidth());
    }

    private RowColumn<R> columnAt(double x) {
        return columns.placed().stream().filter(place -> covers(place, x)).findFirst().map(RowColumns.Placed::column).orElse(null);
    }

    private RowColumns.Placed<R> gripAt(double x) {
        return columns.placed().stream()
                .filter(place -> !place.column().fixed() && Math.abs(x - place.x() - place.width()) <= GRIP).findFirst().orElse(null);
    }

    private static boolean covers(RowColumns.Placed<?> place, double x) {
        return x >= place.x() && x < place.x() + place.width();
    }
}
