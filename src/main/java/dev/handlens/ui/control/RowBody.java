package dev.handlens.ui.control;

import dev.handlens.lens.RowSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// The lines on screen, each filled with the row that is there now. Lines are made when the table gets taller and used again ever after.
///
/// @param <R> a row
final class RowBody<R> extends Pane {
    private final RowTraits<R> traits;
    private final List<RowStrip<R>> strips = new ArrayList<>();
    private List<RowColumn<R>> drawn = List.of();

    RowBody(RowTraits<R> traits) {
        this.traits = traits;
        getStyleClass().add("row-body");
    }

    /// Fills the lines.
    ///
    /// @param rows asked for the rows in sight and for no other
    /// @param window which rows are in sight
    /// @param columns where the columns stand
    /// @param selection which rows are selected; told where rows are seen
    /// @param width width of a line in pixels
    void fill(RowSource<R> rows, RowWindow window, List<RowColumns.Placed<R>> columns, RowSelection<R> selection, double width) {
        List<RowColumn<R>> wanted = columns.stream().map(RowColumns.Placed::column).toList();
        if (!drawn.equals(wanted)) {
            drawn = wanted;
            strips.clear();
            getChildren().clear();
        }
        int count = window.count();
        while (strips.size() < count) {
            RowStrip<R> strip = new RowStrip<>(traits, drawn);
            strips.add(strip);
            getChildren().add(strip);
        }
        for (int i = 0; i < strips.size(); i++) {
            RowStrip<R> strip = strips.get(i);
            strip.setVisible(i < count);
            if (i < count) {
                int index = window.first() + i;
                R row = rows.row(index);
                Object key = traits.key().apply(row);
                selection.seen(key, index);
                strip.place(columns);
                strip.show(row, key, index, selection.contains(key));
                strip.resizeRelocate(0, window.y(index), width, RowTable.ROW_HEIGHT);
            }
        }
    }

    /// Room that the widest cell of a column on screen needs, in pixels.
    double widest(RowColumn<R> column) {
        int at = drawn.indexOf(column);
        if (at < 0) {
            return 0;
        }
        return strips.stream().filter(Node::isVisible).mapToDouble(strip -> strip.cell(at).node().prefWidth(-1)).max().orElse(0);
    }

    /// The line on screen of a row, if it is there.
    Optional<RowStrip<R>> line(Predicate<RowStrip<R>> wanted) {
        return strips.stream().filter(strip -> strip.isVisible() && wanted.test(strip)).findFirst();
    }
}
