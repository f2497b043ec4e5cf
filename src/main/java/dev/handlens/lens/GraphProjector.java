package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.MutantObject;
import dev.handlens.kernel.io.DeviceObject;
import dev.handlens.kernel.io.FileObject;
import dev.handlens.kernel.io.Irp;
import dev.handlens.kernel.mm.SectionObject;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.Reference;
import dev.handlens.kernel.ob.ReferenceKind;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The graph of what keeps the selected thing alive: holders, their handles, the object, and what the object refers to.
final class GraphProjector {
    /// Handles of one object that are shown one by one; more are folded by process and call site.
    static final int HANDLES_SHOWN = 24;
    /// References of one cause that are shown one by one.
    private static final int REFERENCES_SHOWN = 8;

    private final Sight sight;
    private final Subject subject;
    private final Kernel kernel;
    private final KObject object;
    private final HandleSearch search;
    private final GraphBuilder graph;

    private GraphProjector(Sight sight, Subject subject, HandleSearch search) {
        this.sight = sight;
        this.subject = subject;
        this.search = search;
        kernel = subject.kernel();
        object = subject.object();
        graph = new GraphBuilder(kernel, sight.view(), object.id());
    }

    /// The graph.
    ///
    /// @param search finds the handles of an object
    /// @param census counts the handles of a process
    static GraphFrame project(Sight sight, Subject subject, HandleSearch search, HandleCensus census) {
        if (subject.request() != null) {
            return RequestGraph.project(sight, subject);
        }
        if (subject.object() == null) {
            return new GraphFrame(List.of(), List.of(), "", subject.empty());
        }
        if (subject.process() != 0) {
            return ProcessGraph.project(sight, subject, search, census);
        }
        return new GraphProjector(sight, subject, search).project();
    }

    /// A handle of the object, open or closed in the time watched.
    private record Held(int pid, HandleKey key, Change change) {}

    private GraphFrame project() {
        List<HandleSearch.Found> found = subject.isGone() ? List.of() : search.of(kernel, object.id());
        List<Held> held = new ArrayList<>();
        found.forEach(handle -> held.add(new Held(handle.process().pid(), handle.key(), sight.changes().ofOpen(handle.entry().stamp()))));
        sight.changes().byPid().forEach((pid, changes) -> changes.closedHandles().stream()
                .filter(closed -> closed.object().id() == object.id())
                .forEach(closed -> held.add(new Held(pid, new HandleKey(pid, closed.entry().handle(), closed.entry().stamp()),
                        sight.changes().ofClosed(closed)))));
        held.sort(Comparator.comparingInt(Held::pid).thenComparingLong(h -> h.key().value()).thenComparingLong(h -> h.key().openedAt()));
        String node = subject.isGone() ? graph.goneObject(object, 2) : graph.object(object, 2, bornChange(object));
        if (held.size() > HANDLES_SHOWN) {
            addFolded(held, node);
        } else {
            held.forEach(handle -> addHandle(handle, node));
        }
        long more = subject.isGone() ? 0 : object.handleCount() - found.size();
        if (more > 0) {
            graph.edge(graph.more("more", 1, Words.count(more, "more handle"), ""), node, false, "", Change.NONE);
        }
        addReferences(node);
        addTargets(object, node, 3);
        return graph.frame(AliveSentence.of(subject, found));
    }

    private Change bornChange(KObject born) {
        return born.bornAt() > sight.changes().time().baseline() ? Change.OPENED : Change.NONE;
    }

    private void addHandle(Held held, String node) {
        String process = graph.process(held.pid(), Naming.process(kernel, held.pid()), Change.NONE);
        String handle = graph.handle(held.key(), held.change());
        graph.edge(process, handle, false, "", held.change());
        if (held.change() == Change.NONE || held.change() == Change.OPENED) {
            graph.edge(handle, node, false, "", held.change());
        }
    }

    /// One node for the handles of a process that were opened at one place and are in the same state.
    private void addFolded(List<Held> held, String node) {
        Map<String, List<Held>> folds = new LinkedHashMap<>();
        for (Held handle : held) {
            String site = CallSites.place(sight.program(), handle.key().openedAt());
            String id = "fold " + object.id() + " " + handle.pid() + " " + (isClosed(handle) ? "closed " : "open ") + site;
            folds.computeIfAbsent(id, _ -> new ArrayList<>()).add(handle);
        }
        long told = 0;
        for (Map.Entry<String, List<Held>> fold : folds.entrySet()) {
            if (!graph.isFull()) {
                addFold(fold.getKey(), fold.getValue(), node);
                told += fold.getValue().size();
            }
        }
        if (told < held.size()) {
            String more = graph.more("more folds", 1, Words.count(held.size() - told, "more handle"), "");
            graph.edge(more, node, false, "", Change.NONE);
        }
    }

    private static boolean isClosed(Held handle) {
        return handle.change() == Change.CLOSED || handle.change() == Change.FLASHED;
    }

    private void addFold(String id, List<Held> handles, String node) {
        Held first = handles.getFirst();
        if (handles.size() == 1) {
            addHandle(first, node);
            return;
        }
        boolean mixed = handles.stream().anyMatch(handle -> handle.change() != first.change());
        Change change = mixed ? Change.NONE : first.change();
        List<Selection> inside = handles.stream().<Selection>map(handle -> new Selection.OfHandle(handle.key())).toList();
        boolean selected = sight.view().selection() != null && inside.contains(sight.view().selection());
        String title = Words.count(handles.size(), object.type().typeName() + " handle");
        String process = graph.process(first.pid(), Naming.process(kernel, first.pid()), Change.NONE);
        String fold = graph.fold(id, 1, title, CallSites.place(sight.program(), first.key().openedAt()), change, selected,
                () -> addMembers(id, handles, node));
        graph.edge(process, fold, false, "", change);
        if (!isClosed(first) && !graph.isOpen(id)) {
            graph.edge(fold, node, false, "", change);
        }
    }

    /// The first handles of an open fold, and the selected one wherever it is in it.
    private void addMembers(String id, List<Held> handles, String node) {
        List<Held> shown = new ArrayList<>(handles.subList(0, Math.min(GraphBuilder.MEMBERS_SHOWN, handles.size())));
        handles.stream().skip(shown.size())
                .filter(handle -> new Selection.OfHandle(handle.key()).equals(sight.view().selection()))
                .forEach(shown::add);
        shown.forEach(handle -> addHandle(handle, node));
        if (shown.size() < handles.size()) {
            String rest = graph.more("more in " + id, 1, Words.count(handles.size() - shown.size(), "more handle"), "");
            graph.edge(rest, node, false, "", Change.NONE);
        }
    }

    // ---- references that are not handles --------------------------------------------------------------------------

    private void addReferences(String node) {
        Map<ReferenceKind, List<Reference>> byKind = new LinkedHashMap<>();
        if (!subject.isGone()) {
            object.references().forEach(reference -> byKind.computeIfAbsent(reference.kind(), _ -> new ArrayList<>()).add(reference));
        }
        byKind.forEach((kind, references) -> {
            if (references.size() > REFERENCES_SHOWN) {
                String id = "fold " + object.id() + " " + kind;
                graph.fold(id, 0, Words.count(references.size()) + " × " + kind.words(), "", Change.NONE, false,
                        () -> references.stream().limit(GraphBuilder.MEMBERS_SHOWN)
                                .forEach(reference -> addReference(kernel, reference, node, referenceChange(reference))));
                graph.edge(id, node, true, kind.words(), Change.NONE);
            } else {
                references.forEach(reference -> addReference(kernel, reference, node, referenceChange(reference)));
            }
        });
        KObject then = sight.baseline().kernel().object(object.id());
        if (then != null && then.references().size() <= REFERENCES_SHOWN) {
            List<Reference> now = subject.isGone() ? List.of() : object.references();
            then.references().stream().filter(reference -> !now.contains(reference))
                    .forEach(reference -> addReference(sight.baseline().kernel(), reference, node, Change.CLOSED));
        }
    }

    private Change referenceChange(Reference reference) {
        return reference.stamp() > sight.changes().time().baseline() ? Change.OPENED : Change.NONE;
    }

    private void addReference(Kernel at, Reference reference, String node, Change change) {
        KObject holder = at.object(reference.holder());
        Irp irp = reference.kind() == ReferenceKind.PENDING_IRP ? at.irps().get(reference.holder()) : null;
        String from;
        if (irp != null) {
            from = graph.request(at, irp, change);
            graph.sender(at, irp, change);
        } else if (holder == null) {
            from = graph.holder("cause " + reference.kind(), GraphFrame.Kind.PROCESS,
                    reference.kind() == ReferenceKind.SYSTEM ? "System" : reference.kind().words());
        } else if (holder.id() == object.id()) {
            from = node;
        } else {
            from = graph.object(holder, 0, change == Change.CLOSED && kernel.object(holder.id()) == null ? Change.CLOSED : Change.NONE);
        }
        graph.edge(from, node, true, irp == null ? reference.kind().words() : graph.cause(irp, object), change);
    }

    // ---- what the object refers to --------------------------------------------------------------------------------

    private void addTargets(KObject from, String node, int column) {
        switch (from) {
            case FileObject file -> addTarget(node, kernel.object(file.device()), "opened on", column);
            case DeviceObject device -> addTarget(node, kernel.object(device.driver()), "device of", column);
            case SectionObject section when section.file() != 0 -> addTarget(node, kernel.object(section.file()), "backed by", column);
            case MutantObject mutant when mutant.owner() != 0 -> addTarget(node, kernel.thread(mutant.owner()), "owned by", column);
            case ThreadObject thread -> {
                addTarget(node, kernel.object(thread.process()), "thread of", column);
                thread.waitsFor().forEach(id -> addTarget(node, kernel.object(id), "waits for", column));
            }
            default -> {
                // The other types refer to nothing.
            }
        }
    }

    private void addTarget(String node, KObject target, String label, int column) {
        if (target != null && !graph.isFull()) {
            graph.edge(node, graph.object(target, column, bornChange(target)), true, label, Change.NONE);
        }
    }
}
