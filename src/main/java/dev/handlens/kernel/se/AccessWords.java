package dev.handlens.kernel.se;

import dev.handlens.kernel.ob.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Granted access in a few words, for a narrow column.
///
/// Said first is what a handle is for. READ_CONTROL comes with nearly every grant and tells nothing, so it is said only when there is
/// nothing else; the same holds for the two rights that opening a file always adds, SYNCHRONIZE and FILE_READ_ATTRIBUTES.
final class AccessWords {
    private static final int FILE_READ_ATTRIBUTES = 0x0080;

    private AccessWords() {}

    /// See [AccessMask#describe(ObjectType, int)].
    static String describe(ObjectType type, int mask) {
        GenericMapping mapping = type.genericMapping();
        if (mask == 0) {
            return "none";
        }
        if (contains(mask, mapping.all())) {
            return "all";
        }
        List<String> words = new ArrayList<>();
        int rest = mask;
        if (type == ObjectType.FILE || type == ObjectType.KEY) {
            if (contains(mask, mapping.read())) {
                words.add("read");
                rest &= ~mapping.read();
            }
            if (contains(mask, mapping.write())) {
                words.add("write");
                rest &= ~mapping.write();
            }
        }
        int telling = rest & ~quiet(type);
        if (telling == 0 && words.isEmpty()) {
            telling = rest;
        }
        for (String name : AccessNames.of(type, telling)) {
            words.add(word(type, name));
        }
        return String.join(", ", words);
    }

    private static boolean contains(int mask, int rights) {
        return (mask & rights) == rights;
    }

    private static int quiet(ObjectType type) {
        return type == ObjectType.FILE ? AccessMask.READ_CONTROL | AccessMask.SYNCHRONIZE | FILE_READ_ATTRIBUTES : AccessMask.READ_CONTROL;
    }

    /// `EVENT_MODIFY_STATE` becomes `modify state`; a number stays one.
    private static String word(ObjectType type, String name) {
        if (name.startsWith("0x")) {
            return name;
        }
        String prefix = type.rightPrefix();
        String bare = !prefix.isEmpty() && name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        return bare.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
