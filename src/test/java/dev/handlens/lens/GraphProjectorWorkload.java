package dev.handlens.lens;

import dev.handlens.timeline.Timeline;
import java.util.Arrays;

/// The graph of a process that leaks events, from one frame to the next: what playing a leak costs the graph. For benchmarks; `main`
/// prints the medians, and the best tenth for a machine that others use as well.
public final class GraphProjectorWorkload {
    private final HandleSearch search = new HandleSearch();
    private final HandleCensus census = new HandleCensus();
    private final ObjectCensus counted = new ObjectCensus();
    private final Sight[] sights = new Sight[2];
    private final Subject[] subjects = new Subject[2];
    private int turn;

    /// @param handles open handles, each to an event of its own
    public GraphProjectorWorkload(int handles) {
        Timeline run = Runs.of("""
                cast:
                  server: { process: server.exe }
                steps:
                  - repeat: { times: %d, every: 1ms }
                    do:
                      - CreateEvent: { in: server, as: e, stack: [ntdll!NtCreateEvent+0xa, server!OnRequest+0x41] }
                        forget: [e]
                """.formatted(handles + 1));
        Moments moments = new Moments();
        ChangeTracker tracker = new ChangeTracker();
        for (int next = 0; next < 2; next++) {
            run.seek(handles + next);
            View view = Runs.view(run).withHighlight(new View.Highlight(1000))
                    .withSelection(new Selection.OfProcess(run.machine().pid("server")));
            sights[next] = Sight.of(run, view, moments, tracker);
            subjects[next] = Subject.of(sights[next], moments, new Departures());
        }
    }

    /// The graph of the frame after the one before: one step further, or one step back.
    public GraphFrame nextFrame() {
        turn = 1 - turn;
        return GraphProjector.project(sights[turn], subjects[turn], search, census, counted, Allowance.unlimited());
    }

    /// Prints what a frame costs at a thousand to a million handles.
    public static void main(String[] arguments) {
        for (int handles = 1_000; handles <= 1_000_000; handles *= 10) {
            GraphProjectorWorkload workload = new GraphProjectorWorkload(handles);
            long start = System.nanoTime();
            GraphFrame frame = workload.nextFrame();
            long first = System.nanoTime() - start;
            for (int warm = 0; warm < 2_000; warm++) {
                workload.nextFrame();
            }
            long[] nanos = new long[1_001];
            for (int round = 0; round < nanos.length; round++) {
                start = System.nanoTime();
                workload.nextFrame();
                nanos[round] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            System.out.printf("%,9d handles: first frame %,d µs, each further one %,.1f µs (best tenth %,.1f µs); %d nodes, %s%n", handles,
                    first / 1_000, nanos[500] / 1e3, nanos[100] / 1e3, frame.nodes().size(), frame.nodes().get(1).title());
        }
    }
}
