package dev.handlens.ui.trace;

import dev.handlens.lens.TraceFrame;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Labels;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A record of handle tracing: what was done, to which handle, by whom, and its call stack.
final class TraceCard extends VBox {
    TraceCard(TraceFrame.Block block, Consumer<Intent> intents) {
        getStyleClass().add("trace-card");
        String operation = switch (block.operation()) {
            case OPEN -> "+ OPEN";
            case CLOSE -> "− CLOSE";
            case BAD_REFERENCE -> "! BAD REF";
        };
        String style = switch (block.operation()) {
            case OPEN -> "opened";
            case CLOSE -> "closed";
            case BAD_REFERENCE -> "warned";
        };
        Label kind = Labels.chip(operation, style);
        kind.setMinWidth(USE_PREF_SIZE);
        Label handle = Labels.of("0x" + Long.toHexString(block.handle()).toUpperCase(Locale.ROOT), "mono", "strong");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(10, kind, handle, gap, Labels.of(block.who(), "mute"), link(block.position(), intents));
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
        for (String frame : block.stack()) {
            getChildren().add(Labels.of(frame, "mono", "frame"));
        }
        setAccessibleText(operation + " " + handle.getText() + " by " + block.who());
    }

    private static Hyperlink link(long position, Consumer<Intent> intents) {
        Hyperlink link = new Hyperlink("step " + position);
        link.setOnAction(_ -> intents.accept(new Intent.SeekTo(position)));
        link.setMinWidth(USE_PREF_SIZE);
        return link;
    }
}
