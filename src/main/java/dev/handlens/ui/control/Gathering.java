package dev.handlens.ui.control;

import dev.handlens.lens.RowSource;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// Gathers the selected rows of one moment, a few at a time: each where it was last seen, then those that have moved.
///
/// @param <R> a row
final class Gathering<R> {
    /// Rows that moved which are asked for one by one; of more, the list is gone through once.
    private static final int FEW = 16;

    private final RowSource<R> source;
    private final Function<R, ?> key;
    private final int size;
    private final Iterator<Map.Entry<Object, Integer>> places;
    private final Map<Integer, R> found = new TreeMap<>();
    private final Set<Object> moved = new HashSet<>();
    private int looked;
    private int through;

    /// @param places keys of the selected rows, and where each was last seen
    Gathering(RowSource<R> source, Function<R, ?> key, Map<Object, Integer> places) {
        this.source = source;
        this.key = key;
        size = places.size();
        this.places = new LinkedHashMap<>(places).entrySet().iterator();
    }

    /// How many rows are selected.
    int size() {
        return size;
    }

    /// How many of them were looked for where they were.
    int looked() {
        return looked;
    }

    /// Gathers on.
    ///
    /// @param most rows to look at in this turn at most
    /// @return whether all are gathered that there are
    boolean advance(int most) {
        int left = most;
        while (left-- > 0 && places.hasNext()) {
            Map.Entry<Object, Integer> place = places.next();
            looked++;
            if (!take(place.getKey(), place.getValue())) {
                moved.add(place.getKey());
            }
        }
        if (places.hasNext()) {
            return false;
        }
        if (moved.size() <= FEW) {
            moved.forEach(rowKey -> take(rowKey, source.indexOf(rowKey)));
            moved.clear();
            return true;
        }
        return goThrough(left);
    }

    private boolean take(Object rowKey, int index) {
        R row = index >= 0 && index < source.size() ? source.row(index) : null;
        boolean there = row != null && key.apply(row).equals(rowKey);
        if (there) {
            found.put(index, row);
        }
        return there;
    }

    private boolean goThrough(int most) {
        int end = Math.min(source.size(), RowSelection.MOST);
        for (int left = most; left > 0 && through < end && !moved.isEmpty(); left--) {
            R row = source.row(through);
            if (moved.remove(key.apply(row))) {
                found.put(through, row);
            }
            through++;
        }
        return through >= end || moved.isEmpty();
    }

    /// What was gathered, from top to bottom.
    List<R> rows() {
        return List.copyOf(found.values());
    }
}
