package dev.handlens.ui.pool;

import dev.handlens.ui.control.Drawing;
import dev.handlens.ui.theme.Palette;
import dev.handlens.ui.theme.Token;
import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineJoin;

/// A line over a soft area. It is drawn between its own least and greatest value, since growth of a few KB in 360 MB is the thing to see;
/// how full the pool is, the bar above it tells.
final class TrendArea extends Drawing {
    private static final double LINE_WIDTH = 1.5;
    private static final double TOP = 4;
    /// Where the least value stands, as part of the height: below it the area goes on, so that a flat line is not mistaken for none.
    private static final double FLOOR = 0.72;

    private final Token line;
    private final Token area;
    private double[] values = new double[0];

    TrendArea(Token line, Token area) {
        this.line = line;
        this.area = area;
        setMinHeight(20);
    }

    /// Shows values at even distances, the oldest first.
    void show(double[] values) {
        this.values = values;
        redraw();
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height, Palette palette) {
        int count = values.length;
        if (count == 0) {
            return;
        }
        double least = Arrays.stream(values).min().orElseThrow();
        double range = Arrays.stream(values).max().orElseThrow() - least;
        double floor = height * FLOOR;
        // A pool grows by whole blocks: each value holds until the next one, which makes stairs. One corner more on either side closes the
        // area along the foot; a single value is drawn as a level line.
        int corners = 2 * count;
        double[] xs = new double[corners + 3];
        double[] ys = new double[corners + 3];
        for (int i = 0; i < count; i++) {
            double y = range == 0 ? floor : floor - (values[i] - least) / range * (floor - TOP);
            xs[2 * i + 1] = count == 1 ? 0 : width * Math.max(0, i - 0.5) / (count - 1);
            xs[2 * i + 2] = count == 1 ? width : width * Math.min(count - 1, i + 0.5) / (count - 1);
            ys[2 * i + 1] = y;
            ys[2 * i + 2] = y;
        }
        xs[0] = 0;
        ys[0] = height;
        xs[corners + 1] = width;
        ys[corners + 1] = ys[corners];
        xs[corners + 2] = width;
        ys[corners + 2] = height;
        g.setFill(palette.color(area));
        g.fillPolygon(xs, ys, corners + 3);
        g.setStroke(palette.color(line));
        g.setLineWidth(LINE_WIDTH);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.strokePolyline(Arrays.copyOfRange(xs, 1, corners + 2), Arrays.copyOfRange(ys, 1, corners + 2), corners + 1);
    }
}
