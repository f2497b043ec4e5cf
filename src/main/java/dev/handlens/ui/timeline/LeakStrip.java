package dev.handlens.ui.timeline;

import dev.handlens.lens.TimelineFrame;
import dev.handlens.lens.TimelineFrame.Bar;
import dev.handlens.lens.TimelineFrame.Tick;
import dev.handlens.ui.control.Drawing;
import dev.handlens.ui.theme.Palette;
import dev.handlens.ui.theme.Token;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Opens above the line, closes below it, on one scale, so that a leak is seen as green with nothing beneath. What lies after the playhead
/// is faint: it has been computed, and is still to come.
final class LeakStrip extends Drawing {
    private static final double SIDE = 24;
    private static final double LABEL_ROW = 22;
    private static final double LINE_AT = 0.58;
    private static final double STEP_BAR = 10;
    private static final double STEP_UNIT = 11;
    /// A step that opens or closes a single handle is what is looked for: it has at least this part of the room.
    private static final double LEAST_STEP = 0.25;
    private static final double LEAST_BAR = 2.5;
    private static final double FUTURE = 0.26;
    private static final double KNOB = 4.5;
    private static final double RING = 1.5;
    private static final double STEP_GAP = 6;
    private static final double SLICE_GAP = 1.5;
    private static final double TICK_GAP = 8;

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

    /// The position that lies nearest to a place.
    ///
    /// @param x in this region
    long positionAt(double x) {
        if (frame == null || frame.length() == 0) {
            return 0;
        }
        double part = (x - SIDE) / (getWidth() - 2 * SIDE);
        return Math.clamp(Math.round(part * frame.length()), 0L, frame.length());
    }

    /// The bar that covers a position, or null.
    Bar barAt(long position) {
        if (frame == null) {
            return null;
        }
        for (Bar bar : frame.bars()) {
            if (position >= bar.from() && position <= bar.to()) {
                return bar;
            }
        }
        return null;
    }

    private double x(double position, double width) {
        return SIDE + (frame.length() == 0 ? 0 : (width - 2 * SIDE) * position / frame.length());
    }

    @Override
    protected void draw(GraphicsContext g, double width, double height, Palette palette) {
        if (frame == null) {
            return;
        }
        double bottom = height - LABEL_ROW;
        double line = Math.round(bottom * LINE_AT);
        double head = x(frame.position(), width);
        drawBars(g, width, line, bottom, head, palette);
        drawAxis(g, width, line, head, palette);
        drawLabels(g, width, height, palette);
        if (!Double.isNaN(hover)) {
            g.setFill(palette.color(Token.MUTE, 0.5));
            g.fillRect(Math.round(hover), 0, 1, bottom);
        }
        drawPlayhead(g, head, line, bottom, palette);
    }

    private void drawBars(GraphicsContext g, double width, double line, double bottom, double head, Palette palette) {
        long mostOpened = 1;
        long mostClosed = 1;
        for (Bar bar : frame.bars()) {
            mostOpened = Math.max(mostOpened, bar.opened());
            mostClosed = Math.max(mostClosed, bar.closed());
        }
        double gap = frame.byStep() ? STEP_GAP : SLICE_GAP;
        double above = line - gap - 4;
        double scale = Math.min(above / weight(mostOpened), (bottom - line - gap) / weight(mostClosed));
        if (frame.byStep()) {
            scale = Math.min(scale, STEP_UNIT);
        }
        double least = frame.byStep() ? Math.min(above * LEAST_STEP, STEP_UNIT) : LEAST_BAR;
        for (Bar bar : frame.bars()) {
            double from = frame.byStep() ? x(bar.from(), width) - STEP_BAR / 2 : x(bar.from(), width);
            double to = frame.byStep() ? from + STEP_BAR : x(Math.min(bar.to() + 1, frame.length()), width);
            double space = frame.byStep() || to - from < 3 ? 0 : 1;
            double barWidth = Math.max(1, to - from - space);
            boolean future = frame.byStep() ? bar.from() > frame.position() : from >= head;
            double opacity = future ? FUTURE : 1;
            double radius = frame.byStep() ? 4 : Math.min(2, barWidth);
            block(g, palette.color(Token.OPENBAR, opacity), from, line - gap, barWidth, -length(bar.opened(), scale, least), radius);
            block(g, palette.color(Token.CLOSEBAR, opacity), from, line + gap, barWidth, length(bar.closed(), scale, least), radius);
        }
    }

    private double length(long count, double scale, double least) {
        return count == 0 ? 0 : Math.max(least, weight(count) * scale);
    }

    /// What a count weighs in the scale. Of single steps the root of it: the start of a process opens a dozen handles at once, and would
    /// make slivers of all others.
    private double weight(long count) {
        return frame.byStep() ? Math.sqrt(count) : count;
    }

    private static void block(GraphicsContext g, Color color, double x, double y, double width, double height, double radius) {
        if (height != 0) {
            g.setFill(color);
            g.fillRoundRect(x, Math.min(y, y + height), width, Math.abs(height), radius, radius);
        }
    }

    private void drawAxis(GraphicsContext g, double width, double line, double head, Palette palette) {
        double thick = frame.byStep() ? 2 : 1;
        g.setFill(palette.color(Token.LINE));
        g.fillRect(SIDE, line - thick / 2, width - 2 * SIDE, thick);
        if (frame.byStep()) {
            for (long step = 0; step <= frame.length(); step++) {
                g.setFill(palette.color(step > frame.position() ? Token.LINE : Token.FAINT));
                g.fillRect(Math.round(x(step, width)) - 0.5, line - 3, 1, 6);
            }
            g.setFill(palette.color(Token.ACCENT));
            g.fillRect(SIDE, line - thick / 2, head - SIDE, thick);
        }
    }

    private void drawLabels(GraphicsContext g, double width, double height, Palette palette) {
        g.setTextBaseline(VPos.BASELINE);
        g.setTextAlign(TextAlignment.CENTER);
        double freeFrom = Double.NEGATIVE_INFINITY;
        for (Tick tick : frame.ticks()) {
            boolean current = frame.byStep() && tick.position() == frame.position();
            g.setFont(Font.font(current ? "Inter SemiBold" : "Inter", 11));
            g.setFill(palette.color(current ? Token.TEXT : Token.FAINT));
            double half = TextWidths.of(tick.label(), g.getFont()) / 2;
            double center = Math.clamp(x(tick.position(), width), half + 2, Math.max(half + 2, width - half - 2));
            if (center - half >= freeFrom) {
                g.fillText(tick.label(), center, height - 6);
                freeFrom = center + half + TICK_GAP;
            }
        }
    }

    private static void drawPlayhead(GraphicsContext g, double head, double line, double bottom, Palette palette) {
        g.setFill(palette.color(Token.ACCENT));
        g.fillRect(head - 1, 0, 2, bottom + 2);
        g.setFill(palette.color(Token.PANEL));
        g.fillOval(head - KNOB - RING, line - KNOB - RING, 2 * (KNOB + RING), 2 * (KNOB + RING));
        g.setFill(palette.color(Token.ACCENT));
        g.fillOval(head - KNOB, line - KNOB, 2 * KNOB, 2 * KNOB);
    }
}
