package dev.handlens.ui.dialogs;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/// Where sheets are shown: over the window, on a veil. A click beside the sheet closes it, and so does Escape, which
/// the window listens for. At most one is open.
public final class SheetHost extends StackPane {
    private Sheet open;
    private Node focusBefore;

    /// A host without a sheet; it lets everything through to the window below.
    public SheetHost() {
        getStyleClass().add("veil");
        setVisible(false);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
    }

    /// Shows a sheet in place of the one that is open.
    public void show(Sheet sheet) {
        if (open == null && getScene() != null) {
            focusBefore = getScene().getFocusOwner();
        }
        open = sheet;
        sheet.setOnClose(this::close);
        sheet.setFocusTraversable(true);
        getChildren().setAll(sheet);
        setVisible(true);
        sheet.firstFocus().requestFocus();
    }

    /// Takes the open sheet away, if there is one, and gives the keys back to where they were.
    public void close() {
        open = null;
        getChildren().clear();
        setVisible(false);
        if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
    }

    /// The sheet that is open.
    public Optional<Sheet> open() {
        return Optional.ofNullable(open);
    }
}
