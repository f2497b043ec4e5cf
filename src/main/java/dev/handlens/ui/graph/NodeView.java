package dev.handlens.ui.graph;

import dev.handlens.lens.Change;
import dev.handlens.lens.GraphFrame;
import dev.handlens.ui.control.Hint;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// A node of the graph: a rounded box with a title, quieter words below it, and a sign when it came or went. Many things in one are a stack
/// of cards; an arrow tells that the stack can be opened, or closed again.
final class NodeView extends Region {
    private static final PseudoClass OPENED = PseudoClass.getPseudoClass("opened");
    private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");
    private static final PseudoClass FLASHED = PseudoClass.getPseudoClass("flashed");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    /// How far each card of a stack looks out behind the one before it, px.
    static final double CARD_STEP = 4;
    /// Words below a title go on in another line after so many px; those of a request sooner, because two columns stand beside it.
    private static final double LONGEST_LINE = 180;
    private static final double LONGEST_LINE_OF_REQUEST = 105;
    /// A title or call site longer than this is cut in its middle; nothing else is when a pane is narrow.
    private static final double LARGEST_FLOOR = 220;
    private static final double ARROW_GAP = 6;
    private static final PseudoClass KEYBOARD = PseudoClass.getPseudoClass("keyboard");

    private final Region backCard = card("back");
    private final Region middleCard = card("middle");
    private final Label sign = new Label();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Region arrow = new Region();
    private final HBox head = new HBox(title);
    private final VBox face = new VBox(head);
    private GraphFrame.Node node;
    private Sizes sizes;

    /// What the words need, as measured with the fonts that the styles gave.
    ///
    /// @param natural width at which nothing is shortened
    /// @param readable width at which it can still be read
    /// @param smallest width at which its own name can be
    private record Sizes(Font title, Font detail, double natural, double readable, double smallest, double height) {}

    NodeView(GraphFrame.Node node) {
        getStyleClass().addAll("graph-node", node.kind().name().toLowerCase(Locale.ROOT));
        face.getStyleClass().add("face");
        title.getStyleClass().add("title");
        detail.getStyleClass().add("detail");
        sign.getStyleClass().add("sign");
        sign.setMinWidth(USE_PREF_SIZE);
        arrow.getStyleClass().add("fold-arrow");
        face.setAlignment(Pos.CENTER_LEFT);
        this.node = node;
        // A graph may have hundreds of nodes, and each part of one has its styles worked out: none has parts that it does not show.
        if (isStack()) {
            getChildren().addAll(backCard, middleCard);
        }
        if (isFold()) {
            head.setAlignment(Pos.CENTER_LEFT);
            head.getChildren().addFirst(arrow);
            arrow.setRotate(node.kind() == GraphFrame.Kind.UNFOLDED ? 90 : 0);
            HBox.setMargin(arrow, new Insets(0, ARROW_GAP, 0, 0));
        }
        getChildren().add(face);
        Hint.on(this, () -> inWords() + (isFold() ? "\n" + toggleWords() : ""));
        setAccessibleRole(AccessibleRole.BUTTON);
        take(node);
    }

    private static Region card(String name) {
        Region card = new Region();
        card.getStyleClass().addAll("card-behind", name);
        card.setMouseTransparent(true);
        return card;
    }

    GraphFrame.Node node() {
        return node;
    }

    /// @param next the same node, at another moment; its kind does not change
    void show(GraphFrame.Node next) {
        if (!next.equals(node)) {
            take(next);
        }
    }

    private void take(GraphFrame.Node next) {
        node = next;
        sizes = null;
        setId(next.id());
        title.setText(next.title());
        showOrHide(face, 1, detail, next.detail());
        showOrHide(head, isFold() ? 1 : 0, sign, signOf(next.change()));
        pseudoClassStateChanged(OPENED, next.change() == Change.OPENED);
        pseudoClassStateChanged(CLOSED, next.change() == Change.CLOSED);
        pseudoClassStateChanged(FLASHED, next.change() == Change.FLASHED);
        pseudoClassStateChanged(SELECTED, next.selected());
        setAccessibleText(inWords().replace("\n", " · ") + inWords(next.change()) + (isFold() ? ", " + toggleWords() : ""));
        requestLayout();
    }

    private String inWords() {
        return node.detail().isEmpty() ? node.title() : node.title() + "\n" + node.detail();
    }

    /// Whether it can be opened, or closed again.
    boolean isFold() {
        return switch (node.kind()) {
            case FOLDED, UNFOLDED -> true;
            case PROCESS, HANDLE, OBJECT, THREAD, DRIVER, DEVICE, DIRECTORY, IRP, MORE -> false;
        };
    }

    /// Whether it stands for many things that are not shown themselves.
    boolean isStack() {
        return node.kind() == GraphFrame.Kind.FOLDED || node.kind() == GraphFrame.Kind.MORE;
    }

    /// Whether the keyboard is at a node that cannot be selected.
    void showKeyboard(boolean here) {
        pseudoClassStateChanged(KEYBOARD, here);
    }

    private String toggleWords() {
        return node.kind() == GraphFrame.Kind.FOLDED ? "click to open" : "click to close";
    }

    private static void showOrHide(Pane parent, int place, Label label, String text) {
        label.setText(text);
        if (text.isEmpty()) {
            parent.getChildren().remove(label);
        } else if (label.getParent() == null) {
            parent.getChildren().add(place, label);
        }
    }

    private static String signOf(Change change) {
        return switch (change) {
            case NONE -> "";
            case OPENED -> "+";
            case CLOSED -> "−";
            case FLASHED -> "±";
        };
    }

    private static String inWords(Change change) {
        return switch (change) {
            case NONE -> "";
            case OPENED -> ", opened";
            case CLOSED -> ", closed";
            case FLASHED -> ", opened and closed";
        };
    }

    /// Width at which nothing is shortened; needs styles applied.
    double naturalWidth() {
        return sizes().natural();
    }

    /// Width at which it can still be read: a long path shortened to its ends, counts under their shorter names, anything else in full.
    double readableWidth() {
        return sizes().readable();
    }

    /// Width at which the end of its path can be read.
    double smallestWidth() {
        return sizes().smallest();
    }

    /// Height of the box; needs styles applied.
    double naturalHeight() {
        return sizes().height();
    }

    private Sizes sizes() {
        if (sizes == null || sizes.title() != title.getFont() || sizes.detail() != detail.getFont()) {
            title.setText(node.title());
            detail.setText(inLines(node.detail()));
            double natural = Math.ceil(face.prefWidth(-1)) + 1;
            double height = Math.ceil(face.prefHeight(-1));
            double below = widthOf(inLines(briefly(node.detail())), detail) + aroundDetail();
            double readable = floor(PathElision.ends(shortened(_ -> false), node.title()), below);
            double smallest = floor(shortened(_ -> false), below);
            sizes = new Sizes(title.getFont(), detail.getFont(), natural, Math.min(natural, readable), Math.min(natural, smallest), height);
        }
        return sizes;
    }

    private double floor(String heading, double below) {
        return Math.min(LARGEST_FLOOR, Math.ceil(Math.max(widthOf(heading, title) + aroundTitle(), below)) + 1);
    }

    /// Counts as the column headings of the lists have them.
    private static String briefly(String detail) {
        return detail.replace("handles ", "hnd ").replace("pointers ", "ptr ").replace(" · no handles", "");
    }

    /// The longest form of the title that has room.
    private String shortened(Predicate<String> fits) {
        if (node.kind() == GraphFrame.Kind.IRP && !fits.test(node.title())) {
            return "IRP" + node.title().substring(node.title().lastIndexOf(' '));
        }
        return PathElision.shorten(node.title(), fits);
    }

    /// Words in as many lines as they need.
    private String inLines(String words) {
        double longest = node.kind() == GraphFrame.Kind.IRP ? LONGEST_LINE_OF_REQUEST : LONGEST_LINE;
        return WordLines.of(words, line -> widthOf(line, detail) <= longest);
    }

    private double aroundTitle() {
        double before = isFold() ? arrow.prefWidth(-1) + ARROW_GAP : 0;
        return aroundDetail() + before + (sign.getParent() == null ? 0 : sign.prefWidth(-1));
    }

    private double aroundDetail() {
        return face.snappedLeftInset() + face.snappedRightInset();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double room = width - aroundTitle();
        title.setText(shortened(text -> widthOf(text, title) <= room));
        String words = inLines(node.detail());
        detail.setText(widthOf(words, detail) <= width - aroundDetail() ? words : inLines(briefly(node.detail())));
        face.resizeRelocate(0, 0, width, height);
        middleCard.resizeRelocate(CARD_STEP, -CARD_STEP, width, height);
        backCard.resizeRelocate(2 * CARD_STEP, -2 * CARD_STEP, width, height);
    }

    private static double widthOf(String text, Label label) {
        Text probe = new Text(text);
        probe.setFont(label.getFont());
        return Math.ceil(probe.getLayoutBounds().getWidth());
    }
}
