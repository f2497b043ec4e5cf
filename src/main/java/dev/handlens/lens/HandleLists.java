package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleTable;

/// What the handle list remembers from one frame to the next: the named handles counted, the order that was ready last, and the one being
/// made. What is remembered changes how soon a list is ready, never what it is when it is.
final class HandleLists {
    private final NamedHandles named = new NamedHandles();
    private HandleArrangement ready;
    private HandleArrangement making;

    /// The named handles of a table, counted as far as is allowed.
    NamedHandles named(Kernel kernel, HandleTable table, Allowance allowance) {
        named.read(kernel, table, allowance);
        return named;
    }

    /// The order wished for: the one of this moment if it can be had now, else the last one of the same rows that is ready, be it by other
    /// columns, else as far as it is made.
    ///
    /// @param kept whether one that is ready stays as it is
    HandleArrangement arrange(HandleArrangement.Wish wish, HandleItems items, Allowance allowance, boolean kept) {
        if (ready != null && (!ready.wish().sameRows(wish) || !fits(ready, items))) {
            ready = null;
        }
        if (ready != null && ready.wish().equals(wish) && (kept || ready.items().sameMoment(items))) {
            making = null;
            return ready;
        }
        if (making == null || !making.wish().equals(wish) || !fits(making, items)) {
            making = new HandleArrangement(wish, items);
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
