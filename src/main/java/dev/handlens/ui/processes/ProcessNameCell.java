package dev.handlens.ui.processes;

import dev.handlens.lens.ProcessRow;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.RowCell;
import dev.handlens.ui.control.SuspectMark;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.transform.Shear;

/// The name of a process, as far in as it is deep in the tree, with a sign when it came or went. The name of one that has ended leans, and
/// a word says that it has ended, or that it was told to end and cannot. A mark says that handles of it are suspected leaked, and leads to
/// the card of the worst suspect.
final class ProcessNameCell implements RowCell<ProcessRow> {
    private static final double INDENT = 12;
    private static final Insets NONE = Insets.EMPTY;
    /// The bundled typeface has no italic; leaning the letters is what one looks like.
    private static final double LEAN = -0.16;

    private final Label sign = Labels.of("", "row-text", "glyph");
    private final Label name = Labels.of("", "row-text", "process-name");
    private final Label ended = Labels.of("ended", "row-text", "ended");
    private final Label terminating = Labels.of("terminating", "row-text", "terminating");
    private final Label suspect = SuspectMark.of("suspect");
    private ProcessRow shown;
    private String why = "";
    private final Shear lean = new Shear(0, 0);
    private final HBox box = new HBox(6, sign, name, ended, terminating, suspect);

    ProcessNameCell(Consumer<Intent> intents) {
        box.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(0);
        Hint.whole(name);
        sign.setMinWidth(HBox.USE_PREF_SIZE);
        ended.setMinWidth(HBox.USE_PREF_SIZE);
        terminating.setMinWidth(HBox.USE_PREF_SIZE);
        Hint.on(terminating, () -> why);
        Hint.on(suspect, () -> "Show why handles of " + shown.name() + " are suspected leaked");
        // A press selects the row, and another row may be here by the time of the click.
        suspect.setOnMousePressed(event -> {
            intents.accept(new Intent.ShowSuspect(shown.suspects().getFirst()));
            event.consume();
        });
        lean.pivotYProperty().bind(name.heightProperty().divide(2));
        name.getTransforms().add(lean);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(ProcessRow row) {
        shown = row;
        box.setPadding(row.depth() == 0 ? NONE : new Insets(0, 0, 0, row.depth() * INDENT));
        sign.setText(switch (row.change()) {
            case NONE -> "";
            case OPENED -> "+";
            case CLOSED -> "\u2212";
            case FLASHED -> "\u00b1";
        });
        sign.setManaged(!sign.getText().isEmpty());
        name.setText(row.name());
        lean.setX(row.zombie() ? LEAN : 0);
        ended.setVisible(row.zombie());
        ended.setManaged(row.zombie());
        terminating.setVisible(!row.terminating().isEmpty());
        terminating.setManaged(!row.terminating().isEmpty());
        int suspects = row.suspects().size();
        suspect.setText(suspects > 1 ? suspects + " suspects" : "suspect");
        suspect.setVisible(suspects > 0);
        suspect.setManaged(suspects > 0);
        why = "It was told to end, and " + row.terminating();
    }
}
