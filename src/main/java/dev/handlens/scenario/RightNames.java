package dev.handlens.scenario;

import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.se.AccessMask;
import java.util.List;
import java.util.OptionalInt;

/// Access rights as a scenario writes them: names of the Windows headers, or numbers.
final class RightNames {
    private RightNames() {}

    /// The bits of all rights that are listed.
    ///
    /// @param type the type whose rights they are, or null for any
    static int bits(ObjectType type, List<YamlNode.Text> rights) {
        int bits = 0;
        for (YamlNode.Text right : rights) {
            OptionalInt named = AccessMask.parse(type, right.value());
            bits |= named.isPresent() ? named.getAsInt() : (int) Scalars.whole(right.value());
        }
        return bits;
    }

    /// The name of all rights of a type, such as `EVENT_ALL_ACCESS`. Mutexes have the name that Win32 gives it.
    static String allAccess(ObjectType type) {
        return type == ObjectType.MUTANT ? "MUTEX_ALL_ACCESS" : type.rightPrefix() + "ALL_ACCESS";
    }
}
