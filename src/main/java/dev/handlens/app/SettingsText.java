package dev.handlens.app;

import dev.handlens.lens.View;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Settings as the text of a properties file. Each value stands for itself: one that cannot be read falls back to its default and leaves
/// the others alone, and a key of a later version is passed over.
final class SettingsText {
    private static final String SPLIT = "split.";
    private static final String COLUMNS = "columns.";
    private static final String EVER = "ever";
    private static final String STEP = "step";

    private final Properties properties;
    private final List<String> unreadable = new ArrayList<>();

    private SettingsText(Properties properties) {
        this.properties = properties;
    }

    /// Settings read from text.
    ///
    /// @param settings what could be read, defaults for the rest
    /// @param unreadable keys whose value is no good
    record Parsed(Settings settings, List<String> unreadable) {}

    /// Returns whether text has settings in it, or nothing at all. Other text may contain a word or two that look like settings; most of what
    /// a settings file contains is known here, except for what a later version wrote.
    ///
    /// @throws IllegalArgumentException when the text is no properties file at all
    static boolean isSettings(String text) {
        Set<String> known = load(format(Settings.DEFAULTS)).stringPropertyNames();
        Set<String> keys = load(text).stringPropertyNames();
        long settings = keys.stream().filter(key -> known.contains(key) || key.equals("window") || key.startsWith(SPLIT) || key.startsWith(COLUMNS))
                .count();
        return text.isBlank() || settings > 0 && settings * 2 >= keys.size();
    }

    private static Properties load(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return properties;
    }

    /// Reads settings.
    ///
    /// @throws IllegalArgumentException when the text is no properties file at all
    static Parsed parse(String text) {
        SettingsText reader = new SettingsText(load(text));
        Settings usual = Settings.DEFAULTS;
        Settings settings = new Settings(
                reader.value("theme", usual.theme(), value -> constant(Theme.class, value)),
                reader.value("window", usual.window(), SettingsText::bounds),
                reader.value("recent", usual.recent(), value -> value.lines().filter(line -> !line.isBlank()).map(Path::of).toList()),
                reader.splits(),
                reader.columns(),
                reader.value("watch", usual.watch(), value -> constant(View.Watch.class, value)),
                reader.value("interval", usual.interval(), value -> within(Long.parseLong(value), 1, 3_600_000)),
                reader.value("highlight", usual.highlight(), SettingsText::highlight),
                reader.value("showUnnamed", usual.showUnnamed(), SettingsText::flag),
                reader.value("tints", usual.tints(), value -> constant(Tints.class, value)),
                reader.value("lowerPane", usual.lowerPane(), value -> (int) within(Long.parseLong(value), 0, 2)),
                new Settings.Reading(
                        reader.value("size", usual.reading().size(), value -> (int) within(Long.parseLong(value), 100, 300)),
                        reader.value("follow", usual.reading().follow(), SettingsText::flag),
                        reader.value("trendsFromZero", usual.reading().trendsFromZero(), SettingsText::flag)));
        return new Parsed(settings, List.copyOf(reader.unreadable));
    }

    /// Writes settings, keys in order, so that two equal settings are equal text.
    static String format(Settings settings) {
        Properties properties = new Properties();
        properties.setProperty("theme", lower(settings.theme()));
        if (settings.window() != null) {
            Settings.WindowBounds window = settings.window();
            properties.setProperty("window", "%s %s %s %s %s"
                    .formatted(window.x(), window.y(), window.width(), window.height(), window.maximized()));
        }
        properties.setProperty("recent", settings.recent().stream().map(Path::toString).collect(Collectors.joining("\n")));
        settings.splits().forEach((name, position) -> properties.setProperty(SPLIT + name, Double.toString(position)));
        settings.columns().forEach((table, state) -> properties.setProperty(COLUMNS + table, state));
        properties.setProperty("watch", lower(settings.watch()));
        properties.setProperty("interval", Long.toString(settings.interval()));
        properties.setProperty("highlight", highlightText(settings.highlight()));
        properties.setProperty("showUnnamed", Boolean.toString(settings.showUnnamed()));
        properties.setProperty("tints", lower(settings.tints()));
        properties.setProperty("lowerPane", Integer.toString(settings.lowerPane()));
        properties.setProperty("size", Integer.toString(settings.reading().size()));
        properties.setProperty("follow", Boolean.toString(settings.reading().follow()));
        properties.setProperty("trendsFromZero", Boolean.toString(settings.reading().trendsFromZero()));
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        // The first line is the date of writing, which would make two equal settings differ.
        return text.toString().lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n", "", "\n"));
    }

    private <T> T value(String key, T usual, Function<String, T> reading) {
        String text = properties.getProperty(key);
        if (text == null) {
            return usual;
        }
        try {
            return reading.apply(text.strip());
        } catch (IllegalArgumentException bad) {
            unreadable.add(key);
            return usual;
        }
    }

    private SortedMap<String, Double> splits() {
        SortedMap<String, Double> splits = new TreeMap<>();
        for (String key : properties.stringPropertyNames().stream().filter(name -> name.startsWith(SPLIT)).sorted().toList()) {
            Double position = value(key, null, text -> within(Double.parseDouble(text), 0, 1));
            if (position != null) {
                splits.put(key.substring(SPLIT.length()), position);
            }
        }
        return splits;
    }

    /// A table reads its own state and passes over what it does not know, so it is kept as it stands.
    private SortedMap<String, String> columns() {
        SortedMap<String, String> columns = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(COLUMNS)) {
                columns.put(key.substring(COLUMNS.length()), properties.getProperty(key));
            }
        }
        return columns;
    }

    private static Settings.WindowBounds bounds(String text) {
        String[] parts = text.split("\\s+");
        if (parts.length != 5) {
            throw new IllegalArgumentException(text);
        }
        return new Settings.WindowBounds(coordinate(parts[0]), coordinate(parts[1]), within(coordinate(parts[2]), 1, 100_000),
                within(coordinate(parts[3]), 1, 100_000), flag(parts[4]));
    }

    private static double coordinate(String text) {
        return within(Double.parseDouble(text), -100_000, 100_000);
    }

    private static View.Highlight highlight(String text) {
        return switch (text) {
            case STEP -> View.Highlight.UNTIL_NEXT_STEP;
            case EVER -> View.Highlight.FOR_EVER;
            default -> new View.Highlight(within(Long.parseLong(text), 1, 3_600_000));
        };
    }

    private static String highlightText(View.Highlight highlight) {
        if (highlight.equals(View.Highlight.FOR_EVER)) {
            return EVER;
        }
        return highlight.equals(View.Highlight.UNTIL_NEXT_STEP) ? STEP : Long.toString(highlight.millis());
    }

    /// Not `Boolean.parseBoolean`, which takes every mistake for `false`.
    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static long within(long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(Long.toString(value));
        }
        return value;
    }

    /// Refuses NaN as well, which is neither below nor above anything.
    private static double within(double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(Double.toString(value));
        }
        return value;
    }
}
