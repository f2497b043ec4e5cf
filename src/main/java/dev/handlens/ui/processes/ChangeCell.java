package dev.handlens.ui.processes;

import dev.handlens.lens.ProcessRow;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.Numbers;
import dev.handlens.ui.control.RowCell;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// What a process opened and closed in the time watched, as two chips; a quiet nought where nothing happened.
final class ChangeCell implements RowCell<ProcessRow> {
    private final Label opened = Labels.chip("", "opened");
    private final Label closed = Labels.chip("", "closed");
    private final Label nothing = Labels.of("0", "row-text", "muted");
    private final HBox box = new HBox(5, opened, closed, nothing);

    ChangeCell() {
        box.setAlignment(Pos.CENTER_RIGHT);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(ProcessRow row) {
        chip(opened, "+", row.opened());
        chip(closed, "\u2212", row.closed());
        boolean quiet = row.opened() == 0 && row.closed() == 0;
        nothing.setVisible(quiet);
        nothing.setManaged(quiet);
    }

    private static void chip(Label chip, String sign, long count) {
        chip.setText(sign + Numbers.count(count));
        chip.setVisible(count > 0);
        chip.setManaged(count > 0);
    }
}
