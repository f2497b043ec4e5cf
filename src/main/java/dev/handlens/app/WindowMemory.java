package dev.handlens.app;

import dev.handlens.ui.shell.Shell;
import dev.handlens.ui.shell.WindowPanes;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Puts the window back as it was when it was last closed, and remembers how it is.
final class WindowMemory {
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 600;
    private static final String HANDLES = "handles";
    private static final String PROCESSES = "processes";
    /// Names of the dividers in settings of earlier versions, which wrote all four whether they were dragged or not; the name of today; and
    /// where they stood undragged, in a wide and in a narrow window.
    private static final List<EarlierDivider> EARLIER_DIVIDERS = List.of(
            new EarlierDivider("divider0", "walkthrough", 0.2255, 0.222), new EarlierDivider("divider1", "rightColumn", 0.7135, 0.722),
            new EarlierDivider("divider2", "processes", 0.36, 0.34), new EarlierDivider("divider3", "graph", 0.63, 0.60));
    /// How far an undragged divider of an earlier version stood from its place, for panes have least sizes.
    private static final double USUAL_WITHIN = 0.01;

    private final Stage stage;
    private final Shell shell;
    private final WindowPanes panes;
    private final SettingsKeeper keeper;

    WindowMemory(Stage stage, Shell shell, WindowPanes panes, SettingsKeeper keeper) {
        this.stage = stage;
        this.shell = shell;
        this.panes = panes;
        this.keeper = keeper;
    }

    void restore() {
        Settings settings = keeper.settings();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        place(settings.window() == null ? WindowPlace.first(screen) : WindowPlace.onto(screenOf(settings.window()), settings.window()));
        shell.setDividers(dividers(settings.splits()));
        if (settings.columns().containsKey(HANDLES)) {
            panes.handles().restoreColumns(settings.columns().get(HANDLES));
        }
        if (settings.columns().containsKey(PROCESSES)) {
            panes.processes().restoreColumns(settings.columns().get(PROCESSES));
        }
        panes.handles().setOnColumnsArranged(state -> keeper.change(now -> now.withColumns(HANDLES, state)));
        panes.processes().setOnColumnsArranged(state -> keeper.change(now -> now.withColumns(PROCESSES, state)));
        shell.showLowerPane(settings.lowerPane());
        shell.setOnLowerPane(() -> keeper.change(now -> now.withLowerPane(shell.lowerPane())));
        panes.setTrendsFromZero(settings.reading().trendsFromZero());
        panes.setOnTrendsFromZero(fromZero -> keeper.change(now -> now.withTrendsFromZero(fromZero)));
        stage.setOnHiding(_ -> remember());
    }

    private record EarlierDivider(String name, String today, double wide, double narrow) {
        boolean isDragged(double place) {
            return Math.abs(place - wide) > USUAL_WITHIN && Math.abs(place - narrow) > USUAL_WITHIN;
        }
    }

    /// Returns the places of dividers by the names of today.
    ///
    /// @param splits what the settings say, of this version or an earlier one
    static SortedMap<String, Double> dividers(SortedMap<String, Double> splits) {
        SortedMap<String, Double> places = new TreeMap<>(splits);
        for (EarlierDivider earlier : EARLIER_DIVIDERS) {
            Double place = places.remove(earlier.name());
            if (place != null && earlier.isDragged(place)) {
                places.putIfAbsent(earlier.today(), place);
            }
        }
        return places;
    }

    private static Rectangle2D screenOf(Settings.WindowBounds bounds) {
        return Screen.getScreensForRectangle(bounds.x(), bounds.y(), bounds.width(), bounds.height()).stream()
                .findFirst().orElse(Screen.getPrimary()).getVisualBounds();
    }

    private void place(Settings.WindowBounds bounds) {
        stage.setX(bounds.x());
        stage.setY(bounds.y());
        stage.setWidth(bounds.width());
        stage.setHeight(bounds.height());
        stage.setMaximized(bounds.maximized());
    }

    private void remember() {
        Settings.WindowBounds bounds =
                new Settings.WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
        keeper.change(now -> now.withWindow(bounds).withSplits(shell.dividers()));
        keeper.save();
    }
}
