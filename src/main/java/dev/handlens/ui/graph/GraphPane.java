package dev.handlens.ui.graph;

import dev.handlens.lens.GraphFrame;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Hint;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// Shows what keeps the selected thing alive: processes, their handles, the objects, and what refers to those by pointer; the reason in
/// one sentence below. Its switches go into the header of the pane that holds it, see [#actions].
public final class GraphPane extends BorderPane {
    /// Width at which the usual graph of process, handle and object needs no shortening, px.
    private static final double COMFORTABLE_WIDTH = 384;
    /// How far a graph is made smaller to keep its details; to keep its names, down to [Viewport#SMALLEST_LEGIBLE].
    private static final double SMALLEST_FOR_DETAILS = 0.74;
    private static final String HELP = "Graph of references. Arrow keys go to a node, Enter selects it, or opens and closes a fold.";

    private static final double ZOOM_GAP = 10;

    private final Consumer<Intent> intents;
    private final GraphWorld world = new GraphWorld();
    private final Viewport viewport = new Viewport(world, this::arrange);
    private final Label sentence = new Label();
    private final Label empty = new Label();
    private DoublePredicate calm = _ -> false;
    private GraphFrame shown;
    private boolean glides;
    /// Whether another node is selected than in the frame before.
    private boolean reselected;
    private boolean stale = true;
    /// Id of the node that the keyboard is at; empty while it is at what is selected.
    private String keyboard = "";
    private double arrangedWidth = -1;
    private double arrangedHeight = -1;

    /// @param intents where wishes go
    public GraphPane(Consumer<Intent> intents) {
        this.intents = intents;
        getStyleClass().add("graph-pane");
        sentence.getStyleClass().add("graph-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        empty.getStyleClass().add("empty");
        setCenter(new StackPane(viewport, empty));
        setBottom(sentence);
        setMinSize(0, 0);
        viewport.setFocusTraversable(true);
        viewport.setAccessibleText(HELP);
        viewport.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        viewport.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    }

    /// Lets nodes glide to new places while there is time for it. Off until a person is looking: a picture must not catch them on the way.
    ///
    /// @param calm tells whether what is shown now stays for so many ms; asked at each frame
    public void setAnimated(DoublePredicate calm) {
        this.calm = calm;
    }

    /// Shows the graph as presentation has it: without the sentence, and never smaller than can be read from afar.
    public void setPresented() {
        viewport.setSmallest(Viewport.SMALLEST_PRESENTED);
        setBottom(null);
    }

    /// What stands right in the header: fit, tidy, zoom.
    public List<Node> actions() {
        // Together, since one of them alone is of no use where there is no room for both.
        HBox zoom = new HBox(ZOOM_GAP,
                action("−", "Zoom out (−)", () -> viewport.zoomBy(1 / Viewport.ZOOM_STEP)),
                action("+", "Zoom in (+)", () -> viewport.zoomBy(Viewport.ZOOM_STEP)));
        zoom.setAlignment(Pos.CENTER);
        return List.of(zoom,
            action("Fit", "Show all of the graph (0)", this::fit),
            action("Tidy", "Lay the graph out afresh", this::tidy));
    }

    private static Button action(String word, String meaning, Runnable run) {
        Button button = new Button(word);
        button.getStyleClass().add("word");
        button.setMinWidth(USE_PREF_SIZE);
        Hint.on(button, meaning);
        button.setAccessibleText(meaning);
        button.setOnAction(_ -> run.run());
        return button;
    }

    /// Shows a moment.
    public void show(GraphFrame frame) {
        if (frame.equals(shown)) {
            // Other parts of the window may have changed; a glide to what is shown goes on.
            return;
        }
        shown = frame;
        glides = calm.test(Glide.MILLIS);
        Optional<String> before = selected();
        world.show(frame);
        reselected = selected().isPresent() && !selected().equals(before);
        moveKeyboard(world.nodes().containsKey(keyboard) ? keyboard : "");
        empty.setText(frame.empty());
        empty.setVisible(!frame.empty().isEmpty());
        sentence.setText(frame.sentence());
        sentence.setVisible(!frame.sentence().isEmpty());
        sentence.setManaged(!frame.sentence().isEmpty());
        stale = true;
        viewport.requestLayout();
    }

    /// Shows all of the graph again.
    public void fit() {
        viewport.fit(anchor());
    }

    /// What a graph that does not fit is shown round: where the keyboard is, or what is selected; null for neither.
    private Bounds anchor() {
        return here().map(view -> world.placeOf(view.node().id())).orElse(null);
    }

    private Optional<NodeView> here() {
        NodeView at = world.nodes().get(keyboard);
        return at != null ? Optional.of(at) : selected().map(world.nodes()::get);
    }

    private Optional<String> selected() {
        return world.nodes().values().stream().filter(view -> view.node().selected()).map(view -> view.node().id()).findFirst();
    }

    /// Lays the graph out afresh, with the fewest crossings it finds.
    public void tidy() {
        glides = calm.test(Glide.MILLIS);
        world.forget();
        stale = true;
        viewport.requestLayout();
    }

    /// At layout the styles have been applied, so that nodes know how wide their words are.
    private void arrange() {
        boolean resized = viewport.getWidth() != arrangedWidth || viewport.getHeight() != arrangedHeight;
        if (!stale && !resized) {
            return;
        }
        boolean fresh = false;
        boolean widened = viewport.getWidth() != arrangedWidth;
        if (stale || widened) {
            double width = viewport.getWidth() - 2 * Viewport.MARGIN;
            double height = viewport.getHeight() - 2 * Viewport.MARGIN;
            Dimension2D largest = new Dimension2D(width / viewport.smallest(), height / viewport.smallest());
            fresh = world.arrange(roomFor(width), largest, glides && !widened);
        }
        stale = false;
        arrangedWidth = viewport.getWidth();
        arrangedHeight = viewport.getHeight();
        viewport.setContent(world.extent());
        boolean follows = !viewport.wasMoved();
        boolean fits = viewport.showsAll();
        if (fresh || follows && (resized || viewport.isOffMiddle() || viewport.canFitMuchLarger() || !fits && (reselected || viewport.canFitBetter()))) {
            fit();
        } else if (follows && anchor() != null && !viewport.shows(anchor())) {
            viewport.reveal(anchor());
        }
    }

    /// In a narrow pane the graph is made a little smaller rather than its details cut. Names are never: a graph that needs more room for
    /// them takes it, see [ColumnWidths].
    private static double roomFor(double width) {
        return Math.max(width, Math.min(COMFORTABLE_WIDTH, width / SMALLEST_FOR_DETAILS));
    }

    private void click(MouseEvent event) {
        viewport.requestFocus();
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            nodeAt(event.getTarget()).ifPresent(this::choose);
        }
    }

    private Optional<NodeView> nodeAt(Object target) {
        Node node = target instanceof Node hit ? hit : null;
        while (node != null && !(node instanceof NodeView)) {
            node = node.getParent();
        }
        return Optional.ofNullable((NodeView) node);
    }

    /// Selects what a node stands for; a fold is opened or closed.
    private void choose(NodeView view) {
        moveKeyboard(view.node().id());
        if (view.isFold()) {
            intents.accept(new Intent.ToggleFold(view.node().id()));
        } else if (view.node().selection() != null) {
            intents.accept(new Intent.Select(view.node().selection()));
        }
    }

    private void moveKeyboard(String id) {
        NodeView before = world.nodes().get(keyboard);
        if (before != null) {
            before.showKeyboard(false);
        }
        keyboard = id;
        NodeView now = world.nodes().get(id);
        if (now != null) {
            now.showKeyboard(true);
        }
        viewport.setAccessibleText(now == null ? HELP : now.getAccessibleText());
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> viewport.zoomBy(Viewport.ZOOM_STEP);
            case MINUS, SUBTRACT -> viewport.zoomBy(1 / Viewport.ZOOM_STEP);
            case DIGIT0, NUMPAD0 -> fit();
            case LEFT -> go(-1, 0);
            case RIGHT -> go(1, 0);
            case UP -> go(0, -1);
            case DOWN -> go(0, 1);
            case ENTER, SPACE -> {
                if (!world.nodes().containsKey(keyboard)) {
                    return;
                }
                choose(world.nodes().get(keyboard));
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Goes to the nearest node in a direction; from nowhere, to the first one. What is there is not selected yet: another selection is
    /// another graph.
    private void go(int right, int down) {
        Map<String, NodeView> nodes = world.nodes();
        Optional<NodeView> from = here();
        Optional<NodeView> to = from.isEmpty() ? nodes.values().stream().findFirst() : nearest(from.get(), right, down);
        to.ifPresent(view -> {
            moveKeyboard(view.node().id());
            viewport.reveal(world.placeOf(view.node().id()));
        });
    }

    /// Up and down stay in the column, right and left go to the next one: so every node is reached.
    private Optional<NodeView> nearest(NodeView from, int right, int down) {
        Bounds here = world.placeOf(from.node().id());
        Comparator<NodeView> order = Comparator.comparingDouble((NodeView view) -> Math.abs(across(here, view)))
                .thenComparingDouble(view -> Math.abs(below(here, view)));
        return world.nodes().values().stream()
                .filter(view -> right == 0 ? across(here, view) == 0 && down * below(here, view) > 0 : right * across(here, view) > 0)
                .min(order);
    }

    private double across(Bounds here, NodeView view) {
        return world.placeOf(view.node().id()).getMinX() - here.getMinX();
    }

    private double below(Bounds here, NodeView view) {
        return world.placeOf(view.node().id()).getCenterY() - here.getCenterY();
    }
}
