package dev.handlens.ui.shell;

import dev.handlens.ui.control.Labels;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/// A sentence that goes away by itself, with at most one thing to do about it.
final class Toast extends HBox {
    private final Label words = Labels.of("");
    private final Button action = new Button();
    private final PauseTransition stay = new PauseTransition(Duration.seconds(6));

    Toast() {
        getStyleClass().add("toast");
        action.getStyleClass().add("link");
        action.setMinWidth(USE_PREF_SIZE);
        words.setWrapText(true);
        getChildren().addAll(words, action);
        setVisible(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        stay.setOnFinished(_ -> setVisible(false));
    }

    /// Says something.
    ///
    /// @param actionWords word on the button; empty for none
    void say(String sentence, String actionWords, Runnable toDo) {
        words.setText(sentence);
        action.setText(actionWords);
        action.setVisible(!actionWords.isEmpty());
        action.setManaged(!actionWords.isEmpty());
        action.setOnAction(_ -> {
            setVisible(false);
            toDo.run();
        });
        setVisible(true);
        stay.playFromStart();
    }
}
