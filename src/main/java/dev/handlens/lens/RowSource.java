package dev.handlens.lens;

/// Rows that are made when they are asked for, so that a list of millions costs no more than the part on screen.
///
/// @param <R> a row
public interface RowSource<R> {
    /// How many rows there are.
    int size();

    /// The row at a place.
    ///
    /// @param index 0 to `size() - 1`
    R row(int index);

    /// Rows that are already made.
    static <R> RowSource<R> of(java.util.List<R> rows) {
        return new RowSource<>() {
            @Override
            public int size() {
                return rows.size();
            }

            @Override
            public R row(int index) {
                return rows.get(index);
            }
        };
    }
}
