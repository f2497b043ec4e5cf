package dev.handlens.scenario;

import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.se.AccessMask;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;

/// The names of access rights that a scenario may use for a type, with the bits they stand for. Names and values are those of the Windows
/// headers; the combined ones are derived from the type's generic mapping, as the headers' own are.
final class RightNames {
    private RightNames() {}

    /// @param type the type, or null for the rights of every type
    static SequencedMap<String, Integer> of(ObjectType type) {
        SequencedMap<String, Integer> names = new LinkedHashMap<>();
        if (type == null) {
            for (ObjectType each : ObjectType.values()) {
                addSpecific(names, each);
            }
        } else {
            addSpecific(names, type);
        }
        names.put("GENERIC_READ", AccessMask.GENERIC_READ);
        names.put("GENERIC_WRITE", AccessMask.GENERIC_WRITE);
        names.put("GENERIC_EXECUTE", AccessMask.GENERIC_EXECUTE);
        names.put("GENERIC_ALL", AccessMask.GENERIC_ALL);
        names.put("DELETE", AccessMask.DELETE);
        names.put("READ_CONTROL", AccessMask.READ_CONTROL);
        names.put("WRITE_DAC", AccessMask.WRITE_DAC);
        names.put("WRITE_OWNER", AccessMask.WRITE_OWNER);
        names.put("SYNCHRONIZE", AccessMask.SYNCHRONIZE);
        names.put("ACCESS_SYSTEM_SECURITY", AccessMask.ACCESS_SYSTEM_SECURITY);
        names.put("MAXIMUM_ALLOWED", AccessMask.MAXIMUM_ALLOWED);
        return Collections.unmodifiableSequencedMap(names);
    }

    private static void addSpecific(SequencedMap<String, Integer> names, ObjectType type) {
        type.specificRights().forEach((bit, name) -> names.putIfAbsent(name, bit));
        names.put(allAccess(type), type.genericMapping().all());
        switch (type) {
            case FILE -> {
                names.put("FILE_GENERIC_READ", type.genericMapping().read());
                names.put("FILE_GENERIC_WRITE", type.genericMapping().write());
                names.put("FILE_GENERIC_EXECUTE", type.genericMapping().execute());
            }
            case KEY -> {
                names.put("KEY_READ", type.genericMapping().read());
                names.put("KEY_WRITE", type.genericMapping().write());
                names.put("KEY_EXECUTE", type.genericMapping().execute());
            }
            case MUTANT -> {
                names.put("MUTEX_MODIFY_STATE", 1);
                names.put("MUTEX_ALL_ACCESS", type.genericMapping().all());
            }
            default -> {
                // Other types have no combined rights with names of their own.
            }
        }
    }

    /// The name of all rights of a type, such as `SYMBOLIC_LINK_ALL_ACCESS`.
    static String allAccess(ObjectType type) {
        return (type == ObjectType.JOB ? "JOB_OBJECT" : type.name().toUpperCase(Locale.ROOT)) + "_ALL_ACCESS";
    }
}
