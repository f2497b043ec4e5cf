package dev.handlens.ui.control;

/// Which rows of a list are on screen. Rows all have one height, so a place in the list is a number and a list of millions costs nothing.
final class RowWindow {
    private final double rowHeight;
    private double height;
    private int size;
    private double top;

    RowWindow(double rowHeight) {
        this.rowHeight = rowHeight;
    }

    /// @param height pixels there are for rows
    /// @param size rows there are
    void fit(double height, int size) {
        this.height = Math.max(0, height);
        this.size = size;
        scrollTo(top);
    }

    /// Rows that fit, as a fraction.
    double page() {
        return height / rowHeight;
    }

    /// Whole rows that fit, at least one.
    int wholeRows() {
        return Math.max(1, (int) page());
    }

    boolean overflows() {
        return size > page();
    }

    /// How far down the list is: rows above the upper edge, as a fraction.
    double top() {
        return top;
    }

    double maxTop() {
        return Math.max(0, size - page());
    }

    void scrollTo(double rows) {
        top = Math.clamp(rows, 0, maxTop());
    }

    void scrollByPixels(double pixels) {
        scrollTo(top + pixels / rowHeight);
    }

    /// Whether the whole row is in sight.
    ///
    /// @param index number of a row, or -1 for none
    boolean shows(int index) {
        return index >= 0 && index >= top && index + 1 <= top + page();
    }

    /// Scrolls as little as shows the whole row.
    void reveal(int index) {
        if (index < top) {
            scrollTo(index);
        } else if (index + 1 > top + page()) {
            scrollTo(index + 1 - page());
        }
    }

    /// Scrolls so that a row that is out of sight comes to the middle.
    void center(int index) {
        if (!shows(index)) {
            // On a whole row, so that none is cut at the upper edge.
            scrollTo(Math.rint(index + 0.5 - page() / 2));
        }
    }

    int first() {
        return (int) top;
    }

    /// Rows that show, wholly or in part.
    int count() {
        return Math.max(0, Math.min(size, (int) Math.ceil(top + page())) - first());
    }

    /// Upper edge of a row in pixels below the upper edge of the window, on a whole pixel so that words stay sharp.
    double y(int index) {
        return Math.rint((index - top) * rowHeight);
    }

    /// Row at a height, or -1 where there is none.
    int indexAt(double y) {
        int index = (int) Math.floor(top + y / rowHeight);
        return y >= 0 && index >= 0 && index < size ? index : -1;
    }
}
