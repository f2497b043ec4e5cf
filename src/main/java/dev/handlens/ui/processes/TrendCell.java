package dev.handlens.ui.processes;

import dev.handlens.lens.ProcessRow;
import dev.handlens.ui.control.RowCell;
import dev.handlens.ui.control.Sparkline;
import javafx.scene.Node;

/// How the number of handles went, as a small line.
final class TrendCell implements RowCell<ProcessRow> {
    private final Sparkline line = new Sparkline();

    @Override
    public Node node() {
        return line;
    }

    @Override
    public void show(ProcessRow row) {
        line.show(row.trend(), !row.suspects().isEmpty());
    }
}
