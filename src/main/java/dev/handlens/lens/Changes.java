package dev.handlens.lens;

import dev.handlens.scenario.Program;
import java.util.List;
import java.util.Map;

/// What happened to handles in the time watched: the one source of green and red.
///
/// @param time the time watched
/// @param byPid changes of each process that has some, the earliest first
/// @param program the program, which knows when its steps are
/// @param view how changes are watched
record Changes(WatchedTime time, Map<Integer, SpanChanges.InProcess> byPid, Program program, View view) {
    /// The sum of what was seen between neighbouring looks.
    static Changes of(WatchedTime time, List<SpanChanges> spans, Program program, View view) {
        return new Changes(time, SpanChanges.sum(spans).byPid(), program, view);
    }

    /// Handles seen opened in a process.
    long opened(int pid) {
        SpanChanges.InProcess changes = byPid.get(pid);
        return changes == null ? 0 : changes.opened();
    }

    /// Handles seen closed in a process.
    long closed(int pid) {
        SpanChanges.InProcess changes = byPid.get(pid);
        return changes == null ? 0 : changes.closed();
    }

    /// Handles of a process that were seen open and are gone, the earliest first.
    List<SpanChanges.Closed> closedHandles(int pid) {
        SpanChanges.InProcess changes = byPid.get(pid);
        return changes == null ? List.of() : changes.closedHandles();
    }

    /// Returns whether a closed handle was opened within the time watched, too.
    boolean cameAndWent(SpanChanges.Closed closed) {
        return closed.entry().stamp() > time.baseline();
    }

    /// What an open handle is marked with: an entry tells when it was opened.
    ///
    /// @param stamp position of the step that opened it
    Change ofOpen(long stamp) {
        return stamp > time.baseline() && stamp <= time.shown() ? Change.OPENED : Change.NONE;
    }

    /// What a closed handle is marked with. One that came and went in the time watched is a flash when polling would have missed it: when
    /// no look fell into its life.
    Change ofClosed(SpanChanges.Closed closed) {
        long interval = Math.max(1, view.interval());
        boolean seenToPass = view.watch() == View.Watch.EVERY_EVENT && cameAndWent(closed);
        boolean missed = program.time(closed.entry().stamp()) / interval == program.time(closed.position()) / interval;
        return seenToPass && missed ? Change.FLASHED : Change.CLOSED;
    }

    /// Whether nothing is missed.
    boolean isEveryEvent() {
        return view.watch() == View.Watch.EVERY_EVENT;
    }
}
