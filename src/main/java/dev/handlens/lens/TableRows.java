package dev.handlens.lens;

import dev.handlens.kernel.ex.HandleTable;
import java.util.Arrays;
import java.util.List;

/// The rows of a handle table in the order of values, the closed handles in their places among the open ones. Nothing is made before it
/// is asked for, and any place is found without the others.
final class TableRows implements RowSource<HandleRow> {
    private final HandleTable table;
    private final TablePlaces open;
    private final List<SpanChanges.Closed> closed;
    private final int[] closedPlaces;
    private final HandleRows rows;
    private final boolean ascending;

    /// @param table the table, or null for none
    /// @param open which of its handles are listed, or null for none
    /// @param closed closed handles that are listed, by value and position
    /// @param ascending whether the smallest value comes first
    TableRows(HandleTable table, TablePlaces open, List<SpanChanges.Closed> closed, HandleRows rows, boolean ascending) {
        this.table = table;
        this.open = open;
        this.closed = closed;
        this.rows = rows;
        this.ascending = ascending;
        closedPlaces = new int[closed.size()];
        for (int i = 0; i < closedPlaces.length; i++) {
            closedPlaces[i] = (open == null ? 0 : open.rank(closed.get(i).entry().handle())) + i;
        }
    }

    @Override
    public int size() {
        return closed.size() + (open == null ? 0 : open.size());
    }

    @Override
    public HandleRow row(int index) {
        int place = ascending ? index : size() - 1 - index;
        int found = Arrays.binarySearch(closedPlaces, place);
        return found >= 0 ? rows.closed(closed.get(found)) : rows.open(table.entry(open.at(place + found + 1)));
    }

    @Override
    public int indexOf(Object key) {
        int place = key instanceof HandleKey handle && handle.pid() == rows.pid() ? place(handle) : -1;
        return place < 0 || ascending ? place : size() - 1 - place;
    }

    private int place(HandleKey key) {
        if (open != null && open.has(key.value()) && table.entry(key.value()).stamp() == key.openedAt()) {
            int place = open.rank(key.value());
            // Each closed handle that stands before it moves it down by one; those of its own value were closed before it was opened.
            int before = 0;
            while (before < closed.size() && closed.get(before).entry().handle() <= key.value()) {
                before++;
            }
            return place + before;
        }
        for (int i = 0; i < closedPlaces.length; i++) {
            SpanChanges.Closed gone = closed.get(i);
            if (gone.entry().handle() == key.value() && gone.entry().stamp() == key.openedAt()) {
                return closedPlaces[i];
            }
        }
        return -1;
    }
}
