package dev.handlens.ui.shell;

import dev.handlens.lens.FindingsFrame;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.PaneBox;
import dev.handlens.ui.control.PaneTabs;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Lays out the panes: three columns that read from what the scenario says over what the machine has to why, and below them the gauges and
/// the timeline, which are always there. Between any two panes there is a divider.
final class Desk extends Region {
    private static final int TABLE = 1;
    private static final int FINDINGS = 1;

    private final PaneTabs why = new PaneTabs();
    private final Label found = Labels.of("", "remark");
    private final LowerPanes handles;
    private final Map<DeskLayout.Pane, Region> panes = new EnumMap<>(DeskLayout.Pane.class);
    private final Map<DividerPlace, Divider> dividers = new EnumMap<>(DividerPlace.class);
    /// Places of the dividers that were dragged.
    private final Map<DividerPlace, Double> dragged = new EnumMap<>(DividerPlace.class);

    Desk(ShellPanes panes) {
        getStyleClass().add("desk");
        handles = new LowerPanes(List.of((PaneBox) panes.handles().node(), (PaneBox) panes.table().node(),
                (PaneBox) panes.trace().node()));
        why.addTab("Why is it alive", panes.graph().node(), panes.graph().actions().toArray(Node[]::new));
        why.addTab("Findings", panes.findings().node(), found);
        why.setId("why");
        why.chosenProperty().addListener(_ -> requestLayout());
        this.panes.put(DeskLayout.Pane.WALKTHROUGH, (Region) panes.walkthrough().node());
        this.panes.put(DeskLayout.Pane.PROCESSES, (Region) panes.processes().node());
        this.panes.put(DeskLayout.Pane.LOWER, handles);
        this.panes.put(DeskLayout.Pane.WHY, why);
        this.panes.put(DeskLayout.Pane.PROPERTIES, (Region) panes.properties().node());
        this.panes.put(DeskLayout.Pane.PAGED, (Region) panes.paged().node());
        this.panes.put(DeskLayout.Pane.NONPAGED, (Region) panes.nonpaged().node());
        this.panes.put(DeskLayout.Pane.TIMELINE, (Region) panes.timeline().node());
        getChildren().addAll(this.panes.values());
        for (DividerPlace place : DividerPlace.values()) {
            Divider divider = new Divider(place, centre -> drag(place, centre), () -> reset(place));
            dividers.put(place, divider);
            getChildren().add(divider);
        }
    }

    /// Shows how many findings there are, in the tab too, for whoever looks at the graph.
    void show(FindingsFrame findings) {
        int all = findings.leaks().size() + findings.misuses().size();
        why.renameTab(FINDINGS, all == 0 ? "Findings" : "Findings · " + all);
        found.setText(all == 0 ? "none found" : all + " found");
    }

    /// Shows or hides the handle list; the process list takes its place.
    void toggleLowerPane() {
        if (!getChildren().remove(handles)) {
            // After the processes, as the focus goes from pane to pane.
            getChildren().add(getChildren().indexOf(panes.get(DeskLayout.Pane.PROCESSES)) + 1, handles);
        }
    }

    /// Shows the picture of the handle table in the place of the handle list, or the list again.
    void toggleTable() {
        lower().choose(lower().chosen() == TABLE ? 0 : TABLE);
    }

    /// Shows the handle list: the lower pane if it is hidden, and the list in front of the panes that share its place.
    void showHandles() {
        if (!getChildren().contains(handles)) {
            toggleLowerPane();
        }
        handles.choose(0);
    }

    /// The panes that share the lower place of the middle column.
    LowerPanes lower() {
        return handles;
    }

    /// Returns the places of the dividers that were dragged, each from 0 to 1, by [DividerPlace#key]. A divider that is not in it stands at
    /// its usual place.
    SortedMap<String, Double> dividers() {
        SortedMap<String, Double> places = new TreeMap<>();
        dragged.forEach((place, at) -> places.put(place.key(), at));
        return places;
    }

    /// Moves the dividers to where they were; those that are not named go to their usual place.
    ///
    /// @param places as [#dividers] returned them; other names are ignored
    void setDividers(Map<String, Double> places) {
        dragged.clear();
        for (DividerPlace place : DividerPlace.values()) {
            if (places.containsKey(place.key())) {
                dragged.put(place, places.get(place.key()));
            }
        }
        requestLayout();
    }

    /// Returns the upper edge of the gauges and the timeline, in pixels below the upper edge of the desk.
    double footTop() {
        return panes.get(DeskLayout.Pane.TIMELINE).getLayoutY();
    }

    /// The tabs of the right column.
    PaneTabs why() {
        return why;
    }

    private void drag(DividerPlace place, double centre) {
        dragged.put(place, layout(dragged).place(place, centre));
        // Kept as it came out: beyond what a pane needs at least, a divider stands still and comes back as soon as the pointer does.
        DeskLayout.Area area = layout(dragged).divider(place);
        double stands = place.betweenColumns() ? area.x() + area.width() / 2 : area.y() + area.height() / 2;
        dragged.put(place, layout(dragged).place(place, stands));
        requestLayout();
    }

    private void reset(DividerPlace place) {
        dragged.remove(place);
        requestLayout();
    }

    private DeskLayout layout(Map<DividerPlace, Double> places) {
        DeskLayout.Content graph = new DeskLayout.Content(getChildren().contains(handles), 0);
        DeskLayout layout = new DeskLayout(getWidth(), getHeight(), places, graph);
        if (why.chosenProperty().get() != FINDINGS) {
            return layout;
        }
        double needed = why.prefHeight(layout.area(DeskLayout.Pane.WHY).width());
        return new DeskLayout(getWidth(), getHeight(), places, new DeskLayout.Content(graph.lowerPane(), needed));
    }

    @Override
    protected void layoutChildren() {
        DeskLayout layout = layout(dragged);
        panes.forEach((pane, node) -> place(node, layout.area(pane)));
        dividers.forEach((place, divider) -> {
            divider.setVisible(layout.divider(place) != null);
            place(divider, layout.divider(place));
        });
    }

    private static void place(Node node, DeskLayout.Area area) {
        if (area != null) {
            node.resizeRelocate(area.x(), area.y(), area.width(), area.height());
        }
    }
}
