package dev.handlens.kernel.ex;

import dev.handlens.kernel.ob.ObjectType;

/// The four-character names under which pool is allocated, with what allocates under them.
public final class PoolTag {
    /// Handle tables: the table itself and its pages.
    public static final String HANDLE_TABLE = "Obtb";
    /// Further information on entries of a handle table.
    public static final String HANDLE_EXTRA = "Obeb";
    /// Counts of handles by process, for an object that several processes have open.
    public static final String HANDLE_COUNTS = "ObHd";
    /// Names of objects.
    public static final String OBJECT_NAME = "ObNm";
    /// Entries of directories in the object namespace.
    public static final String DIRECTORY_ENTRY = "ObDi";
    /// I/O requests.
    public static final String IRP = "Irp ";
    /// Names in file objects.
    public static final String FILE_NAME = "IoNm";
    /// Quota of a process.
    public static final String QUOTA_BLOCK = "PsQb";
    /// Groups and privileges of tokens.
    public static final String TOKEN_DYNAMIC = "SeTd";
    /// Targets of symbolic links.
    public static final String LINK_TARGET = "Symt";
    /// Wait blocks of waits for more than three objects.
    public static final String WAIT_BLOCKS = "Wait";

    private PoolTag() {}

    /// What allocates under a tag, in words; empty for a tag that is not known here.
    ///
    /// @param tag four characters, blanks included, such as `Key `
    public static String description(String tag) {
        return switch (tag) {
            case HANDLE_TABLE -> "handle tables";
            case HANDLE_EXTRA -> "extra information on handles";
            case HANDLE_COUNTS -> "handle counts by process";
            case OBJECT_NAME -> "object names";
            case DIRECTORY_ENTRY -> "directory entries of object names";
            case IRP -> "I/O requests (IRPs)";
            case FILE_NAME -> "names in file objects";
            case QUOTA_BLOCK -> "quota blocks of processes";
            case TOKEN_DYNAMIC -> "groups and privileges of tokens";
            case LINK_TARGET -> "targets of symbolic links";
            case WAIT_BLOCKS -> "blocks of threads that wait for many objects";
            default -> objectsOf(tag);
        };
    }

    /// Two types can share a tag, such as Event and EventPair, because a tag is cut from the name: all of them are named.
    private static String objectsOf(String tag) {
        StringBuilder names = new StringBuilder();
        for (ObjectType type : ObjectType.values()) {
            if (type.tag().equals(tag)) {
                names.append(names.isEmpty() ? "" : ", ").append(type.typeName());
            }
        }
        return names.isEmpty() ? "" : names.append(" objects").toString();
    }
}
