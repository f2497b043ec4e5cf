package dev.handlens.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The menu that chooses columns, and does with a click what the mouse does with a drag.
///
/// @param <R> a row
final class ColumnMenu<R> {
    private final RowColumns<R> columns;
    private final RowColumn<R> clicked;
    private final Consumer<RowColumn<R>> onFit;
    private final Runnable onArranged;

    /// @param clicked the column under the mouse, or null
    ColumnMenu(RowColumns<R> columns, RowColumn<R> clicked, Consumer<RowColumn<R>> onFit, Runnable onArranged) {
        this.columns = columns;
        this.clicked = clicked;
        this.onFit = onFit;
        this.onArranged = onArranged;
    }

    ContextMenu contextMenu() {
        List<MenuItem> items = new ArrayList<>();
        if (clicked != null && !clicked.fixed()) {
            items.add(item("Fit width", () -> onFit.accept(clicked)));
            items.add(item("Move left", () -> columns.nudge(clicked.id(), false)));
            items.add(item("Move right", () -> columns.nudge(clicked.id(), true)));
            items.add(new SeparatorMenuItem());
        }
        items.addAll(choices());
        return new ContextMenu(items.toArray(MenuItem[]::new));
    }

    /// An item for each column, with a tick where it is shown, and one that undoes every choice.
    List<MenuItem> choices() {
        List<MenuItem> items = new ArrayList<>();
        for (RowColumn<R> column : columns.all()) {
            if (!column.fixed()) {
                boolean left = columns.isShown(column.id()) && columns.placed().stream().noneMatch(place -> place.column().equals(column));
                CheckMenuItem choice = new CheckMenuItem(left ? column.title() + " (no room)" : column.title());
                choice.setSelected(columns.isShown(column.id()));
                choice.setOnAction(_ -> arrange(() -> columns.setShown(column.id(), left || choice.isSelected())));
                items.add(choice);
            }
        }
        items.add(new SeparatorMenuItem());
        items.add(item("Reset columns", columns::reset));
        return items;
    }

    private MenuItem item(String title, Runnable change) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(_ -> arrange(change));
        return item;
    }

    private void arrange(Runnable change) {
        change.run();
        onArranged.run();
    }
}
