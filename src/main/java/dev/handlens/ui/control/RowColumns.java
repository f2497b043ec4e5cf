package dev.handlens.ui.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/// The columns of a table as a person arranged them: which are shown, in which order, how wide.
///
/// @param <R> a row
public final class RowColumns<R> {
    private static final double WIDEST = 2_000;

    private final List<RowColumn<R>> defaults;
    private final List<Arranged<R>> order = new ArrayList<>();
    private List<Placed<R>> placed = List.of();

    /// A column with its place on screen.
    ///
    /// @param column the column
    /// @param x left edge in pixels from the left edge of the table
    /// @param width width in pixels
    public record Placed<R>(RowColumn<R> column, double x, double width) {}

    private static final class Arranged<R> {
        private final RowColumn<R> column;
        private boolean shown;
        private double width;
        private boolean widened;

        Arranged(RowColumn<R> column) {
            this.column = column;
            this.shown = column.shown();
            this.width = column.width();
        }

        boolean grows() {
            return column.grows() && !widened;
        }

        double slack() {
            return widened ? 0 : width - column.minWidth();
        }
    }

    /// @param columns all columns, in the order in which they stand at first
    public RowColumns(List<RowColumn<R>> columns) {
        defaults = List.copyOf(columns);
        reset();
    }

    /// Everything as it was at first.
    public void reset() {
        order.clear();
        defaults.forEach(column -> order.add(new Arranged<>(column)));
    }

    /// All columns in their present order, shown or not.
    public List<RowColumn<R>> all() {
        return order.stream().map(arranged -> arranged.column).toList();
    }

    /// The columns shown, from left to right.
    public List<RowColumn<R>> shown() {
        return order.stream().filter(arranged -> arranged.shown).map(arranged -> arranged.column).toList();
    }

    public boolean isShown(String id) {
        return find(id).shown;
    }

    /// Shows or hides a column. A column that is fixed stays, and so does the last one.
    public void setShown(String id, boolean shown) {
        Arranged<R> arranged = find(id);
        boolean last = order.stream().filter(other -> other.shown && !other.column.fixed()).count() == 1;
        if (!arranged.column.fixed() && (shown || !last)) {
            arranged.shown = shown;
        }
    }

    /// Gives a column a width that it keeps.
    public void setWidth(String id, double width) {
        Arranged<R> arranged = find(id);
        if (!arranged.column.fixed()) {
            arranged.width = Math.clamp(width, 28, WIDEST);
            arranged.widened = true;
        }
    }

    /// Moves a column before another.
    ///
    /// @param id the column to move
    /// @param before the column that is to follow it, or null for the end
    public void move(String id, String before) {
        Arranged<R> moved = find(id);
        if (id.equals(before) || moved.column.fixed() || before != null && find(before).column.fixed()) {
            return;
        }
        order.remove(moved);
        order.add(before == null ? order.size() : order.indexOf(find(before)), moved);
    }

    /// Moves a column by one place among those shown.
    ///
    /// @param right to the right rather than to the left
    public void nudge(String id, boolean right) {
        List<RowColumn<R>> shown = shown();
        int at = shown.indexOf(find(id).column);
        int beforeAt = right ? at + 2 : at - 1;
        if (at >= 0 && beforeAt >= 0 && beforeAt <= shown.size()) {
            move(id, beforeAt == shown.size() ? null : shown.get(beforeAt).id());
        }
    }

    /// Gives every column its place. Room left over goes to the column that grows; where room is wanting, columns that nobody widened
    /// give way as far as their smallest width.
    ///
    /// @param available pixels there are
    /// @return pixels that are used, more than there are when the columns do not fit
    public double layout(double available) {
        List<Arranged<R>> shown = order.stream().filter(arranged -> arranged.shown).toList();
        double wanted = shown.stream().mapToDouble(arranged -> arranged.width).sum();
        double slack = shown.stream().mapToDouble(Arranged::slack).sum();
        double shrink = slack == 0 ? 0 : Math.clamp((wanted - available) / slack, 0, 1);
        Arranged<R> growing = shown.stream().filter(Arranged::grows).findFirst().orElse(null);
        List<Placed<R>> places = new ArrayList<>();
        double x = 0;
        for (Arranged<R> arranged : shown) {
            double extra = arranged == growing ? Math.max(0, available - wanted) : 0;
            double right = Math.rint(x + arranged.width - shrink * arranged.slack() + extra);
            places.add(new Placed<>(arranged.column, x, right - x));
            x = right;
        }
        placed = List.copyOf(places);
        return x;
    }

    /// Where the columns stand since the last layout.
    public List<Placed<R>> placed() {
        return placed;
    }

    /// The arrangement as one line of text, to be remembered: every column in order, hidden ones with a minus before them, a width
    /// after a colon where a person chose it.
    public String state() {
        StringJoiner line = new StringJoiner(" ");
        for (Arranged<R> arranged : order) {
            String width = arranged.widened ? ":" + Math.round(arranged.width) : "";
            line.add((arranged.shown ? "" : "-") + arranged.column.id() + width);
        }
        return line.toString();
    }

    /// Arranges the columns as a remembered line says. Words that name no column are passed over, and columns that the line does not
    /// name keep their default at the end: a line of an older or newer version does no harm.
    public void restore(String state) {
        reset();
        Map<String, Arranged<R>> left = order.stream()
                .collect(Collectors.toMap(arranged -> arranged.column.id(), arranged -> arranged, (a, b) -> a, LinkedHashMap::new));
        List<Arranged<R>> named = new ArrayList<>(left.values().stream().filter(arranged -> arranged.column.fixed()).toList());
        named.forEach(arranged -> left.remove(arranged.column.id()));
        for (String word : state.strip().split("\\s+")) {
            String[] parts = word.split(":", 2);
            boolean hidden = parts[0].startsWith("-");
            Arranged<R> arranged = left.remove(hidden ? parts[0].substring(1) : parts[0]);
            if (arranged != null) {
                arranged.shown = !hidden;
                named.add(arranged);
                if (parts.length == 2 && parts[1].matches("\\d{1,4}")) {
                    setWidth(arranged.column.id(), Integer.parseInt(parts[1]));
                }
            }
        }
        named.addAll(left.values());
        order.clear();
        order.addAll(named);
    }

    private Arranged<R> find(String id) {
        return order.stream().filter(arranged -> arranged.column.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + id));
    }
}
