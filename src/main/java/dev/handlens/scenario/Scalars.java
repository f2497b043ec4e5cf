package dev.handlens.scenario;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What single values of a scenario file mean: numbers, times, sizes, truth.
final class Scalars {
    /// What YAML 1.2 (core schema) takes a value for.
    enum Kind { NOTHING, TRUTH, WHOLE, DECIMAL, TEXT }

    /// A time: `20ms`, `2s`, `1min`, `1h`, or a bare number of ms.
    static final String DURATION = "[0-9]{1,9}(ms|s|min|h)";
    /// A size: `64KB`, `360MB`, `2GB`, or a bare number of bytes.
    static final String SIZE = "[0-9]{1,9}(KB|MB|GB)";

    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern DECIMAL = Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("([0-9]+)(ms|s|min|h|KB|MB|GB|)");
    private Scalars() {}

    static Kind kind(YamlNode.Text text) {
        if (text.isNothing()) {
            return Kind.NOTHING;
        }
        return text.plain() ? kindOfPlain(text.value()) : Kind.TEXT;
    }

    /// What YAML takes unquoted text for.
    static Kind kindOfPlain(String text) {
        if (TRUTH.matcher(text).matches()) {
            return Kind.TRUTH;
        }
        if (WHOLE.matcher(text).matches()) {
            return Kind.WHOLE;
        }
        return DECIMAL.matcher(text).matches() ? Kind.DECIMAL : Kind.TEXT;
    }

    /// A whole number, decimal, hexadecimal (all 64 bits) or octal.
    ///
    /// @throws NumberFormatException when it has more than 64 bits
    static long whole(String text) {
        if (text.startsWith("0x")) {
            return Long.parseUnsignedLong(text.substring(2), 16);
        }
        return text.startsWith("0o") ? Long.parseUnsignedLong(text.substring(2), 8) : Long.parseLong(text);
    }

    /// A time in ms, or a size in bytes: a number that `DURATION` or `SIZE` allow, or a bare one.
    static long amount(String text) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text);
        if (matcher.matches()) {
            return Long.parseLong(matcher.group(1)) * unit(matcher.group(2));
        }
        return whole(text);
    }

    private static long unit(String name) {
        return switch (name) {
            case "", "ms" -> 1;
            case "s" -> 1_000;
            case "min" -> 60_000;
            case "h" -> 3_600_000;
            case "KB" -> 1L << 10;
            case "MB" -> 1L << 20;
            case "GB" -> 1L << 30;
            default -> throw new IllegalStateException("the grammar lets the unit '" + name + "' pass");
        };
    }

    static boolean truth(String text) {
        return text.equalsIgnoreCase("true");
    }

    /// Writes a time as an author does, in the largest unit that it is a multiple of; as a bare number of ms when that has more digits than
    /// `DURATION` allows.
    static String duration(long millis) {
        String text = durationInUnits(millis);
        return text.matches(DURATION) ? text : Long.toString(millis);
    }

    private static String durationInUnits(long millis) {
        if (millis != 0 && millis % 3_600_000 == 0) {
            return millis / 3_600_000 + "h";
        }
        if (millis != 0 && millis % 60_000 == 0) {
            return millis / 60_000 + "min";
        }
        return millis != 0 && millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
    }

    /// Writes a size as an author does, in the largest unit that it is a multiple of; as a bare number of bytes when that has more digits
    /// than `SIZE` allows.
    static String size(long bytes) {
        String text = sizeInUnits(bytes);
        return text.matches(SIZE) ? text : Long.toString(bytes);
    }

    private static String sizeInUnits(long bytes) {
        if (bytes != 0 && bytes % (1L << 30) == 0) {
            return (bytes >> 30) + "GB";
        }
        if (bytes != 0 && bytes % (1L << 20) == 0) {
            return (bytes >> 20) + "MB";
        }
        return bytes != 0 && bytes % (1L << 10) == 0 ? (bytes >> 10) + "KB" : Long.toString(bytes);
    }
}
