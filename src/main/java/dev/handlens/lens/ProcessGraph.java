package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.io.Irp;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ps.ProcessObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The graph of a selected process: its handles and what they lead to; many of them folded by type and call site.
final class ProcessGraph {
    /// Folds and single handles shown at most; with their objects they stay below what is still a picture.
    private static final int GROUPS_SHOWN = 60;
    /// Handles that did not change and are shown one by one all the same.
    private static final int OTHERS_SHOWN = 3;
    /// Closed handles that are told apart by their places, the latest ones; of those before only the number is told.
    private static final int CLOSED_TOLD = 1024;
    /// Requests that are shown one by one; more are folded by where they are.
    private static final int REQUESTS_SHOWN = 8;

    private final Sight sight;
    private final Kernel kernel;
    private final ProcessObject process;
    private final HandleCensus census;
    private final Allowance allowance;
    private final GraphBuilder graph;

    private ProcessGraph(Sight sight, ProcessObject process, HandleCensus census, Allowance allowance) {
        this.sight = sight;
        this.process = process;
        this.census = census;
        this.allowance = allowance;
        kernel = sight.kernel();
        graph = new GraphBuilder(kernel, sight.view(), 0);
    }

    static GraphFrame project(Sight sight, Subject subject, HandleSearch search, HandleCensus census, Allowance allowance) {
        return new ProcessGraph(sight, (ProcessObject) subject.object(), census, allowance).project(subject, search);
    }

    private GraphFrame project(Subject subject, HandleSearch search) {
        String holder = graph.process(process.pid(), process.imageName(), Change.NONE);
        int open = process.table() == null ? 0 : process.table().count();
        List<SpanChanges.Closed> closed = sight.changes().closedHandles(process.pid());
        if (open > GraphProjector.HANDLES_SHOWN) {
            addFolds(holder, open);
        } else if (process.table() != null) {
            addEach(holder);
        }
        addClosed(holder, closed);
        addRequests(holder);
        return graph.frame(AliveSentence.of(subject, search.of(kernel, process.id())));
    }

    private void addEach(String holder) {
        List<HandleEntry> fromStart = new ArrayList<>();
        process.table().forEach((handle, first, second) -> {
            HandleEntry entry = HandleEntry.of(handle, first, second);
            if (entry.stamp() == 0) {
                fromStart.add(entry);
            } else {
                addHandle(holder, entry);
            }
        });
        addOthers(holder, fromStart, "open since the start");
    }

    private void addHandle(String holder, HandleEntry entry) {
        Change change = sight.changes().ofOpen(entry.stamp());
        String node = graph.handle(new HandleKey(process.pid(), entry.handle(), entry.stamp()), change);
        graph.edge(holder, node, false, "", change);
        graph.edge(node, graph.object(kernel.object(entry.object()), 2, Change.NONE), false, "", change);
    }

    // ---- folds ----------------------------------------------------------------------------------------------------

    private void addFolds(String holder, int open) {
        List<HandleCensus.Group> groups = census.of(sight.program(), kernel, process, allowance);
        graph.counting(!census.isComplete());
        int shown = Math.min(GROUPS_SHOWN, groups.size());
        long told = 0;
        List<HandleEntry> singles = new ArrayList<>();
        for (HandleCensus.Group group : groups.subList(0, shown)) {
            if (group.count() > 1) {
                addFold(holder, group);
            } else {
                HandleEntry entry = process.table().entry(group.first());
                if (sight.changes().ofOpen(entry.stamp()) == Change.NONE) {
                    singles.add(entry);
                } else {
                    addHandle(holder, entry);
                }
            }
            told += group.count();
        }
        addOthers(holder, singles, "one from each place");
        if (told < open) {
            String kinds = shown < groups.size() ? "of " + Words.count(groups.size() - shown, "other kind") : GraphBuilder.COUNTING;
            graph.edge(holder, graph.more("more", 1, Words.count(open - told, "more handle"), kinds), false, "", Change.NONE);
        }
    }

    /// Adds handles that did not change and are not what the graph is looked at for. More than a few are one node: they would take most of
    /// the room and tell least.
    private void addOthers(String holder, List<HandleEntry> others, String what) {
        if (others.size() <= OTHERS_SHOWN) {
            others.forEach(entry -> addHandle(holder, entry));
            return;
        }
        String node = graph.fold("fold " + process.pid() + " others", 1, Words.count(others.size(), "other handle"), what, Change.NONE, false,
                () -> others.forEach(entry -> addHandle(holder, entry)));
        graph.edge(holder, node, false, "", Change.NONE);
    }

    private void addFold(String holder, HandleCensus.Group group) {
        String id = "fold " + process.pid() + " " + group.type() + " " + group.site();
        boolean opened = sight.changes().ofOpen(group.oldest()) == Change.OPENED && sight.changes().ofOpen(group.newest()) == Change.OPENED;
        Change change = opened ? Change.OPENED : Change.NONE;
        String node = graph.fold(id, 1, Words.count(group.count(), group.type() + " handle"), group.site(), change, false,
                () -> addMembers(holder, group));
        graph.edge(holder, node, false, "", change);
    }

    private void addMembers(String holder, HandleCensus.Group group) {
        List<HandleEntry> members = census.handles(kernel, process, group, GraphBuilder.MEMBERS_SHOWN);
        members.forEach(entry -> addHandle(holder, entry));
        if (members.size() < group.count()) {
            String rest = Words.count(group.count() - members.size(), "more " + group.type() + " handle");
            graph.edge(holder, graph.more("more " + group.type() + " " + group.site(), 1, rest, ""), false, "", Change.NONE);
        }
    }

    // ---- closed handles -------------------------------------------------------------------------------------------

    /// Adds what was closed in the time watched. What one place of the program opens and closes again and again is one node with the same
    /// id at every step: nodes that come and go with each call would push the others about while the run plays.
    private void addClosed(String holder, List<SpanChanges.Closed> closed) {
        List<SpanChanges.Closed> latest = closed.subList(Math.max(0, closed.size() - CLOSED_TOLD), closed.size());
        Map<String, List<SpanChanges.Closed>> places = new LinkedHashMap<>();
        for (SpanChanges.Closed gone : latest) {
            String place = gone.object().type().typeName() + " " + CallSites.place(sight.program(), gone.entry().stamp());
            places.computeIfAbsent(place, _ -> new ArrayList<>()).add(gone);
        }
        places.forEach((place, handles) -> {
            if (!graph.isFull() && handles.size() == 1) {
                addClosed(holder, handles.getFirst());
            } else if (!graph.isFull()) {
                addClosedFold(holder, place, handles);
            }
        });
        if (latest.size() < closed.size()) {
            String rest = Words.count(closed.size() - latest.size(), "earlier closed handle");
            graph.edge(holder, graph.more("more closed", 1, rest, ""), false, "", Change.CLOSED);
        }
    }

    private void addClosedFold(String holder, String place, List<SpanChanges.Closed> handles) {
        SpanChanges.Closed first = handles.getFirst();
        boolean flashed = handles.stream().allMatch(gone -> sight.changes().ofClosed(gone) == Change.FLASHED);
        Change change = flashed ? Change.FLASHED : Change.CLOSED;
        String site = CallSites.place(sight.program(), first.entry().stamp());
        String title = Words.count(handles.size(), first.object().type().typeName() + " handle");
        String words = GraphBuilder.closedWords(change) + " · " + site;
        String node = graph.fold("fold " + process.pid() + " closed " + place, 1, title, words, change, false,
                () -> handles.stream().limit(GraphBuilder.MEMBERS_SHOWN).forEach(gone -> addClosed(holder, gone)));
        graph.edge(holder, node, false, "", change);
    }

    private void addClosed(String holder, SpanChanges.Closed gone) {
        Change change = sight.changes().ofClosed(gone);
        String node = graph.handle(new HandleKey(process.pid(), gone.entry().handle(), gone.entry().stamp()), change);
        graph.edge(holder, node, false, "", change);
        KObject object = kernel.object(gone.object().id());
        String target = object == null ? graph.goneObject(gone.object(), 2) : graph.object(object, 2, Change.NONE);
        graph.edge(node, target, false, "", change);
    }

    // ---- requests -------------------------------------------------------------------------------------------------

    /// The requests it sent that are not completed, with the files that they keep; many of them folded by where they are.
    private void addRequests(String holder) {
        List<Irp> sent = kernel.irps().all(request -> request.process() == process.id());
        if (sent.size() <= REQUESTS_SHOWN) {
            sent.forEach(irp -> addRequest(holder, irp));
            return;
        }
        Map<String, List<Irp>> places = new LinkedHashMap<>();
        sent.forEach(irp -> places.computeIfAbsent(Requests.detail(kernel, irp), _ -> new ArrayList<>()).add(irp));
        places.forEach((place, irps) -> {
            if (!graph.isFull()) {
                String node = graph.fold("fold requests " + process.pid() + " " + place, 1, Words.count(irps.size(), "request"), place,
                        Change.NONE, false, () -> irps.stream().limit(GraphBuilder.MEMBERS_SHOWN).forEach(irp -> addRequest(holder, irp)));
                graph.edge(holder, node, true, "sent by", Change.NONE);
            }
        });
    }

    private void addRequest(String holder, Irp irp) {
        Change change = sight.changes().ofOpen(irp.bornAt());
        String node = graph.request(kernel, irp, change);
        graph.edge(holder, node, true, "sent by", change);
        KObject file = kernel.object(irp.file());
        if (file != null) {
            graph.edge(node, graph.object(file, 2, Change.NONE), true, graph.cause(irp, file), change);
        }
    }
}
