package dev.handlens.ui.shell;

import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.lens.Frame;
import dev.handlens.lens.SuspectId;
import dev.handlens.ui.control.Following;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The panes of the window.
///
/// @param walkthrough left: what the scenario says
/// @param processes middle, above: the processes
/// @param handles middle, below: the handles of the selected process
/// @param table middle, below, second tab: the handle table of the selected process as a picture
/// @param trace middle, below, third tab: what handle tracing recorded
/// @param graph right, above, first tab: why the selected thing is alive; without a frame of its own
/// @param findings right, above, second tab: what the run has found; without a frame of its own, and the shell writes how many
/// @param properties right, below: the selected thing
/// @param paged gauge of the paged pool
/// @param nonpaged gauge of the nonpaged pool
/// @param timeline the timeline
/// @param focusFilter puts the cursor into the filter field of the handles
/// @param revealHandle brings the selected handle into sight in the list
/// @param revealSuspect brings the card of a leak suspect into sight among the findings
/// @param showTag shows the tags of a pool, one of them marked
/// @param presentation makes the panes of presentation and their layout
/// @param follow receives before a frame what lists scroll to
public record ShellPanes(
        PaneSlot walkthrough, PaneSlot processes, PaneSlot handles, PaneSlot table, PaneSlot trace, PaneSlot graph, PaneSlot findings, PaneSlot properties, PaneSlot paged,
        PaneSlot nonpaged, PaneSlot timeline, Runnable focusFilter, Runnable revealHandle, Consumer<SuspectId> revealSuspect,
        BiConsumer<PoolKind, String> showTag, Supplier<Stage> presentation, Consumer<Following> follow) {
    /// Presentation.
    ///
    /// @param slot the layout with its panes
    /// @param minWidth least width at which nothing overlaps, px
    /// @param minHeight least height
    /// @param focusFilter puts the cursor into the filter field of its handle list
    /// @param follow as that of the window's panes
    public record Stage(PaneSlot slot, double minWidth, double minHeight, Runnable focusFilter, Consumer<Following> follow) {}

    /// Shows a moment in every pane.
    void show(Frame frame) {
        for (PaneSlot slot : new PaneSlot[] {walkthrough, processes, handles, table, trace, graph, findings, properties, paged, nonpaged, timeline}) {
            slot.show().accept(frame);
        }
    }
}
