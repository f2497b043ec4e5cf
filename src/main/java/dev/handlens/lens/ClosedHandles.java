package dev.handlens.lens;

import dev.handlens.kernel.ob.ObjectType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The handles of a process that were closed in the highlighted time, by value and position.
///
/// @param known those that keep their places among the open handles: they were open before the highlighted time, or a look fell into their
/// life and there is no other like them
/// @param passing those that came and went
record ClosedHandles(List<SpanChanges.Closed> known, List<Passing> passing) {
    /// No handles.
    static final ClosedHandles NONE = new ClosedHandles(List.of(), List.of());

    private static final Comparator<SpanChanges.Closed> ORDER = Comparator
            .comparingLong((SpanChanges.Closed closed) -> closed.entry().handle()).thenComparingLong(closed -> closed.entry().stamp());

    /// What handles have in common that are listed as one row.
    ///
    /// @param site the program's own frame of the stack that opened them
    /// @param type type of their objects
    /// @param name name of their objects, or empty
    record Kind(String site, ObjectType type, String name) {}

    /// A handle that came and went.
    record Passing(SpanChanges.Closed handle, Kind kind) {}

    /// Returns the closed handles of a process.
    ///
    /// @param rows knows where they were opened
    static ClosedHandles of(Changes changes, HandleRows rows) {
        List<SpanChanges.Closed> closed = new ArrayList<>(changes.closedHandles(rows.pid()));
        closed.sort(ORDER);
        Map<Integer, String> sites = new LinkedHashMap<>();
        Map<Kind, Integer> alike = new LinkedHashMap<>();
        List<Passing> passing = new ArrayList<>();
        for (SpanChanges.Closed handle : closed) {
            if (changes.cameAndWent(handle)) {
                long stamp = handle.entry().stamp();
                String site = sites.computeIfAbsent(rows.step(stamp), _ -> rows.site(stamp));
                Kind kind = new Kind(site, handle.object().type(), handle.name());
                alike.merge(kind, 1, Integer::sum);
                passing.add(new Passing(handle, kind));
            }
        }
        passing.removeIf(handle -> alike.get(handle.kind()) == 1 && changes.ofClosed(handle.handle()) != Change.FLASHED);
        return new ClosedHandles(without(closed, passing), passing);
    }

    /// The handles that are not among others, which are in the same order.
    private static List<SpanChanges.Closed> without(List<SpanChanges.Closed> closed, List<Passing> passing) {
        List<SpanChanges.Closed> rest = new ArrayList<>();
        int next = 0;
        for (SpanChanges.Closed handle : closed) {
            if (next < passing.size() && passing.get(next).handle() == handle) {
                next++;
            } else {
                rest.add(handle);
            }
        }
        return rest;
    }

    /// Returns the number of handles.
    int size() {
        return known.size() + passing.size();
    }

    /// Returns the same handles without those whose object has no name.
    ClosedHandles named() {
        return new ClosedHandles(known.stream().filter(closed -> !closed.name().isEmpty()).toList(),
                passing.stream().filter(closed -> !closed.kind().name().isEmpty()).toList());
    }
}
