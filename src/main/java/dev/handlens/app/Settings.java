package dev.handlens.app;

import dev.handlens.lens.HandleField;
import dev.handlens.lens.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What Handlens remembers about a person from one start to the next. Never about a scenario: a scenario cannot change it.
///
/// @param theme colours
/// @param window where the window was, or null when it has never been placed
/// @param recent scenario files opened, the latest first, at most [#RECENT_LIMIT]
/// @param splits divider positions by the name of their split pane, each 0 to 1
/// @param columns columns of the handle list, in their order; empty for the usual ones
/// @param watch how changes are watched
/// @param interval simulated ms between two polls
/// @param highlight how long changes stay coloured
/// @param showUnnamed whether handles to unnamed objects are listed
/// @param palette the colours of opened and closed
public record Settings(
        Theme theme, WindowBounds window, List<Path> recent, SortedMap<String, Double> splits, List<Column> columns, View.Watch watch,
        long interval, View.Highlight highlight, boolean showUnnamed, Palette palette) {
    /// How many recent files are remembered.
    public static final int RECENT_LIMIT = 12;

    /// What a person has who never chose anything. Process Explorer polls once a second and highlights for a second.
    public static final Settings DEFAULTS = new Settings(Theme.SYSTEM, null, List.of(), Collections.emptySortedMap(), List.of(),
            View.Watch.EVERY_EVENT, 1000, View.Highlight.UNTIL_NEXT_STEP, false, Palette.GREEN_RED);

    /// A window on the desktop. Whoever shows it moves it onto a screen that exists.
    ///
    /// @param x left edge, pixels
    /// @param y upper edge, pixels
    /// @param width pixels
    /// @param height pixels
    /// @param maximized whether it filled the screen
    public record WindowBounds(double x, double y, double width, double height, boolean maximized) {}

    /// A column of the handle list.
    ///
    /// @param field what it is about
    /// @param width pixels
    public record Column(HandleField field, double width) {}

    /// Copies what could be changed from outside.
    public Settings {
        recent = List.copyOf(recent.subList(0, Math.min(recent.size(), RECENT_LIMIT)));
        splits = Collections.unmodifiableSortedMap(new TreeMap<>(splits));
        columns = List.copyOf(columns);
    }

    /// With a file at the head of the recent ones, where it stands once.
    public Settings withRecent(Path file) {
        List<Path> files = new ArrayList<>();
        files.add(file);
        recent.stream().filter(known -> !known.equals(file)).forEach(files::add);
        return new Settings(theme, window, files, splits, columns, watch, interval, highlight, showUnnamed, palette);
    }

    /// With another theme.
    public Settings withTheme(Theme theme) {
        return new Settings(theme, window, recent, splits, columns, watch, interval, highlight, showUnnamed, palette);
    }

    /// With the window elsewhere.
    public Settings withWindow(WindowBounds window) {
        return new Settings(theme, window, recent, splits, columns, watch, interval, highlight, showUnnamed, palette);
    }

    /// With a divider elsewhere.
    ///
    /// @param name name of the split pane
    /// @param position 0 to 1
    public Settings withSplit(String name, double position) {
        SortedMap<String, Double> moved = new TreeMap<>(splits);
        moved.put(name, position);
        return new Settings(theme, window, recent, moved, columns, watch, interval, highlight, showUnnamed, palette);
    }

    /// With other columns.
    public Settings withColumns(List<Column> columns) {
        return new Settings(theme, window, recent, splits, columns, watch, interval, highlight, showUnnamed, palette);
    }

    /// With another way of watching.
    public Settings withWatch(View.Watch watch, long interval) {
        return new Settings(theme, window, recent, splits, columns, watch, interval, highlight, showUnnamed, palette);
    }

    /// With changes coloured for another time.
    public Settings withHighlight(View.Highlight highlight) {
        return new Settings(theme, window, recent, splits, columns, watch, interval, highlight, showUnnamed, palette);
    }

    /// With handles to unnamed objects listed or not.
    public Settings withShowUnnamed(boolean showUnnamed) {
        return new Settings(theme, window, recent, splits, columns, watch, interval, highlight, showUnnamed, palette);
    }

    /// With another pair of colours.
    public Settings withPalette(Palette palette) {
        return new Settings(theme, window, recent, splits, columns, watch, interval, highlight, showUnnamed, palette);
    }
}
