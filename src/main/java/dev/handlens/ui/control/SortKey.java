package dev.handlens.ui.control;

import java.util.ArrayList;
import java.util.List;

/// A column to sort by.
///
/// @param column id of the column
/// @param ascending smallest first
public record SortKey(String column, boolean ascending) {
    /// The order after a click on a heading: smallest first, largest first, not at all.
    ///
    /// @param order order before the click, the first column first
    /// @param column id of the column clicked
    /// @param add whether the other columns stay in the order (Shift)
    public static List<SortKey> clicked(List<SortKey> order, String column, boolean add) {
        List<SortKey> next = new ArrayList<>(add ? order : order.stream().filter(key -> key.column.equals(column)).toList());
        for (int i = 0; i < next.size(); i++) {
            SortKey key = next.get(i);
            if (key.column.equals(column)) {
                if (key.ascending) {
                    next.set(i, new SortKey(column, false));
                } else {
                    next.remove(i);
                }
                return List.copyOf(next);
            }
        }
        next.add(new SortKey(column, true));
        return List.copyOf(next);
    }
}
