package dev.handlens.ui.graph;

import dev.handlens.lens.Change;
import dev.handlens.lens.GraphFrame;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.SVGPath;

/// An edge of the graph: a curve, and for a pointer reference its cause in words.
final class EdgeView extends Group {
    private static final PseudoClass MANY = PseudoClass.getPseudoClass("many");
    private static final PseudoClass OPENED = PseudoClass.getPseudoClass("opened");
    private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");

    private final SVGPath curve = new SVGPath();
    /// Its cause in words, or null for none.
    private final Label label;

    /// @param edge what it stands for
    /// @param many whether it leads to or from a stack
    EdgeView(GraphFrame.Edge edge, boolean many) {
        curve.getStyleClass().addAll("graph-edge", edge.pointer() ? "pointer" : "handle");
        setMouseTransparent(true);
        setAutoSizeChildren(false);
        getChildren().add(curve);
        if (edge.label().isEmpty()) {
            label = null;
        } else {
            label = new Label(edge.label());
            label.getStyleClass().add("graph-edge-label");
            getChildren().add(label);
        }
        show(edge.change(), many);
    }

    /// The same edge, at another moment.
    void show(Change change, boolean many) {
        curve.pseudoClassStateChanged(MANY, many);
        curve.pseudoClassStateChanged(OPENED, change == Change.OPENED);
        curve.pseudoClassStateChanged(CLOSED, change == Change.CLOSED || change == Change.FLASHED);
        if (label != null) {
            label.pseudoClassStateChanged(OPENED, change == Change.OPENED);
            label.pseudoClassStateChanged(CLOSED, change == Change.CLOSED);
        }
    }

    /// Width of the words on it, px; needs styles applied.
    double labelWidth() {
        return label != null ? Math.ceil(label.prefWidth(-1)) : 0;
    }

    void follow(EdgeRouter.Route route) {
        if (!route.path().equals(curve.getContent())) {
            curve.setContent(route.path());
        }
        if (label == null) {
            return;
        }
        double width = labelWidth();
        double height = Math.ceil(label.prefHeight(-1));
        double left = route.centered() ? route.labelX() - width / 2 : route.labelX();
        label.resizeRelocate(Math.round(left), Math.round(route.labelY() - height / 2), width, height);
    }
}
