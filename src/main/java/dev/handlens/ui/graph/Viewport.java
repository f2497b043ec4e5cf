package dev.handlens.ui.graph;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/// A window onto something larger: panned by dragging, zoomed about the pointer by the wheel.
final class Viewport extends Pane {
    /// Free space round the content when it is fitted, px.
    static final double MARGIN = 14;
    static final double ZOOM_STEP = 1.2;
    /// Below this, names of 12.5 px are not read any more: a graph that would need it is shown in part, and panned.
    static final double SMALLEST_LEGIBLE = 0.72;
    /// How far a small graph is enlarged to fill its pane: more would make it look unlike the rest of the window.
    static final double LARGEST_FIT = 1.6;
    private static final double LEAST_ENLARGED = 1.1;
    /// How far the middle of the content may be from the middle of the pane, as a share of the pane.
    private static final double MIDDLE = 0.15;
    /// The same in presentation, which is enlarged by half: the second line of a node, of 11.5 px, keeps 14 px on screen.
    static final double SMALLEST_PRESENTED = 0.82;
    /// Half the height of a node and some space, px.
    private static final double ROOM_OF_MIDDLE = 44;
    /// How many times as large a graph that has become smaller could be shown before it is fitted again.
    private static final double MUCH_LARGER = 1.3;
    private static final double SMALLEST_ZOOM = 0.3;
    private static final double LARGEST_ZOOM = 3;
    private static final double THUMB = 4;
    private static final double SMALLEST_THUMB = 24;

    private final Translate pan = new Translate();
    private final Scale zoom = new Scale(1, 1);
    private final Runnable arrange;
    private final Region across = thumb();
    private final Region down = thumb();
    private Bounds content = new BoundingBox(0, 0, 0, 0);
    private double dragX;
    private double dragY;
    private boolean moved;
    private double smallest = SMALLEST_LEGIBLE;

    /// @param arrange called at each layout, when styles have been applied and the size is known
    Viewport(Node content, Runnable arrange) {
        this.arrange = arrange;
        getChildren().addAll(content, across, down);
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

    private static Region thumb() {
        Region thumb = new Region();
        thumb.getStyleClass().add("graph-thumb");
        thumb.setManaged(false);
        thumb.setMouseTransparent(true);
        return thumb;
    }

    /// The content has no size of its own: what is in it is placed by `arrange`.
    @Override
    protected void layoutChildren() {
        arrange.run();
        showThumbs();
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

    /// The smallest scale that [#fit] chooses.
    double smallest() {
        return smallest;
    }

    /// Sets the smallest scale that [#fit] chooses.
    void setSmallest(double scale) {
        smallest = scale;
    }

    /// Says what there is to be seen, so that what is out of sight is told.
    void setContent(Bounds area) {
        content = area;
    }

    /// Shows all of the content, in the middle, as large as it fits, up to [#LARGEST_FIT]. What does not fit at a size that can be read is
    /// shown round a part of it.
    ///
    /// @param part in the coordinates of the content; null for where reading starts, at the left
    void fit(Bounds part) {
        double fits = Math.clamp(largestFit(), smallest, LARGEST_FIT);
        // Text at its own size is the crispest, so that a little more room is not used.
        setZoom(fits > 1 && fits < LEAST_ENLARGED ? 1 : fits);
        double middle = part == null ? content.getMinX() : part.getCenterX();
        pan.setX(start(getWidth(), content.getMinX(), content.getMaxX(), middle));
        pan.setY(start(getHeight(), content.getMinY(), content.getMaxY(), part == null ? highestMiddle() : part.getCenterY()));
        moved = false;
        showThumbs();
    }

    /// Returns where reading starts in the other direction: as high as keeps the middle in sight, where a graph has what it begins with.
    private double highestMiddle() {
        return content.getCenterY() - Math.max(0, getHeight() / 2 - ROOM_OF_MIDDLE) / zoom();
    }

    private double largestFit() {
        double wide = (getWidth() - 2 * MARGIN) / Math.max(1, content.getWidth());
        double high = (getHeight() - 2 * MARGIN) / Math.max(1, content.getHeight());
        return Math.min(wide, high);
    }

    /// Whether [#fit] could show more of the content than now by making it smaller.
    boolean canFitBetter() {
        return zoom() > Math.max(largestFit(), smallest) || largestFit() >= smallest;
    }

    /// Whether [#fit] would show the content much larger.
    boolean canFitMuchLarger() {
        return Math.min(largestFit(), LARGEST_FIT) > MUCH_LARGER * zoom();
    }

    /// Whether the content stands to one side of a pane that has room for it.
    boolean isOffMiddle() {
        return isOffMiddle(getWidth(), content.getCenterX() * zoom() + pan.getX())
                || isOffMiddle(getHeight(), content.getCenterY() * zoom() + pan.getY());
    }

    private boolean isOffMiddle(double room, double middle) {
        return showsAll() && Math.abs(middle - room / 2) > room * MIDDLE;
    }

    /// Where the content starts in one direction: in the middle when there is room, else with a place of it in the middle, as far as its
    /// ends allow.
    private double start(double room, double first, double last, double middle) {
        double free = room - (last - first) * zoom();
        if (free >= 2 * MARGIN) {
            return Math.round(free / 2 - first * zoom());
        }
        double farthest = MARGIN - first * zoom();
        return Math.round(Math.clamp(room / 2 - middle * zoom(), Math.min(farthest, room - MARGIN - last * zoom()), farthest));
    }

    /// Whether all of the content is in sight now.
    boolean showsAll() {
        return shows(content);
    }

    /// Whether all of an area is in sight now.
    boolean shows(Bounds area) {
        double left = area.getMinX() * zoom() + pan.getX();
        double top = area.getMinY() * zoom() + pan.getY();
        return left >= 0 && top >= 0 && left + area.getWidth() * zoom() <= getWidth() && top + area.getHeight() * zoom() <= getHeight();
    }

    /// Pans just as far as an area needs to be seen.
    void reveal(Bounds area) {
        pan.setX(pan.getX() + missing(area.getMinX() * zoom() + pan.getX(), area.getMaxX() * zoom() + pan.getX(), getWidth()));
        pan.setY(pan.getY() + missing(area.getMinY() * zoom() + pan.getY(), area.getMaxY() * zoom() + pan.getY(), getHeight()));
        showThumbs();
    }

    private static double missing(double first, double last, double room) {
        return Math.round(first < MARGIN ? MARGIN - first : Math.min(0, room - MARGIN - last));
    }

    /// Thin bars at the edges, as long as what is seen is of all there is; none when all is seen.
    private void showThumbs() {
        boolean all = showsAll();
        across.setVisible(!all && bar(content.getWidth() * zoom(), getWidth()) < getWidth());
        down.setVisible(!all && bar(content.getHeight() * zoom(), getHeight()) < getHeight());
        double width = bar(content.getWidth() * zoom(), getWidth());
        double height = bar(content.getHeight() * zoom(), getHeight());
        double right = along(content.getMinX() * zoom() + pan.getX(), content.getWidth() * zoom(), getWidth(), width);
        double below = along(content.getMinY() * zoom() + pan.getY(), content.getHeight() * zoom(), getHeight(), height);
        across.resizeRelocate(right, getHeight() - THUMB - 2, width, THUMB);
        down.resizeRelocate(getWidth() - THUMB - 2, below, THUMB, height);
    }

    private static double bar(double length, double room) {
        return length <= room ? room : Math.max(SMALLEST_THUMB, room * room / length);
    }

    private static double along(double first, double length, double room, double bar) {
        return length <= room ? 0 : Math.clamp(-first / (length - room), 0, 1) * (room - bar);
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
        showThumbs();
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
            showThumbs();
        }
    }

    private void wheel(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            zoomAbout(event.getDeltaY() > 0 ? ZOOM_STEP : 1 / ZOOM_STEP, event.getX(), event.getY());
            event.consume();
        }
    }
}
