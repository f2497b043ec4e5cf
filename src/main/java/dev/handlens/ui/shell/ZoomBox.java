package dev.handlens.ui.shell;

import dev.handlens.ui.control.Drawing;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

/// Shows its content enlarged. The content is laid out in as many pixels as remain after scaling, but never in fewer than it needs: when
/// that is more than there is room for, the box has scroll bars, and scrolls to what gets the keyboard focus.
final class ZoomBox extends Region {
    private static final double STEP = 60;

    private final Scale scale = new Scale(1, 1);
    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private final Rectangle clip = new Rectangle();
    private final ChangeListener<Node> onFocus = (_, _, focused) -> reveal(focused);
    private Region content;
    private double leastWidth;
    private double leastHeight;

    ZoomBox() {
        down.setOrientation(Orientation.VERTICAL);
        across.valueProperty().subscribe(this::move);
        down.valueProperty().subscribe(this::move);
        across.setId("across");
        down.setId("down");
        setClip(clip);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
        sceneProperty().addListener((_, before, now) -> {
            if (before != null) {
                before.focusOwnerProperty().removeListener(onFocus);
            }
            if (now != null) {
                now.focusOwnerProperty().addListener(onFocus);
            }
        });
    }

    /// Replaces the content.
    ///
    /// @param node the content
    /// @param width least width it is laid out in, px before scaling
    /// @param height least height
    void setContent(Region node, double width, double height) {
        if (content != null) {
            content.getTransforms().remove(scale);
        }
        content = node;
        leastWidth = width;
        leastHeight = height;
        content.getTransforms().add(scale);
        content.setManaged(false);
        getChildren().setAll(content, across, down);
        requestLayout();
    }

    /// Sets the scale; 1 for the usual size.
    void setFactor(double factor) {
        if (scale.getX() != factor) {
            scale.setX(factor);
            scale.setY(factor);
            requestLayout();
            // A drawing has as many pixels as are seen; in a layout of the same size it would keep those it has.
            content.lookupAll(".drawing").stream().filter(Drawing.class::isInstance).forEach(node -> ((Drawing) node).redraw());
        }
    }

    double factor() {
        return scale.getX();
    }

    /// Returns the y of the box, in px, at which a y of the content is shown.
    double shownAt(double y) {
        return content.getLayoutY() + y * scale.getY();
    }

    @Override
    protected void layoutChildren() {
        double factor = scale.getX();
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        boolean wide = leastWidth * factor > getWidth() + 0.5;
        boolean high = leastHeight * factor > getHeight() + 0.5;
        double barHeight = wide ? across.prefHeight(-1) : 0;
        double barWidth = high ? down.prefWidth(-1) : 0;
        double width = Math.max(leastWidth, (getWidth() - barWidth) / factor);
        double height = Math.max(leastHeight, (getHeight() - barHeight) / factor);
        place(across, wide, width * factor - (getWidth() - barWidth), getWidth() - barWidth);
        place(down, high, height * factor - (getHeight() - barHeight), getHeight() - barHeight);
        across.resizeRelocate(0, getHeight() - barHeight, getWidth() - barWidth, barHeight);
        down.resizeRelocate(getWidth() - barWidth, 0, barWidth, getHeight() - barHeight);
        content.resize(width, height);
        move();
    }

    private static void place(ScrollBar bar, boolean shown, double hidden, double room) {
        bar.setVisible(shown);
        bar.setMax(Math.max(0, hidden));
        bar.setVisibleAmount(Math.max(0, hidden) * room / (room + Math.max(1, hidden)));
        bar.setUnitIncrement(STEP);
        bar.setBlockIncrement(room);
        bar.setValue(shown ? Math.clamp(bar.getValue(), 0, bar.getMax()) : 0);
    }

    private void move() {
        if (content != null) {
            content.relocate(-Math.rint(across.getValue()), -Math.rint(down.getValue()));
        }
    }

    private void wheel(ScrollEvent event) {
        boolean sideways = event.isShiftDown() || !down.isVisible();
        double delta = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        ScrollBar bar = sideways ? across : down;
        if (bar.isVisible()) {
            bar.setValue(Math.clamp(bar.getValue() - delta, 0, bar.getMax()));
            event.consume();
        }
    }

    private void reveal(Node focused) {
        if (!across.isVisible() && !down.isVisible() || !isInside(focused)) {
            return;
        }
        Bounds seen = sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
        scrollTo(across, seen.getMinX(), seen.getMaxX(), across.getWidth());
        scrollTo(down, seen.getMinY(), seen.getMaxY(), down.getHeight());
    }

    private boolean isInside(Node node) {
        Node at = node;
        while (at != null && at != content) {
            at = at.getParent();
        }
        return at != null;
    }

    private static void scrollTo(ScrollBar bar, double first, double last, double room) {
        double missing = last > room ? Math.min(last - room, first) : Math.min(0, first);
        bar.setValue(Math.clamp(bar.getValue() + missing, 0, bar.getMax()));
    }
}
