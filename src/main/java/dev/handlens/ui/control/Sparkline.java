package dev.handlens.ui.control;

import dev.handlens.ui.theme.Palette;
import dev.handlens.ui.theme.Token;
import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// Draws a trend as small as a word: in the colour of a suspect when its handles are suspected leaked, else in a quiet one.
public final class Sparkline extends Drawing {
    private static final double LINE = 1.4;
    private static final double MARGIN = 5;
    /// Below so much of the largest value a difference is a wobble.
    private static final double WOBBLE = 0.1;
    /// Fewer handles than this are a wobble in any process.
    private static final double LEAST = 2;

    private double[] values = {};
    private boolean suspected;

    /// A trend without values.
    public Sparkline() {
        getStyleClass().add("sparkline");
        setMinSize(0, 0);
    }

    /// Shows a trend.
    ///
    /// @param trend values at even distances, oldest first
    /// @param ofSuspect whether what it counts is suspected leaked
    public void show(double[] trend, boolean ofSuspect) {
        if (suspected != ofSuspect || !Arrays.equals(values, trend)) {
            values = trend.clone();
            suspected = ofSuspect;
            redraw();
        }
    }

    private static double wobble(double[] trend) {
        return Math.max(LEAST, WOBBLE * Arrays.stream(trend).max().orElse(0));
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height, Palette palette) {
        if (values.length < 2) {
            return;
        }
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        // A wobble is not stretched to the whole height, or every quiet process would look busy.
        double range = high - low < wobble(values) ? 4 * wobble(values) : high - low;
        double middle = (low + high) / 2;
        double room = height - 2 * MARGIN;
        g.setStroke(palette.color(suspected ? Token.SUS : Token.MUTE));
        g.setLineWidth(LINE);
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.beginPath();
        for (int i = 0; i < values.length; i++) {
            double x = LINE + i * (width - 2 * LINE) / (values.length - 1);
            double y = MARGIN + room / 2 - (values[i] - middle) / range * room;
            if (i == 0) {
                g.moveTo(x, y);
            } else {
                g.lineTo(x, y);
            }
        }
        g.stroke();
    }
}
