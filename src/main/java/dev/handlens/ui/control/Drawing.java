package dev.handlens.ui.control;

import dev.handlens.ui.theme.Palette;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Something drawn by hand that fills its place: it is drawn again when it is resized, when the theme changes and when
/// [#redraw] is asked for, once per layout however often that is.
public abstract class Drawing extends Region {
    private static final double MOST_SCALED = 7;

    private final Canvas canvas = new Canvas();
    private final Scale toScreen = new Scale(1, 1);
    private final Palette palette = new Palette(this::redraw);

    protected Drawing() {
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        canvas.getTransforms().add(toScreen);
        getChildren().addAll(canvas, palette);
    }

    /// Draws it.
    ///
    /// @param g where to draw, cleared, in this region's coordinates
    /// @param width width of the region
    /// @param height height of the region
    /// @param palette colours of the theme
    protected abstract void draw(GraphicsContext g, double width, double height, Palette palette);

    /// Asks for it to be drawn again at the next layout.
    public final void redraw() {
        setNeedsLayout(true);
        requestLayout();
    }

    @Override
    protected final void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (width <= 0 || height <= 0) {
            return;
        }
        // An enlarged window (presentation) scales its content; the canvas gets as many pixels as are seen, or it would be blurred.
        double scale = scaleOnScreen();
        canvas.setWidth(Math.ceil(width * scale));
        canvas.setHeight(Math.ceil(height * scale));
        toScreen.setX(1 / scale);
        toScreen.setY(1 / scale);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setTransform(scale, 0, 0, scale, 0, 0);
        g.clearRect(0, 0, width + 1, height + 1);
        g.setTextBaseline(VPos.BASELINE);
        draw(g, width, height, palette);
    }

    private double scaleOnScreen() {
        double scale = getLocalToSceneTransform().getMxx();
        return Double.isFinite(scale) && scale > 0 ? Math.clamp(scale, 0.5, MOST_SCALED) : 1;
    }
}
