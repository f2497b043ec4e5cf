package dev.handlens.ui.control;

import dev.handlens.lens.RowSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Which rows of a table are selected. Rows are known by their keys, so a selection stays with its rows when they move; where a row was
/// last seen is only a hint for finding it again.
///
/// @param <R> a row
final class RowSelection<R> {
    /// Most rows that a range takes. More cannot be copied with any use, and the clipboard would hold the whole of them.
    static final int MOST = 100_000;
    private final Function<R, ?> key;
    private final Map<Object, Integer> places = new LinkedHashMap<>();
    private Object lead;
    private int leadIndex;
    private int anchor;

    RowSelection(Function<R, ?> key) {
        this.key = key;
    }

    Object lead() {
        return lead;
    }

    boolean contains(Object rowKey) {
        return places.containsKey(rowKey);
    }

    void clear() {
        places.clear();
        lead = null;
    }

    /// Selects a row whose place is not known.
    void only(Object rowKey) {
        places.clear();
        places.put(rowKey, leadIndex);
        lead = rowKey;
    }

    /// Selects one row and nothing else; ranges start from it.
    void only(RowSource<R> rows, int index) {
        places.clear();
        anchor = index;
        take(rows, index);
    }

    /// Adds a row, or takes it away.
    void toggle(RowSource<R> rows, int index) {
        Object rowKey = key.apply(rows.row(index));
        anchor = index;
        if (places.remove(rowKey) == null) {
            take(rows, index);
        } else if (rowKey.equals(lead)) {
            lead = places.isEmpty() ? null : places.keySet().iterator().next();
        }
    }

    /// Selects everything from where the last single row was selected up to a row.
    void extend(RowSource<R> rows, int index) {
        places.clear();
        int from = Math.clamp(anchor, 0, rows.size() - 1);
        int step = index < from ? -1 : 1;
        int last = step * (index - from) < MOST ? index : from + step * (MOST - 1);
        for (int i = from; i != last + step; i += step) {
            take(rows, i);
        }
    }

    void all(RowSource<R> rows) {
        anchor = 0;
        extend(rows, rows.size() - 1);
    }

    /// Remembers where a row is seen now.
    void seen(Object rowKey, int index) {
        places.computeIfPresent(rowKey, (_, _) -> index);
        if (rowKey.equals(lead)) {
            leadIndex = index;
        }
    }

    /// Where the row selected last is, or -1 when it is not listed.
    int leadIndex(RowSource<R> rows) {
        int found = lead == null ? -1 : find(rows, lead, leadIndex);
        leadIndex = found >= 0 ? found : leadIndex;
        return found;
    }

    /// Where to go on from with the keyboard: the row selected last, or its old place when it is gone; -1 when nothing is selected.
    int cursor(RowSource<R> rows) {
        int found = leadIndex(rows);
        return lead == null || found >= 0 ? found : Math.clamp(leadIndex, 0, rows.size() - 1);
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /// The selected rows as they are now, from top to bottom.
    List<R> rows(RowSource<R> rows) {
        Gathering<R> all = gathering(rows);
        while (!all.advance(MOST)) {
            // One turn is enough for what is selected; a second one looks for what has moved.
        }
        return all.rows();
    }

    /// Gathers the selected rows a few at a time.
    Gathering<R> gathering(RowSource<R> rows) {
        return new Gathering<>(rows, key, places);
    }

    private void take(RowSource<R> rows, int index) {
        lead = key.apply(rows.row(index));
        leadIndex = index;
        places.put(lead, index);
    }

    private int find(RowSource<R> rows, Object rowKey, int hint) {
        boolean there = hint >= 0 && hint < rows.size() && key.apply(rows.row(hint)).equals(rowKey);
        return there ? hint : rows.indexOf(rowKey);
    }
}
