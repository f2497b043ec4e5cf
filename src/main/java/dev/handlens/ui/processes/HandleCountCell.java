package dev.handlens.ui.processes;

import dev.handlens.lens.ProcessRow;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.Numbers;
import dev.handlens.ui.control.RowCell;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.fluentui.FluentUiFilledMZ;
import org.kordamp.ikonli.javafx.FontIcon;

/// The number of open handles, with a warning beyond ten thousand: Process Explorer's authors call that poor design or a leak.
final class HandleCountCell implements RowCell<ProcessRow> {
    private static final PseudoClass WARNED = PseudoClass.getPseudoClass("warned");

    private final Label warning = new Label("", new FontIcon(FluentUiFilledMZ.WARNING_16));
    private final Label count = Labels.of("", "row-text");
    private final HBox box = new HBox(4, warning, count);

    HandleCountCell() {
        box.setAlignment(Pos.CENTER_RIGHT);
        box.getStyleClass().add("handle-count");
        Hint.on(warning, "More than 10,000 handles open: poor design or a leak");
        warning.setMinWidth(HBox.USE_PREF_SIZE);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(ProcessRow row) {
        count.setText(Numbers.count(row.handles()));
        warning.setVisible(row.overTenThousand());
        warning.setManaged(row.overTenThousand());
        box.pseudoClassStateChanged(WARNED, row.overTenThousand());
    }
}
