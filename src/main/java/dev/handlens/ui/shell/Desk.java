package dev.handlens.ui.shell;

import dev.handlens.lens.FindingsFrame;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.PaneBox;
import dev.handlens.ui.control.PaneTabs;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// The panes: three columns that read from what the scenario says over what the machine has to why, and below them the gauges and the
/// timeline, which are always there.
final class Desk extends Region {
    private static final double GAP = 10;
    private static final double GAUGE_SHARE = 0.205;
    private static final double GAUGE_LEAST = 205;
    private static final double GAUGE_MOST = 340;
    private static final double FOOT_SHARE = 0.16;
    private static final double FOOT_LEAST = 124;
    private static final double FOOT_MOST = 172;
    private static final double NARROW = 1250;
    private static final int TABLE = 1;

    private final SplitPane columns = new SplitPane();
    private final SplitPane middle = vertical();
    private final SplitPane right = vertical();
    private final PaneTabs why = new PaneTabs();
    private final Label found = Labels.of("", "remark");
    private final LowerPanes handles;
    private final List<Region> foot;
    /// Where the dividers are to stand: as remembered or dragged, or null for what suits the size of the window.
    private double[] wanted;
    private double lowerPaneAt = 0.36;
    private double columnsWidth;
    private double columnsHeight;

    Desk(ShellPanes panes) {
        getStyleClass().add("desk");
        handles = new LowerPanes(List.of((PaneBox) panes.handles().node(), (PaneBox) panes.table().node(),
                (PaneBox) panes.trace().node()));
        why.addTab("Why is it alive", panes.graph().node(), panes.graph().actions().toArray(Node[]::new));
        why.addTab("Findings", panes.findings().node(), found);
        why.setId("why");
        middle.getItems().addAll(panes.processes().node(), handles);
        right.getItems().addAll(why, panes.properties().node());
        columns.getItems().addAll(panes.walkthrough().node(), middle, right);
        least(panes.walkthrough().node(), 236, 120);
        least(middle, 430, 120);
        least(right, 264, 120);
        least(panes.processes().node(), 0, 96);
        least(handles, 0, 120);
        least(why, 0, 120);
        least(panes.properties().node(), 0, 90);
        foot = List.of((Region) panes.paged().node(), (Region) panes.nonpaged().node(), (Region) panes.timeline().node());
        getChildren().add(columns);
        getChildren().addAll(foot);
        addEventFilter(MouseEvent.MOUSE_RELEASED, this::dividerDragged);
    }

    /// Shows how many findings there are, in the tab too, for whoever looks at the graph.
    void show(FindingsFrame findings) {
        int all = findings.leaks().size() + findings.misuses().size();
        why.renameTab(1, all == 0 ? "Findings" : "Findings · " + all);
        found.setText(all == 0 ? "none found" : all + " found");
    }

    /// Shows or hides the handle list; the process list takes its place.
    void toggleLowerPane() {
        if (middle.getItems().remove(handles)) {
            return;
        }
        middle.getItems().add(handles);
        middle.setDividerPositions(lowerPaneAt);
    }

    /// Shows the picture of the handle table in the place of the handle list, or the list again.
    void toggleTable() {
        lower().choose(lower().chosen() == TABLE ? 0 : TABLE);
    }

    /// Shows the handle list: the lower pane if it is hidden, and the list in front of the panes that share its place.
    void showHandles() {
        if (!middle.getItems().contains(handles)) {
            toggleLowerPane();
        }
        handles.choose(0);
    }

    /// Returns where the columns end and the gauges begin, in pixels from the top.
    double panesBottom() {
        return columns.getLayoutY() + columns.getHeight();
    }

    /// The panes that share the lower place of the middle column.
    LowerPanes lower() {
        return handles;
    }

    /// Where the dividers stand: two between the columns, one in the middle column, one in the right column. Values from 0 to 1.
    double[] dividers() {
        double[] outer = columns.getDividerPositions();
        double[] inner = middle.getDividerPositions();
        return new double[] {outer[0], outer[1], inner.length == 0 ? lowerPaneAt : inner[0], right.getDividerPositions()[0]};
    }

    /// Puts the dividers where they were.
    void setDividers(double[] positions) {
        wanted = positions.clone();
        putDividers(wanted);
    }

    private void putDividers(double[] positions) {
        columns.setDividerPositions(positions[0], positions[1]);
        lowerPaneAt = positions[2];
        middle.setDividerPositions(positions[2]);
        right.setDividerPositions(positions[3]);
    }

    /// The tabs of the right column.
    PaneTabs why() {
        return why;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * GAP;
        double footHeight = Math.clamp(getHeight() * FOOT_SHARE, FOOT_LEAST, FOOT_MOST);
        double height = Math.max(0, getHeight() - 3 * GAP - footHeight);
        columns.resizeRelocate(GAP, GAP, width, height);
        if (width > 0 && (width != columnsWidth || height != columnsHeight)) {
            columnsWidth = width;
            columnsHeight = height;
            keepShares();
        }
        double gauge = snapSizeX(Math.clamp(width * GAUGE_SHARE, GAUGE_LEAST, GAUGE_MOST));
        double top = snapPositionY(GAP + height + GAP);
        foot.get(0).resizeRelocate(GAP, top, gauge, footHeight);
        foot.get(1).resizeRelocate(2 * GAP + gauge, top, gauge, footHeight);
        foot.get(2).resizeRelocate(3 * GAP + 2 * gauge, top, Math.max(0, width - 2 * gauge - 2 * GAP), footHeight);
    }

    /// Every pane keeps its share of the window. A split pane left to itself hands out new room evenly, which takes the proportions away
    /// when a window opens small and grows.
    private void keepShares() {
        columns.layout();
        putDividers(wanted != null ? wanted : usual());
        columns.layout();
    }

    private double[] usual() {
        return getWidth() < NARROW ? new double[] {0.222, 0.722, 0.34, 0.60} : new double[] {0.2255, 0.7135, 0.36, 0.63};
    }

    private void dividerDragged(MouseEvent event) {
        if (event.getTarget() instanceof Node node && node.getStyleClass().contains("split-pane-divider")) {
            wanted = dividers();
            lowerPaneAt = wanted[2];
        }
    }

    private static SplitPane vertical() {
        SplitPane split = new SplitPane();
        split.setOrientation(Orientation.VERTICAL);
        return split;
    }

    private static void least(Node node, double width, double height) {
        ((Region) node).setMinSize(width, height);
    }
}
