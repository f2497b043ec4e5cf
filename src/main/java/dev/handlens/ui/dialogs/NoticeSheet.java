package dev.handlens.ui.dialogs;

import dev.handlens.ui.control.Labels;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Something that a person has to know and that does not go away by itself.
public final class NoticeSheet extends Sheet {
    private static final double WIDTH = 620;
    private static final double GAP = 10;

    /// The sheet.
    ///
    /// @param title what it is about
    /// @param paragraphs what there is to say
    public NoticeSheet(String title, List<String> paragraphs) {
        super(title, content(paragraphs), WIDTH);
        addButton("Close", true, () -> {});
    }

    private static VBox content(List<String> paragraphs) {
        VBox box = new VBox(GAP);
        for (String words : paragraphs) {
            Label label = Labels.of(words);
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            box.getChildren().add(label);
        }
        return box;
    }
}
