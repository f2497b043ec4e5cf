package dev.handlens.ui.dialogs;

import dev.handlens.ui.control.Labels;
import java.util.List;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// All keys of the window, in groups.
public final class KeysSheet extends Sheet {
    private static final double WIDTH = 860;
    private static final double GAP = 20;

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

    private static HBox content(List<Group> groups) {
        VBox left = new VBox(GAP);
        VBox right = new VBox(GAP);
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            VBox box = new VBox(8, Labels.of(group.title(), "strong"), grid(group.keys()));
            box.setPrefWidth((WIDTH - 60 - 28) / 2);
            (i % 2 == 0 ? left : right).getChildren().add(box);
        }
        return new HBox(28, left, right);
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
