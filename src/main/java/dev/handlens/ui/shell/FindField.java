package dev.handlens.ui.shell;

import dev.handlens.ui.control.Hint;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Where a person writes the value of a handle to go to it. In a narrow window it is there only while it is used.
final class FindField extends TextField {
    private static final double WIDTH = 190;
    private boolean room = true;

    /// @param finder goes to the handle with the value that a person wrote
    FindField(Consumer<String> finder) {
        setId("find");
        getStyleClass().add("find-field");
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        setPromptText("Find handle  Ctrl+Shift+F");
        Hint.on(this, "The value of a handle, such as 0x3FFFFFC; Enter goes to it");
        setAccessibleText("Find a handle by its value");
        setOnAction(_ -> {
            if (!getText().isBlank()) {
                finder.accept(getText());
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                event.consume();
            }
        });
        focusedProperty().addListener(_ -> show());
    }

    /// Says whether there is room for it when nobody uses it.
    void fit(boolean hasRoom) {
        if (room != hasRoom) {
            room = hasRoom;
            show();
        }
    }

    void open() {
        setVisible(true);
        setManaged(true);
        requestFocus();
        selectAll();
    }

    private void show() {
        setVisible(room || isFocused());
        setManaged(isVisible());
    }
}
