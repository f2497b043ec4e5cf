package dev.handlens.ui.walkthrough;

import dev.handlens.lens.WalkthroughFrame.CallCard;
import dev.handlens.ui.control.Icons;
import dev.handlens.ui.control.Labels;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.fluentui.FluentUiFilledAL;

/// The call that the step made: its text, its status told by colour, glyph and name, what it changed.
final class CallCardView extends VBox {
    private CallCard shown;

    CallCardView() {
        getStyleClass().addAll("card", "call-card");
    }

    /// Shows a call.
    void show(CallCard card) {
        if (card.equals(shown)) {
            return;
        }
        shown = card;
        Label call = wrapping(Labels.of(card.text(), "mono"));
        String outcome = card.result().isEmpty() ? card.status() : card.status() + " → " + card.result();
        Label status = wrapping(Labels.of(outcome, "mono", card.success() ? "opened" : "closed", "call-status"));
        status.setGraphic(Icons.of(card.success() ? FluentUiFilledAL.CHECKMARK_CIRCLE_16 : FluentUiFilledAL.DISMISS_CIRCLE_16, 14));
        getChildren().setAll(call, status);
        for (String effect : card.effects()) {
            getChildren().add(wrapping(Labels.of(effect, "mute")));
        }
        if (!card.expectationFailed().isEmpty()) {
            getChildren().add(wrapping(Labels.of("Expected otherwise: " + card.expectationFailed(), "warned", "strong")));
        }
        if (!card.who().isEmpty()) {
            getChildren().add(wrapping(Labels.of("by " + card.who(), "faint", "small")));
        }
    }

    private static Label wrapping(Label label) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
