package dev.handlens.ui.control;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The header of a pane. When it is too narrow, the note gives way first; then what stands right, from its left end, whole nodes at a time,
/// before the name is cut off. The last node right goes only where it would lie on tabs, which are never cut off.
final class PaneHeader extends Region {
    private static final double GAP = 12;

    private final HBox left = new HBox();
    private final Label note = Labels.of("", "pane-note");
    private final Tail right = new Tail();

    PaneHeader() {
        getStyleClass().add("pane-header");
        left.getStyleClass().add("left");
        right.getStyleClass().add("right");
        getChildren().addAll(left, note, right);
    }

    /// Nodes that stand there already stay: put there again they would have their styles worked out again, sixty times a second of a
    /// playing run.
    void setLeft(List<? extends Node> nodes) {
        if (!left.getChildren().equals(nodes)) {
            left.getChildren().setAll(nodes);
            requestLayout();
        }
    }

    /// @param words what stands after the name; empty for nothing
    void setNote(String words) {
        note.setText(words);
    }

    /// Nodes that stand there already stay, as on the left.
    void setRight(Node... nodes) {
        if (!right.nodes().equals(List.of(nodes))) {
            right.set(nodes);
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double width = getWidth() - insets.getLeft() - insets.getRight();
        double height = getHeight() - insets.getTop() - insets.getBottom();
        double wished = left.prefWidth(-1);
        double tail = right.fitting(width - wished - GAP, width - left.minWidth(-1) - GAP);
        double leftWidth = Math.max(0, Math.min(wished, width - tail - (tail > 0 ? GAP : 0)));
        left.resizeRelocate(insets.getLeft(), insets.getTop(), leftWidth, height);
        double noteWidth = note.getText().isEmpty() ? 0 : note.prefWidth(-1);
        note.setVisible(noteWidth > 0 && leftWidth + GAP + noteWidth + GAP + right.whole() <= width);
        note.resizeRelocate(insets.getLeft() + leftWidth + GAP, insets.getTop(), noteWidth, height);
        right.resizeRelocate(insets.getLeft() + width - tail, insets.getTop(), tail, height);
    }

    /// Nodes in a row that ends at the right; those that do not fit are not shown. Each stands in a slot of its own, which is shown or not,
    /// because its owner decides whether the node itself is. Nothing may lie outside: a region is picked by the bounds of all its children.
    private static final class Tail extends Region {
        private static final double SPACING = 10;

        private List<Node> nodes = List.of();

        List<Node> nodes() {
            return nodes;
        }

        void set(Node... shown) {
            nodes = List.of(shown);
            getChildren().forEach(slot -> ((StackPane) slot).getChildren().clear());
            getChildren().setAll(nodes.stream().map(Tail::slot).toList());
        }

        private static StackPane slot(Node node) {
            StackPane slot = new StackPane(node);
            slot.managedProperty().bind(node.managedProperty());
            slot.setPickOnBounds(false);
            return slot;
        }

        /// Returns the width of all nodes, in pixels.
        double whole() {
            return fitting(Double.MAX_VALUE, Double.MAX_VALUE);
        }

        /// Returns the width of the nodes that fit, counted from the right, in pixels.
        ///
        /// @param room pixels there are for all but the last node
        /// @param roomOfLast pixels there are for the last node, before which the name may be cut off
        double fitting(double room, double roomOfLast) {
            double width = 0;
            for (Node slot : getManagedChildren().reversed()) {
                double next = slot.prefWidth(-1) + (width > 0 ? SPACING : 0);
                if (width + next > (width > 0 ? room : roomOfLast)) {
                    break;
                }
                width += next;
            }
            return Math.ceil(width);
        }

        @Override
        protected void layoutChildren() {
            double end = getWidth();
            boolean out = false;
            for (Node slot : getManagedChildren().reversed()) {
                double width = slot.prefWidth(-1);
                double height = Math.min(getHeight(), slot.prefHeight(width));
                out |= end - width < -1;
                slot.setVisible(!out);
                slot.resizeRelocate(out ? 0 : snapPositionX(end - width), snapPositionY((getHeight() - height) / 2), out ? 0 : width, height);
                end -= width + SPACING;
            }
        }
    }
}
