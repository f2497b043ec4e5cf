package dev.handlens.ui.trace;

import dev.handlens.lens.TraceFrame;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Choice;
import dev.handlens.ui.control.Icons;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.PaneBox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;

/// Shows what handle tracing of the selected process recorded, the newest first, as `!htrace` lists it; or, as `!htrace -diff` does, only
/// handles that are still open. The debugger's own text can be copied.
public final class TracePane extends PaneBox {
    private enum Which {
        ALL, OUTSTANDING
    }

    private final Consumer<Intent> intents;
    private final VBox cards = new VBox();
    private final ScrollPane scroll = new ScrollPane(cards);
    private final Label count = Labels.of("", "remark");
    private final Choice<Which> choice;
    private final StackPane content = new StackPane();
    private Which which = Which.ALL;
    private TraceFrame frame = TraceFrame.NONE;
    private List<TraceFrame.Block> shown = List.of();
    private String nothingSaid = "";

    /// @param intents where wishes go
    public TracePane(Consumer<Intent> intents) {
        super("Trace");
        this.intents = intents;
        getStyleClass().add("trace-pane");
        Map<Which, String> words = new LinkedHashMap<>();
        words.put(Which.ALL, "All");
        words.put(Which.OUTSTANDING, "Still open");
        choice = new Choice<>(words, this::choose);
        Button copy = Icons.button(FluentUiRegularAL.COPY_16, 16, "Copy as the debugger's !htrace prints it", this::copy);
        copy.setId("copy-trace");
        setRight(count, choice, copy);
        cards.getStyleClass().add("trace-cards");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        content.setMinSize(0, 0);
        setContent(content);
        choose(Which.ALL);
    }

    /// Shows a moment.
    public void show(TraceFrame now) {
        frame = now;
        refresh();
    }

    private void choose(Which wanted) {
        which = wanted;
        choice.show(wanted);
        refresh();
    }

    private void refresh() {
        setNote(frame.process());
        count.setText(frame.on() ? frame.records() + (frame.records() == 1 ? " record" : " records") : "");
        List<TraceFrame.Block> blocks = which == Which.ALL ? frame.newest() : frame.outstanding();
        if (blocks.isEmpty()) {
            showNothing();
            shown = List.of();
        } else if (!blocks.equals(shown)) {
            shown = blocks;
            cards.getChildren().setAll(blocks.stream().map(block -> new TraceCard(block, intents)).toList());
            content.getChildren().setAll(scroll);
            nothingSaid = "";
        }
    }

    /// Made again only when the words change: a playing run asks sixty times a second.
    private void showNothing() {
        String said = frame.on() ? "Nothing recorded" + (which == Which.ALL ? " yet." : " is still open.") : "Handle tracing is off"
                + (frame.process().isEmpty() ? "." : " for " + frame.process() + ".");
        if (said.equals(nothingSaid)) {
            return;
        }
        nothingSaid = said;
        Label way = Labels.of(frame.on()
                ? "Every open and close from now on is recorded with its call stack."
                : "A scenario switches it on with tracing: true in its cast, or with the call NtSetInformationProcess.", "mute");
        way.setWrapText(true);
        way.setMaxWidth(420);
        VBox box = new VBox(6, Labels.of(said, "strong"), way);
        box.getStyleClass().add("nothing-traced");
        box.setAlignment(Pos.CENTER);
        content.getChildren().setAll(box);
    }

    private void copy() {
        ClipboardContent text = new ClipboardContent();
        text.putString(which == Which.ALL ? frame.listing().get() : frame.difference().get());
        Clipboard.getSystemClipboard().setContent(text);
    }
}
