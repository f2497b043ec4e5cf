package dev.handlens.ui.shell;

import dev.handlens.ui.control.PaneBox;
import dev.handlens.ui.control.PaneTab;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// The lower pane of the middle column: one of several, with the names of all of them as tabs in the header of whichever is there.
final class LowerPanes extends StackPane {
    private static final double TAB_GAP = 16;

    private final List<PaneBox> panes;
    private Runnable onChosen = () -> {};

    /// @param panes the first is there from the start
    LowerPanes(List<PaneBox> panes) {
        this.panes = panes;
        setMinSize(0, 0);
        List<String> names = panes.stream().map(pane -> pane.title().getText()).toList();
        for (PaneBox pane : panes) {
            pane.replaceTitle(List.of(tabs(pane, names)));
        }
        getChildren().setAll(panes.getFirst());
    }

    private HBox tabs(PaneBox of, List<String> names) {
        List<PaneTab> buttons = new ArrayList<>();
        for (PaneBox pane : panes) {
            PaneTab button = new PaneTab(names.get(panes.indexOf(pane)));
            button.setSelected(pane == of);
            button.setOnAction(_ -> {
                button.setSelected(pane == of);
                choose(panes.indexOf(pane));
            });
            buttons.add(button);
        }
        HBox tabs = new HBox(TAB_GAP);
        tabs.getChildren().setAll(buttons);
        return tabs;
    }

    /// Brings a pane to the front.
    ///
    /// @param place its place among the tabs
    void choose(int place) {
        if (place != chosen()) {
            getChildren().setAll(panes.get(place));
            onChosen.run();
        }
    }

    /// Place of the pane that is in front.
    int chosen() {
        return panes.indexOf((PaneBox) getChildren().getFirst());
    }

    /// @param listener told when another pane is in front
    void setOnChosen(Runnable listener) {
        onChosen = listener;
    }
}
