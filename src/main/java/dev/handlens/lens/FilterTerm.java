package dev.handlens.lens;

import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.se.AccessMask;
import dev.handlens.scenario.Suggestions;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A field that a term of the filter field can name: every column of the handle list, the state, and the whole call stack.
enum FilterTerm {
    TYPE(HandleField.TYPE),
    NAME(HandleField.NAME),
    ACCESS(HandleField.ACCESS),
    AGE(HandleField.AGE),
    /// Open or closed, and what happened in the highlighted time.
    STATE("state"),
    HANDLE(HandleField.HANDLE),
    OBJECT(HandleField.OBJECT),
    OPENED_BY(HandleField.OPENED_BY),
    COMPONENT(HandleField.COMPONENT),
    /// Any frame of the call stack, while `site` is the program's own.
    STACK("stack"),
    OPENED(HandleField.OPENED),
    ACCESS_MASK(HandleField.ACCESS_MASK),
    ATTRIBUTES(HandleField.ATTRIBUTES),
    COUNTS(HandleField.COUNTS),
    HANDLE_COUNT(HandleField.HANDLE_COUNT),
    POINTER_COUNT(HandleField.POINTER_COUNT),
    INDEX(HandleField.INDEX),
    PROCESS(HandleField.PROCESS),
    PID(HandleField.PID);

    private static final List<String> STATES = List.of("open", "opened", "new", "closed", "flashed");
    private static final List<String> ACCESS_WORDS = accessWords();
    private static final Pattern HEX = Pattern.compile("(0x[0-9a-f]*|[0-9]*)");
    private static final Pattern COUNT = Pattern.compile("[0-9.,kM]*");
    private static final Pattern STEP = Pattern.compile("(step ?)?[0-9,]*");
    private static final Pattern PAIR = Pattern.compile("[0-9.,kM]*( ?/ ?[0-9.,kM]*)?");

    private final HandleField column;
    private final String word;

    FilterTerm(HandleField column) {
        this.column = column;
        word = column.word();
    }

    FilterTerm(String word) {
        column = null;
        this.word = word;
    }

    /// Returns the field of a name.
    static FilterTerm of(String name) throws FilterMistake {
        for (FilterTerm term : values()) {
            if (term.word.equalsIgnoreCase(name)) {
                return term;
            }
        }
        throw new FilterMistake("No field `" + name + "`. Fields: " + Arrays.stream(values()).map(FilterTerm::word).collect(Collectors.joining(", "))
                + ".");
    }

    /// Returns the name of the field.
    String word() {
        return word;
    }

    /// Returns the condition that a row shows exactly a value.
    Predicate<HandleRow> showsExactly(String value) throws FilterMistake {
        return switch (this) {
            case STATE -> {
                mustBeOneOf(STATES, value, STATES.contains(value), "state");
                yield row -> states(row).contains(value);
            }
            case STACK -> row -> row.stack().contains(value);
            case TYPE -> {
                List<String> types = typeNames();
                mustBeOneOf(types, value, types.contains(value), "type");
                yield row -> row.type().typeName().equals(value);
            }
            case NAME, ACCESS, AGE, HANDLE, OBJECT, OPENED_BY, COMPONENT, OPENED, ACCESS_MASK, ATTRIBUTES, COUNTS, HANDLE_COUNT, POINTER_COUNT,
                    INDEX, PROCESS, PID -> row -> HandleText.of(column, row).equals(value);
        };
    }

    /// Returns the condition that a row shows a value: numbers the whole of it, words as a part of it.
    Predicate<HandleRow> shows(String value) throws FilterMistake {
        return switch (this) {
            case TYPE -> {
                mustBeOneOf(typeNames(), value, Arrays.stream(ObjectType.values()).anyMatch(type -> isCalled(type, value)), "type");
                yield row -> isCalled(row.type(), value);
            }
            case STATE -> {
                mustBeOneOf(STATES, value, STATES.stream().anyMatch(state -> contains(state, value)), "state");
                yield row -> states(row).stream().anyMatch(state -> contains(state, value));
            }
            case ACCESS -> {
                boolean known = value.contains(",") || value.startsWith("0x") || ACCESS_WORDS.stream().anyMatch(right -> contains(right, value));
                mustBeOneOf(ACCESS_WORDS, value, known, "access right");
                yield row -> hasAccess(row, value);
            }
            case AGE -> FilterAge.shown(value);
            case STACK -> row -> row.stack().stream().anyMatch(frame -> contains(frame, value));
            case HANDLE -> number(HEX, value, "0x14", row -> row.key().value());
            case OBJECT -> number(HEX, value, "0x8A", HandleRow::object);
            case ACCESS_MASK -> number(HEX, value, "0x1F0003", row -> Integer.toUnsignedLong(row.grantedAccess()));
            case OPENED -> number(STEP, value, "5", row -> row.key().openedAt());
            case HANDLE_COUNT -> number(COUNT, value, "2", HandleRow::handleCount);
            case POINTER_COUNT -> number(COUNT, value, "3", HandleRow::pointerCount);
            case INDEX -> number(COUNT, value, "5", row -> row.key().value() / 4);
            case PID -> number(COUNT, value, "1844", row -> row.key().pid());
            case COUNTS -> counts(value);
            case NAME, OPENED_BY, COMPONENT, ATTRIBUTES, PROCESS -> row -> contains(HandleText.of(column, row), value);
        };
    }

    /// Returns whether a text contains another, in capital or small letters.
    static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private interface Number {
        long of(HandleRow row);
    }

    private Predicate<HandleRow> number(Pattern form, String value, String example, Number number) throws FilterMistake {
        mustLookLike(form, value, example);
        return row -> value.isEmpty() || HandleText.of(column, row).equalsIgnoreCase(value) || Long.toString(number.of(row)).equals(value);
    }

    private Predicate<HandleRow> counts(String value) throws FilterMistake {
        mustLookLike(PAIR, value, "2/3");
        return row -> HandleText.of(column, row).replace(" ", "").contains(value.replace(" ", ""));
    }

    private void mustLookLike(Pattern form, String value, String example) throws FilterMistake {
        if (!form.matcher(value.toLowerCase(Locale.ROOT).replace('m', 'M')).matches()) {
            throw new FilterMistake("`" + value + "` is no value of " + word + ". Write a number, such as " + word + ":" + example + ".");
        }
    }

    private static void mustBeOneOf(List<String> known, String value, boolean isKnown, String what) throws FilterMistake {
        if (!isKnown) {
            String nearest = Suggestions.nearest(value, known);
            String help = nearest != null ? " Did you mean " + nearest + "?" : known.size() <= STATES.size() ? " There are " + String.join(", ", known) + "." : "";
            throw new FilterMistake("No " + what + " `" + value + "`." + help);
        }
    }

    private static List<String> typeNames() {
        return Arrays.stream(ObjectType.values()).map(ObjectType::typeName).toList();
    }

    private static boolean isCalled(ObjectType type, String value) {
        return contains(type.typeName(), value) || contains(type.nickname(), value);
    }

    private static boolean hasAccess(HandleRow row, String value) {
        return contains(row.access(), value) || contains(HandleText.of(HandleField.ACCESS_MASK, row), value)
                || AccessMask.names(row.type(), row.grantedAccess()).stream().anyMatch(name -> contains(name, value));
    }

    /// The states that a row has; one that has just been opened is open too.
    private static Set<String> states(HandleRow row) {
        return switch (row.change()) {
            case NONE -> Set.of("open");
            case OPENED -> Set.of("open", "opened", "new");
            case CLOSED -> Set.of("closed");
            case FLASHED -> Set.of("flashed", "closed");
        };
    }

    /// What the access column can say, and the names of rights: `EVENT_MODIFY_STATE` is shown as `modify state`.
    private static List<String> accessWords() {
        Set<String> words = new LinkedHashSet<>(List.of("all", "none", "read", "write", "execute"));
        for (String name : AccessMask.knownNames(null)) {
            words.add(name);
            words.add(name.toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        return List.copyOf(words);
    }
}
