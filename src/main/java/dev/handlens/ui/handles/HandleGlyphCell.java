package dev.handlens.ui.handles;

import dev.handlens.lens.HandleRow;
import dev.handlens.ui.control.CellKind;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.RowCell;
import dev.handlens.ui.control.RowColumn;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The sign that says opened or closed, and before it a triangle that opens and closes the fold a row stands for.
final class HandleGlyphCell implements RowCell<HandleRow> {
    private static final PseudoClass EXPANDED = PseudoClass.getPseudoClass("expanded");

    private final RowColumn<HandleRow> column;
    private final Label glyph = Labels.of("", "row-text", CellKind.GLYPH.styleClass());
    private final StackPane triangle = new StackPane();
    private final HBox box = new HBox(triangle, glyph);
    private String fold;

    /// @param onToggle given the id of a fold whose triangle is pressed
    HandleGlyphCell(RowColumn<HandleRow> column, Consumer<String> onToggle) {
        this.column = column;
        Region shape = new Region();
        shape.getStyleClass().add("shape");
        triangle.getStyleClass().add("fold-triangle");
        triangle.getChildren().add(shape);
        triangle.setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                onToggle.accept(fold);
                event.consume();
            }
        });
        box.setAlignment(Pos.CENTER);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(HandleRow row) {
        fold = row.isFold() ? row.fold().id() : null;
        triangle.setVisible(fold != null);
        triangle.setManaged(fold != null);
        triangle.pseudoClassStateChanged(EXPANDED, fold != null && row.fold().open());
        glyph.setText(column.text().apply(row));
    }
}
