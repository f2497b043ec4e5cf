package dev.handlens.ui.graph;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/// A window onto something larger: panned by dragging, zoomed about the pointer by the wheel.
final class Viewport extends Pane {
    /// Free space round the content when it is fitted, px.
    static final double MARGIN = 14;
    static final double ZOOM_STEP = 1.2;
    private static final double SMALLEST_ZOOM = 0.3;
    private static final double LARGEST_ZOOM = 3;
    /// Below this, text is not read any more; a graph that needs it is fitted by width and panned.
    private static final double SMALLEST_READABLE_FIT = 0.5;

    private final Translate pan = new Translate();
    private final Scale zoom = new Scale(1, 1);
    private final Runnable arrange;
    private double dragX;
    private double dragY;
    private boolean moved;

    /// @param arrange called at each layout, when styles have been applied and the size is known
    Viewport(Node content, Runnable arrange) {
        this.arrange = arrange;
        getChildren().add(content);
        content.getTransforms().addAll(pan, zoom);
        getStyleClass().add("graph-viewport");
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setMinSize(0, 0);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::startDrag);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        arrange.run();
    }

    /// Whether a person moved or zoomed since the last [#fit].
    boolean wasMoved() {
        return moved;
    }

    double zoom() {
        return zoom.getX();
    }

    double panX() {
        return pan.getX();
    }

    double panY() {
        return pan.getY();
    }

    /// Shows all of an area, in the middle, as large as it fits but no larger than life.
    void fit(Bounds area) {
        double wide = (getWidth() - 2 * MARGIN) / Math.max(1, area.getWidth());
        double high = (getHeight() - 2 * MARGIN) / Math.max(1, area.getHeight());
        double scale = Math.clamp(Math.min(wide, high), Math.min(SMALLEST_READABLE_FIT, 1), 1);
        setZoom(scale);
        double left = (getWidth() - area.getWidth() * scale) / 2;
        double top = (getHeight() - area.getHeight() * scale) / 2;
        pan.setX(Math.round(Math.max(MARGIN, left) - area.getMinX() * scale));
        pan.setY(Math.round(Math.max(MARGIN, top) - area.getMinY() * scale));
        moved = false;
    }

    /// Whether all of an area is in sight now.
    boolean shows(Bounds area) {
        double left = area.getMinX() * zoom() + pan.getX();
        double top = area.getMinY() * zoom() + pan.getY();
        return left >= 0 && top >= 0 && left + area.getWidth() * zoom() <= getWidth() && top + area.getHeight() * zoom() <= getHeight();
    }

    /// Zooms about the middle.
    void zoomBy(double factor) {
        zoomAbout(factor, getWidth() / 2, getHeight() / 2);
    }

    private void zoomAbout(double factor, double x, double y) {
        double before = zoom();
        setZoom(Math.clamp(before * factor, SMALLEST_ZOOM, LARGEST_ZOOM));
        double ratio = zoom() / before;
        pan.setX(x - (x - pan.getX()) * ratio);
        pan.setY(y - (y - pan.getY()) * ratio);
        moved = true;
    }

    private void setZoom(double scale) {
        zoom.setX(scale);
        zoom.setY(scale);
    }

    private void startDrag(MouseEvent event) {
        dragX = event.getX() - pan.getX();
        dragY = event.getY() - pan.getY();
    }

    private void drag(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY || event.getButton() == MouseButton.MIDDLE) {
            pan.setX(event.getX() - dragX);
            pan.setY(event.getY() - dragY);
            moved = true;
        }
    }

    private void wheel(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            zoomAbout(event.getDeltaY() > 0 ? ZOOM_STEP : 1 / ZOOM_STEP, event.getX(), event.getY());
            event.consume();
        }
    }
}
