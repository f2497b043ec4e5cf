package dev.handlens.ui.handles;

import dev.handlens.lens.Change;
import dev.handlens.lens.HandleField;
import dev.handlens.lens.HandleKey;
import dev.handlens.lens.HandleRow;
import dev.handlens.lens.HandlesFrame;
import dev.handlens.lens.Selection;
import dev.handlens.lens.StepFrame;
import dev.handlens.lens.View;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.FollowedRows;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.Numbers;
import dev.handlens.ui.control.PaneBox;
import dev.handlens.ui.control.RowFolds;
import dev.handlens.ui.control.RowTable;
import dev.handlens.ui.control.RowTraits;
import dev.handlens.ui.control.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The handle list of a process: opened in green, closed in red.
public final class HandlesPane extends PaneBox {
    private static final KeyCombination TO_FILTER = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private static final Insets INSIDE_BORDER = new Insets(0, 1, 1, 1);

    /// Rows of a list in which changed rows are looked for one by one.
    private static final int MOST_SEARCHED = 100_000;
    private static final double ROOM_FOR_ACCESS = 480;
    private static final double CHIP_GAP = 10;
    private static final double HEADER_MARGINS = 44;
    private static final double FOOTER_GAP = 12;
    /// Width from which there is room beside the tabs for what the counts count.
    private static final double ROOM_FOR_WORDS = 540;
    private static final double ROOM_FOR_WORDS_IN_FOOTER = 400;

    private final Consumer<Intent> intents;
    private final Label opened = Labels.chip("", "opened");
    private final Label closed = Labels.chip("", "closed");
    private final Label unseen = Labels.chip("", "warned");
    private final Label since = Labels.of("", "remark");
    /// Together: opens without closes, or closes without opens, would tell only half of what happened.
    private final HBox chips = new HBox(CHIP_GAP, opened, closed, unseen);
    private final FilterField filter;
    private final FilterMistakes mistakes = new FilterMistakes();
    private final StillOpenSwitch stillOpen;
    private final WatchBar watch;
    private final HandleBanners banners;
    private final RowTable<HandleRow> table;
    private final HBox tools;
    private final VBox head;
    private final BorderPane content;
    private final Label process = Labels.of("", "strong");
    private final Label outOfView = Labels.of("", "mute");
    private final Button unnamed = new Button();
    private boolean presented;
    private boolean followsEnd = true;
    private int pid;
    /// The fold that a person selected last, as it was then; null when they selected a handle.
    private HandleRow chosenFold;

    /// @param intents where wishes go
    public HandlesPane(Consumer<Intent> intents) {
        super("Handles");
        this.intents = intents;
        getStyleClass().add("handles-pane");
        filter = new FilterField(intents);
        watch = new WatchBar(intents);
        stillOpen = new StillOpenSwitch(intents);
        Consumer<String> onToggle = fold -> intents.accept(new Intent.ToggleFold(fold));
        table = new RowTable<>(HandleColumns.all(onToggle),
                new RowTraits<>(HandleRow::identity, HandleRow::change, HandleColumns::spoken, Map.of()));
        table.setFolds(new RowFolds<>(row -> row.fold() == null ? null : row.fold().id(), HandleRow::isFold,
                row -> row.fold() != null && row.fold().open(), onToggle));
        banners = new HandleBanners(intents, table::revealSelected);
        table.setOnSelect(this::select);
        table.setOnOpen(this::select);
        table.setOnDelete(this::close);
        table.setOnCopy(copy -> intents.accept(new Intent.Begin(copy)));
        table.setOnSort(keys -> intents.accept(new Intent.SetSort(keys.stream()
                .map(key -> new View.SortBy(HandleField.valueOf(key.column()), key.ascending())).toList())));
        table.setRowMenu(this::menu);
        tools = new HBox(filter, stillOpen, watch);
        tools.getStyleClass().add("tools");
        HBox.setHgrow(filter, Priority.ALWAYS);
        head = new VBox(tools, mistakes);
        content = new BorderPane(table, head, null, banners, null);
        chips.setAlignment(Pos.CENTER_RIGHT);
        setRight(chips, since);
        StackPane.setMargin(content, INSIDE_BORDER);
        setContent(content);
        widthProperty().addListener(_ -> {
            fitHeader();
            stillOpen.fit(getWidth());
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (TO_FILTER.match(event)) {
                focusFilter();
                event.consume();
            }
        });
    }

    /// Shows a list.
    ///
    /// @param frame what is to be seen
    /// @param view what the person chose to see
    public void show(HandlesFrame frame, View view) {
        setNote(frame.process());
        boolean brief = getWidth() < (presented ? ROOM_FOR_WORDS_IN_FOOTER : ROOM_FOR_WORDS);
        chip(opened, frame.opened(), brief ? "+%s" : "+%s opened");
        chip(closed, frame.closed(), brief ? "\u2212%s" : "\u2212%s closed");
        chip(unseen, frame.unseen(), "%s unseen");
        since.setText(frame.since());
        process.setText(frame.process());
        showTools();
        showUnnamed(frame, view);
        fitHeader();
        filter.show(view.filter(), !frame.mistakes().isEmpty());
        mistakes.show(frame.mistakes());
        stillOpen.show(view.stillOpen());
        watch.show(view);
        banners.show(frame, view);
        table.sorted(keys(view.sort()), keys(frame.sorted()));
        boolean byTime = isWatchedByTime(view);
        table.suggestColumn(HandleField.AGE.name(), byTime);
        table.suggestColumn(HandleField.OPENED.name(), !byTime);
        table.setEmptyText(frame.empty());
        if (frame.pid() != pid) {
            pid = frame.pid();
            table.followAgain();
        }
        int last = frame.staying() - 1;
        boolean isNew = followsEnd && last >= 0 && frame.rows().row(last).change() == Change.OPENED;
        table.show(frame.rows(), isNew ? last : -1);
        table.select(selectedRow(frame, view));
    }

    /// The row to mark: that of the selected handle, or of a fold that it was selected by or is in.
    private Object selectedRow(HandlesFrame frame, View view) {
        if (!(view.selection() instanceof Selection.OfHandle(HandleKey key))) {
            return null;
        }
        if (chosenFold != null && chosenFold.key().equals(key) && frame.rows().indexOf(chosenFold.identity()) >= 0) {
            return chosenFold.identity();
        }
        return frame.selectedFold() == null ? key : frame.selectedFold();
    }

    /// Sets whether the list scrolls with handles that are opened at its end.
    public void setFollowsEnd(boolean follows) {
        followsEnd = follows;
    }

    /// Scrolls to the handles that a step opened, closed or changed.
    ///
    /// @param scrolls whether to scroll; the rows out of view are counted in any case
    public void follow(HandlesFrame frame, View view, StepFrame step, boolean scrolls) {
        // In the order of values a row is found at once; in another one the whole list is searched.
        boolean found = view.sort().isEmpty() && view.filter().isBlank() || frame.rows().size() <= MOST_SEARCHED;
        List<HandleKey> keys = found ? step.handles() : List.of();
        Object chapter = List.of(step.chapter(), frame.pid());
        table.follow(new FollowedRows(step.position(), chapter, keys, found ? step.handleCount() : 0, scrolls));
    }

    /// Shows the list as presentation has it: without header and tools, the counts below the rows. The tools come back while they are used.
    public void setPresented() {
        presented = true;
        setHeaderShown(false);
        setRight();
        content.setBottom(null);
        process.setMinWidth(USE_PREF_SIZE);
        unnamed.getStyleClass().add("link");
        unnamed.setFocusTraversable(false);
        unnamed.setMinWidth(USE_PREF_SIZE);
        outOfView.setMinWidth(USE_PREF_SIZE);
        setFooter(process, opened, closed, unseen, since, outOfView, unnamed);
        table.setOnFollowed(this::showOutOfView);
        filter.focusedProperty().subscribe(this::showTools);
        // Rather a column less than a bar across, which would take a row.
        widthProperty().subscribe(width -> table.suggestColumn(HandleField.ACCESS.name(), width.doubleValue() >= ROOM_FOR_ACCESS));
        showTools();
    }

    /// Says below the list how many handles it leaves out; in presentation there is no banner for it.
    private void showUnnamed(HandlesFrame frame, View view) {
        boolean hidden = frame.hiddenUnnamed() > 0;
        unnamed.setText(hidden ? Numbers.count(frame.hiddenUnnamed()) + " unnamed hidden" : "Hide unnamed");
        unnamed.setOnAction(_ -> intents.accept(new Intent.ShowUnnamed(hidden)));
        unnamed.setVisible(hidden || view.showUnnamed() && frame.named() >= 0 && frame.total() > frame.named());
        unnamed.setManaged(unnamed.isVisible());
    }

    private void showOutOfView(long count) {
        outOfView.setText(count == 0 ? "" : Numbers.count(count) + (count == 1 ? " row" : " rows") + " out of view");
        show(outOfView, count > 0);
        fitFooter();
    }

    private void showTools() {
        boolean shown = !presented || filter.isFocused() || !filter.getText().isBlank();
        head.setVisible(shown);
        head.setManaged(shown);
    }

    /// Brings the selected handle into sight.
    public void revealSelected() {
        table.revealSelected();
    }

    /// Puts the caret into the filter field (Ctrl+F).
    public void focusFilter() {
        tools.setVisible(true);
        tools.setManaged(true);
        filter.requestFocus();
        filter.selectAll();
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
    public RowTable<HandleRow> table() {
        return table;
    }

    /// Whether a person who watches so thinks in seconds rather than in steps.
    private static boolean isWatchedByTime(View view) {
        boolean span = !view.highlight().equals(View.Highlight.UNTIL_NEXT_STEP) && !view.highlight().equals(View.Highlight.FOR_EVER);
        return view.watch() == View.Watch.POLLING || span;
    }

    /// In a narrow pane the counts matter more than since when they are counted.
    private void fitHeader() {
        if (presented) {
            fitFooter();
            return;
        }
        double words = title().prefWidth(-1) + since.prefWidth(-1);
        double chips = List.of(opened, closed, unseen).stream().filter(Label::isManaged)
                .mapToDouble(chip -> chip.prefWidth(-1) + CHIP_GAP).sum();
        boolean room = words + chips + HEADER_MARGINS < getWidth();
        since.setVisible(room);
        since.setManaged(room);
    }

    /// In presentation the counts, and how many rows are out of view, matter more than since when is counted and which process it is.
    private void fitFooter() {
        boolean counts = opened.isVisible() || closed.isVisible() || unseen.isVisible();
        double room = getWidth() - HEADER_MARGINS - Stream.of(opened, closed, unseen, outOfView, unnamed).filter(Node::isManaged)
                .mapToDouble(node -> node.prefWidth(-1) + FOOTER_GAP).sum();
        double forProcess = process.prefWidth(-1);
        show(process, room >= forProcess);
        show(since, counts && room >= forProcess + FOOTER_GAP + since.prefWidth(-1));
    }

    private static void show(Label label, boolean shown) {
        label.setVisible(shown);
        label.setManaged(shown);
    }

    private static List<SortKey> keys(List<View.SortBy> sort) {
        return sort.stream().map(key -> new SortKey(key.column().name(), key.ascending())).toList();
    }

    private void select(HandleRow row) {
        chosenFold = row.isFold() ? row : null;
        intents.accept(new Intent.Select(new Selection.OfHandle(row.key())));
    }

    private void close(HandleRow row) {
        if (isOpen(row)) {
            intents.accept(new Intent.CloseHandle(row.key().pid(), row.key().value()));
        }
    }

    private static boolean isOpen(HandleRow row) {
        return row.change() == Change.NONE || row.change() == Change.OPENED;
    }

    private List<MenuItem> menu(List<HandleRow> rows) {
        HandleRow row = rows.getFirst();
        MenuItem close = new MenuItem("Close handle " + row.key().hex());
        close.setAccelerator(new KeyCodeCombination(KeyCode.DELETE));
        close.setDisable(rows.size() > 1 || !isOpen(row));
        close.setOnAction(_ -> close(row));
        MenuItem object = new MenuItem("Select the " + row.type().typeName() + " it refers to");
        object.setOnAction(_ -> intents.accept(new Intent.Select(new Selection.OfObject(row.object()))));
        object.setDisable(rows.size() > 1);
        MenuItem only = new MenuItem("List only type " + row.type().typeName());
        only.setOnAction(_ -> intents.accept(new Intent.SetFilter("type:" + row.type().typeName())));
        CheckMenuItem open = new CheckMenuItem(StillOpenSwitch.WORDS);
        open.setSelected(stillOpen.isSelected());
        open.setOnAction(_ -> stillOpen.fire());
        List<MenuItem> items = new ArrayList<>();
        if (row.fold() != null) {
            MenuItem fold = new MenuItem(row.fold().open() ? "Fold the " + row.fold().count() + " handles into one row"
                    : "List the " + row.fold().count() + " handles one by one");
            fold.setOnAction(_ -> intents.accept(new Intent.ToggleFold(row.fold().id())));
            items.add(fold);
        }
        items.addAll(List.of(close, object, only, open));
        return items;
    }

    private static void chip(Label chip, long count, String words) {
        chip.setText(words.formatted(Numbers.count(count)));
        show(chip, count > 0);
    }
}
