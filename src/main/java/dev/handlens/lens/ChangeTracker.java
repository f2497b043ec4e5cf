package dev.handlens.lens;

import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Program;
import dev.handlens.timeline.Timeline;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
        long[] looks = time.looks();
        SpanChanges[] changes = new SpanChanges[looks.length - 1];
        TreeSet<Long> missing = new TreeSet<>();
        for (int i = 0; i < changes.length; i++) {
            changes[i] = known.get(new Span(looks[i], looks[i + 1]));
            if (changes[i] == null) {
                missing.add(looks[i]);
                missing.add(looks[i + 1]);
            }
        }
        if (!missing.isEmpty()) {
            Map<Span, SpanChanges> found = find(timeline, moments, missing);
            for (int i = 0; i < changes.length; i++) {
                changes[i] = changes[i] == null ? found.get(new Span(looks[i], looks[i + 1])) : changes[i];
            }
            known.putAll(found);
            forget();
        }
        return Changes.of(time, Arrays.asList(changes), program, view);
    }

    /// The differences of neighbouring positions.
    private Map<Span, SpanChanges> find(Timeline timeline, Moments moments, TreeSet<Long> positions) {
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
