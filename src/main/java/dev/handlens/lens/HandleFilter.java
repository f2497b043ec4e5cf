package dev.handlens.lens;

import dev.handlens.kernel.se.AccessMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person writes into the filter field, as a condition on rows. All terms must hold: `type:Event`, `name:foo`, `access:write`,
/// `age>10s`, `state:open`, `handle:0x14`, `object:0x8A`, `site:OnRequest`; anything else is text that the row must contain. Capital and
/// small letters are the same; quotes hold words together.
final class HandleFilter {
    private static final Pattern TERM = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\"?)+");
    private static final Pattern AGE = Pattern.compile("age([<>]=?)(\\d+(?:\\.\\d+)?)(ms|s|m|min|h)?");

    private HandleFilter() {}

    /// The condition, or null when nothing is filtered.
    static Predicate<HandleRow> of(String text) {
        List<Predicate<HandleRow>> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String term = matcher.group().replace("\"", "");
            if (!term.isEmpty()) {
                terms.add(term(term));
            }
        }
        return terms.stream().reduce(Predicate::and).orElse(null);
    }

    private static Predicate<HandleRow> term(String term) {
        Matcher age = AGE.matcher(term);
        if (age.matches()) {
            return age(age.group(1), age.group(2), age.group(3) == null ? "s" : age.group(3));
        }
        int colon = term.indexOf(':');
        String field = colon < 0 ? "" : term.substring(0, colon);
        String value = term.substring(colon + 1);
        return switch (field) {
            case "type" -> row -> contains(row.type().typeName(), value) || contains(row.type().nickname(), value);
            case "name" -> row -> contains(row.name(), value);
            case "access" -> row -> hasAccess(row, value);
            case "state" -> row -> state(row).contains(value);
            case "handle" -> row -> number(row.key().value(), value);
            case "object" -> row -> number(row.object(), value);
            case "site" -> row -> row.stack().stream().anyMatch(frame -> contains(frame, value));
            default -> row -> contains(visible(row), term);
        };
    }

    private static Predicate<HandleRow> age(String comparison, String number, String unit) {
        double factor = switch (unit) {
            case "ms" -> 1;
            case "s" -> 1000;
            case "h" -> 3_600_000;
            default -> 60_000;
        };
        double limit = Double.parseDouble(number) * factor;
        return switch (comparison) {
            case ">" -> row -> row.age() > limit;
            case ">=" -> row -> row.age() >= limit;
            case "<" -> row -> row.age() < limit;
            default -> row -> row.age() <= limit;
        };
    }

    private static boolean hasAccess(HandleRow row, String value) {
        return contains(row.access(), value) || contains(Words.hex(row.grantedAccess() & 0xFFFF_FFFFL), value)
                || AccessMask.names(row.type(), row.grantedAccess()).stream().anyMatch(name -> contains(name, value));
    }

    /// The words a row can be asked for by `state:`; one that has just opened is open too.
    private static String state(HandleRow row) {
        return switch (row.change()) {
            case NONE -> "open";
            case OPENED -> "open opened new";
            case CLOSED -> "closed";
            case FLASHED -> "flashed closed";
        };
    }

    private static boolean number(long number, String value) {
        return Words.hex(number).equalsIgnoreCase(value) || Long.toString(number).equals(value);
    }

    private static String visible(HandleRow row) {
        return String.join("\n", Words.hex(row.key().value()), row.type().typeName(), row.name(), row.access(),
                Words.hex(row.object()), row.process(), CallSites.site(row.stack()));
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part);
    }
}
