package dev.handlens.ui.handles;

import dev.handlens.ui.Intent;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Where a person says which handles to list. The wish goes out with each letter; the words of the person are never overwritten while
/// they type.
final class FilterField extends TextField {
    private boolean showing;

    FilterField(Consumer<Intent> intents) {
        getStyleClass().add("filter-field");
        setPromptText("Filter: type:Event  name:foo  access:write  age>10s  state:open");
        setTooltip(new Tooltip("""
                Words that a row must contain, and terms:
                type:Event   name:foo   access:write
                age>10s   state:open   (Ctrl+F)"""));
        setAccessibleText("Filter of the handle list");
        textProperty().addListener((_, _, text) -> {
            if (!showing) {
                intents.accept(new Intent.SetFilter(text));
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                event.consume();
            }
        });
    }

    void show(String filter) {
        if (!isFocused() && !filter.equals(getText())) {
            showing = true;
            setText(filter);
            showing = false;
        }
    }
}
