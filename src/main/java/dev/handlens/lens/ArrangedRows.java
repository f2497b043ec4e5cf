package dev.handlens.lens;

import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;

/// Rows in an order that was made of an earlier moment, perhaps this one. Each row shows the handle as it is now: one that was closed
/// since then shows as closed, and a value that was handed out again is another handle, which is not in this order.
final class ArrangedRows implements RowSource<HandleRow> {
    private final HandleArrangement arrangement;
    private final HandleTable now;
    private final HandleRows rows;
    private final long position;

    /// @param now the table at the moment shown, or null for none
    /// @param rows makes rows of that moment
    /// @param position the moment shown
    ArrangedRows(HandleArrangement arrangement, HandleTable now, HandleRows rows, long position) {
        this.arrangement = arrangement;
        this.now = now;
        this.rows = rows;
        this.position = position;
    }

    @Override
    public int size() {
        return arrangement.size();
    }

    @Override
    public HandleRow row(int index) {
        int item = arrangement.item(index);
        HandleItems items = arrangement.items();
        if (item < 0) {
            return rows.closed(items.closed().get(-1 - item));
        }
        HandleEntry then = items.entry(item);
        HandleEntry entry = now == null ? null : now.entry(then.handle());
        boolean same = entry != null && entry.stamp() == then.stamp() && entry.generation() == then.generation();
        return same ? rows.open(entry) : rows.closed(items.closedSince(item, position));
    }

    @Override
    public int indexOf(Object key) {
        if (!(key instanceof HandleKey handle) || handle.pid() != rows.pid()) {
            return -1;
        }
        int slot = (int) (handle.value() >>> 2);
        HandleItems items = arrangement.items();
        for (int i = 0; i < arrangement.size(); i++) {
            int item = arrangement.item(i);
            if ((item == slot || item < 0) && items.key(item).equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
