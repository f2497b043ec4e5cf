package dev.handlens.lens;

import dev.handlens.kernel.se.AccessMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person writes into the filter field, as a condition on rows. All terms must hold: `type:Event`, `name:foo`, `access:write`,
/// `age>10s`, `state:open`, `handle:0x14`, `object:0x8A`, `site:OnRequest`, `stack:Dispatch`, `line:57`; anything else is text that the row
/// must contain. Capital and small letters are the same; quotes hold words together, and two quotes within quotes stand for one. A value
/// after `=` is compared as a whole, letter by letter: `type:=Event`, `site:=server!OnRequest+0x41` (the program's own frame), `stack:=`
/// (any frame).
final class HandleFilter {
    private static final Pattern TERM = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\"?)+");
    private static final Pattern AGE = Pattern.compile("age([<>]=?)(\\d+(?:\\.\\d+)?)(ms|s|m|min|h)?");

    private HandleFilter() {}

    /// The condition, or null when nothing is filtered.
    static Predicate<HandleRow> of(String text) {
        List<Predicate<HandleRow>> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(text);
        while (matcher.find()) {
            String term = unquoted(matcher.group());
            if (!term.isEmpty()) {
                terms.add(term(term));
            }
        }
        return terms.stream().reduce(Predicate::and).orElse(null);
    }

    /// Returns a term that only the whole value of a field satisfies, quoted as far as needed.
    ///
    /// @param field `type`, `name`, `site` or `stack`
    static String exactly(String field, String value) {
        boolean plain = value.chars().noneMatch(letter -> Character.isWhitespace(letter) || letter == '"');
        return field + ":=" + (plain ? value : '"' + value.replace("\"", "\"\"") + '"');
    }

    private static String unquoted(String term) {
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < term.length(); at++) {
            if (term.charAt(at) != '"') {
                text.append(term.charAt(at));
            } else if (quoted && at + 1 < term.length() && term.charAt(at + 1) == '"') {
                text.append('"');
                at++;
            } else {
                quoted = !quoted;
            }
        }
        return text.toString();
    }

    private static Predicate<HandleRow> term(String written) {
        String term = written.toLowerCase(Locale.ROOT);
        Matcher age = AGE.matcher(term);
        if (age.matches()) {
            return age(age.group(1), age.group(2), age.group(3) == null ? "s" : age.group(3));
        }
        int colon = term.indexOf(':');
        String field = colon < 0 ? "" : term.substring(0, colon);
        String value = term.substring(colon + 1);
        if (value.startsWith("=")) {
            return whole(field, written.substring(colon + 2), term);
        }
        return switch (field) {
            case "type" -> row -> contains(row.type().typeName(), value) || contains(row.type().nickname(), value);
            case "name" -> row -> contains(row.name(), value);
            case "access" -> row -> hasAccess(row, value);
            case "state" -> row -> state(row).contains(value);
            case "handle" -> row -> number(row.key().value(), value);
            case "object" -> row -> number(row.object(), value);
            case "site", "stack" -> row -> row.stack().stream().anyMatch(frame -> contains(frame, value));
            case "line" -> row -> row.place().equals(value) || row.place().startsWith(value + ":");
            default -> row -> contains(visible(row), term);
        };
    }

    /// Returns the condition of a value that is compared as a whole.
    ///
    /// @param term the term as it is searched for when the field has no such comparison
    private static Predicate<HandleRow> whole(String field, String value, String term) {
        return switch (field) {
            case "type" -> row -> row.type().typeName().equals(value);
            case "name" -> row -> row.name().equals(value);
            case "site" -> row -> CallSites.site(row.stack()).equals(value);
            case "stack" -> row -> row.stack().contains(value);
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
