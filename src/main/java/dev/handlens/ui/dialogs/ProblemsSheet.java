package dev.handlens.ui.dialogs;

import dev.handlens.ui.control.Labels;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What is wrong with a scenario file that could not be opened.
public final class ProblemsSheet extends Sheet {
    /// Something wrong at a place.
    ///
    /// @param line line in the file, from 1; 0 when it has no place
    /// @param column column, from 1
    /// @param sentence what is wrong and what to write instead
    public record Problem(int line, int column, String sentence) {}

    /// The sheet.
    ///
    /// @param file name of the file
    /// @param problems what is wrong, at least one
    public ProblemsSheet(String file, List<Problem> problems) {
        super(file + " cannot be opened", content(problems), 620);
    }

    private static VBox content(List<Problem> problems) {
        VBox box = new VBox(10);
        for (Problem problem : problems) {
            VBox card = new VBox(3);
            card.getStyleClass().addAll("card", "problem");
            if (problem.line() > 0) {
                card.getChildren().add(Labels.of("line %d, column %d".formatted(problem.line(), problem.column()), "mono", "closed"));
            }
            card.getChildren().add(wrapping(Labels.of(problem.sentence())));
            box.getChildren().add(card);
        }
        box.getChildren().add(wrapping(Labels.of("Mend the file and open it again. The scenario that was open goes on unchanged.",
                "mute")));
        return box;
    }

    private static Label wrapping(Label label) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
