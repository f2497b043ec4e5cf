package dev.handlens.ui.walkthrough;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// A question to the room, and its answer once it is revealed.
final class QuestionCard extends VBox {
    private final Button reveal = new Button("Reveal");
    private String shownQuestion = "";
    private String shownAnswer = "";
    private boolean shownRevealed;

    /// @param onReveal called when the answer is asked for
    QuestionCard(Runnable onReveal) {
        getStyleClass().addAll("card", "warned", "question-card");
        reveal.getStyleClass().add("reveal");
        reveal.setOnAction(_ -> onReveal.run());
    }

    /// Shows a question, with its answer if it is revealed.
    void show(String question, String answer, boolean revealed) {
        if (question.equals(shownQuestion) && answer.equals(shownAnswer) && revealed == shownRevealed) {
            return;
        }
        shownQuestion = question;
        shownAnswer = answer;
        shownRevealed = revealed;
        getChildren().setAll(Markdown.sentence(question, "Predict.", "warned"));
        if (revealed) {
            getChildren().add(Markdown.sentence(answer, "Answer.", "warned"));
        } else if (!answer.isEmpty()) {
            getChildren().add(reveal);
        }
    }
}
