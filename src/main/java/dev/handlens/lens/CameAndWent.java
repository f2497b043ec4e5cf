package dev.handlens.lens;

import dev.handlens.kernel.ObjectAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The rows of handles that came and went in the highlighted time. Handles with the same call site, type and name are one row with a count,
/// and their own rows follow it while the fold is open; a handle without its like is a row as any other.
///
/// The rows are in the chosen order, by what they show; without one, by handle value, type, name and call site.
final class CameAndWent implements RowSource<HandleRow> {
    private static final int SHOWN_ATTRIBUTES = ObjectAttributes.INHERIT | ObjectAttributes.PROTECT_CLOSE;

    private final HandleRows rows;
    private final View view;
    private final boolean more;
    private final List<Group> groups = new ArrayList<>();
    /// Index of the first row of each group.
    private final List<Integer> starts = new ArrayList<>();
    private int size;

    private static final class Group {
        private final ClosedHandles.Kind kind;
        private final String id;
        private final List<SpanChanges.Closed> handles = new ArrayList<>();
        private SpanChanges.Closed newest;
        private HandleRow sortedBy;
        private final Set<HandleField> mixed = EnumSet.noneOf(HandleField.class);

        Group(ClosedHandles.Kind kind, int pid) {
            this.kind = kind;
            id = "came and went " + pid + " " + kind.type().typeName() + " " + kind.site() + " " + kind.name();
        }

        void add(SpanChanges.Closed closed) {
            handles.add(closed);
            newest = newest == null || closed.entry().stamp() >= newest.entry().stamp() ? closed : newest;
            SpanChanges.Closed first = handles.getFirst();
            if (closed.entry().handle() != first.entry().handle()) {
                mixed.add(HandleField.HANDLE);
                mixed.add(HandleField.INDEX);
            }
            if (closed.object().id() != first.object().id()) {
                mixed.addAll(List.of(HandleField.OBJECT, HandleField.COUNTS, HandleField.HANDLE_COUNT, HandleField.POINTER_COUNT));
            }
            if (closed.entry().grantedAccess() != first.entry().grantedAccess()) {
                mixed.addAll(List.of(HandleField.ACCESS, HandleField.ACCESS_MASK));
            }
            if (((closed.entry().attributes() ^ first.entry().attributes()) & SHOWN_ATTRIBUTES) != 0) {
                mixed.add(HandleField.ATTRIBUTES);
            }
            if (closed.entry().stamp() != first.entry().stamp()) {
                mixed.add(HandleField.OPENED);
            }
        }

        long handle() {
            return handles.getFirst().entry().handle();
        }
    }

    /// @param handles those that are listed, by value and position
    /// @param rows makes rows of them
    /// @param view order and open folds
    /// @param more whether more handles were closed than are kept
    CameAndWent(List<ClosedHandles.Passing> handles, HandleRows rows, View view, boolean more) {
        this.rows = rows;
        this.view = view;
        this.more = more;
        group(handles);
        sort();
        for (Group group : groups) {
            starts.add(size);
            size += isOpen(group) ? 1 + group.handles.size() : 1;
        }
    }

    private void group(List<ClosedHandles.Passing> handles) {
        Map<ClosedHandles.Kind, Group> known = new LinkedHashMap<>();
        for (ClosedHandles.Passing handle : handles) {
            known.computeIfAbsent(handle.kind(), kind -> new Group(kind, rows.pid())).add(handle.handle());
        }
        groups.addAll(known.values());
    }

    private void sort() {
        Comparator<Group> order = Comparator.comparingLong(Group::handle).thenComparing(group -> group.kind.type())
                .thenComparing(group -> group.kind.name()).thenComparing(group -> group.kind.site());
        if (view.sort().isEmpty()) {
            groups.sort(order);
            return;
        }
        Comparator<HandleRow> chosen = null;
        for (View.SortBy by : view.sort()) {
            Comparator<HandleRow> next = by.ascending() ? HandleText.order(by.column()) : HandleText.order(by.column()).reversed();
            chosen = chosen == null ? next : chosen.thenComparing(next);
        }
        groups.forEach(group -> group.sortedBy = head(group));
        groups.sort(Comparator.comparing((Group group) -> group.sortedBy, chosen).thenComparing(order));
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public HandleRow row(int index) {
        int at = groupAt(index);
        Group group = groups.get(at);
        int place = index - starts.get(at);
        if (place == 0) {
            return head(group);
        }
        return rows.closed(group.handles.get(place - 1)).in(fold(group, false));
    }

    @Override
    public int indexOf(Object key) {
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            int place = group.handles.size() > 1 && group.id.equals(key) ? 0 : place(group, key);
            if (place >= 0) {
                return starts.get(i) + place;
            }
        }
        return -1;
    }

    /// Returns the id of the closed fold that a handle is in, or null if it is in none.
    ///
    /// @param key key of the handle
    String foldOf(HandleKey key) {
        return groups.stream().filter(group -> group.handles.size() > 1 && !isOpen(group)
                && group.handles.stream().anyMatch(closed -> is(closed, key))).map(group -> group.id).findFirst().orElse(null);
    }

    /// Returns the place of the row of a handle, counted from the first row of its group; that is the one row for all where the group is
    /// folded.
    private int place(Group group, Object key) {
        if (!(key instanceof HandleKey handle)) {
            return -1;
        }
        for (int i = 0; i < group.handles.size(); i++) {
            if (is(group.handles.get(i), handle)) {
                return isOpen(group) ? i + 1 : 0;
            }
        }
        return -1;
    }

    private boolean is(SpanChanges.Closed closed, HandleKey key) {
        return closed.entry().handle() == key.value() && closed.entry().stamp() == key.openedAt() && rows.pid() == key.pid();
    }

    /// The last group that begins at or before a row.
    private int groupAt(int index) {
        int low = 0;
        int high = starts.size();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (starts.get(middle) <= index) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private HandleRow head(Group group) {
        HandleRow newest = rows.closed(group.newest);
        return group.handles.size() == 1 ? newest : newest.in(fold(group, true));
    }

    private HandleFold fold(Group group, boolean head) {
        return new HandleFold(group.id, group.handles.size(), more, isOpen(group), head, group.mixed);
    }

    private boolean isOpen(Group group) {
        return group.handles.size() > 1 && view.unfolded().contains(group.id);
    }
}
