package dev.handlens.ui.table;

import dev.handlens.lens.Selection;
import dev.handlens.lens.TableFrame;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.Numbers;
import dev.handlens.ui.control.PaneBox;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Draws the handle table of the selected process: all its pages, below them one leaf page, and beside that one entry down to its bytes.
/// Which page and entry follows the run, until a person points at another or leads to it with the arrow keys; a click selects the handle.
public final class TablePane extends PaneBox {
    private final Consumer<Intent> intents;
    /// Leaf pages, mid pages, levels: in a narrow header the first ones give way.
    private final List<Label> counts = List.of(Labels.of("", "remark"), Labels.of("", "remark"), Labels.of("", "remark"));
    private final Label scale = Labels.of("", "mute");
    private final Label leafTitle = Labels.of("", "strong");
    private final Label leafWords = Labels.of("", "mute");
    private final TableGrid pages = new TableGrid();
    private final LeafGrid entries = new LeafGrid();
    private final EntryCard card = new EntryCard();
    private final Label empty = Labels.of("", "empty");
    private final VBox content;
    private TableFrame frame;
    private TableFrame.Leaf leaf;
    private long looked = -1;

    /// @param intents where wishes go
    public TablePane(Consumer<Intent> intents) {
        super("Handle table");
        this.intents = intents;
        getStyleClass().add("table-pane");
        setId("handle-table");
        pages.setId("table-pages");
        entries.setId("table-entries");
        setRight(counts.toArray(Label[]::new));
        Label name = Labels.of("Table", "strong");
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox title = new HBox(8, name, scale);
        HBox leafHead = new HBox(8, leafTitle, leafWords);
        leafTitle.setMinWidth(Region.USE_PREF_SIZE);
        scale.setMinWidth(0);
        leafWords.setMinWidth(0);
        ScrollPane scroll = new ScrollPane(card);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        HBox lower = new HBox(24, entries, scroll);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        scroll.setMinWidth(0);
        card.setMinWidth(0);
        VBox.setVgrow(pages, Priority.ALWAYS);
        VBox.setVgrow(lower, Priority.SOMETIMES);
        lower.setMinHeight(0);
        content = new VBox(title, pages, leafHead, lower);
        content.getStyleClass().add("table-content");
        content.setMinSize(0, 0);
        setContent(new StackPane(content, empty));
        pages.setOnLook(cell -> look(firstOf(cell)));
        pages.setOnChoose(cell -> look(firstOf(cell)));
        entries.setOnLook(this::lookAtEntry);
        entries.setOnChoose(this::choose);
        pages.setOnLeave(this::follow);
        entries.setOnLeave(this::follow);
        for (CellGrid grid : new CellGrid[] {pages, entries}) {
            grid.focusedProperty().addListener(_ -> follow());
        }
    }

    /// Shows a moment.
    public void show(TableFrame next) {
        boolean other = frame == null || frame.pid() != next.pid();
        frame = next;
        empty.setText(next.empty());
        empty.setVisible(!next.empty().isEmpty());
        content.setVisible(next.empty().isEmpty());
        showCounts(next.summary().split(" · "));
        if (!next.empty().isEmpty()) {
            return;
        }
        scale.setText(scaleWords());
        pages.show(next);
        if (other || looked >= (long) next.pages() * next.entriesPerPage() << 2) {
            looked = -1;
        }
        showPlace();
    }

    private void showCounts(String[] parts) {
        for (int i = 0; i < counts.size(); i++) {
            Label label = counts.get(counts.size() - 1 - i);
            label.setText(i < parts.length ? parts[i] : "");
            label.setManaged(i < parts.length);
            label.setVisible(i < parts.length);
        }
    }

    private String scaleWords() {
        String size = Numbers.bytes(frame.bytes()) + " · ";
        return size + (frame.levels() == 3
                ? "one column a mid page, one cell " + frame.pagesPerCell() + " leaf pages of 4,096 bytes; green is growing"
                : "one cell a leaf page of 4,096 bytes and " + (frame.entriesPerPage() - 1) + " handles; green is growing");
    }

    /// The handle looked at: the person's, or the one that the run is at.
    private long place() {
        return looked >= 0 ? looked : frame.current();
    }

    private void showPlace() {
        int page = (int) ((place() >>> 2) / frame.entriesPerPage());
        leaf = frame.leaves().leaf(page);
        leafTitle.setText("Leaf page " + Numbers.count(page));
        leafWords.setText(leaf.open() + " of " + (frame.entriesPerPage() - 1) + " open, first reserved");
        pages.look(page / frame.pagesPerCell());
        pages.setAccessibleText("Handle table of " + frame.process() + ": " + frame.summary() + ". " + leaf.words());
        entries.show(leaf);
        entries.look((int) ((place() >>> 2) % frame.entriesPerPage()));
        entries.setAccessibleText(leaf.words());
        card.show(frame.leaves().entry(place()));
    }

    /// The first handle value of a cell.
    private long firstOf(int cell) {
        return ((long) cell * frame.pagesPerCell() * frame.entriesPerPage() + 1) << 2;
    }

    private void look(long handle) {
        looked = handle;
        showPlace();
    }

    private void lookAtEntry(int entry) {
        look(leaf.first() + ((long) entry << 2));
    }

    private void choose(int entry) {
        lookAtEntry(entry);
        TableFrame.Entry chosen = frame.leaves().entry(looked);
        if (chosen.key() != null) {
            intents.accept(new Intent.Select(new Selection.OfHandle(chosen.key())));
        }
    }

    /// Nobody looks at a place of their own any more: the picture follows the run again.
    private void follow() {
        if (!pages.isFocused() && !entries.isFocused() && !pages.isHover() && !entries.isHover() && frame != null && looked >= 0) {
            looked = -1;
            if (frame.empty().isEmpty()) {
                showPlace();
            }
        }
    }
}
