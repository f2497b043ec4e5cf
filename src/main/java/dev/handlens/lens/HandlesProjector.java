package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ps.ProcessObject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/// The handle list of a process: its table, with the handles that are gone in their places.
final class HandlesProjector {
    private final Sight sight;
    private final int pid;
    private final Kernel kernel;
    private final ProcessObject process;
    private final HandleTable table;
    private final List<SpanChanges.Closed> closed;
    private final HandleRows rows;

    private HandlesProjector(Sight sight) {
        this.sight = sight;
        pid = sight.view().pid();
        kernel = sight.shown().kernel();
        process = kernel.process(pid);
        table = process == null ? null : process.table();
        closed = sight.changes().closedHandles(pid).stream()
                .sorted(Comparator.comparingLong((SpanChanges.Closed c) -> c.entry().handle()).thenComparingLong(c -> c.entry().stamp()))
                .toList();
        rows = new HandleRows(sight, pid, name());
    }

    /// The handle list.
    static HandlesFrame project(Sight sight) {
        return new HandlesProjector(sight).project();
    }

    private String name() {
        ProcessObject known = process != null ? process : sight.baseline().kernel().process(pid);
        return known == null ? "" : known.imageName();
    }

    private HandlesFrame project() {
        TableIndex index = table == null ? null : new TableIndex(kernel, table);
        int total = index == null ? 0 : index.size();
        int named = index == null ? 0 : index.named();
        Predicate<HandleRow> filter = HandleFilter.of(sight.view().filter());
        boolean hides = !sight.view().showUnnamed();
        if (!hides && filter == null && sight.view().sort().isEmpty()) {
            return frame(inOrder(index), total, named, 0, 0);
        }
        Scan scan = new Scan(filter, hides);
        scan.readAll();
        return frame(sight.view().sort().isEmpty() ? scan.rows() : sorted(scan.rows()), total, named, scan.hidden, scan.filtered);
    }

    private HandlesFrame frame(RowSource<HandleRow> source, int total, int named, int hidden, int filtered) {
        String empty = source.size() > 0 ? "" : emptyWords(total, hidden, filtered);
        return new HandlesFrame(pid, name(), source, total, named, hidden, filtered, sight.changes().opened(pid),
                sight.changes().closed(pid),
                unseen(), sight.changes().time().since(), empty);
    }

    private String emptyWords(int total, int hidden, int filtered) {
        if (pid == 0) {
            return "Select a process to list its handles.";
        }
        if (process == null) {
            return "There is no process " + pid + " at this step.";
        }
        if (filtered > 0) {
            return "No handle matches the filter.";
        }
        if (hidden > 0) {
            return total == 1 ? "Its only handle has no name and is hidden."
                    : "All " + Words.count(total) + " handles have no name and are hidden.";
        }
        return process.isRunning() ? name() + " has no handles open." : name() + " has ended; its handles were closed with it.";
    }

    /// Handles that came and went between two looks: the table counts them, no difference shows them.
    private long unseen() {
        if (process == null || sight.changes().isEveryEvent()) {
            return 0;
        }
        ProcessObject then = sight.baseline().kernel().process(pid);
        long before = then == null || then.id() != process.id() ? 0 : then.opened();
        return Math.max(0, process.opened() - before - sight.changes().opened(pid));
    }

    private RowSource<HandleRow> inOrder(TableIndex index) {
        int[] places = new int[closed.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = (index == null ? 0 : index.rank(closed.get(i).entry().handle())) + i;
        }
        int size = places.length + (index == null ? 0 : index.size());
        return new RowSource<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public HandleRow row(int place) {
                int found = Arrays.binarySearch(places, place);
                return found >= 0 ? rows.closed(closed.get(found)) : rows.open(table.entry(index.handle(place + found + 1)));
            }
        };
    }

    private static RowSource<HandleRow> sorted(RowSource<HandleRow> source, Comparator<HandleRow> order) {
        HandleRow[] all = new HandleRow[source.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = source.row(i);
        }
        Arrays.sort(all, order);
        return RowSource.of(Arrays.asList(all));
    }

    private RowSource<HandleRow> sorted(RowSource<HandleRow> source) {
        return sorted(source, HandleOrder.of(sight.view().sort()));
    }

    /// One pass over all handles that keeps those to be seen, as numbers: a handle value, or the place of a closed handle as a negative
    /// number.
    private final class Scan {
        private final Predicate<HandleRow> filter;
        private final boolean hides;
        private long[] kept = new long[64];
        private int size;
        private int nextClosed;
        private int hidden;
        private int filtered;

        Scan(Predicate<HandleRow> filter, boolean hides) {
            this.filter = filter;
            this.hides = hides;
        }

        void readAll() {
            if (table != null) {
                table.forEach((handle, first, second) -> {
                    takeClosedUpTo(handle);
                    takeOpen(handle, first, second);
                });
            }
            takeClosedUpTo(Long.MAX_VALUE);
        }

        private void takeOpen(long handle, long first, long second) {
            if (hides && !Naming.isNamed(kernel, kernel.object(HandleEntry.object(first)))) {
                hidden++;
            } else if (filter == null || filter.test(rows.open(HandleEntry.of(handle, first, second)))) {
                keep(handle);
            } else {
                filtered++;
            }
        }

        private void takeClosedUpTo(long handle) {
            while (nextClosed < closed.size() && closed.get(nextClosed).entry().handle() <= handle) {
                SpanChanges.Closed next = closed.get(nextClosed);
                boolean seen = !hides || !next.name().isEmpty();
                if (seen && (filter == null || filter.test(rows.closed(next)))) {
                    keep(-1L - nextClosed);
                }
                nextClosed++;
            }
        }

        private void keep(long what) {
            if (size == kept.length) {
                kept = Arrays.copyOf(kept, 2 * size);
            }
            kept[size++] = what;
        }

        RowSource<HandleRow> rows() {
            return new RowSource<>() {
                @Override
                public int size() {
                    return size;
                }

                @Override
                public HandleRow row(int place) {
                    Objects.checkIndex(place, size);
                    long what = kept[place];
                    return what < 0 ? rows.closed(closed.get((int) (-1 - what))) : rows.open(table.entry(what));
                }
            };
        }
    }
}
