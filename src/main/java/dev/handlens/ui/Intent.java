package dev.handlens.ui;

import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.lens.Selection;
import dev.handlens.lens.SuspectId;
import dev.handlens.lens.View;
import java.nio.file.Path;
import java.util.List;

/// What a person wishes. Panes send these and nothing else; the shell carries them out and shows a new frame.
public sealed interface Intent {
    /// Start or stop playing.
    record TogglePlay() implements Intent {}

    /// Go a number of steps on (positive) or back (negative).
    record StepBy(int steps) implements Intent {}

    /// Go to a position.
    record SeekTo(long position) implements Intent {}

    /// Go to the first position, or to the last.
    record SeekEnd(boolean last) implements Intent {}

    /// Go to the next or previous change of what is selected.
    record SeekChange(boolean next) implements Intent {}

    /// Play at another speed; `Double.POSITIVE_INFINITY` for as fast as it goes.
    record SetSpeed(double speed) implements Intent {}

    /// Mark a thing in every pane.
    record Select(Selection selection) implements Intent {}

    /// Open a fold of the graph or of the handle list, or close it when it is open.
    record ToggleFold(String fold) implements Intent {}

    record SetWatch(View.Watch watch, long interval) implements Intent {}

    record SetHighlight(View.Highlight highlight) implements Intent {}

    record ShowUnnamed(boolean show) implements Intent {}

    /// Leave handles that are closed out of the handle list, or list them again.
    record StillOpenOnly(boolean only) implements Intent {}

    record SetFilter(String filter) implements Intent {}

    /// List handles of a process, those of unnamed objects included.
    ///
    /// @param pid the process
    /// @param filter which of its handles, as the filter field has it
    record ListHandles(int pid, String filter) implements Intent {}

    /// Bring the card of a leak suspect into sight.
    record ShowSuspect(SuspectId suspect) implements Intent {}

    /// Show the use of a pool by tag, one tag marked.
    ///
    /// @param tag the tag, without the blanks that fill a short one
    record ShowPoolTag(PoolKind pool, String tag) implements Intent {}

    record SetSort(List<View.SortBy> sort) implements Intent {}

    record SetTree(boolean tree) implements Intent {}

    record Reveal() implements Intent {}

    /// List the handles of the process that a step is about when the step changes none of the listed process, or stop doing so.
    record FollowProcess(boolean follows) implements Intent {}

    /// Close a handle as its process would: a step of the run that can be undone.
    record CloseHandle(int pid, long handle) implements Intent {}

    /// End a process: a step of the run that can be undone.
    record KillProcess(int pid) implements Intent {}

    /// Take the last change a person made back.
    record Undo() implements Intent {}

    /// Begin something that may take longer than a refresh of the screen.
    record Begin(Errand errand) implements Intent {}

    /// Stop what takes long: making a file or a copy, looking for a change, going to a place, running to the end, sorting, filtering.
    record StopWork() implements Intent {}

    /// Select the open handle of a value.
    ///
    /// @param words the value as a person writes it, such as `0x3FFFFFC`
    record FindHandle(String words) implements Intent {}

    /// Open a scenario file.
    record Open(Path file) implements Intent {}

    /// Save the run, with what the person did in it, as a scenario file.
    record SaveAs(Path file) implements Intent {}

    /// Make a picture of the window.
    record TakePicture(Path file) implements Intent {}
}
