package dev.handlens.ui.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The columns of a table as a person arranged them: which are shown, in which order, how wide.
///
/// @param <R> a row
public final class RowColumns<R> {
    private static final double WIDEST = 2_000;
    private static final Pattern WORD = Pattern.compile("([+-]?)(\\w+)(?::(\\d{1,4}))?");
    /// Pixels kept free on each side of the words.
    static final double PADDING = 8;

    private static final double EDGE_PADDING = 14;
    private static final double FIXED_PADDING = 3;

    private final List<RowColumn<R>> defaults;
    private final List<Arranged<R>> order = new ArrayList<>();
    private List<Placed<R>> placed = List.of();

    /// A column with its place on screen.
    ///
    /// @param column the column
    /// @param x left edge in pixels from the left edge of the table
    /// @param width width in pixels
    /// @param before pixels kept free left of the words
    /// @param after pixels kept free right of the words
    public record Placed<R>(RowColumn<R> column, double x, double width, double before, double after) {
        /// Left edge of the words.
        public double innerX() {
            return x + before;
        }

        /// Room for the words.
        public double innerWidth() {
            return Math.max(0, width - before - after);
        }
    }

    private static final class Arranged<R> {
        private final RowColumn<R> column;
        private boolean shown;
        private boolean chosen;
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

        boolean mayYield() {
            return column.yields() > 0 && !chosen;
        }

        void choose(boolean wanted) {
            shown = wanted;
            chosen = true;
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

    /// The columns to be shown, from left to right, whether there is room for them or not.
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
            arranged.choose(shown);
        }
    }

    /// Shows or hides a column as long as no person decides about it.
    public void suggest(String id, boolean shown) {
        Arranged<R> arranged = find(id);
        if (!arranged.chosen) {
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

    /// Gives every column its place. Room left over goes to the column that grows. Where room is wanting, columns that nobody widened
    /// shrink, and if that is not enough, those that nobody asked for leave.
    ///
    /// @param available pixels there are
    /// @return pixels that are used, more than there are when the columns do not fit
    public double layout(double available) {
        List<Arranged<R>> kept = kept(available - 2 * (EDGE_PADDING - PADDING));
        double wanted = 0;
        double slack = 0;
        List<Placed<R>> natural = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            Arranged<R> arranged = kept.get(i);
            boolean fixed = arranged.column.fixed();
            double before = fixed ? FIXED_PADDING : i == 0 ? EDGE_PADDING : PADDING;
            double after = fixed ? FIXED_PADDING : i == kept.size() - 1 ? EDGE_PADDING : PADDING;
            double width = arranged.width + (fixed ? 0 : before + after - 2 * PADDING);
            natural.add(new Placed<>(arranged.column, 0, width, before, after));
            wanted += width;
            slack += arranged.slack();
        }
        double shrink = slack == 0 ? 0 : Math.clamp((wanted - available) / slack, 0, 1);
        int growing = kept.stream().map(Arranged::grows).toList().indexOf(true);
        List<Placed<R>> places = new ArrayList<>();
        double right = 0;
        for (int i = 0; i < kept.size(); i++) {
            Placed<R> place = natural.get(i);
            double x = Math.rint(right);
            right += place.width() - shrink * kept.get(i).slack() + (i == growing ? Math.max(0, available - wanted) : 0);
            places.add(new Placed<>(place.column(), x, Math.rint(right) - x, place.before(), place.after()));
        }
        placed = List.copyOf(places);
        return Math.rint(right);
    }

    private List<Arranged<R>> kept(double available) {
        List<Arranged<R>> kept = new ArrayList<>(order.stream().filter(arranged -> arranged.shown).toList());
        List<Arranged<R>> yielding = kept.stream().filter(Arranged::mayYield)
                .sorted(Comparator.comparingInt(arranged -> arranged.column.yields())).toList();
        for (Arranged<R> arranged : yielding) {
            if (kept.stream().mapToDouble(other -> other.width - other.slack()).sum() > available) {
                kept.remove(arranged);
            }
        }
        return kept;
    }

    /// Where the columns stand since the last layout.
    public List<Placed<R>> placed() {
        return placed;
    }

    /// The arrangement as one line of text, to be remembered: every column in order, with `+` or `-` before it where a person chose to
    /// show or hide it, and a width after a colon where a person chose it.
    public String state() {
        StringJoiner line = new StringJoiner(" ");
        for (Arranged<R> arranged : order) {
            String choice = !arranged.chosen ? "" : arranged.shown ? "+" : "-";
            String width = arranged.widened ? ":" + Math.round(arranged.width) : "";
            line.add(choice + arranged.column.id() + width);
        }
        return line.toString();
    }

    /// Arranges the columns as a remembered line says. Words that name no column are passed over, and columns that the line does not
    /// name keep their default at the end: a line of an older or newer version does no harm.
    public void restore(String state) {
        reset();
        List<Arranged<R>> named = new ArrayList<>(order.stream().filter(arranged -> arranged.column.fixed()).toList());
        for (String word : state.strip().split("\\s+")) {
            Matcher matcher = WORD.matcher(word);
            Arranged<R> arranged = matcher.matches() ? known(matcher.group(2)) : null;
            if (arranged != null && !named.contains(arranged)) {
                named.add(arranged);
                if (!matcher.group(1).isEmpty()) {
                    arranged.choose(matcher.group(1).equals("+"));
                }
                if (matcher.group(3) != null) {
                    setWidth(arranged.column.id(), Integer.parseInt(matcher.group(3)));
                }
            }
        }
        order.removeAll(named);
        order.addAll(0, named);
    }

    private Arranged<R> known(String id) {
        return order.stream().filter(arranged -> arranged.column.id().equals(id)).findFirst().orElse(null);
    }

    private Arranged<R> find(String id) {
        Arranged<R> arranged = known(id);
        if (arranged == null) {
            throw new IllegalArgumentException("no column " + id);
        }
        return arranged;
    }
}
