package dev.handlens.ui.findings;

import dev.handlens.lens.FindingsFrame.LeakSuspect;
import dev.handlens.lens.SuspectId;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Labels;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/// The call stack of a suspect, innermost frame first. Each frame leads to the handles of the process that were opened through it.
final class StackLinks extends VBox {
    /// Frames of a stack that say enough; a link shows the others.
    private static final int FRAMES = 4;

    StackLinks(LeakSuspect leak, Consumer<Intent> intents) {
        getStyleClass().add("leak-stack");
        if (leak.stack().isEmpty()) {
            // A service is no frame: without a stack there is nothing to list by.
            getChildren().add(Labels.of(leak.site(), "mono", "site"));
            return;
        }
        List<Node> frames = leak.stack().stream().<Node>map(frame -> link(leak, frame, intents)).toList();
        if (frames.size() <= FRAMES) {
            getChildren().addAll(frames);
            return;
        }
        Hyperlink more = new Hyperlink("and " + (frames.size() - FRAMES) + " more");
        Hint.on(more, "Show the whole call stack");
        more.setOnAction(_ -> getChildren().setAll(frames));
        getChildren().addAll(frames.subList(0, FRAMES));
        getChildren().add(more);
    }

    private static Hyperlink link(LeakSuspect leak, String frame, Consumer<Intent> intents) {
        Hyperlink link = new Hyperlink(frame);
        link.getStyleClass().addAll("mono", frame.equals(leak.site()) ? "site" : "frame");
        Hint.on(link, "List what " + leak.process() + " opened through " + frame);
        link.setOnAction(_ -> intents.accept(new Intent.ListHandles(leak.pid(), SuspectId.frameFilter(frame))));
        return link;
    }
}
