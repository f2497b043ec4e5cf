package dev.handlens.ui.properties;

import dev.handlens.lens.PropertiesFrame;
import dev.handlens.lens.PropertiesFrame.Fact;
import dev.handlens.lens.PropertiesFrame.Group;
import dev.handlens.lens.PropertiesFrame.Holder;
import dev.handlens.lens.Selection;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Icons;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.PaneBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;

/// Shows the facts about the selected thing in groups, and below them who holds it: handles and pointer references apart.
public final class PropertiesPane extends PaneBox {
    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");
    private static final double LABEL_WIDTH = 118;
    /// Nobody reads further, and each row costs time at every layout.
    private static final int MOST_HOLDERS = 200;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Consumer<Intent> intents;
    private final Label name = Labels.of("", "property-name");
    private final Label gone = Labels.chip("", "closed");
    private final Label empty = Labels.of("", "empty");
    private final VBox facts = new VBox();
    private final VBox holders = new VBox();
    private final ScrollPane scroll = new ScrollPane(new VBox(facts, holders));
    private final Button copy = new Button();
    private Selection subject;
    private String shownName;
    private List<Holder> shownHolders = List.of();
    private List<String> shownShape = List.of();
    private final List<FactValue> shownValues = new ArrayList<>();
    private PropertiesFrame frame = new PropertiesFrame("", "", List.of(), List.of(), "");

    /// @param intents where wishes go
    public PropertiesPane(Consumer<Intent> intents) {
        super("Properties");
        this.intents = intents;
        getStyleClass().add("properties-pane");
        facts.getStyleClass().add("facts");
        holders.getStyleClass().add("held-by");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        copy.getStyleClass().add("word");
        copy.setId("copy-properties");
        copy.setGraphic(Icons.of(FluentUiRegularAL.COPY_16, 16));
        copy.setAccessibleText("Copy the properties");
        Hint.on(copy, "Copy the properties as text (Ctrl+C)");
        copy.setOnAction(_ -> copy());
        setContent(new StackPane(scroll, empty));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Tells which thing the facts shown next are about. Those of another thing are shown from the top.
    ///
    /// @param selected the thing, or null for none
    public void about(Selection selected) {
        if (!Objects.equals(selected, subject)) {
            subject = selected;
            scroll.setVvalue(scroll.getVmin());
        }
    }

    /// Shows a moment.
    public void show(PropertiesFrame next) {
        if (next.equals(frame)) {
            return;
        }
        frame = next;
        boolean something = next.empty().isEmpty();
        setTitle(something ? next.type() : "Properties");
        showName(next.name());
        showGone(next.gone());
        if (something) {
            setLeft(next.gone() == null ? new Node[] {name} : new Node[] {name, gone});
            setRight(copy);
        } else {
            setLeft();
            setRight();
        }
        empty.setText(next.empty());
        empty.setVisible(!something);
        scroll.setVisible(something);
        showFacts(next.groups());
        if (!next.holders().equals(shownHolders)) {
            showHolders(next.holders());
        }
    }

    private void showName(String now) {
        if (now.equals(shownName)) {
            return;
        }
        shownName = now;
        name.setText(now.isEmpty() ? "unnamed" : now);
        Hint.on(name, now);
        name.getStyleClass().setAll("label", now.isEmpty() ? "mute" : "property-name");
    }

    /// Marks what is gone by colour, a struck name and words.
    private void showGone(PropertiesFrame.Gone now) {
        gone.setText(now == null ? "" : now.words());
        name.pseudoClassStateChanged(GONE, now != null && now.entirely());
    }

    /// While a run plays, the same facts have other values sixty times a second: only their words change then.
    private void showFacts(List<Group> groups) {
        List<String> shape = new ArrayList<>();
        for (Group group : groups) {
            shape.add(group.title());
            group.facts().forEach(fact -> shape.add(fact.label() + fact.mono()));
            shape.add("");
        }
        if (!shape.equals(shownShape)) {
            shownShape = shape;
            shownValues.clear();
            List<Node> rows = new ArrayList<>();
            groups.forEach(group -> addGroup(rows, group));
            facts.getChildren().setAll(rows);
        }
        int next = 0;
        for (Group group : groups) {
            for (Fact fact : group.facts()) {
                shownValues.get(next++).show(fact);
            }
        }
    }

    /// Kept while the facts move, or the row a person is about to press would be taken away.
    private void showHolders(List<Holder> next) {
        shownHolders = next;
        List<Node> rows = new ArrayList<>();
        addHolders(rows, "handles", next.stream().filter(Holder::handle).toList());
        addHolders(rows, "pointer references", next.stream().filter(holder -> !holder.handle()).toList());
        holders.getChildren().setAll(rows);
    }

    private void addGroup(List<Node> rows, Group group) {
        if (!group.title().isEmpty()) {
            rows.add(Labels.of(group.title(), "group-title"));
        }
        GridPane grid = new GridPane();
        grid.getStyleClass().add("fact-grid");
        ColumnConstraints labels = new ColumnConstraints(LABEL_WIDTH);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        grid.getColumnConstraints().addAll(labels, values);
        for (int row = 0; row < group.facts().size(); row++) {
            Fact fact = group.facts().get(row);
            Label label = Labels.of(fact.label(), "mute");
            label.setWrapText(true);
            GridPane.setValignment(label, VPos.TOP);
            grid.add(label, 0, row);
            FactValue value = new FactValue(fact.mono());
            shownValues.add(value);
            grid.add(value, 1, row);
        }
        rows.add(grid);
    }

    /// A value with quieter words after it.
    private static final class FactValue extends TextFlow {
        private final Text value;
        private final Text remark = text("", "mute");

        FactValue(boolean mono) {
            value = text("", mono ? "mono" : "plain");
            getChildren().addAll(value, remark);
        }

        void show(Fact fact) {
            value.setText(fact.value());
            remark.setText(fact.remark().isEmpty() ? "" : (fact.value().isEmpty() ? "" : "  ") + fact.remark());
        }
    }

    private static Text text(String words, String tier) {
        Text text = new Text(words);
        text.getStyleClass().addAll("fact-text", tier);
        return text;
    }

    private void addHolders(List<Node> rows, String title, List<Holder> holders) {
        if (holders.isEmpty()) {
            return;
        }
        String count = String.format(Locale.ROOT, "  %,d", holders.size());
        TextFlow heading = new TextFlow(text("Held by " + title, "group-word"), text(count, "mute"));
        heading.getStyleClass().add("group-title");
        VBox list = new VBox();
        list.getStyleClass().add("holders");
        for (Holder holder : holders.subList(0, Math.min(MOST_HOLDERS, holders.size()))) {
            list.getChildren().add(new HolderRow(holder, intents));
        }
        if (holders.size() > MOST_HOLDERS) {
            list.getChildren().add(Labels.of(String.format(Locale.ROOT, "and %,d more", holders.size() - MOST_HOLDERS), "mute"));
        }
        rows.addAll(List.of(heading, list));
    }

    private void key(KeyEvent event) {
        if (COPY.match(event) && frame.empty().isEmpty()) {
            copy();
            event.consume();
        }
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(PropertiesText.of(frame));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
