package dev.handlens.ui.control;

import dev.handlens.lens.RowSource;
import dev.handlens.ui.Errand;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// A table over rows that are made when they are asked for. Only the rows on screen exist, so sixteen million cost what thirty cost.
///
/// Selection and colours belong to rows by their keys, never by their numbers: they stay right while rows come, go and change places.
/// The order of the rows is the source's; the headings only say which order is wished.
///
/// @param <R> a row
public final class RowTable<R> extends Region {
    /// Height of a row in pixels.
    public static final double ROW_HEIGHT = 27;
    /// Height of the headings in pixels.
    public static final double HEADER_HEIGHT = 31;

    private static final double NARROWEST = 120;
    private static final double NARROWEST_COLUMN = 44;

    private final RowTraits<R> traits;
    private final RowColumns<R> columns;
    private final RowHeader<R> header;
    private final RowWindow window = new RowWindow(ROW_HEIGHT);
    private final RowSelection<R> selection;
    private final RowTableMenu<R> menu;
    private final RowBody<R> body;
    private final Rectangle bodyClip = new Rectangle();
    private final Rectangle headerClip = new Rectangle();
    private final RowFollow follow = new RowFollow(window);
    private final RowScroll scroll = new RowScroll(window, this::requestLayout, follow::usedByHand);
    private final EndFollow endFollow = new EndFollow(window);
    private final Label placeholder = new Label();
    private final Region focusFrame = new Region();

    private RowSource<R> rows = RowSource.none();
    private RowFolds<R> folds = RowFolds.none();
    private boolean revealLead;
    /// Height of the body when it was laid out last.
    private double laidOut;
    private List<SortKey> order = List.of();
    private Consumer<Errand> onCopy = Errand::finish;
    private Consumer<R> onSelect = _ -> {};
    private Consumer<R> onOpen = _ -> {};
    private Consumer<R> onDelete = _ -> {};
    private Consumer<List<SortKey>> onSort = _ -> {};
    private Consumer<String> onArranged = _ -> {};
    private LongConsumer onFollowed = _ -> {};

    /// @param columns all columns, in the order in which they stand at first
    /// @param traits what else there is to know of a row
    public RowTable(List<RowColumn<R>> columns, RowTraits<R> traits) {
        this.traits = traits;
        this.columns = new RowColumns<>(columns);
        body = new RowBody<>(traits);
        selection = new RowSelection<>(traits.key());
        header = new RowHeader<>(this.columns, this::clickedHeading, this::fit, this::arranged);
        menu = new RowTableMenu<>(this, this.columns, this::fit, this::arranged);
        getStyleClass().add("row-table");
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setFocusTraversable(true);
        body.setClip(bodyClip);
        header.setClip(headerClip);
        placeholder.getStyleClass().add("empty");
        placeholder.setWrapText(true);
        focusFrame.getStyleClass().add("focus-frame");
        focusFrame.setMouseTransparent(true);
        getChildren().addAll(body, header, placeholder, scroll.vertical(), scroll.horizontal(), focusFrame);
        getChildren().forEach(child -> child.setManaged(false));
        body.setOnMousePressed(this::pressed);
        addEventHandler(ScrollEvent.SCROLL, scroll::wheel);
        addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        setOnContextMenuRequested(event -> {
            menu.show(selection.rows(rows), event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    /// Shows rows. What was selected stays selected, and the list stays scrolled to where it was.
    public void show(RowSource<R> source) {
        show(source, -1);
    }

    /// Shows rows that come in at the end. The list scrolls with them until a person scrolls away from the end, and again when the end is
    /// back in sight.
    ///
    /// @param source the rows
    /// @param end index of the row that came last, or -1 when none did
    public void show(RowSource<R> source, int end) {
        rows = source;
        endFollow.endsAt(end, end < 0 ? null : traits.key().apply(source.row(end)));
        requestLayout();
    }

    /// Takes the rows that the current step changed, and scrolls to them at the next layout unless the person has just used the table.
    public void follow(FollowedRows changed) {
        follow.show(changed);
        requestLayout();
    }

    /// Goes back to the first row, and scrolls to the selected and the changed rows afresh: for pictures, which must not depend on what was
    /// shown before.
    public void forget() {
        window.scrollTo(0);
        follow.forget();
        revealSelected();
    }

    /// Scrolls with rows that come in at the end even if a person had scrolled away: the list is another one.
    public void followAgain() {
        endFollow.again();
    }

    /// Selects a row by its key, as if it had been clicked but without telling anybody, and brings it into sight when it is new.
    ///
    /// @param rowKey key of the row, or null for none
    public void select(Object rowKey) {
        if (rowKey == null) {
            selection.clear();
            requestLayout();
        } else if (!selection.contains(rowKey)) {
            selection.only(rowKey);
            revealSelected();
        }
    }

    /// Brings the row that was selected last into sight.
    public void revealSelected() {
        revealLead = true;
        requestLayout();
    }

    /// The selected rows as they are now, from top to bottom.
    public List<R> selected() {
        return selection.rows(rows);
    }

    /// Shows which order the rows are in.
    public void sorted(List<SortKey> keys) {
        sorted(keys, keys);
    }

    /// Shows which order the rows are in while another one is being made.
    ///
    /// @param wished the order that the next click on a heading changes
    /// @param actual the order that the headings tell
    public void sorted(List<SortKey> wished, List<SortKey> actual) {
        order = List.copyOf(wished);
        header.sorted(List.copyOf(actual));
    }

    /// Words in place of rows.
    ///
    /// @param words why there are none; empty text when there are some
    public void setEmptyText(String words) {
        placeholder.setText(words);
    }

    /// Scrolls to a place.
    ///
    /// @param rowsAbove rows above the upper edge, as a fraction
    public void scrollTo(double rowsAbove) {
        endFollow.leave();
        window.scrollTo(rowsAbove);
        requestLayout();
    }

    /// The arrangement of the columns as a line of text to be remembered.
    public String columnState() {
        return columns.state();
    }

    /// Arranges the columns as a remembered line says.
    public void restoreColumns(String state) {
        columns.restore(state);
        requestLayout();
    }

    /// Shows or hides a column.
    public void setColumnShown(String id, boolean shown) {
        columns.setShown(id, shown);
        arranged();
    }

    /// Shows or hides a column as long as no person decides about it.
    public void suggestColumn(String id, boolean shown) {
        columns.suggest(id, shown);
        requestLayout();
    }

    /// Puts the selected rows on the clipboard as text, with the columns that are shown.
    public void copy(CopyFormat format) {
        if (!selection.isEmpty()) {
            onCopy.accept(new RowCopy<>(selection.gathering(rows), columns.shown(), format, RowTable::put));
        }
    }

    /// @param listener told which row a person selected
    public void setOnSelect(Consumer<R> listener) {
        onSelect = listener;
    }

    /// @param listener told which row a person opened, with Enter or a double click
    public void setOnOpen(Consumer<R> listener) {
        onOpen = listener;
    }

    /// @param listener told on which row a person pressed Del
    public void setOnDelete(Consumer<R> listener) {
        onDelete = listener;
    }

    /// @param listener given each copy that a person asks for, to be made; without one it is made at once
    public void setOnCopy(Consumer<Errand> listener) {
        onCopy = listener;
    }

    /// @param listener told which order a person wishes
    public void setOnSort(Consumer<List<SortKey>> listener) {
        onSort = listener;
    }

    /// @param listener told the new arrangement when a person widens, moves, hides or shows a column
    public void setOnArranged(Consumer<String> listener) {
        onArranged = listener;
    }

    /// @param listener told at each layout how many of the changed rows are listed but not wholly in view
    public void setOnFollowed(LongConsumer listener) {
        onFollowed = listener;
    }

    /// @param folds which rows stand for others
    public void setFolds(RowFolds<R> folds) {
        this.folds = folds;
    }

    /// @param items makes what the context menu offers for the selected rows, above copying and columns
    public void setRowMenu(Function<List<R>, List<MenuItem>> items) {
        menu.setItems(items);
    }

    /// Does what a click on the heading does.
    void sortBy(RowColumn<R> column) {
        clickedHeading(column, false);
    }

    void copyCell(RowColumn<R> column) {
        selected().stream().findFirst().ifPresent(row -> put(column.text().apply(row)));
    }

    @Override
    protected double computePrefWidth(double height) {
        return columns.shown().stream().mapToDouble(RowColumn::width).sum();
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEADER_HEIGHT + 8 * ROW_HEIGHT;
    }

    @Override
    protected double computeMinWidth(double height) {
        return NARROWEST;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEADER_HEIGHT + ROW_HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        // A list that gets lower keeps the selected row in sight, be it while the window finds its size.
        boolean follows = bodyHeight() < laidOut && window.shows(selection.leadIndex(rows));
        window.fit(bodyHeight(), rows.size());
        double bar = scroll.breadth();
        double width = Math.max(0, getWidth() - bar);
        double used = columns.layout(width);
        scroll.placeHorizontal(used, width, getHeight());
        window.fit(bodyHeight(), rows.size());
        endFollow.layout(rows.size());
        revealLead();
        if (follows) {
            window.reveal(selection.leadIndex(rows));
        }
        follow.layout(rows, bodyHeight());
        onFollowed.accept(follow.outOfView());
        laidOut = bodyHeight();
        double x = -scroll.offset();
        header.resizeRelocate(x, 0, Math.max(used, width + bar), HEADER_HEIGHT);
        // The clip moves against the scrolled headings, so that it stays with the table.
        clip(headerClip, -x, getWidth(), HEADER_HEIGHT);
        header.requestLayout();
        body.resizeRelocate(x, HEADER_HEIGHT, Math.max(used, width), bodyHeight());
        clip(bodyClip, -x, width, bodyHeight());
        scroll.placeVertical(rows.size(), width, HEADER_HEIGHT, bodyHeight());
        placeholder.setVisible(rows.size() == 0);
        placeholder.resizeRelocate(0, HEADER_HEIGHT, width, Math.min(bodyHeight(), 4 * ROW_HEIGHT));
        focusFrame.resizeRelocate(0, HEADER_HEIGHT, getWidth(), bodyHeight());
        body.fill(rows, window, columns.placed(), selection, Math.max(used, width));
    }

    private void revealLead() {
        if (revealLead && bodyHeight() > 0) {
            revealLead = false;
            int index = selection.leadIndex(rows);
            if (index >= 0) {
                window.center(index);
            }
        }
    }

    private double bodyHeight() {
        double height = Math.max(0, getHeight() - HEADER_HEIGHT - scroll.thickness());
        // Whole rows: the last one would be cut in half.
        return rows.size() * ROW_HEIGHT > height && height >= ROW_HEIGHT ? height - height % ROW_HEIGHT : height;
    }

    private static void clip(Rectangle clip, double x, double width, double height) {
        clip.setX(x);
        clip.setWidth(width);
        clip.setHeight(height);
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        menu.hide();
        follow.usedByHand();
        int index = window.indexAt(event.getY());
        if (index < 0) {
            return;
        }
        menu.pointAt(event.getX());
        Object key = traits.key().apply(rows.row(index));
        if (event.getButton() == MouseButton.SECONDARY && selection.contains(key)) {
            return;
        }
        if (event.isShiftDown()) {
            selection.extend(rows, index);
        } else if (event.isShortcutDown()) {
            selection.toggle(rows, index);
        } else {
            selection.only(rows, index);
        }
        told(index);
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            R row = rows.row(index);
            if (folds.isHead().test(row)) {
                toggleFold(row);
            } else {
                onOpen.accept(row);
            }
        }
    }

    private void typed(KeyEvent event) {
        boolean shortcut = event.isShortcutDown();
        int cursor = rows.size() == 0 ? -1 : selection.cursor(rows);
        int target = rows.size() == 0 || shortcut || event.isAltDown()
                ? -1 : RowKeys.target(event, cursor, rows.size(), window.wholeRows());
        int lead = rows.size() == 0 ? -1 : selection.leadIndex(rows);
        if (lead >= 0 && folds.isForKey(rows.row(lead), event)) {
            toggleFold(rows.row(lead));
        } else if (target >= 0) {
            moveTo(target, event.isShiftDown());
        } else if (shortcut && event.getCode() == KeyCode.C) {
            copy(CopyFormat.TSV);
        } else if (shortcut && event.getCode() == KeyCode.A && rows.size() > 0) {
            selection.all(rows);
            requestLayout();
        } else if (event.getCode() == KeyCode.ENTER && selection.leadIndex(rows) >= 0) {
            onOpen.accept(rows.row(selection.leadIndex(rows)));
        } else if (event.getCode() == KeyCode.DELETE && !event.isShiftDown() && selection.leadIndex(rows) >= 0) {
            onDelete.accept(rows.row(selection.leadIndex(rows)));
        } else {
            return;
        }
        event.consume();
    }

    /// A row that is closed with its fold hands the selection to the row that stands for it.
    private void toggleFold(R row) {
        String fold = folds.id().apply(row);
        if (!folds.isHead().test(row)) {
            selection.only(fold);
        }
        folds.onToggle().accept(fold);
    }

    private void moveTo(int index, boolean extend) {
        if (extend) {
            selection.extend(rows, index);
        } else {
            selection.only(rows, index);
        }
        window.reveal(index);
        follow.usedByHand();
        told(index);
    }

    private void told(int index) {
        requestLayout();
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
        onSelect.accept(rows.row(index));
    }

    private void clickedHeading(RowColumn<R> column, boolean add) {
        sorted(SortKey.clicked(order, column.id(), add));
        onSort.accept(order);
    }

    private void arranged() {
        requestLayout();
        onArranged.accept(columns.state());
    }

    /// Makes a column as wide as the widest of its cells on screen.
    private void fit(RowColumn<R> column) {
        double width = Math.ceil(body.widest(column)) + 2 * RowColumns.PADDING + 1;
        columns.setWidth(column.id(), Math.max(NARROWEST_COLUMN, width));
        arranged();
    }

    private static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ROW_COUNT -> rows.size();
            case COLUMN_COUNT -> columns.shown().size();
            case FOCUS_ITEM -> body.line(line -> line.key().equals(selection.lead())).map(Node.class::cast).orElse(this);
            case ROW_AT_INDEX -> body.line(line -> line.index() == (Integer) parameters[0]).orElse(null);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
