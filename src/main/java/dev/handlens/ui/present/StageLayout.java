package dev.handlens.ui.present;

import dev.handlens.lens.Frame;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.Numbers;
import dev.handlens.ui.control.RowTable;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Presentation: the walkthrough left, the handle list and one more pane right, the title of the scenario above, the chapters below.
/// Which pane goes with the handle list follows the step, see [Companion]. Within a chapter a pane stays until a step calls for another
/// one, so that steps in a row do not make the panes jump.
public final class StageLayout extends Region {
    /// The smallest size at which nothing overlaps, px before scaling.
    public static final double MIN_WIDTH = 560;
    public static final double MIN_HEIGHT = 310;

    private static final double TOP = 38;
    private static final double SIDE = 11;
    private static final double GAP = 10;
    private static final double TEXT_SHARE = 0.36;
    /// Most of the right column that a list takes when it shares it with something that needs no more than is left.
    private static final double LIST_SHARE = 0.52;
    private static final double EVEN_SHARE = 0.48;
    private static final double PROCESS_SHARE = 0.42;
    private static final double POOL_HEIGHT = 150;
    /// Footer and borders of the handle list.
    private static final double AROUND_ROWS = 35;
    private static final double BORDERS = 1;

    private final Region walkthrough;
    private final Region handles;
    private final Map<Companion, Region> companions;
    private final ChapterDots dots;
    private final Label title = Labels.of("", "strong", "stage-title");
    private final Label place = Labels.of("", "mute", "stage-place");
    private final Label stop = Labels.chip("", "closed");
    private Companion companion = Companion.GRAPH;
    private int chapter = -1;
    private int handleRows;
    private int processRows;

    /// The layout of these panes.
    ///
    /// @param intents receives `SeekTo` from the dots
    public StageLayout(Region walkthrough, Region handles, Map<Companion, Region> companions, Consumer<Intent> intents) {
        this.walkthrough = walkthrough;
        this.handles = handles;
        this.companions = companions;
        dots = new ChapterDots(intents);
        getStyleClass().add("stage");
        title.setMinWidth(0);
        place.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(title, stop, place, walkthrough, handles, dots);
        getChildren().addAll(companions.values());
        companions.values().forEach(pane -> pane.setVisible(false));
    }

    /// Chooses the pane beside the handle list, and shows the place in the scenario. The panes are shown the frame by their owner.
    public void show(Frame frame) {
        Companion wanted = Companion.of(frame);
        if (frame.step().chapter() != chapter || wanted != Companion.GRAPH) {
            companion = wanted;
        }
        chapter = frame.step().chapter();
        companions.forEach((key, pane) -> pane.setVisible(key == companion));
        title.setText(frame.title());
        place.setText("step " + Numbers.count(frame.step().position()) + " · " + (chapter + 1) + " of " + frame.step().chapters().size());
        stop.setText(frame.status().bugCheck());
        stop.setVisible(!frame.status().bugCheck().isEmpty());
        handleRows = frame.handles().rows().size();
        processRows = frame.processes().rows().size();
        dots.show(frame.step());
        requestLayout();
    }

    /// Returns the pane that is shown beside the handle list.
    public Companion companion() {
        return companion;
    }

    /// Chooses the pane afresh at the next frame, whatever was shown before.
    public void forget() {
        chapter = -1;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight() - TOP - ChapterDots.HEIGHT;
        double placeWidth = place.prefWidth(-1);
        double stopWidth = stop.isVisible() ? stop.prefWidth(-1) : 0;
        place(place, width - SIDE - 6 - placeWidth, placeWidth);
        place(stop, width - SIDE - 6 - placeWidth - GAP - stopWidth, stopWidth);
        double titleRoom = width - 2 * SIDE - 12 - placeWidth - stopWidth - 2 * GAP;
        place(title, SIDE + 6, Math.max(0, Math.min(title.prefWidth(-1), titleRoom)));
        double left = snapSizeX((width - 2 * SIDE - GAP) * TEXT_SHARE);
        walkthrough.resizeRelocate(SIDE, TOP, left, height);
        layoutRight(SIDE + left + GAP, width - 2 * SIDE - GAP - left, height);
        dots.resizeRelocate(0, TOP + height, width, ChapterDots.HEIGHT);
    }

    private void place(Label label, double x, double width) {
        double height = label.prefHeight(-1);
        label.resizeRelocate(snapPositionX(x), snapPositionY((TOP - height) / 2), Math.ceil(width), height);
    }

    private void layoutRight(double x, double width, double height) {
        double room = height - GAP;
        Region other = companions.get(companion);
        double rowsOfHandles = listHeight(Math.max(2, handleRows));
        boolean above = companion == Companion.PROCESSES;
        double handlesHeight = Math.floor(switch (companion) {
            case PROCESSES -> room - processHeight(room * PROCESS_SHARE);
            case GRAPH -> Math.min(rowsOfHandles, wholeRows(room * LIST_SHARE));
            case FINDINGS, TABLE, TRACE -> Math.min(rowsOfHandles, wholeRows(room * EVEN_SHARE));
            case POOL -> Math.min(rowsOfHandles, wholeRows(room - POOL_HEIGHT));
        });
        double otherHeight = room - handlesHeight;
        handles.resizeRelocate(x, above ? TOP + otherHeight + GAP : TOP, width, handlesHeight);
        other.resizeRelocate(x, above ? TOP : TOP + handlesHeight + GAP, width, otherHeight);
    }

    private static double listHeight(int rows) {
        return RowTable.HEADER_HEIGHT + rows * RowTable.ROW_HEIGHT + AROUND_ROWS;
    }

    /// Returns the height of the handle list with as many whole rows as there is room for.
    private static double wholeRows(double room) {
        return listHeight(Math.max(1, (int) ((room - listHeight(0)) / RowTable.ROW_HEIGHT)));
    }

    private double processHeight(double room) {
        int rows = Math.clamp((int) ((room - RowTable.HEADER_HEIGHT - BORDERS) / RowTable.ROW_HEIGHT), 2, Math.max(2, processRows));
        return RowTable.HEADER_HEIGHT + rows * RowTable.ROW_HEIGHT + BORDERS;
    }
}
