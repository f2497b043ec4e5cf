package dev.handlens.lens;

import java.util.List;

/// The graph of what keeps the selected thing alive.
///
/// @param nodes nodes, each in a column by its kind
/// @param edges edges between them
/// @param sentence why the object is alive, in one sentence, such as `Alive because of 0x18 and 0x1C in fred.exe.`
/// @param empty why there is no graph, in words; empty text when there is one
/// @param counting whether handles are still being counted that are in no fold yet
public record GraphFrame(List<Node> nodes, List<Edge> edges, String sentence, String empty, boolean counting) {
    /// A graph in which all is counted.
    public GraphFrame(List<Node> nodes, List<Edge> edges, String sentence, String empty) {
        this(nodes, edges, sentence, empty, false);
    }

    /// What a node stands for.
    public enum Kind {
        PROCESS, HANDLE, OBJECT, THREAD, DRIVER, DEVICE, DIRECTORY, IRP,
        /// Many things of one type from one place in one node, which can be opened.
        FOLDED,
        /// The same, opened: what is in it is shown one by one, and it can be closed.
        UNFOLDED,
        /// What is left over, only counted.
        MORE
    }

    /// A node.
    ///
    /// @param id stable from one moment to the next, so that the node keeps its place
    /// @param kind what it stands for
    /// @param column 0 holders, 1 handles, 2 objects, 3 and more: what objects refer to
    /// @param title first line, such as `fred.exe`, `0x14`, `File \Device\Gizmo`
    /// @param detail second line, such as `pid 2184` or `handles 2 · pointers 2`; may be empty
    /// @param change whether it came or went in the time watched
    /// @param selection what to select when it is clicked, or null
    /// @param selected whether it is what is selected, or a closed fold that has it inside
    public record Node(String id, Kind kind, int column, String title, String detail, Change change, Selection selection, boolean selected) {}

    /// An edge.
    ///
    /// @param from id of the node that refers
    /// @param to id of the node referred to
    /// @param pointer whether it is a pointer reference (dashed) rather than a handle
    /// @param label its cause, such as `running thread` or `opened on`; empty for handles
    /// @param change whether it came or went in the time watched
    public record Edge(String from, String to, boolean pointer, String label, Change change) {}
}
