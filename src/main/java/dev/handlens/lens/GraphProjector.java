package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleEntry;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    private final ObjectCensus counted;
    private final Allowance allowance;
    private final GraphBuilder graph;

    private GraphProjector(Sight sight, Subject subject, HandleSearch search, ObjectCensus counted, Allowance allowance) {
        this.sight = sight;
        this.subject = subject;
        this.search = search;
        this.counted = counted;
        this.allowance = allowance;
        kernel = subject.kernel();
        object = subject.object();
        graph = new GraphBuilder(kernel, sight.view(), object.id());
    }

    /// The graph.
    ///
    /// @param search finds the handles of an object
    /// @param census counts the handles of a process
    /// @param counted counts the handles of an object
    /// @param allowance how much may be counted for this frame
    static GraphFrame project(
            Sight sight, Subject subject, HandleSearch search, HandleCensus census, ObjectCensus counted, Allowance allowance) {
        if (subject.request() != null) {
            return RequestGraph.project(sight, subject);
        }
        if (subject.object() == null) {
            return new GraphFrame(List.of(), List.of(), "", subject.empty());
        }
        if (subject.process() != 0) {
            return ProcessGraph.project(sight, subject, search, census, allowance);
        }
        return new GraphProjector(sight, subject, search, counted, allowance).project();
    }

    /// A handle of the object, open or closed in the time watched.
    private record Held(int pid, HandleKey key, Change change) {}

    private GraphFrame project() {
        List<HandleSearch.Found> found = subject.isGone() ? List.of() : search.of(kernel, object.id());
        List<Held> closed = closedHandles();
        String node = subject.isGone() ? graph.goneObject(object, 2) : graph.object(object, 2, bornChange(object));
        if (handleCount() + closed.size() > HANDLES_SHOWN) {
            addFolded(closed, node);
        } else {
            List<Held> held = new ArrayList<>(closed);
            found.forEach(handle -> held.add(open(handle.key())));
            inOrder(held).forEach(handle -> addHandle(handle, node));
        }
        addReferences(node);
        addTargets(object, node, 3);
        return graph.frame(AliveSentence.of(subject, found));
    }

    private long handleCount() {
        return subject.isGone() ? 0 : object.handleCount();
    }

    private Held open(HandleKey key) {
        return new Held(key.pid(), key, sight.changes().ofOpen(key.openedAt()));
    }

    private List<Held> closedHandles() {
        List<Held> held = new ArrayList<>();
        sight.changes().byPid().forEach((pid, changes) -> changes.closedHandles().stream()
                .filter(closed -> closed.object().id() == object.id())
                .forEach(closed -> held.add(new Held(pid, new HandleKey(pid, closed.entry().handle(), closed.entry().stamp()),
                        sight.changes().ofClosed(closed)))));
        HandleKey selected = subject.handle();
        if (selected != null && subject.isHandleClosed() && held.stream().noneMatch(handle -> handle.key().equals(selected))) {
            // It was closed before the time watched, and yet the graph must not show its object as if it still had it.
            held.add(new Held(selected.pid(), selected, Change.CLOSED));
        }
        return inOrder(held);
    }

    private static List<Held> inOrder(List<Held> held) {
        held.sort(Comparator.comparingInt(Held::pid).thenComparingLong(h -> h.key().value()).thenComparingLong(h -> h.key().openedAt()));
        return held;
    }

    private Change bornChange(KObject born) {
        return born.bornAt() > sight.changes().time().baseline() ? Change.OPENED : Change.NONE;
    }

    private void addHandle(Held held, String node) {
        String process = graph.process(held.pid(), Naming.process(kernel, held.pid()), Change.NONE);
        String handle = graph.handle(held.key(), held.change());
        graph.edge(process, handle, false, "", held.change());
        graph.edge(handle, node, false, "", held.change());
    }

    /// One node for the handles of a process that were opened at one place: those that are open, and those that were closed.
    private void addFolded(List<Held> closed, String node) {
        long told = 0;
        List<ObjectCensus.Group> groups = subject.isGone() ? List.of() : counted.of(sight.program(), kernel, object.id(), allowance);
        for (ObjectCensus.Group group : groups) {
            if (!graph.isFull()) {
                addOpenFold(group, node);
                told += group.handles().count();
            }
        }
        Map<String, List<Held>> folds = new LinkedHashMap<>();
        for (Held handle : closed) {
            folds.computeIfAbsent(foldId(handle.pid(), "closed", CallSites.place(sight.program(), handle.key().openedAt())),
                    _ -> new ArrayList<>()).add(handle);
        }
        for (Map.Entry<String, List<Held>> fold : folds.entrySet()) {
            if (!graph.isFull()) {
                addClosedFold(fold.getKey(), fold.getValue(), node);
                told += fold.getValue().size();
            }
        }
        boolean counting = !subject.isGone() && !counted.isComplete();
        more("more folds", handleCount() + closed.size() - told, counting ? GraphBuilder.COUNTING : "", node);
        graph.counting(counting);
    }

    private void more(String id, long handles, String detail, String node) {
        if (handles > 0) {
            graph.edge(graph.more(id, 1, Words.count(handles, "more handle"), detail), node, false, "", Change.NONE);
        }
    }

    private String foldId(int pid, String state, String site) {
        return "fold " + object.id() + " " + pid + " " + state + " " + site;
    }

    private void addOpenFold(ObjectCensus.Group group, String node) {
        int pid = group.process().pid();
        HandleCensus.Group handles = group.handles();
        if (handles.count() == 1) {
            addHandle(open(new HandleKey(pid, handles.first(), handles.newest())), node);
            return;
        }
        String id = foldId(pid, "open", handles.site());
        Change oldest = sight.changes().ofOpen(handles.oldest());
        Change change = oldest == sight.changes().ofOpen(handles.newest()) ? oldest : Change.NONE;
        String process = graph.process(pid, Naming.process(kernel, pid), Change.NONE);
        graph.fold(id, 1, Words.count(handles.count(), handles.type() + " handle"), handles.site(), change, selectedIn(group) != null,
                () -> addOpenMembers(id, group, node));
        graph.edge(process, id, false, "", change);
        if (!graph.isOpen(id)) {
            graph.edge(id, node, false, "", change);
        }
    }

    /// The selected handle, when it is one of a group.
    private HandleKey selectedIn(ObjectCensus.Group group) {
        if (!(sight.view().selection() instanceof Selection.OfHandle(HandleKey key)) || key.pid() != group.process().pid()) {
            return null;
        }
        HandleEntry entry = group.process().table().entry(key.value());
        boolean open = entry != null && entry.stamp() == key.openedAt() && entry.object() == object.id();
        return open && CallSites.place(sight.program(), key.openedAt()).equals(group.handles().site()) ? key : null;
    }

    /// The first handles of an open fold, and the selected one wherever it is in it.
    private void addOpenMembers(String id, ObjectCensus.Group group, String node) {
        Set<HandleKey> shown = new LinkedHashSet<>(counted.handles(kernel, group, GraphBuilder.MEMBERS_SHOWN));
        HandleKey selected = selectedIn(group);
        if (selected != null) {
            shown.add(selected);
        }
        shown.forEach(key -> addHandle(open(key), node));
        more("more in " + id, group.handles().count() - shown.size(), "", node);
    }

    private void addClosedFold(String id, List<Held> handles, String node) {
        Held first = handles.getFirst();
        if (handles.size() == 1) {
            addHandle(first, node);
            return;
        }
        boolean flashed = handles.stream().allMatch(handle -> handle.change() == Change.FLASHED);
        Change change = flashed ? Change.FLASHED : Change.CLOSED;
        boolean selected = handles.stream().anyMatch(handle -> new Selection.OfHandle(handle.key()).equals(sight.view().selection()));
        String process = graph.process(first.pid(), Naming.process(kernel, first.pid()), Change.NONE);
        String fold = graph.fold(id, 1, Words.count(handles.size(), object.type().typeName() + " handle"),
                GraphBuilder.closedWords(change) + " · " + CallSites.place(sight.program(), first.key().openedAt()), change, selected,
                () -> addClosedMembers(id, handles, node));
        graph.edge(process, fold, false, "", change);
        if (!graph.isOpen(id)) {
            graph.edge(fold, node, false, "", change);
        }
    }

    private void addClosedMembers(String id, List<Held> handles, String node) {
        List<Held> shown = new ArrayList<>(handles.subList(0, Math.min(GraphBuilder.MEMBERS_SHOWN, handles.size())));
        handles.stream().skip(shown.size())
                .filter(handle -> new Selection.OfHandle(handle.key()).equals(sight.view().selection()))
                .forEach(shown::add);
        shown.forEach(handle -> addHandle(handle, node));
        more("more in " + id, handles.size() - shown.size(), "", node);
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
