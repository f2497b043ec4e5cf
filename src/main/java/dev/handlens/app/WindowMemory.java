package dev.handlens.app;

import dev.handlens.ui.shell.Shell;
import dev.handlens.ui.shell.WindowPanes;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Puts the window back as it was when it was last closed, and remembers how it is.
final class WindowMemory {
    private static final double USUAL_WIDTH = 1440;
    private static final double USUAL_HEIGHT = 900;
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 600;
    private static final String HANDLES = "handles";
    private static final String PROCESSES = "processes";
    private static final String DIVIDER = "divider";

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
        stage.setWidth(Math.min(USUAL_WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(USUAL_HEIGHT, screen.getHeight()));
        if (settings.window() != null) {
            place(settings.window());
        }
        if (!settings.splits().isEmpty()) {
            shell.setDividers(settings.splits().values().stream().mapToDouble(Double::doubleValue).toArray());
        }
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
        panes.setTrendsFromZero(settings.trendsFromZero());
        panes.setOnTrendsFromZero(fromZero -> keeper.change(now -> now.withTrendsFromZero(fromZero)));
        stage.setOnHiding(_ -> remember());
    }

    /// Puts the window where it was, moved onto a screen that exists.
    private void place(Settings.WindowBounds bounds) {
        Rectangle2D screen = Screen.getScreensForRectangle(bounds.x(), bounds.y(), bounds.width(), bounds.height()).stream()
                .findFirst().orElse(Screen.getPrimary()).getVisualBounds();
        double width = Math.min(bounds.width(), screen.getWidth());
        double height = Math.min(bounds.height(), screen.getHeight());
        stage.setWidth(width);
        stage.setHeight(height);
        stage.setX(Math.clamp(bounds.x(), screen.getMinX(), screen.getMaxX() - width));
        stage.setY(Math.clamp(bounds.y(), screen.getMinY(), screen.getMaxY() - height));
        stage.setMaximized(bounds.maximized());
    }

    private void remember() {
        SortedMap<String, Double> splits = new TreeMap<>();
        double[] dividers = shell.dividers();
        for (int i = 0; i < dividers.length; i++) {
            splits.put(DIVIDER + i, dividers[i]);
        }
        Settings.WindowBounds bounds =
                new Settings.WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
        keeper.change(now -> now.withWindow(bounds).withSplits(splits));
        keeper.save();
    }
}
