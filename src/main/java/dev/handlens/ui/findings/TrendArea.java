package dev.handlens.ui.findings;

import dev.handlens.ui.control.Drawing;
import dev.handlens.ui.theme.Palette;
import dev.handlens.ui.theme.Token;
import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;

/// A count over the run as a filled line, from zero at the lower edge to its largest value at the upper.
final class TrendArea extends Drawing {
    private static final double LINE_WIDTH = 1.6;

    private double[] values = {};
    private double largest = 1;

    TrendArea() {
        getStyleClass().add("trend-area");
    }

    /// @param trend oldest first; fewer than two values are no trend, and take no room
    void show(double[] trend) {
        values = trend.clone();
        largest = Math.max(1, Arrays.stream(values).max().orElse(1));
        setVisible(values.length > 1);
        setManaged(values.length > 1);
        redraw();
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height, Palette palette) {
        if (values.length < 2) {
            return;
        }
        double[] xs = new double[values.length + 2];
        double[] ys = new double[values.length + 2];
        for (int index = 0; index < values.length; index++) {
            xs[index] = width * index / (values.length - 1);
            ys[index] = height - (height - LINE_WIDTH) * values[index] / largest - LINE_WIDTH / 2;
        }
        xs[values.length] = width;
        ys[values.length] = height;
        xs[values.length + 1] = 0;
        ys[values.length + 1] = height;
        g.setFill(palette.color(Token.SUSBG));
        g.fillPolygon(xs, ys, xs.length);
        g.setStroke(palette.color(Token.SUS));
        g.setLineWidth(LINE_WIDTH);
        g.strokePolyline(xs, ys, values.length);
    }
}
