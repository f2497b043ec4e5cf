package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ps.ProcessObject;
import java.util.List;
import java.util.function.Predicate;

/// The handle list of a process: its table, with the handles that are gone in their places.
final class HandlesProjector {
    private final Sight sight;
    private final HandleLists lists;
    private final Allowance allowance;
    private final int pid;
    private final Kernel kernel;
    private final ProcessObject process;
    private final HandleTable table;
    private final HandleRows rows;
    private final HandleFilter filter;
    private final Predicate<HandleRow> matches;
    private final ClosedHandles closed;
    private final int closedHidden;

    private HandlesProjector(Sight sight, HandleLists lists, Allowance allowance) {
        this.sight = sight;
        this.lists = lists;
        this.allowance = allowance;
        pid = sight.view().pid();
        kernel = sight.shown().kernel();
        process = kernel.process(pid);
        table = process == null ? null : process.table();
        rows = new HandleRows(sight, pid, name());
        filter = HandleFilter.of(sight.view().filter());
        matches = filter.rows();
        ClosedHandles all = lists.closed(sight, rows);
        ClosedHandles named = sight.view().showUnnamed() ? all : all.named();
        closed = sight.view().stillOpen() ? ClosedHandles.NONE : named;
        closedHidden = named.size() - closed.size();
    }

    /// The handle list.
    ///
    /// @param lists what is remembered from the frame before
    /// @param allowance how much may be done for this frame
    static HandlesFrame project(Sight sight, HandleLists lists, Allowance allowance) {
        return new HandlesProjector(sight, lists, allowance).project();
    }

    private String name() {
        ProcessObject known = process != null ? process : sight.baseline().kernel().process(pid);
        return known == null ? "" : known.imageName();
    }

    private HandlesFrame project() {
        boolean hides = !sight.view().showUnnamed();
        NamedHandles named = table == null ? null : lists.named(kernel, table, allowance);
        TablePlaces open = table == null ? null : hides ? named : TablePlaces.all(table);
        Boolean byHandle = orderOfHandles();
        if (byHandle != null && matches == null) {
            lists.rest();
            return frame(new TableRows(table, open, closed.known(), rows, byHandle), cameAndWent(null), named,
                    hides ? total() - named(named) : 0, 0, "", sight.view().sort());
        }
        HandleArrangement.Query query = new HandleArrangement.Query(pid, sight.view().filter(), sight.view().sort(), hides, sight.view().stillOpen());
        HandleItems items = new HandleItems(sight.program(), sight.shown().position(), sight.changes().time(), kernel, table, closed.known(), rows);
        HandleArrangement arrangement = lists.arrange(query, items, allowance, sight.view().orderKept());
        if (!arrangement.isInOrder()) {
            // Nothing is in the order wished yet: the list keeps the order of values meanwhile, and says what is being done.
            return frame(new TableRows(table, open, closed.known(), rows, true), cameAndWent(null), named,
                    hides ? total() - named(named) : 0, 0, "", List.of());
        }
        boolean old = !arrangement.items().sameMoment(items);
        return frame(new ArrangedRows(arrangement, table, rows, sight.shown().position()), cameAndWent(arrangement), named, arrangement.hidden(),
                arrangement.filtered(), old ? "order of " + Sight.step(arrangement.items().position()) : "", arrangement.query().sort());
    }

    /// The rows after those that stay.
    ///
    /// @param beside the order of those, or null for that of values
    private CameAndWent cameAndWent(HandleArrangement beside) {
        return lists.cameAndWent(sight.view(), beside, () -> {
            boolean more = sight.changes().closed(pid) > sight.changes().closedHandles(pid).size();
            List<ClosedHandles.Passing> passing = closed.passing().stream()
                    .filter(handle -> beside == null || !beside.wasOpen(handle.handle()))
                    .filter(handle -> matches == null || matches.test(rows.closed(handle.handle()))).toList();
            return new CameAndWent(passing, rows, sight.view(), more);
        });
    }

    /// Whether the order of handles is asked for, which is that of the table: ascending, descending, or null for another order.
    private Boolean orderOfHandles() {
        if (sight.view().sort().isEmpty()) {
            return true;
        }
        View.SortBy first = sight.view().sort().getFirst();
        return first.column() == HandleField.HANDLE || first.column() == HandleField.INDEX ? first.ascending() : null;
    }

    private int total() {
        return table == null ? 0 : table.count();
    }

    private static int named(NamedHandles named) {
        return named == null ? 0 : named.size();
    }

    private HandlesFrame frame(RowSource<HandleRow> staying, CameAndWent passing, NamedHandles named, int hidden, int filtered, String order,
            List<View.SortBy> sorted) {
        boolean counting = named != null && named.read() < table.count();
        Progress work = lists.progress();
        if (work == null && counting) {
            work = new Progress("Counting " + Words.count(total(), "named handle"), named.read(), total(), "handles");
        }
        RowSource<HandleRow> source = new JoinedRows<>(staying, passing);
        String empty = source.size() > 0 ? "" : emptyWords(total(), hidden, filtered);
        return new HandlesFrame(pid, name(), source, staying.size(), total(), counting ? -1 : named(named), hidden, filtered, closedHidden,
                filter.mistakes(), sight.changes().opened(pid), sight.changes().closed(pid), unseen(), sight.changes().time().since(), empty, work,
                order, sorted, selectedFold(passing), hiddenSelection());
    }

    /// The fold whose row stands for the selected handle, or null.
    private String selectedFold(CameAndWent passing) {
        return sight.view().selection() instanceof Selection.OfHandle(HandleKey key) && key.pid() == pid
                && key.openedAt() > sight.changes().time().baseline() ? passing.foldOf(key) : null;
    }

    private HiddenHandle hiddenSelection() {
        return sight.view().selection() instanceof Selection.OfHandle(HandleKey key) && key.pid() == pid ? HiddenHandle.of(sight, rows, matches, key)
                : null;
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
}
