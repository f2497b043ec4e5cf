package dev.handlens.ui.graph;

import dev.handlens.lens.Change;
import dev.handlens.lens.GraphFrame;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.util.Duration;

/// A node of the graph: a rounded box with a title, a quieter second line, and a sign when it came or went. Many handles folded into one
/// are a stack of cards.
final class NodeView extends Region {
    private static final PseudoClass OPENED = PseudoClass.getPseudoClass("opened");
    private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");
    private static final PseudoClass FLASHED = PseudoClass.getPseudoClass("flashed");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    /// How far each card of a stack looks out behind the one before it, px.
    static final double CARD_STEP = 4;
    private static final String HANDLES = "handles ";

    private final Region backCard = card("back");
    private final Region middleCard = card("middle");
    private final Label sign = new Label();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final VBox face = new VBox(new HBox(sign, title), detail);
    private final Tooltip tooltip = new Tooltip();
    private GraphFrame.Node node;

    NodeView(GraphFrame.Node node) {
        getStyleClass().addAll("graph-node", node.kind().name().toLowerCase(Locale.ROOT));
        face.getStyleClass().add("face");
        title.getStyleClass().add("title");
        detail.getStyleClass().add("detail");
        sign.getStyleClass().add("sign");
        sign.setMinWidth(USE_PREF_SIZE);
        face.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(backCard, middleCard, face);
        tooltip.setShowDelay(Duration.millis(300));
        tooltip.setWrapText(true);
        Tooltip.install(this, tooltip);
        setAccessibleRole(AccessibleRole.BUTTON);
        show(node);
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
        node = next;
        setId(next.id());
        title.setText(next.title());
        showOrHide(detail, next.detail());
        showOrHide(sign, signOf(next.change()));
        boolean folded = next.kind() == GraphFrame.Kind.FOLDED;
        backCard.setVisible(folded);
        middleCard.setVisible(folded);
        pseudoClassStateChanged(OPENED, next.change() == Change.OPENED);
        pseudoClassStateChanged(CLOSED, next.change() == Change.CLOSED);
        pseudoClassStateChanged(FLASHED, next.change() == Change.FLASHED);
        pseudoClassStateChanged(SELECTED, next.selected());
        String words = next.detail().isEmpty() ? next.title() : next.title() + "\n" + next.detail();
        tooltip.setText(words);
        setAccessibleText(words + inWords(next.change()));
    }

    private static void showOrHide(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
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
        title.setText(node.title());
        detail.setText(node.detail());
        return Math.ceil(face.prefWidth(-1)) + 1;
    }

    /// Width at which it can still be read: a path shortened to its ends, counts under their shorter names, anything else in full.
    double readableWidth() {
        String shortest = PathElision.shorten(node.title(), text -> false);
        double counts = node.detail().startsWith(HANDLES) ? widthOf(briefly(node.detail()), detail) + aroundDetail() : 0;
        return Math.min(naturalWidth(), Math.ceil(Math.max(widthOf(shortest, title) + aroundTitle(), counts)) + 1);
    }

    /// Counts as the column headings of the lists have them.
    private static String briefly(String detail) {
        return detail.replace(HANDLES, "hnd ").replace("pointers ", "ptr ");
    }

    private double aroundTitle() {
        return aroundDetail() + (sign.isManaged() ? sign.prefWidth(-1) : 0);
    }

    private double aroundDetail() {
        return face.snappedLeftInset() + face.snappedRightInset();
    }

    /// Height of the box; needs styles applied.
    double naturalHeight() {
        return Math.ceil(face.prefHeight(-1));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double room = width - aroundTitle();
        title.setText(PathElision.shorten(node.title(), text -> widthOf(text, title) <= room));
        boolean detailFits = widthOf(node.detail(), detail) <= width - aroundDetail();
        detail.setText(detailFits ? node.detail() : briefly(node.detail()));
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
