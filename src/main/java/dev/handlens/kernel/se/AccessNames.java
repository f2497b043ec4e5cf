package dev.handlens.kernel.se;

import dev.handlens.kernel.ob.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Rights and the names that the Windows headers have for them, in both directions.
final class AccessNames {
    /// A name and the bits it stands for.
    record Right(String name, int mask) {}

    private static final List<Right> GENERIC = List.of(
            new Right("GENERIC_ALL", AccessMask.GENERIC_ALL),
            new Right("GENERIC_EXECUTE", AccessMask.GENERIC_EXECUTE),
            new Right("GENERIC_WRITE", AccessMask.GENERIC_WRITE),
            new Right("GENERIC_READ", AccessMask.GENERIC_READ));

    private static final List<Right> SHARED = List.of(
            new Right("DELETE", AccessMask.DELETE),
            new Right("READ_CONTROL", AccessMask.READ_CONTROL),
            new Right("WRITE_DAC", AccessMask.WRITE_DAC),
            new Right("WRITE_OWNER", AccessMask.WRITE_OWNER),
            new Right("SYNCHRONIZE", AccessMask.SYNCHRONIZE),
            new Right("ACCESS_SYSTEM_SECURITY", AccessMask.ACCESS_SYSTEM_SECURITY),
            new Right("MAXIMUM_ALLOWED", AccessMask.MAXIMUM_ALLOWED));

    /// Names for several shared bits at once; they are read, never printed.
    private static final List<Right> SHARED_GROUPS = List.of(
            new Right("STANDARD_RIGHTS_READ", 0x0002_0000),
            new Right("STANDARD_RIGHTS_WRITE", 0x0002_0000),
            new Right("STANDARD_RIGHTS_EXECUTE", 0x0002_0000),
            new Right("STANDARD_RIGHTS_REQUIRED", 0x000F_0000),
            new Right("STANDARD_RIGHTS_ALL", 0x001F_0000));

    private AccessNames() {}

    /// See [AccessMask#names(ObjectType, int)].
    static List<String> of(ObjectType type, int mask) {
        List<String> names = new ArrayList<>();
        int rest = mask;
        for (Right right : named(type)) {
            if ((mask & right.mask()) != 0) {
                names.add(right.name());
                rest &= ~right.mask();
            }
        }
        if (rest != 0) {
            names.add("0x%X".formatted(rest));
        }
        return List.copyOf(names);
    }

    /// See [AccessMask#parse(ObjectType, String)].
    static OptionalInt parse(ObjectType type, String name) {
        List<ObjectType> types = type == null ? List.of(ObjectType.values()) : List.of(type);
        for (ObjectType candidate : types) {
            for (Right right : known(candidate)) {
                if (right.name().equals(name)) {
                    return OptionalInt.of(right.mask());
                }
            }
        }
        return OptionalInt.empty();
    }

    /// See [AccessMask#knownNames(ObjectType)].
    static List<String> knownNames(ObjectType only) {
        List<String> names = new ArrayList<>();
        for (ObjectType type : only == null ? List.of(ObjectType.values()) : List.of(only)) {
            for (Right right : known(type)) {
                if (!names.contains(right.name())) {
                    names.add(right.name());
                }
            }
        }
        return List.copyOf(names);
    }

    /// The names of single bits, in the order in which they are printed.
    private static List<Right> named(ObjectType type) {
        List<Right> rights = new ArrayList<>(GENERIC);
        for (Map.Entry<Integer, String> right : type.specificRights().entrySet()) {
            rights.add(new Right(right.getValue(), right.getKey()));
        }
        rights.addAll(SHARED);
        return rights;
    }

    /// All names that a type understands.
    private static List<Right> known(ObjectType type) {
        List<Right> rights = named(type);
        rights.addAll(SHARED_GROUPS);
        rights.addAll(groups(type));
        if (hasAllAccessName(type)) {
            rights.add(new Right(type.rightPrefix() + "ALL_ACCESS", type.genericMapping().all()));
        }
        return rights;
    }

    /// Whether the headers name all rights of a type `…_ALL_ACCESS` and mean the standard rights as well. They have no such name for
    /// desktops, and the one for window stations leaves the standard rights out.
    private static boolean hasAllAccessName(ObjectType type) {
        return !type.rightPrefix().isEmpty() && type != ObjectType.DESKTOP && type != ObjectType.WINDOW_STATION;
    }

    /// Further names of the headers: groups of rights, and second names. `TOKEN_READ` and its like keep the values of the headers,
    /// which are not always those of the type's generic mapping.
    private static List<Right> groups(ObjectType type) {
        return switch (type) {
            case FILE -> List.of(
                    new Right("FILE_GENERIC_READ", 0x0012_0089),
                    new Right("FILE_GENERIC_WRITE", 0x0012_0116),
                    new Right("FILE_GENERIC_EXECUTE", 0x0012_00A0),
                    new Right("FILE_LIST_DIRECTORY", 0x0001),
                    new Right("FILE_ADD_FILE", 0x0002),
                    new Right("FILE_ADD_SUBDIRECTORY", 0x0004),
                    new Right("FILE_CREATE_PIPE_INSTANCE", 0x0004),
                    new Right("FILE_TRAVERSE", 0x0020));
            case KEY -> List.of(
                    new Right("KEY_READ", 0x0002_0019),
                    new Right("KEY_WRITE", 0x0002_0006),
                    new Right("KEY_EXECUTE", 0x0002_0019));
            case TOKEN -> List.of(
                    new Right("TOKEN_READ", 0x0002_0008),
                    new Right("TOKEN_WRITE", 0x0002_00E0),
                    new Right("TOKEN_EXECUTE", 0x0002_0000));
            case MUTANT -> List.of(
                    new Right("MUTEX_MODIFY_STATE", 0x0001),
                    new Right("MUTEX_ALL_ACCESS", 0x001F_0001));
            case SECTION -> List.of(
                    new Right("FILE_MAP_COPY", 0x0001),
                    new Right("FILE_MAP_WRITE", 0x0002),
                    new Right("FILE_MAP_READ", 0x0004),
                    new Right("FILE_MAP_ALL_ACCESS", 0x000F_001F));
            case WINDOW_STATION -> List.of(new Right("WINSTA_ALL_ACCESS", 0x037F));
            default -> List.of();
        };
    }
}
