package dev.handlens.ui.properties;

import dev.handlens.lens.PropertiesFrame.Holder;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Labels;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.javafx.FontIcon;

/// Someone who holds the object; a click marks the holder everywhere.
final class HolderRow extends Button {
    private static final int ICON_SIZE = 14;

    HolderRow(Holder holder, Consumer<Intent> intents) {
        getStyleClass().setAll("holder", holder.handle() ? "by-handle" : "by-pointer");
        FontIcon icon = new FontIcon(holder.handle() ? FluentUiRegularAL.KEY_20 : FluentUiRegularAL.LINK_16);
        icon.setIconSize(ICON_SIZE);
        HBox who = whoIs(holder);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label detail = Labels.of(holder.detail(), "mute", "holder-detail");
        HBox row = new HBox(icon, who, gap, detail);
        row.getStyleClass().add("holder-row");
        setGraphic(row);
        setMaxWidth(Double.MAX_VALUE);
        // The graphic of a button is only as wide as it wants to be; the detail is to stand at the right edge.
        row.prefWidthProperty().bind(widthProperty());
        String kind = holder.handle() ? "Handle " : "Pointer reference ";
        setAccessibleText(kind + holder.who() + " " + holder.detail());
        setTooltip(new Tooltip(kind + holder.who() + (holder.detail().isEmpty() ? "" : "\n" + holder.detail())));
        setDisable(holder.selection() == null);
        setOnAction(_ -> intents.accept(new Intent.Select(holder.selection())));
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
