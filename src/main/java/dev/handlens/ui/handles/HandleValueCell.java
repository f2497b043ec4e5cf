package dev.handlens.ui.handles;

import dev.handlens.lens.HandleField;
import dev.handlens.lens.HandleRow;
import dev.handlens.lens.HandleText;
import dev.handlens.ui.control.CellKind;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.RowCell;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.javafx.FontIcon;

/// A handle value, with a mark on one that belonged to another handle before: whoever kept the old one now has the wrong object.
final class HandleValueCell implements RowCell<HandleRow> {
    private static final int MARK_SIZE = 12;
    private static final Insets BELOW_ITS_FOLD = new Insets(0, 0, 0, 10);

    private final Label value = Labels.of("", "row-text", CellKind.MONO.styleClass());
    private final Label recycled = new Label("", new FontIcon(FluentUiRegularAL.ARROW_REPEAT_ALL_16));
    private final HBox box = new HBox(4, value, recycled);

    HandleValueCell() {
        box.setAlignment(Pos.CENTER_LEFT);
        ((FontIcon) recycled.getGraphic()).setIconSize(MARK_SIZE);
        recycled.getStyleClass().add("recycled");
        Hint.on(recycled, "Recycled: this value belonged to another handle before");
        value.setMinWidth(0);
        recycled.setMinWidth(HBox.USE_PREF_SIZE);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(HandleRow row) {
        value.setText(HandleText.of(HandleField.HANDLE, row));
        box.setPadding(row.fold() != null && !row.isFold() ? BELOW_ITS_FOLD : Insets.EMPTY);
        boolean marked = row.recycled() && !row.isFold();
        recycled.setVisible(marked);
        recycled.setManaged(marked);
    }
}
