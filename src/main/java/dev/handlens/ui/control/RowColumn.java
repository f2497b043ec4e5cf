package dev.handlens.ui.control;

import java.util.function.Function;

/// A column of a table: what it is called, what it says of a row, and how.
///
/// @param id name in remembered arrangements and in sort orders; never shown
/// @param title heading; empty for none
/// @param text what it says of a row; also what is copied
/// @param kind type it is set in
/// @param right whether it stands at the right edge, as numbers do
/// @param width width in pixels before anybody changes it
/// @param minWidth width in pixels to which it shrinks where room is wanting
/// @param shown whether it is shown before anybody changes it
/// @param grows whether it takes the room that is left over
/// @param fixed whether it always stays where it is: not moved, hidden, widened, sorted by or copied
/// @param yields when it leaves where room is wanting even so: 1 first, 2 next, 0 never
/// @param cell makes what draws it
/// @param <R> a row
public record RowColumn<R>(
        String id, String title, Function<R, String> text, CellKind kind, boolean right, double width, double minWidth, boolean shown,
        boolean grows, boolean fixed, int yields, Function<RowColumn<R>, RowCell<R>> cell) {

    /// A column of words, shown, at the left edge, that keeps its width.
    public static <R> RowColumn<R> of(String id, String title, double width, Function<R, String> text) {
        return new RowColumn<>(id, title, text, CellKind.PLAIN, false, width, width, true, false, false, 0, TextCell::new);
    }

    /// The same column in another type.
    public RowColumn<R> as(CellKind kind) {
        return new RowColumn<>(id, title, text, kind, right, width, minWidth, shown, grows, fixed, yields, cell);
    }

    /// The same column at the right edge.
    public RowColumn<R> number() {
        return new RowColumn<>(id, title, text, kind, true, width, minWidth, shown, grows, fixed, yields, cell);
    }

    /// The same column, narrower where room is wanting. For words, which one knows by their beginning; a number cut short is a wrong
    /// number.
    public RowColumn<R> shrinkingTo(double minWidth) {
        return new RowColumn<>(id, title, text, kind, right, width, minWidth, shown, grows, fixed, yields, cell);
    }

    /// The same column, shown only when a person asks for it.
    public RowColumn<R> optional() {
        return new RowColumn<>(id, title, text, kind, right, width, minWidth, false, grows, fixed, yields, cell);
    }

    /// The same column, taking the room that is left over.
    public RowColumn<R> growing() {
        return new RowColumn<>(id, title, text, kind, right, width, minWidth, shown, true, fixed, yields, cell);
    }

    /// The same column, always in its place.
    public RowColumn<R> inPlace() {
        return new RowColumn<>(id, title, text, kind, right, width, minWidth, shown, grows, true, yields, cell);
    }

    /// The same column, left out where room is wanting unless a person asked for it.
    ///
    /// @param turn 1 leaves first
    public RowColumn<R> yielding(int turn) {
        return new RowColumn<>(id, title, text, kind, right, width, minWidth, shown, grows, fixed, turn, cell);
    }

    /// The same column with a drawing of its own.
    public RowColumn<R> drawnBy(Function<RowColumn<R>, RowCell<R>> cell) {
        return new RowColumn<>(id, title, text, kind, right, width, minWidth, shown, grows, fixed, yields, cell);
    }
}
