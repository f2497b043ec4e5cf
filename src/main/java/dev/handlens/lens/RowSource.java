package dev.handlens.lens;

import java.util.List;
import java.util.function.Function;

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

    /// Where the row of a key stands, or -1 when it is not there.
    ///
    /// @param key who a row is: the same row has the same key from one moment to the next, wherever it stands
    int indexOf(Object key);

    /// Rows that are already made.
    ///
    /// @param key the key of a row
    static <R> RowSource<R> of(List<R> rows, Function<R, ?> key) {
        return new RowSource<>() {
            @Override
            public int size() {
                return rows.size();
            }

            @Override
            public R row(int index) {
                return rows.get(index);
            }

            @Override
            public int indexOf(Object wanted) {
                for (int i = 0; i < rows.size(); i++) {
                    if (key.apply(rows.get(i)).equals(wanted)) {
                        return i;
                    }
                }
                return -1;
            }
        };
    }

    /// No rows.
    static <R> RowSource<R> none() {
        return of(List.of(), row -> row);
    }
}
