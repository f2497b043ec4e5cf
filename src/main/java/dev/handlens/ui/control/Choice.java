package dev.handlens.ui.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Two or three words side by side, of which one holds. A click wishes another one; what holds is shown with [#show].
///
/// @param <T> what is chosen
public final class Choice<T> extends HBox {
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private T shown;

    /// @param words what is said for each value, from left to right
    /// @param onChoose told which other value a person wishes
    public Choice(Map<T, String> words, Consumer<T> onChoose) {
        getStyleClass().add("segmented");
        setMaxHeight(USE_PREF_SIZE);
        setMinWidth(USE_PREF_SIZE);
        words.forEach((value, word) -> {
            ToggleButton button = new ToggleButton(word);
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> {
                boolean other = !value.equals(shown);
                show(shown);
                if (other) {
                    onChoose.accept(value);
                }
            });
            buttons.put(value, button);
            getChildren().add(button);
        });
    }

    /// Shows which value holds.
    public void show(T value) {
        shown = value;
        group.selectToggle(buttons.get(value));
    }
}
