package dev.handlens.lens;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What each column of the handle list shows of a row. The list shows and copies these texts, the filter compares with them, and sorting
/// follows the number or the words behind them.
public final class HandleText {
    /// Words in the order of sorting: case counts only between words that are equal otherwise.
    static final Comparator<String> WORDS = String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    /// Stands in a row for several handles where they differ.
    private static final String MIXED = "…";
    /// What the age column shows of handles that came and went within a step.
    static final String CAME_AND_WENT = "came and went";
    /// From here on a step is shown as its number alone, which says the same in less room.
    private static final long LONG_RUN = 10_000;
    /// From here on a step and the marks of its thousands no longer fit a column.
    private static final long LONGER_RUN = 10_000_000;

    private HandleText() {}

    /// Returns what a column shows of a row.
    public static String of(HandleField field, HandleRow row) {
        if (isMixed(field, row)) {
            return MIXED;
        }
        return switch (field) {
            case HANDLE -> Words.hex(row.key().value());
            case TYPE -> row.type().typeName();
            case NAME -> name(row.name());
            case ACCESS -> row.access();
            case ACCESS_MASK -> Words.hex(Integer.toUnsignedLong(row.grantedAccess()));
            case ATTRIBUTES -> attributes(row.inherit(), row.protectFromClose(), row.kernelHandle());
            case OBJECT -> Words.hex(row.object());
            case COUNTS -> counts(row.handleCount(), row.pointerCount());
            case HANDLE_COUNT -> Words.count(row.handleCount());
            case POINTER_COUNT -> Words.count(row.pointerCount());
            case INDEX -> Words.count(row.key().value() / 4);
            case OPENED -> opened(row.key().openedAt());
            case AGE -> cameAndWent(row) ? CAME_AND_WENT : HandleAge.format(row.age());
            case OPENED_BY -> row.site();
            case COMPONENT -> component(row.site());
            case PROCESS -> row.process();
            case PID -> Integer.toString(row.key().pid());
        };
    }

    /// Returns the order of rows by what a column shows of them, smallest first. Rows for several handles that differ are the largest.
    static Comparator<HandleRow> order(HandleField field) {
        Comparator<HandleRow> byValue = isNumber(field) ? Comparator.comparingLong(row -> number(field, row))
                : Comparator.comparing(row -> of(field, row), WORDS);
        return Comparator.<HandleRow, Boolean>comparing(row -> isMixed(field, row)).thenComparing(byValue);
    }

    /// Returns what the name column shows.
    static String name(String name) {
        return name.isEmpty() ? "unnamed" : name;
    }

    /// Returns what the attributes column shows, such as `I P`.
    static String attributes(boolean inherit, boolean protectFromClose, boolean kernelHandle) {
        return String.join(" ", Stream.of(inherit ? "I" : "", protectFromClose ? "P" : "", kernelHandle ? "K" : "")
                .filter(letter -> !letter.isEmpty()).toList());
    }

    /// Returns the module of a call site, such as `server` of `server!OnRequest+0x41`; empty for one that names none.
    static String component(String site) {
        return site.indexOf('!') < 0 ? "" : CallSites.module(site);
    }

    /// Returns the number behind the counts column.
    static long countsNumber(long handles, long pointers) {
        return handles << 32 | pointers;
    }

    /// Returns all that a search for plain text looks at.
    static String searched(HandleRow row) {
        return String.join("\n", List.of(of(HandleField.HANDLE, row), of(HandleField.TYPE, row), of(HandleField.NAME, row),
                of(HandleField.ACCESS, row), of(HandleField.OBJECT, row), of(HandleField.PROCESS, row), of(HandleField.OPENED_BY, row)));
    }

    private static boolean isMixed(HandleField field, HandleRow row) {
        return row.isFold() && row.fold().mixed().contains(field);
    }

    /// Whether a handle's life lies within one step, or the row is for several that came and went.
    private static boolean cameAndWent(HandleRow row) {
        return row.isFold() || row.change() == Change.FLASHED && row.age() == 0;
    }

    private static boolean isNumber(HandleField field) {
        return switch (field) {
            case HANDLE, ACCESS_MASK, OBJECT, COUNTS, HANDLE_COUNT, POINTER_COUNT, INDEX, OPENED, AGE, PID -> true;
            case TYPE, NAME, ACCESS, ATTRIBUTES, OPENED_BY, COMPONENT, PROCESS -> false;
        };
    }

    private static long number(HandleField field, HandleRow row) {
        return switch (field) {
            case HANDLE, INDEX -> row.key().value();
            case ACCESS_MASK -> Integer.toUnsignedLong(row.grantedAccess());
            case OBJECT -> row.object();
            case COUNTS -> countsNumber(row.handleCount(), row.pointerCount());
            case HANDLE_COUNT -> row.handleCount();
            case POINTER_COUNT -> row.pointerCount();
            case OPENED -> row.key().openedAt();
            case AGE -> row.isFold() ? 0 : row.age();
            case PID -> row.key().pid();
            case TYPE, NAME, ACCESS, ATTRIBUTES, OPENED_BY, COMPONENT, PROCESS -> throw new IllegalArgumentException(field + " shows words");
        };
    }

    private static String opened(long step) {
        if (step < LONG_RUN) {
            return "step " + step;
        }
        return step < LONGER_RUN ? Words.count(step) : Long.toString(step);
    }

    private static String counts(long handles, long pointers) {
        boolean many = Math.max(handles, pointers) >= LONG_RUN;
        return Words.rounded(handles) + (many ? "/" : " / ") + Words.rounded(pointers);
    }
}
