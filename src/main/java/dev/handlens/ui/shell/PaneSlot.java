package dev.handlens.ui.shell;

import dev.handlens.lens.Frame;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;

/// A pane as the shell knows it.
///
/// @param node what is seen
/// @param actions what stands right in the header of the shell's tabs; empty for panes that have a header of their own
/// @param show how it shows a moment
public record PaneSlot(Node node, List<Node> actions, Consumer<Frame> show) {
    /// A pane with its own header.
    public static PaneSlot of(Node node, Consumer<Frame> show) {
        return new PaneSlot(node, List.of(), show);
    }
}
