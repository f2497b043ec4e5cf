package dev.handlens.ui.walkthrough;

import dev.handlens.lens.WalkthroughFrame.CallCard;
import dev.handlens.ui.control.Icons;
import dev.handlens.ui.control.Labels;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.fluentui.FluentUiFilledAL;

/// The call that the step made: its text, its status told by colour, glyph and name, what it changed.
final class CallCardView extends VBox {
    private CallCard shown;
    private boolean brief;

    CallCardView() {
        getStyleClass().addAll("card", "call-card");
    }

    /// Leaves out who made the call.
    void setBrief() {
        brief = true;
    }

    /// Shows a call.
    void show(CallCard card) {
        if (card.equals(shown)) {
            return;
        }
        if (shown == null || !shape(shown).equals(shape(card))) {
            make(card);
        }
        shown = card;
        List<String> words = words(card);
        for (int i = 0; i < words.size(); i++) {
            ((Label) getChildren().get(i)).setText(words.get(i));
        }
    }

    /// What decides which labels there are; as long as it stays, only their words change, sixty times a second of a running play.
    private List<Object> shape(CallCard card) {
        return List.of(card.success(), card.effects().size(), card.expectationFailed().isEmpty(), saysWho(card));
    }

    private List<String> words(CallCard card) {
        List<String> words = new ArrayList<>();
        words.add(card.text());
        words.add(card.result().isEmpty() ? card.status() : card.status() + " → " + card.result());
        words.addAll(card.effects());
        if (!card.expectationFailed().isEmpty()) {
            words.add("Expected otherwise: " + card.expectationFailed());
        }
        if (saysWho(card)) {
            words.add("by " + card.who());
        }
        return words;
    }

    private void make(CallCard card) {
        Label status = wrapping(Labels.of("", "mono", card.success() ? "opened" : "closed", "call-status"));
        status.setGraphic(Icons.of(card.success() ? FluentUiFilledAL.CHECKMARK_CIRCLE_16 : FluentUiFilledAL.DISMISS_CIRCLE_16, 14));
        getChildren().setAll(wrapping(Labels.of("", "mono")), status);
        card.effects().forEach(_ -> getChildren().add(wrapping(Labels.of("", "mute"))));
        if (!card.expectationFailed().isEmpty()) {
            getChildren().add(wrapping(Labels.of("", "warned", "strong")));
        }
        if (saysWho(card)) {
            getChildren().add(wrapping(Labels.of("", "faint", "small")));
        }
    }

    private boolean saysWho(CallCard card) {
        return !brief && !card.who().isEmpty();
    }

    private static Label wrapping(Label label) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
