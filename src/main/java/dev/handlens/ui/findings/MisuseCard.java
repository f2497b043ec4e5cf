package dev.handlens.ui.findings;

import dev.handlens.lens.FindingsFrame.Misuse;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Labels;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A mistake that a program or driver made, with the stop code by which verifiers know it and the way to the step.
final class MisuseCard extends VBox {
    MisuseCard(Misuse misuse, Consumer<Intent> intents) {
        getStyleClass().addAll("card", "misuse-card");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, Labels.of(misuse.kind(), "finding-title"), gap);
        head.getStyleClass().add("misuse-head");
        if (!misuse.stop().isEmpty()) {
            Label stop = Labels.chip(misuse.stop(), "warned");
            Hint.on(stop, "The stop code that Windows' verifiers give this mistake");
            head.getChildren().add(stop);
        }
        Hyperlink step = new Hyperlink(String.format(Locale.ROOT, "Go to step %,d", misuse.position()));
        step.setOnAction(_ -> intents.accept(new Intent.SeekTo(misuse.position())));
        getChildren().addAll(head, LeakCard.wrapped(misuse.sentence(), "finding-words"), step);
    }
}
