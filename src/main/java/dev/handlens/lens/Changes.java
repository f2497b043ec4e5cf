package dev.handlens.lens;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What happened to handles in the time watched: the one source of green and red.
///
/// @param time the time watched
/// @param byPid changes of each process that has some, the earliest first
/// @param flashes whether a handle that came and went is told apart from one that went
record Changes(WatchedTime time, Map<Integer, SpanChanges.InProcess> byPid, boolean flashes) {
    /// The sum of what was seen between neighbouring looks.
    static Changes of(WatchedTime time, List<SpanChanges> spans, boolean flashes) {
        TreeMap<Integer, SpanChanges.InProcess> sum = new TreeMap<>();
        for (SpanChanges span : spans) {
            span.byPid().forEach((pid, changes) -> sum.computeIfAbsent(pid, _ -> new SpanChanges.InProcess()).add(changes));
        }
        return new Changes(time, sum, flashes);
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

    /// What an open handle is marked with: an entry tells when it was opened.
    ///
    /// @param stamp position of the step that opened it
    Change ofOpen(long stamp) {
        return stamp > time.baseline() && stamp <= time.shown() ? Change.OPENED : Change.NONE;
    }

    /// What a closed handle is marked with. Polling does not tell flashes: to it the handle went at one look, as all others did.
    Change ofClosed(SpanChanges.Closed closed) {
        return flashes && closed.entry().stamp() > time.baseline() ? Change.FLASHED : Change.CLOSED;
    }
}
