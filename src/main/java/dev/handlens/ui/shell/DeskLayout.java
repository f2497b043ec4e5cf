package dev.handlens.ui.shell;

import java.util.EnumMap;
import java.util.Map;

/// Computes where the panes of the desk and the dividers between them lie. All lengths are pixels. A place of a divider is the centre of
/// its gap as a part, from 0 to 1, of the length that it divides.
final class DeskLayout {
    /// Gap between two panes, and round the desk.
    static final double GAP = 10;
    /// Height of a pane of which only the header shows.
    static final double FOLDED = 39;

    private static final double NARROW = 1250;
    private static final double WALKTHROUGH_LEAST = 222;
    private static final double MIDDLE_LEAST = 410;
    private static final double RIGHT_LEAST = 286;
    private static final double PROCESSES_LEAST = 96;
    private static final double LOWER_LEAST = 120;
    private static final double WHY_LEAST = 120;
    private static final double PROPERTIES_LEAST = 90;
    /// Room for fourteen lines of Properties with a group heading, which is all there is to say about a handle or its object.
    private static final double PROPERTIES_ROOM = 358;
    private static final double PROPERTIES_SHARE = 0.37;
    /// A lower graph is not legible.
    private static final double GRAPH_ROOM = 288;
    private static final double COLUMNS_LEAST = 260;
    private static final double FOOT_SHARE = 0.16;
    private static final double FOOT_LEAST = 124;
    private static final double FOOT_MOST = 172;
    private static final double DRAGGED_FOOT_LEAST = 104;
    private static final double GAUGE_SHARE = 0.205;
    private static final double GAUGE_LEAST = 205;
    private static final double GAUGE_MOST = 340;
    private static final double DRAGGED_GAUGE_LEAST = 170;
    private static final double TIMELINE_LEAST = 260;

    private final Map<Pane, Area> panes = new EnumMap<>(Pane.class);
    private final Map<DividerPlace, Area> dividers = new EnumMap<>(DividerPlace.class);
    private final Map<DividerPlace, Length> lengths = new EnumMap<>(DividerPlace.class);
    private final Map<DividerPlace, Double> chosen;
    private final Content content;

    /// The panes.
    enum Pane {
        WALKTHROUGH, PROCESSES, LOWER, WHY, PROPERTIES, PAGED, NONPAGED, TIMELINE
    }

    /// A rectangle.
    record Area(double x, double y, double width, double height) {}

    /// What the panes contain, as far as the layout depends on it.
    ///
    /// @param lowerPane whether the pane below the processes is there
    /// @param findings height that the findings need to be seen whole, with their header; 0 while the graph is in front of them
    record Content(boolean lowerPane, double findings) {}

    private record Length(double from, double length) {}

    /// Computes a layout.
    ///
    /// @param width width of the desk
    /// @param height height of the desk
    /// @param chosen places of the dividers that were dragged; the others stand at their usual place
    DeskLayout(double width, double height, Map<DividerPlace, Double> chosen, Content content) {
        this.chosen = chosen;
        this.content = content;
        double inner = Math.max(0, width - 2 * GAP);
        double innerHeight = Math.max(0, height - 2 * GAP);
        double foot = Math.clamp(height * FOOT_SHARE, FOOT_LEAST, FOOT_MOST);
        double columns = cut(DividerPlace.FOOT, new Length(GAP, innerHeight), innerHeight - GAP - foot, COLUMNS_LEAST, DRAGGED_FOOT_LEAST);
        dividers.put(DividerPlace.FOOT, new Area(GAP, GAP + columns, inner, GAP));
        layColumns(inner, columns, width < NARROW);
        layFoot(inner, GAP + columns + GAP, Math.max(0, innerHeight - columns - GAP));
    }

    /// Returns where a pane lies, or null when it is not there.
    Area area(Pane pane) {
        return panes.get(pane);
    }

    /// Returns where a divider lies, or null when it is not there.
    Area divider(DividerPlace place) {
        return dividers.get(place);
    }

    /// Returns the place of a divider whose centre is at a coordinate, from 0 to 1.
    double place(DividerPlace divider, double coordinate) {
        Length length = lengths.get(divider);
        return length.length() <= 0 ? 0 : Math.clamp((coordinate - length.from()) / length.length(), 0, 1);
    }

    private void layColumns(double width, double height, boolean narrow) {
        Length length = new Length(GAP, width);
        double left = cut(DividerPlace.WALKTHROUGH, length, width * (narrow ? 0.222 : 0.2255) - GAP / 2, WALKTHROUGH_LEAST,
                MIDDLE_LEAST + GAP + RIGHT_LEAST);
        double right = cut(DividerPlace.RIGHT_COLUMN, length, width * (narrow ? 0.722 : 0.7135) - GAP / 2, left + GAP + MIDDLE_LEAST,
                RIGHT_LEAST);
        panes.put(Pane.WALKTHROUGH, new Area(GAP, GAP, left, height));
        dividers.put(DividerPlace.WALKTHROUGH, new Area(GAP + left, GAP, GAP, height));
        dividers.put(DividerPlace.RIGHT_COLUMN, new Area(GAP + right, GAP, GAP, height));
        layMiddle(GAP + left + GAP, right - left - GAP, height, narrow);
        layRight(GAP + right + GAP, width - right - GAP, height);
    }

    private void layMiddle(double x, double width, double height, boolean narrow) {
        if (!content.lowerPane()) {
            panes.put(Pane.PROCESSES, new Area(x, GAP, width, height));
            return;
        }
        double usual = height * (narrow ? 0.34 : 0.36) - GAP / 2;
        stack(DividerPlace.PROCESSES, new Area(x, GAP, width, height), cut(DividerPlace.PROCESSES, new Length(GAP, height), usual,
                PROCESSES_LEAST, LOWER_LEAST), Pane.PROCESSES, Pane.LOWER);
    }

    /// Properties have a height that depends on the window alone, so that the divider stands still while what is selected changes. Findings
    /// that are higher than what is left take the whole column but the header of Properties.
    private void layRight(double x, double width, double height) {
        Length length = new Length(GAP, height);
        double properties = Math.max(Math.min(PROPERTIES_ROOM, height - GAP - GRAPH_ROOM), height * PROPERTIES_SHARE);
        double usual = height - GAP - properties;
        boolean findings = content.findings() > 0;
        DividerPlace place = findings ? DividerPlace.FINDINGS : DividerPlace.GRAPH;
        double upper = findings
                ? cut(place, length, content.findings() <= usual ? usual : height - GAP - FOLDED, WHY_LEAST, FOLDED)
                : cut(place, length, usual, WHY_LEAST, PROPERTIES_LEAST);
        stack(place, new Area(x, GAP, width, height), upper, Pane.WHY, Pane.PROPERTIES);
    }

    private void stack(DividerPlace place, Area area, double upper, Pane above, Pane below) {
        panes.put(above, new Area(area.x(), area.y(), area.width(), upper));
        dividers.put(place, new Area(area.x(), area.y() + upper, area.width(), GAP));
        panes.put(below, new Area(area.x(), area.y() + upper + GAP, area.width(), Math.max(0, area.height() - upper - GAP)));
    }

    private void layFoot(double width, double y, double height) {
        double gauge = Math.clamp(width * GAUGE_SHARE, GAUGE_LEAST, GAUGE_MOST);
        Length length = new Length(GAP, width);
        double first = cut(DividerPlace.PAGED, length, gauge, DRAGGED_GAUGE_LEAST, DRAGGED_GAUGE_LEAST + GAP + TIMELINE_LEAST);
        double second = cut(DividerPlace.NONPAGED, length, 2 * gauge + GAP, first + GAP + DRAGGED_GAUGE_LEAST, TIMELINE_LEAST);
        panes.put(Pane.PAGED, new Area(GAP, y, first, height));
        dividers.put(DividerPlace.PAGED, new Area(GAP + first, y, GAP, height));
        panes.put(Pane.NONPAGED, new Area(GAP + first + GAP, y, second - first - GAP, height));
        dividers.put(DividerPlace.NONPAGED, new Area(GAP + second, y, GAP, height));
        panes.put(Pane.TIMELINE, new Area(GAP + second + GAP, y, Math.max(0, width - second - GAP), height));
    }

    /// Returns where the gap of a divider begins, in whole pixels from the start of the length. Where both sides cannot have what they need
    /// at least, each gets its share of that.
    private double cut(DividerPlace place, Length length, double usual, double leastBefore, double leastAfter) {
        lengths.put(place, length);
        double room = Math.max(0, length.length() - GAP);
        double scale = Math.min(1, room / (leastBefore + leastAfter));
        Double wanted = chosen.get(place);
        double at = wanted == null ? usual : wanted * length.length() - GAP / 2;
        return Math.rint(Math.max(leastBefore * scale, Math.min(room - leastAfter * scale, at)));
    }
}
