package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.KernelDiff;
import dev.handlens.scenario.Machine;
import dev.handlens.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChangeTrackerTest {
    /// What each process opened and closed from one position to another, by comparing all neighbours.
    private static String naive(Timeline run, long from, long to) {
        TreeMap<Integer, List<String>> closed = new TreeMap<>();
        TreeMap<Integer, Integer> opened = new TreeMap<>();
        for (long position = from + 1; position <= to; position++) {
            Machine before = run.at(position - 1);
            KernelDiff diff = KernelDiff.between(before.kernel(), run.at(position).kernel());
            diff.opened().forEach(handle -> opened.merge(handle.pid(), 1, Integer::sum));
            diff.closed().forEach(handle -> closed.computeIfAbsent(handle.pid(), _ -> new ArrayList<>())
                    .add(Words.hex(handle.entry().handle()) + "@" + handle.entry().stamp()));
        }
        return opened + " " + closed;
    }

    private static String tracked(Changes changes) {
        TreeMap<Integer, List<String>> closed = new TreeMap<>();
        TreeMap<Integer, Integer> opened = new TreeMap<>();
        changes.byPid().forEach((pid, inProcess) -> {
            if (inProcess.opened() > 0) {
                opened.put(pid, (int) inProcess.opened());
            }
            if (inProcess.closed() > 0) {
                closed.put(pid, inProcess.closedHandles().stream()
                        .map(handle -> Words.hex(handle.entry().handle()) + "@" + handle.entry().stamp()).toList());
            }
        });
        return opened + " " + closed;
    }

    @Test
    void changesAreThoseOfAllNeighboursComparedNaively() {
        for (String name : List.of("tour", "makefred-bug", "recycled", "cmd-cd")) {
            Timeline run = Runs.bundled(name);
            ChangeTracker tracker = new ChangeTracker();
            for (long position = 0; position <= run.length(); position++) {
                run.seek(position);
                assertThat(tracked(tracker.track(run, Runs.view(run), new Moments()))).as(name + " at " + position).isEqualTo(naive(run, 0, position));
            }
        }
    }

    @Test
    void whatIsRememberedChangesNothing() {
        Timeline run = Runs.bundled("healthy");
        ChangeTracker remembers = new ChangeTracker();
        Moments moments = new Moments();
        View view = Runs.view(run).withHighlight(new View.Highlight(2000));
        for (long position = 0; position <= run.length(); position += 37) {
            run.seek(position);
            assertThat(tracked(remembers.track(run, view, moments))).isEqualTo(tracked(new ChangeTracker(0).track(run, view, new Moments())));
        }
    }

    /// Long enough that most steps are summed up by the block, at places where blocks begin and where they do not.
    @Test
    void whatIsSummedByTheBlockChangesNothing() {
        Timeline run = Runs.bundled("event-leak");
        ChangeTracker remembers = new ChangeTracker();
        Moments moments = new Moments();
        View view = Runs.view(run).withHighlight(View.Highlight.FOR_EVER);
        for (long position : new long[] {130, 191, 192, 193, 256, 300, 140, 640, 641}) {
            run.seek(position);
            assertThat(tracked(remembers.track(run, view, moments))).as("at %d", position).isEqualTo(naive(run, 0, position));
        }
    }

    @Test
    void beyondTheMostLooksTheFirstChangesAreOneSum() {
        Timeline run = Runs.bundled("event-leak");
        run.seek(run.length());
        Changes changes = new ChangeTracker().track(run, Runs.view(run), new Moments());
        int server = run.machine().pid("server");
        assertThat(changes.time().looks()).hasSize(WatchedTime.MAXIMUM_LOOKS + 1);
        assertThat(changes.time().since()).contains("only the sum");
        // Pairs that came and went before are in no sum; what is open is.
        assertThat(changes.opened(server) - changes.closed(server)).isEqualTo(run.machine().kernel().process(server).table().count() - 4);
    }
}
