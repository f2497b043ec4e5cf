package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The search for a change, against looking at every step.
class ChangeSearchTest {
    private final Timeline run = Runs.of("""
            cast:
              fred: { process: fred.exe, pid: 100, loader: false }
            steps:
              - CreateEvent: { in: fred, as: e }
              - repeat: { times: 4000, every: 1ms }
                do:
                  - say: Nothing happens.
              - DuplicateHandle: { in: fred, handle: e, as: copy }
              - repeat: { times: 3000, every: 1ms }
                do:
                  - say: Nothing happens.
              - CloseHandle: { in: fred, handle: copy }
            """);
    private final Selection event = new Selection.OfHandle(new HandleKey(100, 4, 1));
    private final List<Long> changes = List.of(1L, 4_002L, 7_003L);

    private ChangeSearch search(long from, boolean next) {
        run.seek(from);
        return new ChangeSearch(run, Runs.view(run).withSelection(event), next);
    }

    private long found(long from, boolean next, long aTurn) {
        ChangeSearch search = search(from, next);
        while (!search.advance(aTurn)) {
            assertThat(run.position()).isEqualTo(from);
        }
        return search.found().orElse(-1);
    }

    @Test
    void theNearestChangeIsFoundFromEveryPlace() {
        for (long from : new long[] {0, 1, 2, 700, 4_001, 4_002, 4_003, 5_555, 7_002, 7_003}) {
            long next = changes.stream().filter(change -> change > from).findFirst().orElse(-1L);
            long previous = changes.stream().filter(change -> change < from).reduce((_, last) -> last).orElse(-1L);
            for (long aTurn : new long[] {1, 100, Long.MAX_VALUE}) {
                assertThat(found(from, true, aTurn)).as("after " + from).isEqualTo(next);
                assertThat(found(from, false, aTurn)).as("before " + from).isEqualTo(previous);
            }
        }
    }

    @Test
    void howFarItIsNeverGoesBackAndReachesTheWhole() {
        for (boolean next : new boolean[] {true, false}) {
            ChangeSearch search = search(next ? 4_002 : 7_002, next);
            List<Double> parts = new ArrayList<>();
            do {
                parts.add(search.progress().part());
            } while (!search.advance(64));
            assertThat(parts).isSorted().hasSizeGreaterThan(40);
            assertThat(parts.getFirst()).isZero();
        }
    }

    @Test
    void whatIsGoneIsLookedForOnce() {
        Departures departures = new Departures();
        Timeline gone = Runs.of("""
                cast:
                  fred: { process: fred.exe, pid: 100, loader: false }
                steps:
                  - CreateEvent: { in: fred, as: e }
                  - repeat: { times: 5000, every: 1ms }
                    do:
                      - say: Nothing happens.
                  - CloseHandle: { in: fred, handle: e }
                  - repeat: { times: 5000, every: 1ms }
                    do:
                      - say: Nothing happens.
                """);
        gone.seek(1);
        int id = gone.machine().last().result().object();
        gone.seek(gone.length());
        assertThat(departures.of(gone, id, kernel -> kernel.object(id) == null)).isEqualTo(5_002);
        long once = departures.run();
        assertThat(once).as("from the keyframe before it").isLessThan(64);
        gone.seek(9_000);
        assertThat(departures.of(gone, id, kernel -> kernel.object(id) == null)).isEqualTo(5_002);
        assertThat(departures.run()).isEqualTo(once);
    }
}
