package dev.handlens.ui.properties;

import dev.handlens.lens.PropertiesFrame.Holder;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.control.Icons;
import dev.handlens.ui.control.Labels;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.javafx.FontIcon;

/// Someone who holds the object; a click, Enter or Space marks the holder everywhere.
final class HolderRow extends HBox {
    private static final int ICON_SIZE = 14;

    HolderRow(Holder holder, Consumer<Intent> intents) {
        getStyleClass().addAll("holder", holder.handle() ? "by-handle" : "by-pointer");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label detail = Labels.of(holder.detail(), "mute", "holder-detail");
        FontIcon icon = Icons.of(holder.handle() ? FluentUiRegularAL.KEY_20 : FluentUiRegularAL.LINK_16, ICON_SIZE);
        getChildren().addAll(icon, whoIs(holder), gap, detail);
        String kind = holder.handle() ? "Handle " : "Pointer reference ";
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(kind + holder.who() + " " + holder.detail());
        Hint.on(this, kind + holder.who() + (holder.detail().isEmpty() ? "" : "\n" + holder.detail()));
        if (holder.selection() != null) {
            getStyleClass().add("selectable");
            setFocusTraversable(true);
            Intent select = new Intent.Select(holder.selection());
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY) {
                    intents.accept(select);
                }
            });
            setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                    intents.accept(select);
                    event.consume();
                }
            });
        }
    }

    /// `fred.exe 0x18`: the name in words, the handle value in the typeface of values.
    private static HBox whoIs(Holder holder) {
        int space = holder.who().lastIndexOf(' ');
        boolean value = holder.handle() && space > 0;
        HBox who = new HBox(5, Labels.of(value ? holder.who().substring(0, space) : holder.who()));
        if (value) {
            who.getChildren().add(Labels.of(holder.who().substring(space + 1), "mono"));
        }
        who.setMinWidth(USE_PREF_SIZE);
        who.getStyleClass().add("who");
        return who;
    }
}
