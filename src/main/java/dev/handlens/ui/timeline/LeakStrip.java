package dev.handlens.ui.timeline;

import dev.handlens.lens.TimelineFrame;
import dev.handlens.lens.TimelineFrame.Bar;
import dev.handlens.lens.TimelineFrame.Tick;
import dev.handlens.ui.control.Drawing;
import dev.handlens.ui.theme.Palette;
import dev.handlens.ui.theme.Token;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Draws the timeline in three lanes: opened above the line and closed below it, on one scale, and still open on its own. What lies after
/// the playhead is paler: it has been computed, and is still to come.
final class LeakStrip extends Drawing {
    private static final double LABEL_SIZE = 11;
    private static final double LABEL_LEFT = 14;
    private static final double TICK_GAP = 8;
    private static final double TICK_MARK = 3;
    private static final double KNOB = 4.5;
    private static final double RING = 1.5;
    private static final double HOVER = 0.07;

    private TimelineFrame frame;
    private double hover = Double.NaN;

    /// Shows a timeline.
    void show(TimelineFrame frame) {
        this.frame = frame;
        redraw();
    }

    /// Shows where the pointer is.
    ///
    /// @param x in this region, or NaN for nowhere
    void hoverAt(double x) {
        hover = x;
        redraw();
    }

    /// Returns the position that lies nearest to a point, or with an axis of time the last one that is not after it.
    ///
    /// @param x in this region
    long positionAt(double x) {
        return frame == null || frame.length() == 0 ? 0 : frame.axis().position(layoutNow().place(x));
    }

    /// Returns the bar under a point, or null where there is none or its part of the run was not played yet.
    ///
    /// @param x in this region
    Bar barAt(double x) {
        if (frame == null) {
            return null;
        }
        double place = layoutNow().place(x);
        return !frame.byStep() ? frame.bar(place) : Math.round(place) == 0 ? null : frame.bar(Math.round(place));
    }

    private StripLayout layoutNow() {
        return new StripLayout(getWidth(), getHeight(), frame.axis().end());
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height, Palette palette) {
        if (frame == null) {
            return;
        }
        StripLayout layout = new StripLayout(width, height, frame.axis().end());
        double head = layout.x(frame.axis().place(frame.position()));
        drawLaneNames(g, layout, palette);
        drawHover(g, layout, palette);
        new StripBars(frame, layout, palette, head).draw(g);
        drawAxis(g, layout, head, palette);
        drawTicks(g, layout, palette);
        drawPlayhead(g, layout, head, palette);
    }

    private static Font font(boolean strong) {
        return Font.font(strong ? "Inter SemiBold" : "Inter", LABEL_SIZE);
    }

    private void drawLaneNames(GraphicsContext g, StripLayout layout, Palette palette) {
        g.setTextAlign(TextAlignment.LEFT);
        g.setFont(font(false));
        g.setFill(palette.color(Token.MUTE));
        double half = LABEL_SIZE * 0.36;
        g.fillText("opened", LABEL_LEFT, (StripLayout.TOP + layout.line()) / 2 + half);
        g.fillText("closed", LABEL_LEFT, (layout.line() + layout.closedEnd()) / 2 + half + 1);
        g.fillText("still open", LABEL_LEFT, (layout.openTop() + layout.bottom()) / 2 + half);
        g.setFill(palette.color(Token.FAINT));
        g.fillText(frame.axis().name(), LABEL_LEFT, layout.tickBaseline());
    }

    private void drawHover(GraphicsContext g, StripLayout layout, Palette palette) {
        Bar bar = Double.isNaN(hover) ? null : barAt(hover);
        if (bar != null) {
            double from = frame.byStep() ? layout.x(bar.end()) - StripBars.STEP_WIDTH : layout.x(bar.start());
            double to = frame.byStep() ? layout.x(bar.end()) + StripBars.STEP_WIDTH : layout.x(bar.end());
            g.setFill(palette.color(Token.TEXT, HOVER));
            g.fillRect(from, 0, Math.max(1, to - from), layout.bottom());
        }
        if (!Double.isNaN(hover)) {
            g.setFill(palette.color(Token.MUTE, 0.5));
            g.fillRect(Math.round(hover), 0, 1, layout.bottom());
        }
    }

    private void drawAxis(GraphicsContext g, StripLayout layout, double head, Palette palette) {
        double length = layout.right() - StripLayout.LEFT;
        g.setFill(palette.color(Token.LINE));
        g.fillRect(StripLayout.LEFT, layout.bottom(), length, 1);
        if (frame.byStep()) {
            g.fillRect(StripLayout.LEFT, layout.line() - 1, length, 2);
            g.setFill(palette.color(Token.ACCENT));
            g.fillRect(StripLayout.LEFT, layout.line() - 1, head - StripLayout.LEFT, 2);
        }
    }

    /// Draws as many labels as have room: all, each second, each third and so on.
    private void drawTicks(GraphicsContext g, StripLayout layout, Palette palette) {
        List<Tick> ticks = frame.ticks();
        double[] halves = ticks.stream().mapToDouble(tick -> TextWidths.of(tick.label(), font(true)) / 2).toArray();
        // Below its place, unless a label would be cut at the end.
        double[] centers = new double[halves.length];
        for (int i = 0; i < halves.length; i++) {
            centers[i] = Math.min(layout.x(ticks.get(i).place()), layout.width() - halves[i] - 2);
        }
        int stride = 1;
        while (stride < halves.length && overlap(centers, halves, stride)) {
            stride++;
        }
        g.setTextAlign(TextAlignment.CENTER);
        for (int i = 0; i < halves.length; i += stride) {
            Tick tick = ticks.get(i);
            boolean current = frame.byStep() && tick.place() == frame.position();
            g.setFill(palette.color(Token.FAINT));
            g.fillRect(Math.round(layout.x(tick.place())) - 0.5, layout.bottom(), 1, TICK_MARK);
            g.setFont(font(current));
            g.setFill(palette.color(current ? Token.TEXT : Token.FAINT));
            g.fillText(tick.label(), centers[i], layout.tickBaseline());
        }
    }

    private static boolean overlap(double[] centers, double[] halves, int stride) {
        for (int i = stride; i < centers.length; i += stride) {
            if (centers[i] - halves[i] < centers[i - stride] + halves[i - stride] + TICK_GAP) {
                return true;
            }
        }
        return false;
    }

    private static void drawPlayhead(GraphicsContext g, StripLayout layout, double head, Palette palette) {
        double line = layout.line();
        g.setFill(palette.color(Token.ACCENT));
        g.fillRect(head - 1, 0, 2, layout.bottom() + 2);
        g.setFill(palette.color(Token.PANEL));
        g.fillOval(head - KNOB - RING, line - KNOB - RING, 2 * (KNOB + RING), 2 * (KNOB + RING));
        g.setFill(palette.color(Token.ACCENT));
        g.fillOval(head - KNOB, line - KNOB, 2 * KNOB, 2 * KNOB);
    }
}
