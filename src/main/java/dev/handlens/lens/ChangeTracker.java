package dev.handlens.lens;

import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Program;
import dev.handlens.timeline.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;

/// Finds what opened and closed in the time watched, as the union of the differences of neighbouring looks. Differences are remembered,
/// one by one and summed by the block, so that frame after frame of a running play costs a step each; what is remembered never changes a
/// result.
final class ChangeTracker {
    private static final int KEPT_AT_MOST = 3 * WatchedTime.MAXIMUM_LOOKS;
    /// Single steps that are summed up together, a power of two.
    private static final int BLOCK = 64;

    private final int kept;
    private final Known single = new Known();
    private final Known blocks = new Known();
    private Program program;

    /// Differences by the position where they end, with the one where they begin.
    private static final class Known {
        private record Span(long from, SpanChanges changes) {}

        private final Map<Long, Span> byEnd = new LinkedHashMap<>();

        SpanChanges get(long from, long to) {
            Span span = byEnd.get(to);
            return span == null || span.from() != from ? null : span.changes();
        }

        void put(long from, long to, SpanChanges changes) {
            byEnd.remove(to);
            byEnd.put(to, new Span(from, changes));
        }

        void keep(int count) {
            while (byEnd.size() > count) {
                byEnd.remove(byEnd.keySet().iterator().next());
            }
        }
    }

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
            single.byEnd.clear();
            blocks.byEnd.clear();
        }
        long[] looks = time.looks();
        Map<Long, Long> missing = new LinkedHashMap<>();
        for (int i = 0; i < looks.length - 1; i++) {
            if (isBlock(looks, i) && blocks.get(looks[i], looks[i + BLOCK]) != null) {
                i += BLOCK - 1;
            } else if (single.get(looks[i], looks[i + 1]) == null) {
                missing.put(looks[i + 1], looks[i]);
            }
        }
        if (!missing.isEmpty()) {
            find(timeline, moments, missing);
        }
        List<SpanChanges> changes = new ArrayList<>();
        for (int i = 0; i < looks.length - 1; i += isBlock(looks, i) ? BLOCK : 1) {
            changes.add(isBlock(looks, i) ? block(looks[i]) : single.get(looks[i], looks[i + 1]));
        }
        single.keep(kept);
        blocks.keep(kept / BLOCK);
        return Changes.of(time, changes, program, view);
    }

    private SpanChanges block(long from) {
        SpanChanges sum = blocks.get(from, from + BLOCK);
        if (sum == null) {
            sum = SpanChanges.sum(LongStream.range(from, from + BLOCK).mapToObj(step -> single.get(step, step + 1)).toList());
            blocks.put(from, from + BLOCK, sum);
        }
        return sum;
    }

    /// Whether from a look on there are as many single steps as a block has, and a block begins there.
    private static boolean isBlock(long[] looks, int i) {
        return looks[i] % BLOCK == 0 && i + BLOCK < looks.length && looks[i + BLOCK] - looks[i] == BLOCK;
    }

    /// Finds differences.
    ///
    /// @param missing where each ends, and where it begins
    private void find(Timeline timeline, Moments moments, Map<Long, Long> missing) {
        TreeSet<Long> positions = new TreeSet<>(missing.keySet());
        positions.addAll(missing.values());
        Machine[] before = {null};
        moments.walk(timeline, positions.stream().mapToLong(Long::longValue).toArray(), machine -> {
            // Between one that ends and a later one that begins lie some that are known.
            if (before[0] != null && Long.valueOf(before[0].position()).equals(missing.get(machine.position()))) {
                single.put(before[0].position(), machine.position(),
                        SpanChanges.between(before[0].kernel(), machine.kernel(), machine.position()));
            }
            before[0] = machine;
        });
    }
}
