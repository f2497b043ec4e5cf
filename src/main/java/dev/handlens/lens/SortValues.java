package dev.handlens.lens;

import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.se.AccessMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntToLongFunction;

/// What handles are sorted by, as numbers: words are numbered in their order when all are known.
final class SortValues {
    private final HandleItems items;
    private final IntToLongFunction value;
    private final Map<String, Integer> numbers = new TreeMap<>(HandleText.WORDS);
    private final List<String> words = new ArrayList<>();
    private Object lastOf;
    private long lastNumber;

    SortValues(HandleItems items, HandleField field) {
        this.items = items;
        value = of(field);
    }

    /// The value of an item. Words get their numbers as they come; see `ranks`.
    long of(int item) {
        return value.applyAsLong(item);
    }

    /// The rank of each number that words were given, or null when the values are not words.
    long[] ranks() {
        if (words.isEmpty()) {
            return null;
        }
        long[] ranks = new long[words.size()];
        long rank = 0;
        for (int number : numbers.values()) {
            ranks[number] = rank++;
        }
        return ranks;
    }

    private IntToLongFunction of(HandleField field) {
        return switch (field) {
            case HANDLE, INDEX -> item -> items.entry(item).handle();
            case TYPE -> item -> word(items.object(item).type(), type -> type.typeName());
            case NAME -> this::name;
            case ACCESS -> item -> {
                HandleEntry entry = items.entry(item);
                return word(List.of(items.object(item).type(), entry.grantedAccess()),
                        _ -> AccessMask.describe(items.object(item).type(), entry.grantedAccess()));
            };
            case ACCESS_MASK -> item -> items.entry(item).grantedAccess() & 0xFFFF_FFFFL;
            case ATTRIBUTES -> item -> {
                HandleRow row = items.row(item);
                return number(HandleText.attributes(row.inherit(), row.protectFromClose(), row.kernelHandle()));
            };
            case OBJECT -> item -> items.object(item).id();
            case COUNTS -> item -> {
                KObject object = items.object(item);
                return HandleText.countsNumber(object.handleCount(), object.pointerCount());
            };
            case HANDLE_COUNT -> item -> items.object(item).handleCount();
            case POINTER_COUNT -> item -> items.object(item).pointerCount();
            case OPENED -> item -> items.entry(item).stamp();
            case AGE -> item -> items.rows().age(item < 0 ? items.closed().get(-1 - item) : null, items.entry(item).stamp());
            case OPENED_BY -> item -> word(items.rows().step(items.entry(item).stamp()), _ -> site(item));
            case COMPONENT -> item -> word(items.rows().step(items.entry(item).stamp()), _ -> HandleText.component(site(item)));
            case PROCESS, PID -> _ -> 0;
        };
    }

    private long name(int item) {
        return item < 0 ? number(HandleText.name(items.closed().get(-1 - item).name()))
                : word(items.object(item), object -> HandleText.name(items.kernel().nameOf(object)));
    }

    private String site(int item) {
        return items.rows().site(items.entry(item).stamp());
    }

    /// The number of the words for something; neighbours are often for the same thing, which is asked once.
    private <T> long word(T of, Function<T, String> words) {
        if (!of.equals(lastOf)) {
            lastOf = of;
            lastNumber = number(words.apply(of));
        }
        return lastNumber;
    }

    private long number(String text) {
        Integer known = numbers.putIfAbsent(text, words.size());
        if (known != null) {
            return known;
        }
        words.add(text);
        return words.size() - 1;
    }
}
