package dev.handlens.ui.dialogs;

import dev.handlens.ui.control.Labels;
import java.util.List;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// All keys of the window, in groups.
public final class KeysSheet extends Sheet {
    private static final double WIDTH = 860;

    /// Keys that belong together.
    ///
    /// @param title such as `Run`
    /// @param keys the keys
    public record Group(String title, List<Key> keys) {}

    /// A key and what it does.
    ///
    /// @param keys such as `Ctrl+O`
    /// @param words such as `Open a scenario`
    public record Key(String keys, String words) {}

    /// The sheet.
    public KeysSheet(List<Group> groups) {
        super("Keys", content(groups), WIDTH);
    }

    private static FlowPane content(List<Group> groups) {
        FlowPane flow = new FlowPane(28, 20);
        flow.setPrefWrapLength(WIDTH - 60);
        for (Group group : groups) {
            VBox box = new VBox(8, Labels.of(group.title(), "strong"), grid(group.keys()));
            box.setPrefWidth((WIDTH - 60 - 28) / 2);
            flow.getChildren().add(box);
        }
        return flow;
    }

    private static GridPane grid(List<Key> keys) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys");
        int row = 0;
        for (Key key : keys) {
            HBox caps = new HBox(4);
            for (String cap : key.keys().split("\\+(?=.)")) {
                caps.getChildren().add(Labels.of(cap, "key-cap"));
            }
            caps.setMinWidth(104);
            grid.addRow(row++, caps, Labels.of(key.words(), "mute"));
        }
        return grid;
    }
}
