package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.io.DeviceObject;
import dev.handlens.kernel.io.DriverObject;
import dev.handlens.kernel.io.Irp;
import dev.handlens.kernel.ob.DirectoryObject;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Collects the nodes and edges of a graph, each node once. Ids of nodes depend on what they stand for alone, so that a node is the same
/// from one moment to the next.
final class GraphBuilder {
    /// More nodes are no picture any more; what is in open folds comes on top.
    private static final int MAXIMUM_NODES = 200;
    /// Things of an open fold that are shown one by one.
    static final int MEMBERS_SHOWN = 200;
    /// What is said of handles that are in no fold yet.
    static final String COUNTING = "being counted";

    private final Kernel kernel;
    private final View view;
    private final int subject;
    private int room = MAXIMUM_NODES;
    private boolean counting;
    private final Map<String, GraphFrame.Node> nodes = new LinkedHashMap<>();
    private final Set<GraphFrame.Edge> edges = new LinkedHashSet<>();

    /// @param kernel where names are looked up
    /// @param view what is selected, and which folds are open
    /// @param subject id of the object the graph is about
    GraphBuilder(Kernel kernel, View view, int subject) {
        this.kernel = kernel;
        this.view = view;
        this.subject = subject;
    }

    boolean isFull() {
        return nodes.size() >= room;
    }

    GraphFrame frame(String sentence) {
        return new GraphFrame(List.copyOf(nodes.values()), List.copyOf(edges), sentence, "", counting);
    }

    /// Says whether handles are still being counted.
    void counting(boolean goesOn) {
        counting = goesOn;
    }

    /// A process as a holder of handles or views.
    String process(int pid, String image, Change change) {
        return add("process " + pid, GraphFrame.Kind.PROCESS, 0, image, "pid " + pid, change, new Selection.OfProcess(pid));
    }

    /// A handle.
    String handle(HandleKey key, Change change) {
        String id = "handle " + key.pid() + " " + key.value() + " " + key.openedAt();
        return add(id, GraphFrame.Kind.HANDLE, 1, Words.hex(key.value()), closedWords(change), change, new Selection.OfHandle(key));
    }

    /// Returns what is said of a handle that is no longer open; empty for one that is.
    static String closedWords(Change change) {
        return switch (change) {
            case NONE, OPENED -> "";
            case CLOSED -> "closed";
            case FLASHED -> "came and went";
        };
    }

    /// Many things as one node, which shows what is in it when it is open.
    ///
    /// @param id the same at every moment: folds are opened by it
    /// @param selected whether what is selected is inside
    /// @param members adds what is in it; called when it is open
    String fold(String id, int column, String title, String detail, Change change, boolean selected, Runnable members) {
        boolean open = view.unfolded().contains(id);
        GraphFrame.Kind kind = open ? GraphFrame.Kind.UNFOLDED : GraphFrame.Kind.FOLDED;
        nodes.putIfAbsent(id, new GraphFrame.Node(id, kind, column, title, detail, change, null, selected && !open));
        if (open) {
            int before = nodes.size();
            members.run();
            room += nodes.size() - before;
        }
        return id;
    }

    /// Whether a fold is open.
    boolean isOpen(String fold) {
        return view.unfolded().contains(fold);
    }

    /// What is left over, in one node that cannot be opened.
    String more(String id, int column, String title, String detail) {
        return add(id, GraphFrame.Kind.MORE, column, title, detail, Change.NONE, null);
    }

    /// An object.
    String object(KObject object, int column, Change change) {
        return add(idOf(object), kind(object, column), column, title(object), detail(object, column), change,
                new Selection.OfObject(object.id()));
    }

    /// A request, and the driver that has it.
    ///
    /// @param at the kernel that has the request
    String request(Kernel at, Irp irp, Change change) {
        String id = idOf(irp);
        add(id, GraphFrame.Kind.IRP, 1, "IRP_MJ_DEVICE_CONTROL " + Words.hex(irp.id()), Requests.detail(at, irp), change,
                new Selection.OfRequest(irp.id()));
        if (at.object(irp.driver()) instanceof DriverObject driver) {
            edge(object(driver, 0, Change.NONE), id, true, irp.state().words(), change);
        }
        return id;
    }

    /// The thread that sent a request, as long as it has it in its list.
    void sender(Kernel at, Irp irp, Change change) {
        if (at.object(irp.thread()) instanceof ThreadObject thread) {
            edge(object(thread, 0, Change.NONE), idOf(irp), true, "sent by", change);
        }
    }

    /// Why a request refers to an object.
    String cause(Irp irp, KObject object) {
        return irp.event() == object.id() ? "will set" : "keeps";
    }

    private static String idOf(Irp irp) {
        return "irp " + irp.id();
    }

    /// An object that is gone: nothing refers to it any more.
    String goneObject(KObject object, int column) {
        return add(idOf(object), kind(object, column), column, title(object), "gone · handles 0 · pointers 0", Change.CLOSED,
                new Selection.OfObject(object.id()));
    }

    /// A holder that is no object, such as the system itself.
    String holder(String id, GraphFrame.Kind kind, String title) {
        return add(id, kind, 0, title, "", Change.NONE, null);
    }

    void edge(String from, String to, boolean pointer, String label, Change change) {
        edges.add(new GraphFrame.Edge(from, to, pointer, label, change));
    }

    private String add(String id, GraphFrame.Kind kind, int column, String title, String detail, Change change, Selection selects) {
        boolean selected = selects != null && selects.equals(view.selection());
        nodes.putIfAbsent(id, new GraphFrame.Node(id, kind, column, title, detail, change, selects, selected));
        return id;
    }

    /// A process is one node, whether it holds or is held, except when the graph is about the process itself.
    private String idOf(KObject object) {
        return object instanceof ProcessObject process && object.id() != subject ? "process " + process.pid() : "object " + object.id();
    }

    private static GraphFrame.Kind kind(KObject object, int column) {
        return switch (object) {
            case ProcessObject _ when column != 2 -> GraphFrame.Kind.PROCESS;
            case ThreadObject _ when column != 2 -> GraphFrame.Kind.THREAD;
            case DriverObject _ -> GraphFrame.Kind.DRIVER;
            case DeviceObject _ -> GraphFrame.Kind.DEVICE;
            case DirectoryObject _ when column != 2 -> GraphFrame.Kind.DIRECTORY;
            default -> GraphFrame.Kind.OBJECT;
        };
    }

    private String title(KObject object) {
        return switch (object) {
            case DriverObject driver -> driver.image();
            case DeviceObject device -> "Device " + device.name();
            case ProcessObject process -> "Process " + process.imageName();
            case ThreadObject thread -> "Thread " + thread.tid();
            default -> Naming.title(kernel, object);
        };
    }

    private String detail(KObject object, int column) {
        return switch (object) {
            case ThreadObject thread when column == 0 -> "of " + Naming.process(kernel, thread.pid());
            case DriverObject _ -> "driver";
            case DeviceObject device -> (kernel.object(device.driver()) instanceof DriverObject driver ? driver.image() + " · " : "")
                    + "no handles";
            default -> "handles " + Words.count(object.handleCount()) + " · pointers " + Words.count(object.pointerCount());
        };
    }
}
