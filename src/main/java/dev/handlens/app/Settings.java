package dev.handlens.app;

import dev.handlens.lens.View;
import dev.handlens.scenario.Scenario;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
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
/// @param columns what a table says of its columns, by the table's name; a table without one has the usual ones
/// @param watch how changes are watched
/// @param interval simulated ms between two polls
/// @param highlight how long changes stay coloured
/// @param showUnnamed whether handles to unnamed objects are listed
/// @param tints the colours of opened and closed
/// @param lowerPane which of the panes below the processes is in front: 0 the handles, 1 the handle table, 2 the trace
/// @param reading how the window is read
public record Settings(
        Theme theme, WindowBounds window, List<Path> recent, SortedMap<String, Double> splits, SortedMap<String, String> columns, View.Watch watch,
        long interval, View.Highlight highlight, boolean showUnnamed, Tints tints, int lowerPane, Reading reading) {
    /// How many recent files are remembered.
    public static final int RECENT_LIMIT = 12;

    /// What a person has who never chose anything. Process Explorer polls once a second and highlights for a second.
    public static final Settings DEFAULTS = new Settings(Theme.SYSTEM, null, List.of(), Collections.emptySortedMap(), Collections.emptySortedMap(),
            View.Watch.EVERY_EVENT, 1000, View.Highlight.UNTIL_NEXT_STEP, false, Tints.GREEN_RED, 0, Reading.USUAL);

    /// A window on the desktop. Whoever shows it moves it onto a screen that exists.
    ///
    /// @param x left edge, pixels
    /// @param y upper edge, pixels
    /// @param width pixels
    /// @param height pixels
    /// @param maximized whether it filled the screen
    public record WindowBounds(double x, double y, double width, double height, boolean maximized) {}

    /// How the window is read.
    ///
    /// @param size size of everything, percent, 100 to 300
    /// @param follow whether lists scroll to what a step changed
    /// @param trendsFromZero whether the trends of the pool gauges begin at zero
    public record Reading(int size, boolean follow, boolean trendsFromZero) {
        static final Reading USUAL = new Reading(100, true, false);
    }

    /// Copies what could be changed from outside.
    public Settings {
        recent = List.copyOf(recent.subList(0, Math.min(recent.size(), RECENT_LIMIT)));
        splits = Collections.unmodifiableSortedMap(new TreeMap<>(splits));
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
    }

    /// With a file at the head of the recent ones, where it stands once.
    public Settings withRecent(Path file) {
        List<Path> files = new ArrayList<>();
        files.add(file);
        recent.stream().filter(known -> !known.equals(file)).forEach(files::add);
        return new Settings(theme, window, files, splits, columns, watch, interval, highlight, showUnnamed, tints, lowerPane, reading);
    }

    /// With another theme.
    public Settings withTheme(Theme theme) {
        return new Settings(theme, window, recent, splits, columns, watch, interval, highlight, showUnnamed, tints, lowerPane, reading);
    }

    /// With the window elsewhere.
    public Settings withWindow(WindowBounds window) {
        return new Settings(theme, window, recent, splits, columns, watch, interval, highlight, showUnnamed, tints, lowerPane, reading);
    }

    /// With the dividers elsewhere.
    ///
    /// @param splits positions by name, each 0 to 1
    public Settings withSplits(SortedMap<String, Double> splits) {
        return new Settings(theme, window, recent, splits, columns, watch, interval, highlight, showUnnamed, tints, lowerPane, reading);
    }

    /// With other columns in a table.
    ///
    /// @param table name of the table
    /// @param state what the table says of its columns
    public Settings withColumns(String table, String state) {
        SortedMap<String, String> arranged = new TreeMap<>(columns);
        arranged.put(table, state);
        return new Settings(theme, window, recent, splits, arranged, watch, interval, highlight, showUnnamed, tints, lowerPane, reading);
    }

    /// With the ways of watching that a view has.
    public Settings withChoices(View view) {
        return new Settings(theme, window, recent, splits, columns, view.watch(), view.interval(), view.highlight(), view.showUnnamed(), tints,
                lowerPane, reading);
    }

    /// The ways of watching, as a scenario would say them: they hold for a scenario that says nothing itself.
    public Scenario.Opening choices() {
        return new Scenario.Opening(null, watch == View.Watch.POLLING, interval, highlight.millis(), showUnnamed);
    }

    /// With another pair of colours.
    public Settings withTints(Tints tints) {
        return new Settings(theme, window, recent, splits, columns, watch, interval, highlight, showUnnamed, tints, lowerPane, reading);
    }

    /// With another of the panes below the processes in front.
    public Settings withLowerPane(int lowerPane) {
        return new Settings(theme, window, recent, splits, columns, watch, interval, highlight, showUnnamed, tints, lowerPane, reading);
    }

    /// With another beginning of the pool gauges' trends.
    public Settings withTrendsFromZero(boolean trendsFromZero) {
        return withReading(new Reading(reading.size(), reading.follow(), trendsFromZero));
    }

    /// With everything in another size.
    ///
    /// @param size percent, 100 to 300
    public Settings withSize(int size) {
        return withReading(new Reading(size, reading.follow(), reading.trendsFromZero()));
    }

    /// With lists that scroll to what a step changed, or do not.
    public Settings withFollow(boolean follow) {
        return withReading(new Reading(reading.size(), follow, reading.trendsFromZero()));
    }

    private Settings withReading(Reading reading) {
        return new Settings(theme, window, recent, splits, columns, watch, interval, highlight, showUnnamed, tints, lowerPane, reading);
    }
}
