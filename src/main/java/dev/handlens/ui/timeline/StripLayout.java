package dev.handlens.ui.timeline;

/// Tells where things lie on the strip, in px of its region: three lanes above each other, with room for their names left and for labels
/// below.
///
/// @param width width of the strip
/// @param height height of the strip
/// @param end place at which the axis ends
record StripLayout(double width, double height, long end) {
    /// Left end of the axis.
    static final double LEFT = 78;
    /// Upper end of the opened lane.
    static final double TOP = 2;
    private static final double RIGHT = 24;
    private static final double LABEL_ROW = 18;
    private static final double LANE_GAP = 6;
    private static final double OPEN_PART = 0.27;
    private static final double OPENED_PART = 0.62;

    /// Returns the right end of the axis.
    double right() {
        return Math.max(LEFT + 1, width - RIGHT);
    }

    /// Returns where a place on the axis lies.
    double x(double place) {
        return LEFT + (end == 0 ? 0 : (right() - LEFT) * place / end);
    }

    /// Returns the place on the axis at a point; beyond the ends it is the end.
    double place(double x) {
        return Math.clamp((x - LEFT) / (right() - LEFT), 0, 1) * end;
    }

    /// Returns the lower end of the still open lane.
    double bottom() {
        return Math.round(height - LABEL_ROW);
    }

    /// Returns the upper end of the still open lane.
    double openTop() {
        return Math.round(bottom() - (bottom() - TOP) * OPEN_PART);
    }

    /// Returns the lower end of the closed lane.
    double closedEnd() {
        return openTop() - LANE_GAP;
    }

    /// Returns the line between opened and closed.
    double line() {
        return Math.round(TOP + (closedEnd() - TOP) * OPENED_PART);
    }

    /// Returns where the labels below the axis stand.
    double tickBaseline() {
        return height - 4;
    }
}
