package dev.handlens.ui.control;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The header of a pane. When it is too narrow, what stands right gives way from its left end, whole nodes at a time, before the name or
/// the tabs are cut off; the last node right always stays.
final class PaneHeader extends Region {
    private static final double GAP = 12;

    private final HBox left = new HBox();
    private final Tail right = new Tail();

    PaneHeader() {
        getStyleClass().add("pane-header");
        left.getStyleClass().add("left");
        right.getStyleClass().add("right");
        getChildren().addAll(left, right);
    }

    /// Nodes that stand there already stay: put there again they would have their styles worked out again, sixty times a second of a
    /// playing run.
    void setLeft(List<? extends Node> nodes) {
        if (!left.getChildren().equals(nodes)) {
            left.getChildren().setAll(nodes);
            requestLayout();
        }
    }

    /// Nodes that stand there already stay, as on the left.
    void setRight(Node... nodes) {
        if (!right.getChildrenUnmodifiable().equals(List.of(nodes))) {
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
        double tail = right.fitting(width - wished - GAP);
        double leftWidth = Math.max(0, Math.min(wished, width - tail - (tail > 0 ? GAP : 0)));
        left.resizeRelocate(insets.getLeft(), insets.getTop(), leftWidth, height);
        right.resizeRelocate(insets.getLeft() + width - tail, insets.getTop(), tail, height);
    }

    /// Nodes in a row that ends at the right; those that do not fit are put out of sight.
    private static final class Tail extends Region {
        private static final double SPACING = 10;
        private static final double OUT_OF_SIGHT = -10_000;

        void set(Node... nodes) {
            getChildren().setAll(nodes);
        }

        /// Width of the nodes that fit, counted from the right; at least the last one.
        double fitting(double room) {
            double width = 0;
            for (Node node : getManagedChildren().reversed()) {
                double next = node.prefWidth(-1) + (width > 0 ? SPACING : 0);
                if (width > 0 && width + next > room) {
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
            for (Node node : getManagedChildren().reversed()) {
                double width = node.prefWidth(-1);
                double height = Math.min(getHeight(), node.prefHeight(width));
                out |= end - width < -1;
                node.resizeRelocate(out ? OUT_OF_SIGHT : snapPositionX(end - width), snapPositionY((getHeight() - height) / 2), width,
                        height);
                end -= width + SPACING;
            }
        }
    }
}
