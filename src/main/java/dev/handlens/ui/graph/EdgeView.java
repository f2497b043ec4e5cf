package dev.handlens.ui.graph;

import dev.handlens.lens.Change;
import dev.handlens.lens.GraphFrame;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.SVGPath;

/// An edge of the graph: a curve, and for a pointer reference its cause in words.
final class EdgeView extends Group {
    private static final PseudoClass OPENED = PseudoClass.getPseudoClass("opened");
    private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");

    private final SVGPath curve = new SVGPath();
    private final Label label = new Label();

    /// @param edge what it stands for
    /// @param folded whether it stands for many handles
    EdgeView(GraphFrame.Edge edge, boolean folded) {
        curve.getStyleClass().addAll("graph-edge", edge.pointer() ? "pointer" : "handle");
        if (folded) {
            curve.getStyleClass().add("many");
        }
        curve.pseudoClassStateChanged(OPENED, edge.change() == Change.OPENED);
        curve.pseudoClassStateChanged(CLOSED, edge.change() == Change.CLOSED || edge.change() == Change.FLASHED);
        label.getStyleClass().add("graph-edge-label");
        label.setText(edge.label());
        label.setVisible(!edge.label().isEmpty());
        label.pseudoClassStateChanged(OPENED, edge.change() == Change.OPENED);
        label.pseudoClassStateChanged(CLOSED, edge.change() == Change.CLOSED);
        setMouseTransparent(true);
        setAutoSizeChildren(false);
        getChildren().addAll(curve, label);
    }

    /// Width of the words on it, px; needs styles applied.
    double labelWidth() {
        return label.isVisible() ? Math.ceil(label.prefWidth(-1)) : 0;
    }

    void follow(EdgeRouter.Route route) {
        curve.setContent(route.path());
        double width = labelWidth();
        double height = Math.ceil(label.prefHeight(-1));
        double left = route.centered() ? route.labelX() - width / 2 : route.labelX();
        label.resizeRelocate(Math.round(left), Math.round(route.labelY() - height / 2), width, height);
    }
}
