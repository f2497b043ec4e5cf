package dev.handlens.ui.graph;

import dev.handlens.lens.Change;
import dev.handlens.lens.GraphFrame;
import dev.handlens.lens.GraphFrame.Edge;
import dev.handlens.lens.GraphFrame.Kind;
import dev.handlens.lens.GraphFrame.Node;
import dev.handlens.lens.HandleKey;
import dev.handlens.lens.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Graphs as the lens makes them at telling moments, for tests and pictures.
public final class GraphFrames {
    private GraphFrames() {}

    /// MakeFred after its first close: one handle gone, two leaked duplicates hold the file.
    public static GraphFrame makeFred() {
        List<Node> nodes = List.of(
                process("fred", "fred.exe", 2184),
                handle("0x14", 0x14, Change.CLOSED, false),
                handle("0x18", 0x18, Change.OPENED, false),
                handle("0x1C", 0x1C, Change.OPENED, false),
                new Node(
                        "file", Kind.OBJECT, 2, "File \\Device\\Gizmo", "handles 2 · pointers 2", Change.NONE,
                        new Selection.OfObject(7), true),
                new Node(
                        "device", Kind.DEVICE, 3, "Device Gizmo", "gizmo.sys · no handles", Change.NONE,
                        new Selection.OfObject(3), false));
        List<Edge> edges = List.of(
                new Edge("fred", "0x14", false, "", Change.CLOSED),
                new Edge("fred", "0x18", false, "", Change.OPENED),
                new Edge("fred", "0x1C", false, "", Change.OPENED),
                new Edge("0x18", "file", false, "", Change.OPENED),
                new Edge("0x1C", "file", false, "", Change.OPENED),
                new Edge("file", "device", true, "opened on", Change.NONE));
        return new GraphFrame(nodes, edges, "Alive because of 0x18 and 0x1C in fred.exe.", "");
    }

    /// A running thread refers to itself until it ends, handle or no handle.
    public static GraphFrame threadSelf() {
        List<Node> nodes = List.of(
                process("cmd", "cmd.exe", 2260),
                new Node("0x2C", Kind.HANDLE, 1, "0x2C", "", Change.CLOSED, handleOf(0x2C), false),
                new Node("thread", Kind.OBJECT, 2, "Thread 2264", "handles 0 · pointers 1", Change.NONE, new Selection.OfObject(9), true));
        List<Edge> edges = List.of(
                new Edge("cmd", "0x2C", false, "", Change.CLOSED),
                new Edge("0x2C", "thread", false, "", Change.CLOSED),
                new Edge("thread", "thread", true, "still running", Change.NONE));
        return new GraphFrame(nodes, edges, "Alive because it is still running; no handle to it is left.", "");
    }

    /// A leak of 2,418 events, opened at one place, beside 3 handles of other kinds.
    public static GraphFrame folded() {
        Node server = process("server", "server.exe", 1844);
        List<Node> nodes = List.of(
                new Node("server", Kind.PROCESS, 0, server.title(), server.detail(), Change.NONE, server.selection(), true),
                new Node("fold", Kind.FOLDED, 1, "2,418 Event handles", "server!OnRequest+0x41", Change.OPENED, null, false),
                new Node("more", Kind.MORE, 1, "3 more handles", "of 2 other kinds", Change.NONE, null, false));
        List<Edge> edges = List.of(
                new Edge("server", "fold", false, "", Change.OPENED),
                new Edge("server", "more", false, "", Change.NONE));
        return new GraphFrame(nodes, edges, "Alive because its thread is still running.", "");
    }

    /// The same with the fold open.
    public static GraphFrame unfolded() {
        List<Node> nodes = new ArrayList<>(folded().nodes());
        List<Edge> edges = new ArrayList<>(folded().edges());
        Node fold = nodes.get(1);
        nodes.set(1, new Node(fold.id(), Kind.UNFOLDED, 1, fold.title(), fold.detail(), fold.change(), null, false));
        for (int index = 0; index < 40; index++) {
            String id = "0x" + Integer.toHexString(0x20 + 4 * index);
            nodes.add(2 + 2 * index, handle(id, 0x20 + 4 * index, Change.OPENED, false));
            nodes.add(3 + 2 * index, new Node("event " + id, Kind.OBJECT, 2, "Event " + id, "handles 1 · pointers 1", Change.NONE,
                    new Selection.OfObject(100 + index), false));
            edges.add(new Edge("server", id, false, "", Change.OPENED));
            edges.add(new Edge(id, "event " + id, false, "", Change.OPENED));
        }
        return new GraphFrame(nodes, edges, folded().sentence(), "");
    }

    /// Two requests that one thread sent through one file; a driver has them.
    public static GraphFrame requests() {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        nodes.add(process("fred", "fred.exe", 2184));
        nodes.add(handle("0x14", 0x14, Change.OPENED, false));
        nodes.add(new Node("thread", Kind.THREAD, 0, "Thread 16", "of fred.exe", Change.NONE, new Selection.OfObject(9), false));
        nodes.add(new Node("gizmo", Kind.DRIVER, 0, "gizmo.sys", "driver", Change.NONE, new Selection.OfObject(2), false));
        nodes.add(new Node("file", Kind.OBJECT, 2, "File \\Device\\Gizmo", "handles 1 · pointers 3", Change.OPENED,
                new Selection.OfObject(7), false));
        nodes.add(new Node("device", Kind.DEVICE, 3, "Device Gizmo", "gizmo.sys · no handles", Change.NONE,
                new Selection.OfObject(3), false));
        edges.add(new Edge("fred", "0x14", false, "", Change.OPENED));
        edges.add(new Edge("0x14", "file", false, "", Change.OPENED));
        for (int irp = 77; irp <= 78; irp++) {
            String title = "IRP_MJ_DEVICE_CONTROL 0x" + Integer.toHexString(irp).toUpperCase(Locale.ROOT);
            nodes.add(new Node("irp " + irp, Kind.IRP, 1, title, "in manual WDFQUEUE of gizmo.sys", Change.OPENED,
                    new Selection.OfRequest(irp), false));
            edges.add(new Edge("gizmo", "irp " + irp, true, "queued", Change.OPENED));
            edges.add(new Edge("thread", "irp " + irp, true, "sent by", Change.OPENED));
            edges.add(new Edge("irp " + irp, "file", true, "keeps", Change.OPENED));
        }
        edges.add(new Edge("file", "device", true, "opened on", Change.NONE));
        return new GraphFrame(nodes, edges, "Alive because of 0x14 in fred.exe, and because a request is pending.", "");
    }

    /// Three processes and a driver hold one file with a long name.
    public static GraphFrame shared() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(process("fred", "fred.exe", 2184));
        nodes.add(process("server", "server.exe", 1844));
        nodes.add(process("svchost", "svchost.exe", 912));
        nodes.add(new Node("gizmo", Kind.DRIVER, 0, "gizmo.sys", "driver", Change.NONE, new Selection.OfObject(4), false));
        nodes.add(handle("fred 0x18", 0x18, Change.NONE, false));
        nodes.add(handle("fred 0x24", 0x24, Change.OPENED, false));
        nodes.add(handle("server 0x9C", 0x9C, Change.NONE, true));
        nodes.add(handle("svchost 0x1A4", 0x1A4, Change.NONE, false));
        nodes.add(new Node(
                "file", Kind.OBJECT, 2, "File \\Device\\HarddiskVolume2\\Logs\\2026\\fred.log", "handles 4 · pointers 5", Change.NONE,
                new Selection.OfObject(7), false));
        nodes.add(new Node("volume", Kind.DEVICE, 3, "Device HarddiskVolume2", "volmgr.sys", Change.NONE, null, false));
        List<Edge> edges = List.of(
                new Edge("fred", "fred 0x18", false, "", Change.NONE),
                new Edge("fred", "fred 0x24", false, "", Change.OPENED),
                new Edge("server", "server 0x9C", false, "", Change.NONE),
                new Edge("svchost", "svchost 0x1A4", false, "", Change.NONE),
                new Edge("fred 0x18", "file", false, "", Change.NONE),
                new Edge("fred 0x24", "file", false, "", Change.OPENED),
                new Edge("server 0x9C", "file", false, "", Change.NONE),
                new Edge("svchost 0x1A4", "file", false, "", Change.NONE),
                new Edge("gizmo", "file", true, "by pointer", Change.NONE),
                new Edge("file", "volume", true, "opened on", Change.NONE));
        return new GraphFrame(nodes, edges, "Alive because of 4 handles in 3 processes, and because gizmo.sys holds a pointer to it.", "");
    }

    /// Nothing is selected.
    public static GraphFrame nothing() {
        return new GraphFrame(List.of(), List.of(), "", "Select a handle, an object or a process to see what keeps it alive.");
    }

    private static Node process(String id, String name, int pid) {
        return new Node(id, Kind.PROCESS, 0, name, "pid " + pid, Change.NONE, new Selection.OfProcess(pid), false);
    }

    private static Node handle(String id, long value, Change change, boolean selected) {
        String title = "0x" + Long.toHexString(value).toUpperCase(Locale.ROOT);
        return new Node(id, Kind.HANDLE, 1, title, "", change, handleOf(value), selected);
    }

    private static Selection handleOf(long value) {
        return new Selection.OfHandle(new HandleKey(2184, value, 3));
    }
}
