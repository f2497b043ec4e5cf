package dev.handlens.ui.dialogs;

import dev.handlens.ui.control.Icons;
import dev.handlens.ui.control.Labels;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;

/// A card with a title, a content that scrolls when it is tall, and buttons. [SheetHost] shows it.
public class Sheet extends VBox {
    private final HBox buttons = new HBox();
    private Runnable onClose = () -> {};

    /// A sheet.
    ///
    /// @param title what stands on top
    /// @param content what it says
    /// @param width width of the card
    public Sheet(String title, Region content, double width) {
        getStyleClass().add("sheet");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = Icons.button(FluentUiRegularAL.DISMISS_20, 16, "Close (Esc)", this::close);
        close.getStyleClass().add("sheet-close");
        HBox head = new HBox(Labels.of(title, "sheet-title"), gap, close);
        head.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        scroll.getStyleClass().add("sheet-scroll");
        VBox.setVgrow(scroll, Priority.SOMETIMES);
        buttons.getStyleClass().add("sheet-buttons");
        getChildren().addAll(head, scroll);
        setMaxWidth(width);
        setPrefWidth(width);
        setMaxHeight(USE_PREF_SIZE);
    }

    /// Adds a button at the foot.
    ///
    /// @param primary whether it is the one that Enter presses
    /// @param action done after the sheet is closed
    public final void addButton(String words, boolean primary, Runnable action) {
        Button button = new Button(words);
        if (primary) {
            button.getStyleClass().add("primary");
            button.setDefaultButton(true);
        }
        button.setOnAction(_ -> {
            close();
            action.run();
        });
        buttons.getChildren().add(button);
        if (!getChildren().contains(buttons)) {
            getChildren().add(buttons);
        }
    }

    /// Takes the sheet away.
    public final void close() {
        onClose.run();
    }

    final void setOnClose(Runnable action) {
        onClose = action;
    }

    /// The node that takes the keys when the sheet opens.
    final Node firstFocus() {
        return buttons.getChildren().isEmpty() ? this : buttons.getChildren().getLast();
    }
}
