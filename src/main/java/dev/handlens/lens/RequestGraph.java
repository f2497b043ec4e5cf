package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.io.FileObject;
import dev.handlens.kernel.io.Irp;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.ArrayList;
import java.util.List;

/// The graph of a selected request: who sent it, which driver has it, and what it keeps.
final class RequestGraph {
    private final Subject subject;
    private final Kernel kernel;
    private final Irp irp;
    private final Change change;
    private final GraphBuilder graph;

    private RequestGraph(Sight sight, Subject subject) {
        this.subject = subject;
        kernel = subject.kernel();
        irp = subject.request();
        change = subject.isGone() ? Change.CLOSED : sight.changes().ofOpen(irp.bornAt());
        graph = new GraphBuilder(kernel, sight.view(), 0);
    }

    static GraphFrame project(Sight sight, Subject subject) {
        return new RequestGraph(sight, subject).project();
    }

    private GraphFrame project() {
        String node = graph.request(kernel, irp, change);
        graph.sender(kernel, irp, change);
        List<String> kept = new ArrayList<>();
        if (kernel.object(irp.file()) instanceof FileObject file) {
            String target = graph.object(file, 2, Change.NONE);
            graph.edge(node, target, true, graph.cause(irp, file), change);
            kept.add(Naming.title(kernel, file));
            KObject device = kernel.object(file.device());
            if (device != null) {
                graph.edge(target, graph.object(device, 3, Change.NONE), true, "opened on", Change.NONE);
            }
        }
        KObject event = kernel.object(irp.event());
        if (event != null) {
            graph.edge(node, graph.object(event, 2, Change.NONE), true, graph.cause(irp, event), change);
            kept.add(Naming.title(kernel, event));
        }
        return graph.frame(sentence(kept));
    }

    private String sentence(List<String> kept) {
        if (subject.isGone()) {
            return "Completed at " + Sight.step(subject.goneAt()) + "; it kept " + Words.list(kept) + " until then.";
        }
        String sender = kernel.object(irp.thread()) instanceof ThreadObject thread
                ? "sent by thread " + thread.tid() + " of " + Naming.process(kernel, thread.pid())
                : "no thread waits for it any more";
        return "Pending: " + Requests.detail(kernel, irp) + "; " + sender + ". It keeps " + Words.list(kept) + ".";
    }
}
