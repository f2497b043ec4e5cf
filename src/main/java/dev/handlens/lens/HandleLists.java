package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.scenario.Program;
import java.util.Arrays;
import java.util.function.Supplier;

/// What the handle list remembers from one frame to the next: the named handles counted, the order that was ready last, and the one being
/// made. What is remembered changes how soon a list is ready, never what it is when it is.
final class HandleLists {
    private final NamedHandles named = new NamedHandles();
    private HandleArrangement ready;
    private HandleArrangement making;
    private Moment moment;
    private ClosedHandles closed;
    private CameAndWent passing;
    private ClosedHandles passingOf;
    private View passingFor;
    private HandleArrangement passingBeside;

    /// What the closed handles of a process depend on.
    private record Moment(Program program, WatchedTime time, View.Watch watch, long interval, int pid) {
        boolean isSame(Moment other) {
            return program == other.program && Arrays.equals(time.looks(), other.time.looks()) && watch == other.watch
                    && interval == other.interval && pid == other.pid;
        }
    }

    /// Returns the closed handles of the process whose handles are listed.
    ClosedHandles closed(Sight sight, HandleRows rows) {
        Moment now = new Moment(sight.program(), sight.changes().time(), sight.view().watch(), sight.view().interval(), rows.pid());
        if (moment == null || !now.isSame(moment)) {
            moment = now;
            closed = ClosedHandles.of(sight.changes(), rows);
        }
        return closed;
    }

    /// Returns the rows of handles that came and went.
    ///
    /// @param beside the order of the handles that stay, or null for that of values
    /// @param make makes the rows anew
    CameAndWent cameAndWent(View view, HandleArrangement beside, Supplier<CameAndWent> make) {
        View shown = view.withSelection(null);
        if (passingOf != closed || passingBeside != beside || !shown.equals(passingFor)) {
            passingOf = closed;
            passingFor = shown;
            passingBeside = beside;
            passing = make.get();
        }
        return passing;
    }

    /// The named handles of a table, counted as far as is allowed.
    NamedHandles named(Kernel kernel, HandleTable table, Allowance allowance) {
        named.read(kernel, table, allowance);
        return named;
    }

    /// The order wished for: the one of this moment if it can be had now, else the last one of the same rows that is ready, be it by other
    /// columns, else as far as it is made.
    ///
    /// @param kept whether one that is ready stays as it is
    HandleArrangement arrange(HandleArrangement.Query query, HandleItems items, Allowance allowance, boolean kept) {
        if (ready != null && (!ready.query().sameRows(query) || !fits(ready, items))) {
            ready = null;
        }
        if (ready != null && ready.query().equals(query) && (kept || ready.items().sameMoment(items))) {
            making = null;
            return ready;
        }
        if (making == null || !making.query().equals(query) || !fits(making, items)) {
            making = new HandleArrangement(query, items);
        }
        making.advance(allowance);
        if (making.isDone()) {
            ready = making;
            making = null;
        }
        return ready == null ? making : ready;
    }

    /// How far the order that is being made is, or null when none is.
    Progress progress() {
        return making == null ? null : making.progress();
    }

    /// No order is wished for.
    void rest() {
        ready = null;
        making = null;
    }

    /// An order of an earlier moment of the same run is still of use: what was closed since then is seen to be closed.
    private static boolean fits(HandleArrangement arrangement, HandleItems now) {
        return arrangement.items().program() == now.program() && arrangement.items().position() <= now.position();
    }
}
