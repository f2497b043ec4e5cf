package dev.handlens.lens;

import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Program;
import dev.handlens.timeline.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Finds what opened and closed in the time watched, as the union of the differences of neighbouring looks. Differences are remembered,
/// so that frame after frame of a running play costs a step each; what is remembered never changes a result.
final class ChangeTracker {
    private static final int KEPT_AT_MOST = 3 * WatchedTime.MAXIMUM_LOOKS;

    private record Span(long from, long to) {}

    private final int kept;
    private final Map<Span, SpanChanges> known = new LinkedHashMap<>();
    private Program program;

    ChangeTracker() {
        this(KEPT_AT_MOST);
    }

    /// @param kept differences remembered from one frame to the next
    ChangeTracker(int kept) {
        this.kept = kept;
    }

    /// What happened in the time watched at the position that a run is at.
    Changes track(Timeline timeline, View view, Moments moments) {
        return track(timeline, view, moments, WatchedTime.of(timeline.program(), timeline.position(), view));
    }

    /// What happened in a time watched.
    Changes track(Timeline timeline, View view, Moments moments, WatchedTime time) {
        if (program != timeline.program()) {
            program = timeline.program();
            known.clear();
        }
        List<Span> spans = new ArrayList<>();
        for (int i = 1; i < time.looks().length; i++) {
            spans.add(new Span(time.looks()[i - 1], time.looks()[i]));
        }
        Map<Span, SpanChanges> found = find(timeline, moments, spans);
        List<SpanChanges> changes = new ArrayList<>();
        for (Span span : spans) {
            SpanChanges remembered = known.get(span);
            changes.add(remembered == null ? found.get(span) : remembered);
        }
        known.putAll(found);
        forget();
        return Changes.of(time, changes, program, view);
    }

    private Map<Span, SpanChanges> find(Timeline timeline, Moments moments, List<Span> spans) {
        TreeSet<Long> positions = new TreeSet<>();
        for (Span span : spans) {
            if (!known.containsKey(span)) {
                positions.add(span.from());
                positions.add(span.to());
            }
        }
        Map<Span, SpanChanges> found = new LinkedHashMap<>();
        Machine[] before = {null};
        moments.walk(timeline, positions.stream().mapToLong(Long::longValue).toArray(), machine -> {
            if (before[0] != null) {
                Span span = new Span(before[0].position(), machine.position());
                found.put(span, SpanChanges.between(before[0].kernel(), machine.kernel(), machine.position()));
            }
            before[0] = machine;
        });
        return found;
    }

    private void forget() {
        while (known.size() > kept) {
            known.remove(known.keySet().iterator().next());
        }
    }
}
