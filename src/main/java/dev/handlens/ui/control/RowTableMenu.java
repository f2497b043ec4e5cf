package dev.handlens.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/// The menu on rows: what the pane offers for them, copying, and everything that headings do, for those who have no mouse.
///
/// @param <R> a row
final class RowTableMenu<R> {
    private final RowTable<R> table;
    private final RowColumns<R> columns;
    private final Consumer<RowColumn<R>> onFit;
    private final Runnable onArranged;
    private Function<List<R>, List<MenuItem>> items = _ -> List.of();
    private ContextMenu shown = new ContextMenu();
    private RowColumn<R> pointed;

    RowTableMenu(RowTable<R> table, RowColumns<R> columns, Consumer<RowColumn<R>> onFit, Runnable onArranged) {
        this.table = table;
        this.columns = columns;
        this.onFit = onFit;
        this.onArranged = onArranged;
    }

    void setItems(Function<List<R>, List<MenuItem>> items) {
        this.items = items;
    }

    /// Remembers which cell the mouse was on.
    void pointAt(double x) {
        pointed = columns.placed().stream().filter(place -> x >= place.x() && x < place.x() + place.width()).findFirst()
                .map(RowColumns.Placed::column).filter(column -> !column.fixed()).orElse(null);
    }

    void hide() {
        shown.hide();
    }

    void show(List<R> rows, double screenX, double screenY) {
        shown.hide();
        List<MenuItem> entries = new ArrayList<>();
        if (!rows.isEmpty()) {
            entries.addAll(items.apply(rows));
            separate(entries);
            entries.addAll(copyItems(rows.size()));
            separate(entries);
        }
        entries.add(new Menu("Sort by", null, sortItems().toArray(MenuItem[]::new)));
        entries.add(new Menu("Columns", null, new ColumnMenu<>(columns, null, onFit, onArranged).choices().toArray(MenuItem[]::new)));
        shown = new ContextMenu(entries.toArray(MenuItem[]::new));
        shown.show(table, screenX, screenY);
    }

    private List<MenuItem> copyItems(int count) {
        List<MenuItem> copies = new ArrayList<>();
        String what = count == 1 ? "Copy row" : "Copy " + Numbers.count(count) + " rows";
        for (CopyFormat format : CopyFormat.values()) {
            MenuItem item = item(format == CopyFormat.TSV ? what : what + " as " + format.title(), () -> table.copy(format));
            if (format == CopyFormat.TSV) {
                item.setAccelerator(KeyCombination.valueOf("Shortcut+C"));
            }
            copies.add(item);
        }
        if (pointed != null && count == 1) {
            RowColumn<R> column = pointed;
            copies.add(item("Copy " + column.title(), () -> table.copyCell(column)));
        }
        return copies;
    }

    private List<MenuItem> sortItems() {
        return columns.shown().stream().filter(column -> !column.fixed())
                .map(column -> item(column.title(), () -> table.sortBy(column)))
                .toList();
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static void separate(List<MenuItem> entries) {
        if (!entries.isEmpty()) {
            entries.add(new SeparatorMenuItem());
        }
    }
}
