package dev.handlens.ui.handles;

import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Hint;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Where a person says which handles to list. The wish goes out with each letter; the words of the person are never overwritten while
/// they type.
final class FilterField extends TextField {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private boolean showing;

    FilterField(Consumer<Intent> intents) {
        getStyleClass().add("filter-field");
        widthProperty().addListener((_, _, width) -> setPromptText(prompt(width.doubleValue())));
        Hint.on(this, """
                Words that a row must contain, and terms:
                type:Event   name:foo   access:write
                age>10s   state:open   site:OnRequest
                name:"two words"   type:=Event for this and nothing else   (Ctrl+F)""");
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

    /// As many of the terms as there is room for; half a term explains nothing.
    private static String prompt(double width) {
        if (width > 410) {
            return "Filter, such as type:Event name:foo access:write age>10s state:open";
        }
        if (width > 260) {
            return "Filter, such as type:Event age>10s";
        }
        return width > 150 ? "Filter: type:Event" : "Filter";
    }

    /// Shows the filter that holds.
    ///
    /// @param wrong whether a term of it has a mistake
    void show(String filter, boolean wrong) {
        pseudoClassStateChanged(WRONG, wrong);
        if (!isFocused() && !filter.equals(getText())) {
            showing = true;
            setText(filter);
            showing = false;
        }
    }
}
