package dev.handlens.ui.timeline;

import dev.handlens.lens.TimelineFrame;
import dev.handlens.lens.TimelineFrame.Bar;
import dev.handlens.ui.theme.Palette;
import dev.handlens.ui.theme.Token;
import java.util.function.ToLongFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Draws the bars of the three lanes.
final class StripBars {
    /// Width of the bar of a single step, px, where there is room.
    static final double STEP_WIDTH = 10;
    /// Height of one handle in a bar of a single step at most: px, or this part of the lane.
    private static final double STEP_UNIT = 11;
    private static final double STEP_PART = 0.36;
    /// A step that opens or closes a single handle is what is looked for: it has at least this part of the lane.
    private static final double LEAST_STEP = 0.27;
    private static final double LEAST_BAR = 2;
    private static final double PAST_ON_LIGHT = 0.45;
    private static final double FUTURE_ON_LIGHT = 0.22;
    /// On a dark pane a colour that is let through goes under sooner.
    private static final double PAST_ON_DARK = 0.54;
    private static final double FUTURE_ON_DARK = 0.33;
    private static final double STEP_GAP = 4;
    private static final double SLICE_GAP = 1;
    /// Bars narrower than this touch each other, px.
    private static final double NARROW = 4;

    private final TimelineFrame frame;
    private final StripLayout layout;
    private final Palette palette;
    private final double head;
    private final double space;
    private final double past;
    private final double future;

    /// @param head where the playhead lies, px
    StripBars(TimelineFrame frame, StripLayout layout, Palette palette, double head) {
        this.frame = frame;
        this.layout = layout;
        this.palette = palette;
        this.head = head;
        Bar first = frame.bars().isEmpty() ? null : frame.bars().getFirst();
        double width = first == null ? 0 : layout.x(first.end()) - layout.x(first.start());
        space = width < NARROW ? 0 : 1;
        boolean dark = palette.color(Token.PANEL).getBrightness() < 0.5;
        past = dark ? PAST_ON_DARK : PAST_ON_LIGHT;
        future = dark ? FUTURE_ON_DARK : FUTURE_ON_LIGHT;
    }

    /// Draws the bars.
    void draw(GraphicsContext g) {
        double gap = frame.byStep() ? STEP_GAP : SLICE_GAP;
        double above = layout.line() - gap - StripLayout.TOP;
        double below = layout.closedEnd() - layout.line() - gap;
        double within = layout.bottom() - layout.openTop();
        double changes = Math.min(scale(Bar::opened, above), scale(Bar::closed, below));
        double open = scale(Bar::open, within);
        for (Bar bar : frame.bars()) {
            change(g, bar, Token.OPENBAR, layout.line() - gap, -length(bar.opened(), changes, above));
            change(g, bar, Token.CLOSEBAR, layout.line() + gap, length(bar.closed(), changes, below));
            block(g, palette.color(Token.OPENBAR), left(bar), right(bar), layout.bottom(), -length(bar.open(), open, within));
        }
    }

    private double scale(ToLongFunction<Bar> count, double lane) {
        long most = Math.max(1, frame.bars().stream().mapToLong(count).max().orElse(1));
        double scale = lane / weight(most);
        return frame.byStep() ? Math.min(scale, Math.max(STEP_UNIT, lane * STEP_PART)) : scale;
    }

    private double length(long count, double scale, double lane) {
        double least = frame.byStep() ? Math.min(lane * LEAST_STEP, STEP_UNIT) : LEAST_BAR;
        return count == 0 ? 0 : Math.max(least, weight(count) * scale);
    }

    /// Returns what a count weighs in the scale. For single steps the root of it: the start of a process opens a dozen handles at once, and
    /// would make slivers of all others.
    private double weight(long count) {
        return frame.byStep() ? Math.sqrt(count) : count;
    }

    private double left(Bar bar) {
        return frame.byStep() ? layout.x(bar.end()) - stepWidth() / 2 : Math.round(layout.x(bar.start()));
    }

    private double right(Bar bar) {
        return frame.byStep()
                ? layout.x(bar.end()) + stepWidth() / 2
                : Math.max(Math.round(layout.x(bar.end())) - space, Math.round(layout.x(bar.start())) + 1);
    }

    private double stepWidth() {
        return Math.clamp(layout.x(1) - layout.x(0) - 1, 1, STEP_WIDTH);
    }

    /// Draws a bar of what was opened or closed: the part before the playhead, and paler the part after it.
    private void change(GraphicsContext g, Bar bar, Token token, double y, double height) {
        double from = left(bar);
        double to = right(bar);
        double now = frame.byStep() ? bar.end() > frame.position() ? from : to : Math.clamp(head, from, to);
        // The playhead lies on the bar of the current step, which would be lost below it in a quiet colour.
        boolean covered = frame.byStep() && bar.end() == frame.position();
        block(g, palette.color(token, covered ? 1 : past), from, now, y, height);
        block(g, palette.color(token, future), now, to, y, height);
    }

    private static void block(GraphicsContext g, Color color, double from, double to, double y, double height) {
        if (height != 0 && to > from) {
            g.setFill(color);
            g.fillRect(from, Math.min(y, y + height), to - from, Math.abs(height));
        }
    }
}
