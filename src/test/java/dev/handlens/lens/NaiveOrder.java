package dev.handlens.lens;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// The orders that a handle list can be in, by comparing whole rows. Rows that are equal stay in the order of handle values.
final class NaiveOrder {
    private static final Comparator<HandleRow> BY_HANDLE = Comparator
            .comparingLong((HandleRow row) -> row.key().value())
            .thenComparingLong(row -> row.key().openedAt());

    private NaiveOrder() {}

    /// The order that a person asked for.
    static Comparator<HandleRow> of(List<View.SortBy> sort) {
        Comparator<HandleRow> order = null;
        for (View.SortBy by : sort) {
            Comparator<HandleRow> next = by.ascending() ? of(by.column()) : of(by.column()).reversed();
            order = order == null ? next : order.thenComparing(next);
        }
        return order == null ? BY_HANDLE : order.thenComparing(BY_HANDLE);
    }

    private static Comparator<HandleRow> of(HandleField field) {
        return switch (field) {
            case HANDLE, INDEX -> Comparator.comparingLong(row -> row.key().value());
            case TYPE -> text(row -> row.type().typeName());
            case NAME -> text(row -> row.name().isEmpty() ? "unnamed" : row.name());
            case ACCESS -> text(HandleRow::access);
            case ACCESS_MASK -> (a, b) -> Integer.compareUnsigned(a.grantedAccess(), b.grantedAccess());
            case ATTRIBUTES -> text(row -> HandleText.of(field, row));
            case OBJECT -> Comparator.comparingInt(HandleRow::object);
            case COUNTS -> Comparator.comparingLong(HandleRow::handleCount).thenComparingLong(HandleRow::pointerCount);
            case HANDLE_COUNT -> Comparator.comparingLong(HandleRow::handleCount);
            case POINTER_COUNT -> Comparator.comparingLong(HandleRow::pointerCount);
            case OPENED -> Comparator.comparingLong(row -> row.key().openedAt());
            case AGE -> Comparator.comparingLong(HandleRow::age);
            case OPENED_BY -> text(HandleRow::site);
            case COMPONENT -> text(row -> row.site().replaceFirst("!.*", ""));
            case PROCESS -> text(HandleRow::process);
            case PID -> Comparator.comparingInt(row -> row.key().pid());
        };
    }

    private static Comparator<HandleRow> text(Function<HandleRow, String> text) {
        return Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER).thenComparing(text);
    }
}
