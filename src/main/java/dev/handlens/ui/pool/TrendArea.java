package dev.handlens.ui.pool;

import dev.handlens.ui.control.Drawing;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Numbers;
import dev.handlens.ui.theme.Palette;
import dev.handlens.ui.theme.Token;
import java.util.Arrays;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Draws a trend as a line over a soft area, with the ends of its range written at the right and a tick at the peak. A click, Space or Enter
/// asks for the other lower end: zero, or near the least value.
final class TrendArea extends Drawing {
    private static final double LINE_WIDTH = 1.5;
    private static final double TOP = 4;
    private static final double FOOT = 2;
    private static final double LABEL_GAP = 6;
    private static final double LABEL_SIZE = 11;
    private static final double TICK = 5;

    private final Token line;
    private final Token area;
    private double[] values = new double[0];
    private double peak;
    private boolean fromZero;
    private Runnable onToggle = () -> {};

    TrendArea(Token line, Token area) {
        this.line = line;
        this.area = area;
        setMinHeight(20);
        getStyleClass().add("pool-trend");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        Hint.on(this, this::getAccessibleText);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                onToggle.run();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                onToggle.run();
                event.consume();
            }
        });
    }

    /// Shows bytes in use at even distances, the oldest first.
    ///
    /// @param peak most bytes ever in use
    void show(double[] values, double peak) {
        this.values = values;
        this.peak = peak;
        describe();
        redraw();
    }

    /// Chooses the lower end of the range: zero, or near the least value.
    void setFromZero(boolean fromZero) {
        this.fromZero = fromZero;
        describe();
        redraw();
    }

    /// @param listener called when a person asks for the other lower end
    void setOnToggle(Runnable listener) {
        onToggle = listener;
    }

    private void describe() {
        if (values.length == 0) {
            setAccessibleText("Trend: nothing yet");
            return;
        }
        TrendScale scale = TrendScale.of(values, peak, fromZero);
        setAccessibleText("Trend from %s to %s, which is the peak. Click or Space: %s".formatted(Numbers.bytes((long) scale.low()),
                Numbers.bytes((long) scale.high()), fromZero ? "enlarge changes" : "start at zero"));
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height, Palette palette) {
        if (values.length == 0) {
            return;
        }
        TrendScale scale = TrendScale.of(values, peak, fromZero);
        String high = Numbers.bytes((long) scale.high());
        String low = Numbers.bytes((long) scale.low());
        Font font = Font.font("Inter", LABEL_SIZE);
        double plot = Math.max(0, width - Math.ceil(Math.max(widthOf(high, font), widthOf(low, font))) - LABEL_GAP - TICK);
        drawTrend(g, plot, height, scale, palette);
        g.setFill(palette.color(line));
        g.fillRect(plot, TOP - 1, TICK, 2);
        g.setFont(font);
        g.setFill(palette.color(Token.MUTE));
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.TOP);
        g.fillText(high, width, 0);
        g.setTextBaseline(VPos.BOTTOM);
        g.fillText(low, width, height);
    }

    private void drawTrend(GraphicsContext g, double width, double height, TrendScale scale, Palette palette) {
        double foot = height - FOOT;
        int count = values.length;
        // A pool grows by whole blocks: each value holds until the next one, which makes stairs. One corner more on either side closes the
        // area along the foot; a single value is drawn as a level line.
        int corners = 2 * count;
        double[] xs = new double[corners + 3];
        double[] ys = new double[corners + 3];
        for (int i = 0; i < count; i++) {
            double y = foot - scale.part(values[i]) * (foot - TOP);
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

    private static double widthOf(String text, Font font) {
        Text measured = new Text(text);
        measured.setFont(font);
        return measured.getLayoutBounds().getWidth();
    }
}
