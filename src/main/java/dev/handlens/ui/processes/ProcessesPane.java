package dev.handlens.ui.processes;

import dev.handlens.lens.ProcessRow;
import dev.handlens.lens.ProcessesFrame;
import dev.handlens.lens.RowSource;
import dev.handlens.lens.Selection;
import dev.handlens.lens.StepFrame;
import dev.handlens.lens.View;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Choice;
import dev.handlens.ui.control.FollowedRows;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.Numbers;
import dev.handlens.ui.control.PaneBox;
import dev.handlens.ui.control.RowTable;
import dev.handlens.ui.control.RowTraits;
import dev.handlens.ui.control.SortKey;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.StackPane;

/// The process list: a tree, or flat when it is sorted.
public final class ProcessesPane extends PaneBox {
    private static final PseudoClass ZOMBIES = PseudoClass.getPseudoClass("some");

    private static final Insets INSIDE_BORDER = new Insets(0, 1, 1, 1);

    private final Consumer<Intent> intents;
    private final Choice<Boolean> shape;
    private final Label zombies = Labels.of("", "remark", "zombies");
    private final RowTable<ProcessRow> table;
    private ProcessesFrame frame = new ProcessesFrame(List.of(), 0, true);
    private List<SortKey> order = List.of();

    /// @param intents where wishes go
    public ProcessesPane(Consumer<Intent> intents) {
        super("Processes");
        this.intents = intents;
        getStyleClass().add("processes-pane");
        Map<Boolean, String> shapes = new LinkedHashMap<>();
        shapes.put(true, "Tree");
        shapes.put(false, "Flat");
        shape = new Choice<>(shapes, this::reshape);
        table = new RowTable<>(ProcessColumns.all(intents), new RowTraits<>(ProcessRow::pid, ProcessRow::change, ProcessColumns::spoken,
                Map.of(PseudoClass.getPseudoClass("zombie"), ProcessRow::zombie)));
        table.setEmptyText("No process has been started yet.");
        table.setOnSelect(this::select);
        table.setOnOpen(this::select);
        table.setOnDelete(this::kill);
        table.setOnSort(this::sort);
        table.setRowMenu(this::menu);
        setRight(zombies, shape);
        StackPane.setMargin(table, INSIDE_BORDER);
        setContent(table);
    }

    /// Shows a list.
    ///
    /// @param now what is to be seen
    /// @param view what the person chose to see
    public void show(ProcessesFrame now, View view) {
        frame = now;
        zombies.setText("Zombies " + Numbers.count(now.zombies()));
        zombies.pseudoClassStateChanged(ZOMBIES, now.zombies() > 0);
        shape.show(now.tree() && order.isEmpty());
        table.show(RowSource.of(ordered(), ProcessRow::pid));
        table.select(view.pid() == 0 ? null : view.pid());
    }

    /// Scrolls to the processes that a step started or ended.
    ///
    /// @param scrolls whether to scroll
    public void follow(StepFrame step, boolean scrolls) {
        table.follow(new FollowedRows(step.position(), step.chapter(), step.processes(), step.processes().size(), scrolls));
    }

    /// Shows the list as presentation has it: without header.
    public void setPresented() {
        setHeaderShown(false);
    }

    /// The arrangement of the columns, to be remembered.
    public String columnState() {
        return table.columnState();
    }

    /// Arranges the columns as they were remembered.
    public void restoreColumns(String state) {
        table.restoreColumns(state);
    }

    /// @param listener told the arrangement of the columns when a person changes it
    public void setOnColumnsArranged(Consumer<String> listener) {
        table.setOnArranged(listener);
    }

    /// The list itself.
    public RowTable<ProcessRow> table() {
        return table;
    }

    private List<ProcessRow> ordered() {
        Comparator<ProcessRow> comparator = null;
        for (SortKey key : order) {
            Comparator<ProcessRow> next = ProcessColumns.valueOf(key.column()).comparator();
            Comparator<ProcessRow> directed = key.ascending() ? next : next.reversed();
            comparator = comparator == null ? directed : comparator.thenComparing(directed);
        }
        return comparator == null ? frame.rows() : frame.rows().stream().map(ProcessesPane::flat).sorted(comparator).toList();
    }

    private static ProcessRow flat(ProcessRow row) {
        return new ProcessRow(row.pid(), row.parentPid(), 0, row.name(), row.handles(), row.peakHandles(), row.opened(), row.closed(),
                row.trend(), row.pagedBytes(), row.nonpagedBytes(), row.tableBytes(), row.change(), row.zombie(), row.terminating(),
                row.suspects(), row.overTenThousand());
    }

    /// A sorted list is flat, because children cannot both follow their parents and stand by size; no order brings the tree back.
    private void sort(List<SortKey> keys) {
        order = keys;
        table.sorted(keys);
        shape.show(frame.tree() && order.isEmpty());
        table.show(RowSource.of(ordered(), ProcessRow::pid));
    }

    private void reshape(boolean tree) {
        sort(List.of());
        if (tree != frame.tree()) {
            intents.accept(new Intent.SetTree(tree));
        }
    }

    private void select(ProcessRow row) {
        intents.accept(new Intent.Select(new Selection.OfProcess(row.pid())));
    }

    private void kill(ProcessRow row) {
        if (!row.zombie()) {
            intents.accept(new Intent.KillProcess(row.pid()));
        }
    }

    private List<MenuItem> menu(List<ProcessRow> rows) {
        ProcessRow row = rows.getFirst();
        MenuItem kill = new MenuItem("End " + row.name());
        kill.setMnemonicParsing(false);
        kill.setAccelerator(new KeyCodeCombination(KeyCode.DELETE));
        kill.setDisable(rows.size() > 1 || row.zombie());
        kill.setOnAction(_ -> kill(row));
        MenuItem suspect = new MenuItem("Show why it is suspected of a leak");
        suspect.setDisable(rows.size() > 1 || row.suspects().isEmpty());
        suspect.setOnAction(_ -> intents.accept(new Intent.ShowSuspect(row.suspects().getFirst())));
        return List.of(suspect, kill);
    }
}
