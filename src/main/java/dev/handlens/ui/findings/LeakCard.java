package dev.handlens.ui.findings;

import dev.handlens.lens.FindingsFrame.LeakSuspect;
import dev.handlens.lens.FindingsFrame.PoolUse;
import dev.handlens.lens.Selection;
import dev.handlens.lens.SuspectId;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.SuspectMark;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A leak suspect: what, how many, since when, opened where, what it costs and when that ends. What it names leads to the view of it.
final class LeakCard extends VBox {
    private final Consumer<Intent> intents;
    private final Label number = Labels.of("", "finding-number");
    private final Label afterNumber = wrapped("", "mute");
    private final TrendArea trend = new TrendArea();
    private final Label lost = wrapped("", "finding-words");
    private final Button list = new Button("List them");
    private final FactGrid facts = new FactGrid();
    private final LeakLinks values;
    private final LeakLinks pools;
    private final FactGrid.Words runsOut;
    private LeakSuspect shown;

    LeakCard(LeakSuspect leak, Consumer<Intent> intents) {
        this.intents = intents;
        getStyleClass().addAll("card", "suspect", "leak-card");
        number.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(afterNumber, Priority.ALWAYS);
        HBox numbers = new HBox(number, afterNumber);
        numbers.getStyleClass().add("finding-numbers");
        facts.add("Opened at", new StackLinks(leak, intents));
        values = new LeakLinks(facts, "Handles", "mono");
        pools = new LeakLinks(facts, "Holds", "mono");
        runsOut = facts.addWords("Runs out");
        getChildren().addAll(head(leak), wrapped(leak.sentence(), "finding-title"), numbers, actions(), trend, lost, facts);
        show(leak);
    }

    /// What stays the same while the numbers of a suspect move; a card is kept as long as it does.
    static List<Object> identity(LeakSuspect leak) {
        return List.of(leak.id(), leak.process(), leak.sentence(), leak.stack());
    }

    /// Returns the suspect shown.
    SuspectId suspect() {
        return shown.id();
    }

    /// Puts the focus on the first action, for the keys that follow.
    void focusActions() {
        list.requestFocus();
    }

    /// @param leak the same suspect at another moment
    void show(LeakSuspect leak) {
        shown = leak;
        number.setText(LeakWords.number(leak.open()));
        afterNumber.setText(LeakWords.afterNumber(leak));
        trend.show(leak.trend());
        trend.setAccessibleText("Handles open over the run, now " + number.getText());
        lost.setText(LeakWords.lostBecause(leak));
        lost.setVisible(!lost.getText().isEmpty());
        lost.setManaged(lost.isVisible());
        list.setVisible(leak.open() > 0);
        list.setManaged(list.isVisible());
        values.show(leak.values().stream().map(value -> valueLink(leak.pid(), LeakWords.hex(value))).toList(),
                leak.open() > leak.values().size() && !leak.values().isEmpty());
        pools.show(leak.pools().stream().map(this::poolLink).toList(), false);
        runsOut.show(leak.runsOut());
    }

    private LeakLinks.Link poolLink(PoolUse use) {
        return new LeakLinks.Link(use.kindWord() + " ", use.tag(), " " + use.size(), "All tags of the " + use.kindWord() + " pool",
                () -> intents.accept(new Intent.ShowPoolTag(use.kind(), use.tag())));
    }

    private LeakLinks.Link valueLink(int pid, String value) {
        return new LeakLinks.Link("", value, "", "Select this handle", () -> {
            intents.accept(new Intent.Select(new Selection.OfProcess(pid)));
            intents.accept(new Intent.FindHandle(value));
        });
    }

    private HBox head(LeakSuspect leak) {
        Hyperlink process = new Hyperlink(leak.process());
        Hint.on(process, "Select this process");
        process.setOnAction(_ -> intents.accept(new Intent.Select(new Selection.OfProcess(leak.pid()))));
        HBox head = new HBox(8, SuspectMark.of("leak suspect"), process, Labels.of("pid " + leak.pid(), "mute"));
        head.getStyleClass().add("leak-head");
        return head;
    }

    private HBox actions() {
        Hint.on(list, "List exactly these handles, unnamed ones included");
        list.setOnAction(_ -> intents.accept(new Intent.ListHandles(shown.pid(), shown.id().filter())));
        Button copy = new Button("Copy report");
        Hint.on(copy, "Copy what this card says as text");
        copy.setOnAction(_ -> copy());
        HBox actions = new HBox(list, copy);
        actions.getStyleClass().add("finding-actions");
        return actions;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(LeakWords.report(shown));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Words over as many lines as they need.
    static Label wrapped(String words, String tier) {
        Label label = Labels.of(words, tier);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
