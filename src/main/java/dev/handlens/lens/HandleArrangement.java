package dev.handlens.lens;

import dev.handlens.kernel.ex.HandleEntry;
import java.util.List;
import java.util.function.Predicate;

/// Puts the handles of one moment into an order, and leaves out those that are not wanted: as much at a time as is allowed. It works on
/// a frozen machine, so that a run may go on meanwhile.
///
/// Sorting takes 20 bytes a handle while it is done (334 MB for a full table of 16.7 million) and 4 when it is ready. It is a radix sort
/// of the places by 16 bits at a time, which is stable: equal handles stay in the order of values, and several columns are sorted by the
/// last one first.
final class HandleArrangement {
    private static final int DIGIT = 16;
    private static final int DIGITS = Long.SIZE / DIGIT;
    private static final int BUCKETS = 1 << DIGIT;
    private static final int AT_ONCE = 4096;
    /// Entries that one row costs to make and look at.
    private static final int ROW_COST = 12;

    /// What is asked for.
    ///
    /// @param filter text of the filter field
    /// @param sort columns, the first one first
    /// @param hidesUnnamed whether handles to unnamed objects are left out
    /// @param stillOpen whether closed handles are left out
    record Query(int pid, String filter, List<View.SortBy> sort, boolean hidesUnnamed, boolean stillOpen) {
        /// Whether the same rows are asked for, be it in another order.
        boolean sameRows(Query other) {
            return pid == other.pid && filter.equals(other.filter) && hidesUnnamed == other.hidesUnnamed && stillOpen == other.stillOpen;
        }
    }

    private enum Phase { READING, TAKING_VALUES, RANKING, COUNTING, MOVING, PLACING, DONE }

    private final Query query;
    private final HandleItems items;
    private final Predicate<HandleRow> filter;
    private Phase phase = Phase.READING;
    private int leaf;
    private int nextClosed;
    private PagedInts kept = new PagedInts();
    private int size;
    private int hidden;
    private int filtered;
    private int lastObject;
    private boolean lastNamed;

    private int column;
    private SortValues values;
    private long[] ranks;
    private PagedLongs keys;
    private PagedInts order;
    private PagedInts moved;
    private int[] starts;
    private int digit;
    private int place;

    HandleArrangement(Query query, HandleItems items) {
        this.query = query;
        this.items = items;
        filter = HandleFilter.of(query.filter()).rows();
        column = query.sort().size();
    }

    Query query() {
        return query;
    }

    HandleItems items() {
        return items;
    }

    /// Items that are listed, in their order when it is done, and as far as they are found before that.
    int size() {
        return size;
    }

    /// The item at a place.
    int item(int index) {
        return kept.get(index);
    }

    /// Returns whether a handle that is closed now was open at the moment of the order, so that it has its place in it.
    boolean wasOpen(SpanChanges.Closed closed) {
        return closed.entry().stamp() <= items.position() && closed.position() > items.position();
    }

    /// Open handles left out because their object has no name.
    int hidden() {
        return hidden;
    }

    /// Open handles left out by the filter.
    int filtered() {
        return filtered;
    }

    boolean isDone() {
        return phase == Phase.DONE;
    }

    /// Whether what was found so far is in its order already.
    boolean isInOrder() {
        return query.sort().isEmpty() || isDone();
    }

    /// Works on.
    void advance(Allowance allowance) {
        while (!isDone() && !allowance.isSpent()) {
            switch (phase) {
                case READING -> read(allowance);
                case TAKING_VALUES -> takeValues(allowance);
                case RANKING -> rank(allowance);
                case COUNTING -> count(allowance);
                case MOVING -> move(allowance);
                case PLACING -> put(allowance);
                case DONE -> {}
            }
        }
    }

    /// How far it is.
    Progress progress() {
        long all = items.table() == null ? 0 : items.table().count();
        long perColumn = 2L * DIGITS + 2;
        long of = all + size * perColumn * query.sort().size();
        long done = phase == Phase.READING ? readSoFar() : all + (query.sort().size() - column - 1) * perColumn * size + inColumn();
        String what = phase == Phase.READING && !query.filter().isBlank() ? "Filtering " : query.sort().isEmpty() ? "Reading " : "Sorting ";
        long steps = Math.max(1, of / Math.max(1, all));
        return new Progress(what + Words.count(all, "handle"), Math.min(all, done / steps), all, "handles");
    }

    private long readSoFar() {
        return items.table() == null ? 0 : Math.min(items.table().count(), (long) leaf * items.table().geometry().usableEntries());
    }

    private long inColumn() {
        return switch (phase) {
            case READING, PLACING, DONE -> 0;
            case TAKING_VALUES -> place;
            case RANKING -> size + (long) place;
            case COUNTING -> (2L + 2L * digit) * size + place;
            case MOVING -> (3L + 2L * digit) * size + place;
        };
    }

    // ---- reading and leaving out ----------------------------------------------------------------------------------

    private void read(Allowance allowance) {
        if (items.table() != null && leaf < items.table().pages()) {
            items.table().forEachIn(leaf++, (handle, first, second) -> {
                takeClosedUpTo(handle);
                takeOpen(handle, first, second, allowance);
            });
            allowance.spend(items.table().geometry().entriesPerPage());
        } else {
            takeClosedUpTo(Long.MAX_VALUE);
            nextColumn();
        }
    }

    private void takeOpen(long handle, long first, long second, Allowance allowance) {
        if (query.hidesUnnamed() && !isNamed(HandleEntry.object(first))) {
            hidden++;
            return;
        }
        if (filter != null) {
            allowance.spend(ROW_COST);
            if (!filter.test(items.rows().open(HandleEntry.of(handle, first, second)))) {
                filtered++;
                return;
            }
        }
        keep((int) (handle >>> 2));
    }

    private boolean isNamed(int object) {
        if (object != lastObject) {
            lastObject = object;
            lastNamed = Naming.isNamed(items.kernel(), items.kernel().object(object));
        }
        return lastNamed;
    }

    private void takeClosedUpTo(long handle) {
        while (nextClosed < items.closed().size() && items.closed().get(nextClosed).entry().handle() <= handle) {
            int item = -1 - nextClosed;
            if (filter == null || filter.test(items.row(item))) {
                keep(item);
            }
            nextClosed++;
        }
    }

    private void keep(int item) {
        kept.set(size++, item);
    }

    // ---- sorting --------------------------------------------------------------------------------------------------

    private void nextColumn() {
        column--;
        place = 0;
        digit = 0;
        if (column >= 0) {
            values = new SortValues(items, query.sort().get(column).column());
            if (keys == null) {
                keys = new PagedLongs();
                moved = new PagedInts();
            }
            phase = Phase.TAKING_VALUES;
        } else if (order == null) {
            finish();
        } else {
            phase = Phase.PLACING;
        }
    }

    private void put(Allowance allowance) {
        for (int end = chunk(allowance); place < end; place++) {
            moved.set(place, kept.get(order.get(place)));
        }
        if (place == size) {
            kept = moved;
            finish();
        }
    }

    private void finish() {
        keys = null;
        order = null;
        moved = null;
        values = null;
        phase = Phase.DONE;
    }

    private int chunk(Allowance allowance) {
        allowance.spend(AT_ONCE);
        return Math.min(size, place + AT_ONCE);
    }

    private void takeValues(Allowance allowance) {
        allowance.spend(AT_ONCE);
        for (int end = chunk(allowance); place < end; place++) {
            keys.set(place, values.of(kept.get(place)));
        }
        if (place == size) {
            ranks = values.ranks();
            place = 0;
            phase = Phase.RANKING;
        }
    }

    /// Words become their ranks, and what is to stand last gets the smallest value when the order is descending.
    private void rank(Allowance allowance) {
        boolean ascending = query.sort().get(column).ascending();
        for (int end = chunk(allowance); place < end; place++) {
            long key = ranks == null ? keys.get(place) : ranks[(int) keys.get(place)];
            keys.set(place, ascending ? key : ~key);
        }
        if (place == size) {
            startDigit(0);
        }
    }

    private void startDigit(int next) {
        digit = next;
        place = 0;
        if (digit == DIGITS) {
            nextColumn();
        } else {
            starts = new int[BUCKETS];
            phase = Phase.COUNTING;
        }
    }

    private int bucket(int i) {
        // The sign bit is turned over, for the smallest of all is negative.
        return (int) ((keys.get(i) ^ Long.MIN_VALUE) >>> digit * DIGIT) & BUCKETS - 1;
    }

    private void count(Allowance allowance) {
        for (int end = chunk(allowance); place < end; place++) {
            starts[bucket(place)]++;
        }
        if (place == size) {
            place = 0;
            if (size == 0 || starts[bucket(0)] == size) {
                // All have the same digit: nothing moves.
                startDigit(digit + 1);
                return;
            }
            int sum = 0;
            for (int b = 0; b < BUCKETS; b++) {
                int count = starts[b];
                starts[b] = sum;
                sum += count;
            }
            allowance.spend(BUCKETS / 4);
            phase = Phase.MOVING;
        }
    }

    private void move(Allowance allowance) {
        allowance.spend(3L * AT_ONCE);
        for (int end = chunk(allowance); place < end; place++) {
            int item = order == null ? place : order.get(place);
            moved.set(starts[bucket(item)]++, item);
        }
        if (place == size) {
            PagedInts before = order;
            order = moved;
            moved = before == null ? new PagedInts() : before;
            startDigit(digit + 1);
        }
    }
}
