package dev.handlens.ui.handles;

import dev.handlens.lens.HandleRow;
import dev.handlens.ui.control.CellKind;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.RowCell;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.javafx.FontIcon;

/// A handle value, with a mark on one that belonged to another handle before: whoever kept the old one now has the wrong object.
final class HandleValueCell implements RowCell<HandleRow> {
    private static final int MARK_SIZE = 12;

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
        value.setText(HandleColumns.hex(row.key().value()));
        recycled.setVisible(row.recycled());
        recycled.setManaged(row.recycled());
    }
}
