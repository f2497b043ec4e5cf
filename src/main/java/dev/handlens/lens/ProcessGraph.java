package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.io.Irp;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ps.ProcessObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The graph of a selected process: its handles and what they lead to; many of them folded by type and call site.
final class ProcessGraph {
    /// Handles told apart by type and place at most: the rest of millions is one node.
    private static final int HANDLES_READ = 100_000;

    private final Sight sight;
    private final Kernel kernel;
    private final ProcessObject process;
    private final GraphBuilder graph;

    private ProcessGraph(Sight sight, ProcessObject process) {
        this.sight = sight;
        this.process = process;
        kernel = sight.kernel();
        graph = new GraphBuilder(kernel, sight.view().selection(), 0);
    }

    static GraphFrame project(Sight sight, Subject subject) {
        return new ProcessGraph(sight, (ProcessObject) subject.object()).project(subject);
    }

    /// Handles of one type from one place.
    private static final class Fold {
        private long handles;
        private long opened;
    }

    private GraphFrame project(Subject subject) {
        String holder = graph.process(process.pid(), process.imageName(), Change.NONE);
        int open = process.table() == null ? 0 : process.table().count();
        List<SpanChanges.Closed> closed = sight.changes().closedHandles(process.pid());
        if (open + closed.size() > GraphProjector.HANDLES_SHOWN) {
            addFolds(holder);
        } else {
            addHandles(holder, closed);
        }
        addRequests(holder);
        return graph.frame(AliveSentence.of(subject, HandleSearch.of(kernel, process.id())));
    }

    private void addHandles(String holder, List<SpanChanges.Closed> closed) {
        if (process.table() != null) {
            process.table().forEach((handle, first, second) -> {
                Change change = sight.changes().ofOpen(HandleEntry.stamp(second));
                String node = graph.handle(new HandleKey(process.pid(), handle, HandleEntry.stamp(second)), change);
                graph.edge(holder, node, false, "", change);
                graph.edge(node, graph.object(kernel.object(HandleEntry.object(first)), 2, Change.NONE), false, "", change);
            });
        }
        for (SpanChanges.Closed gone : closed) {
            Change change = sight.changes().ofClosed(gone);
            String node = graph.handle(new HandleKey(process.pid(), gone.entry().handle(), gone.entry().stamp()), change);
            graph.edge(holder, node, false, "", change);
        }
    }

    /// The requests it sent that are not completed, with the files that they keep.
    private void addRequests(String holder) {
        for (Irp irp : kernel.irps().all(request -> request.process() == process.id())) {
            if (graph.isFull()) {
                return;
            }
            Change change = sight.changes().ofOpen(irp.bornAt());
            String node = graph.request(kernel, irp, change);
            graph.edge(holder, node, true, "request", change);
            graph.edge(node, graph.object(kernel.object(irp.file()), 2, Change.NONE), true, "pending request", change);
        }
    }

    private void addFolds(String holder) {
        Map<String, Fold> folds = new TreeMap<>();
        if (process.table() != null) {
            long[] last = {-1};
            String[] site = {""};
            int[] read = {0};
            process.table().forEach((_, first, second) -> {
                if (read[0]++ >= HANDLES_READ) {
                    return;
                }
                long stamp = HandleEntry.stamp(second);
                if (stamp != last[0]) {
                    last[0] = stamp;
                    site[0] = CallSites.function(CallSites.site(CallSites.stack(sight.program(), stamp)));
                }
                KObject object = kernel.object(HandleEntry.object(first));
                Fold fold = folds.computeIfAbsent(object.type().typeName() + "\n" + site[0], _ -> new Fold());
                fold.handles++;
                fold.opened += sight.changes().ofOpen(stamp) == Change.OPENED ? 1 : 0;
            });
        }
        int more = process.table() == null ? 0 : process.table().count() - HANDLES_READ;
        if (more > 0) {
            graph.edge(holder, graph.folded("fold more", 1, Words.count(more) + " more handles", "", Change.NONE), false, "", Change.NONE);
        }
        List<String> order = new ArrayList<>(folds.keySet());
        order.sort((a, b) -> Long.compare(folds.get(b).handles, folds.get(a).handles));
        for (String key : order) {
            if (!graph.isFull()) {
                Fold fold = folds.get(key);
                int end = key.indexOf('\n');
                Change change = fold.opened == fold.handles ? Change.OPENED : Change.NONE;
                String node = graph.folded("fold " + process.pid() + " " + key, 1, Words.count(fold.handles, key.substring(0, end)),
                        key.substring(end + 1), change);
                graph.edge(holder, node, false, "", change);
            }
        }
    }
}
