package dev.handlens.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.Node;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// A pane whose header holds tabs instead of a name, such as "Why is it alive" and "Findings". Each tab has its own right side of the
/// header.
public class PaneTabs extends PaneBox {
    private final List<PaneTab> buttons = new ArrayList<>();
    private final List<Node> contents = new ArrayList<>();
    private final List<Node[]> rights = new ArrayList<>();
    private final ToggleGroup group = new ToggleGroup();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);

    /// A pane without tabs yet.
    public PaneTabs() {
        super("");
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                showTab(group.getToggles().indexOf(now));
            }
        });
    }

    /// Adds a tab; the first one is chosen.
    ///
    /// @param name word in the header
    /// @param content what it shows
    /// @param right what stands right in the header while it is chosen
    public final void addTab(String name, Node content, Node... right) {
        PaneTab button = new PaneTab(name);
        button.setToggleGroup(group);
        buttons.add(button);
        contents.add(content);
        rights.add(right);
        HBox tabs = new HBox(16);
        tabs.getChildren().setAll(buttons);
        replaceTitle(List.of(tabs));
        if (buttons.size() == 1) {
            choose(0);
        }
    }

    /// Renames a tab, such as to carry a count.
    public final void renameTab(int index, String name) {
        buttons.get(index).setText(name);
    }

    /// Chooses a tab.
    ///
    /// @param index place of the tab, from 0
    public final void choose(int index) {
        group.selectToggle(buttons.get(index));
    }

    /// Which tab is chosen.
    public final ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    private void showTab(int index) {
        chosen.set(index);
        setContent(contents.get(index));
        setRight(rights.get(index));
    }
}
