package dev.handlens.lens;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ages in the filter field: `age>10s`, and `age:"came and went"` as the column shows it.
final class FilterAge {
    private static final Pattern SPAN = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|m|min|h)?");
    private static final Pattern SHOWN = Pattern.compile("\\d+(\\.\\d)? (ms|s|min|h)( \\d+ (s|min))?");
    private static final double SECOND = 1_000;
    private static final double MINUTE = 60 * SECOND;
    private static final double HOUR = 60 * MINUTE;

    private FilterAge() {}

    /// Returns the condition of a comparison such as `age>10s`.
    ///
    /// @param comparison one of `<`, `<=`, `>`, `>=` and `=`
    static Predicate<HandleRow> compared(FilterTerm term, String comparison, String value) throws FilterMistake {
        Matcher span = SPAN.matcher(value);
        if (term != FilterTerm.AGE) {
            throw new FilterMistake("`" + term.word() + "` cannot be compared. Write " + term.word() + ":VALUE; only age can be compared, such as age>10s.");
        }
        if (!span.matches()) {
            throw mistake(comparison + value);
        }
        double limit = Double.parseDouble(span.group(1)) * millis(span.group(2));
        return switch (comparison) {
            case ">" -> row -> row.age() > limit;
            case ">=" -> row -> row.age() >= limit;
            case "<" -> row -> row.age() < limit;
            case "<=" -> row -> row.age() <= limit;
            default -> throw mistake(comparison + value);
        };
    }

    /// Returns the condition that the age column shows a value.
    static Predicate<HandleRow> shown(String value) throws FilterMistake {
        boolean words = !value.isEmpty() && FilterTerm.contains(HandleText.CAME_AND_WENT, value);
        if (!words && !SHOWN.matcher(value).matches()) {
            throw mistake(":" + value);
        }
        return row -> {
            String shown = HandleText.of(HandleField.AGE, row);
            return words ? FilterTerm.contains(shown, value) : shown.equals(value);
        };
    }

    private static double millis(String unit) {
        return switch (unit) {
            case null -> SECOND;
            case "ms" -> 1;
            case "s" -> SECOND;
            case "h" -> HOUR;
            default -> MINUTE;
        };
    }

    private static FilterMistake mistake(String written) {
        return new FilterMistake("Cannot read `age" + written + "`. Write an age such as age>10s or age<=500ms (units: ms, s, min, h), or "
                + "age:\"came and went\".");
    }
}
