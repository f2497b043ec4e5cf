package dev.handlens.ui.table;

import dev.handlens.lens.Selection;
import dev.handlens.lens.TableFrame;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.Numbers;
import dev.handlens.ui.control.PaneBox;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
    /// What a leaf page takes of the width; one of x86 has twice the entries.
    private static final double LEAF_PART = 0.33;
    private static final double LARGE_LEAF_PART = 0.46;
    private static final double NARROWEST_LEAF = 150;
    private static final double WORDS_FROM = 210;
    private static final int ENTRIES_X64 = 256;

    /// Levels, mid pages, leaf pages: in a narrow header the first ones give way.
    private final List<Label> counts = List.of(Labels.of("", "remark"), Labels.of("", "remark"), Labels.of("", "remark"));
    private final Label scale = Labels.of("", "mute");
    private final Label levels = Labels.of("", "mute");
    private final Label leafTitle = Labels.of("", "strong");
    private final Label leafWords = Labels.of("", "mute");
    private final TableGrid pages = new TableGrid();
    private final LeafGrid entries = new LeafGrid();
    private final EntryCard card = new EntryCard();
    private final Label empty = Labels.of("", "empty");
    private final VBox leafBox;
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
        leafBox = new VBox(8, leafHead, entries);
        VBox.setVgrow(entries, Priority.ALWAYS);
        HBox lower = new HBox(24, leafBox, scroll);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        scroll.setMinWidth(0);
        card.setMinWidth(0);
        VBox.setVgrow(pages, Priority.ALWAYS);
        VBox.setVgrow(lower, Priority.SOMETIMES);
        levels.setMinWidth(0);
        content = new VBox(title, levels, pages, lower);
        content.getStyleClass().add("table-content");
        // In a low window the picture keeps the height it needs and is scrolled: its parts would lie on each other.
        ScrollPane whole = new ScrollPane(content);
        whole.setFitToWidth(true);
        whole.setFitToHeight(true);
        whole.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        whole.setFocusTraversable(false);
        content.setMinWidth(0);
        content.widthProperty().addListener(_ -> fit());
        setContent(new StackPane(whole, empty));
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
        setNote(next.process());
        empty.setText(next.empty());
        empty.setVisible(!next.empty().isEmpty());
        content.setVisible(next.empty().isEmpty());
        showCounts(next.summary().split(" · "));
        if (!next.empty().isEmpty()) {
            return;
        }
        scale.setText(scaleWords());
        fit();
        pages.show(next);
        if (other || looked >= (long) next.pages() * next.entriesPerPage() << 2) {
            looked = -1;
        }
        showPlace();
    }

    private void showCounts(String[] parts) {
        for (int i = 0; i < counts.size(); i++) {
            Label label = counts.get(i);
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

    /// Gives the leaf page its part of the width, and tells which handles brought the levels, or will bring them: where there is little
    /// room, in fewer words.
    private void fit() {
        if (frame == null) {
            return;
        }
        double leafWidth = (frame.entriesPerPage() > ENTRIES_X64 ? LARGE_LEAF_PART : LEAF_PART) * content.getWidth();
        leafBox.setMinWidth(Math.max(NARROWEST_LEAF, leafWidth));
        leafBox.setMaxWidth(leafBox.getMinWidth());
        leafWords.setVisible(leafWidth >= WORDS_FROM);
        leafWords.setManaged(leafWords.isVisible());
        levels.setText(levelWords(true));
        double room = content.getWidth() - content.getInsets().getLeft() - content.getInsets().getRight();
        if (levels.prefWidth(-1) > room) {
            levels.setText(levelWords(false));
        }
    }

    private String levelWords(boolean wide) {
        return frame.levelsCame().stream().map(level -> words(level, wide)).collect(Collectors.joining(", "));
    }

    private static String words(TableFrame.Level level, boolean wide) {
        String brings = (level.number() == 2 ? "Two levels " : "three levels ") + (level.reached() ? "since " : "from ")
                + "0x" + Long.toHexString(level.handle()).toUpperCase(Locale.ROOT);
        String step = level.step() < 0 ? "" : ", step " + Numbers.count(level.step());
        return brings + (wide ? " (handle " + Numbers.count(level.ordinal()) + step + ")" : "");
    }

    /// The handle looked at: the person's, or the one that the run is at.
    private long place() {
        return looked >= 0 ? looked : frame.current();
    }

    private void showPlace() {
        int page = (int) ((place() >>> 2) / frame.entriesPerPage());
        leaf = frame.leaves().leaf(page);
        leafTitle.setText("Leaf page " + Numbers.count(page));
        leafWords.setText(leaf.open() + " of " + (frame.entriesPerPage() - 1) + " open");
        pages.look(page / frame.pagesPerCell());
        pages.setAccessibleText("Handle table of " + frame.process() + ": " + frame.summary() + "; " + levelWords(true) + ". " + leaf.words());
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
