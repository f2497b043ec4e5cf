package dev.handlens.ui.control;

import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/// Words that appear when the pointer rests on something. The tooltip is made when the pointer first comes: each is a window with a scene of
/// its own, and the program has a hundred that nobody asks for.
public final class Hint implements EventHandler<MouseEvent> {
    private static final Duration DELAY = Duration.millis(300);

    private final Node node;
    private Supplier<String> words;
    private Tooltip tooltip;

    private Hint(Node node) {
        this.node = node;
    }

    /// Gives a node words that stay the same; screen readers tell them as help.
    public static void on(Node node, String words) {
        on(node, () -> words);
        node.setAccessibleHelp(words);
    }

    /// Gives a node words, in place of those it had.
    ///
    /// @param words asked each time the pointer comes; empty for no tooltip
    public static void on(Node node, Supplier<String> words) {
        ((Hint) node.getProperties().computeIfAbsent(Hint.class, _ -> {
            Hint hint = new Hint(node);
            node.addEventHandler(MouseEvent.MOUSE_ENTERED, hint);
            return hint;
        })).words = words;
    }

    /// Lets a label say all its words while they are cut short.
    public static void whole(Label label) {
        on(label, () -> label.isTextTruncated() ? label.getText() : "");
    }

    /// What a node would say now; empty for nothing.
    public static String words(Node node) {
        return node.getProperties().get(Hint.class) instanceof Hint hint ? hint.words.get() : "";
    }

    @Override
    public void handle(MouseEvent pointerCame) {
        String now = words.get();
        if (tooltip == null && !now.isEmpty()) {
            tooltip = new Tooltip();
            tooltip.setShowDelay(DELAY);
            tooltip.setWrapText(true);
            Tooltip.install(node, tooltip);
        } else if (tooltip != null && now.isEmpty()) {
            Tooltip.uninstall(node, tooltip);
            tooltip = null;
        }
        if (tooltip != null) {
            tooltip.setText(now);
        }
    }
}
