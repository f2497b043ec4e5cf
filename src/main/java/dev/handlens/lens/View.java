package dev.handlens.lens;

import java.util.ArrayList;
import java.util.List;

/// What a person chose to see. A value, so that a picture and the window are made from the same thing.
///
/// @param selection the thing marked in every pane, or null
/// @param pid process whose handles are listed, or 0
/// @param watch how changes are watched
/// @param interval simulated ms between two polls
/// @param highlight how long changes stay coloured
/// @param showUnnamed whether handles to unnamed objects are listed
/// @param stillOpen whether the list leaves out handles that are closed
/// @param filter text of the filter field
/// @param sort columns to sort the handle list by, the first one first; empty for the order of handle values
/// @param tree whether processes are a tree
/// @param revealed whether the answer of the current question is shown
/// @param orderKept whether the list keeps the order it has, of an earlier moment, rather than be sorted anew
/// @param unfolded ids of the folds that are open: those of the graph, see [GraphFrame.Kind#FOLDED], and those of the handle list, see [HandleFold]
public record View(
        Selection selection, int pid, Watch watch, long interval, Highlight highlight, boolean showUnnamed, boolean stillOpen, String filter,
        List<SortBy> sort, boolean orderKept, boolean tree, boolean revealed, List<String> unfolded) {

    /// A view with every fold closed.
    public View(Selection selection, int pid, Watch watch, long interval, Highlight highlight, boolean showUnnamed, String filter,
            List<SortBy> sort, boolean tree, boolean revealed) {
        this(selection, pid, watch, interval, highlight, showUnnamed, false, filter, sort, false, tree, revealed, List.of());
    }

    /// How changes are watched.
    public enum Watch {
        /// Nothing is missed.
        EVERY_EVENT,
        /// As Process Explorer does: two looks, and what differs.
        POLLING
    }

    /// How long a change stays coloured.
    ///
    /// @param millis simulated ms; `UNTIL_NEXT_STEP` or `FOR_EVER`
    public record Highlight(long millis) {
        public static final Highlight UNTIL_NEXT_STEP = new Highlight(0);
        public static final Highlight FOR_EVER = new Highlight(Long.MAX_VALUE);
    }

    /// A column to sort by.
    ///
    /// @param column the column
    /// @param ascending smallest first
    public record SortBy(HandleField column, boolean ascending) {}

    public View withSelection(Selection selection) {
        return new View(selection, pid, watch, interval, highlight, showUnnamed, stillOpen, filter, sort, orderKept, tree, revealed, unfolded);
    }

    public View withPid(int pid) {
        return new View(selection, pid, watch, interval, highlight, showUnnamed, stillOpen, filter, sort, false, tree, revealed, unfolded);
    }

    public View withWatch(Watch watch, long interval) {
        return new View(selection, pid, watch, interval, highlight, showUnnamed, stillOpen, filter, sort, orderKept, tree, revealed, unfolded);
    }

    public View withHighlight(Highlight highlight) {
        return new View(selection, pid, watch, interval, highlight, showUnnamed, stillOpen, filter, sort, orderKept, tree, revealed, unfolded);
    }

    public View withShowUnnamed(boolean showUnnamed) {
        return new View(selection, pid, watch, interval, highlight, showUnnamed, stillOpen, filter, sort, false, tree, revealed, unfolded);
    }

    /// Returns the same view with handles that are closed left out, or not.
    public View withStillOpen(boolean stillOpen) {
        return new View(selection, pid, watch, interval, highlight, showUnnamed, stillOpen, filter, sort, false, tree, revealed, unfolded);
    }

    public View withFilter(String filter) {
        return new View(selection, pid, watch, interval, highlight, showUnnamed, stillOpen, filter, sort, false, tree, revealed, unfolded);
    }

    public View withSort(List<SortBy> sort) {
        return new View(selection, pid, watch, interval, highlight, showUnnamed, stillOpen, filter, sort, false, tree, revealed, unfolded);
    }

    /// The same, the list kept in the order it has.
    public View withOrderKept() {
        return new View(selection, pid, watch, interval, highlight, showUnnamed, stillOpen, filter, sort, true, tree, revealed, unfolded);
    }

    public View withTree(boolean tree) {
        return new View(selection, pid, watch, interval, highlight, showUnnamed, stillOpen, filter, sort, orderKept, tree, revealed, unfolded);
    }

    public View withRevealed(boolean revealed) {
        return new View(selection, pid, watch, interval, highlight, showUnnamed, stillOpen, filter, sort, orderKept, tree, revealed, unfolded);
    }

    /// The same with a fold of the graph or of the handle list opened, or closed when it is open.
    ///
    /// @param fold id of the fold
    public View withFoldToggled(String fold) {
        List<String> folds = new ArrayList<>(unfolded);
        if (!folds.remove(fold)) {
            folds.add(fold);
        }
        List<String> now = List.copyOf(folds);
        return new View(selection, pid, watch, interval, highlight, showUnnamed, stillOpen, filter, sort, orderKept, tree, revealed, now);
    }
}
