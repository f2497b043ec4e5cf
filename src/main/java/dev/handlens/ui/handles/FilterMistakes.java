package dev.handlens.ui.handles;

import dev.handlens.ui.control.Icons;
import dev.handlens.ui.control.Labels;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;

/// Says below the filter field what is wrong with it.
final class FilterMistakes extends HBox {
    private static final int ICON = 16;

    private final Label words = Labels.of("", "small");

    FilterMistakes() {
        getStyleClass().add("filter-mistakes");
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setMinHeight(USE_PREF_SIZE);
        words.setAccessibleRole(AccessibleRole.TEXT);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(Icons.of(FluentUiRegularAL.ERROR_CIRCLE_16, ICON), words);
        show(List.of());
    }

    void show(List<String> mistakes) {
        words.setText(String.join("\n", mistakes));
        setVisible(!mistakes.isEmpty());
        setManaged(!mistakes.isEmpty());
    }
}
