package dev.handlens.kernel.ex;

/// A handle table entry: two words of 64 bits.
///
/// The first word holds the object and the granted access, as Windows' entry does. What Windows leaves unused holds what makes entries
/// tell their own story: attributes, a generation (how often the slot was handed out) and the stamp of the step that opened it. A free
/// entry has no object and names the next free one.
///
/// @param handle the handle value
/// @param object id of the object
/// @param grantedAccess access granted when it was opened
/// @param attributes `OBJ_INHERIT`, `OBJ_PROTECT_CLOSE`, `OBJ_AUDIT_OBJECT_CLOSE` bits
/// @param generation how often the slot was handed out, this time included; stays at its maximum of 1,048,575
/// @param stamp position of the step that opened it
public record HandleEntry(long handle, int object, int grantedAccess, int attributes, int generation, long stamp) {
    static final int GENERATION_SHIFT = 44;
    static final int ATTRIBUTE_SHIFT = 40;
    static final long MAXIMUM_GENERATION = (1 << 20) - 1;
    static final long STAMP_MASK = (1L << ATTRIBUTE_SHIFT) - 1;

    /// Reads the two words of an entry.
    public static HandleEntry of(long handle, long first, long second) {
        return new HandleEntry(handle, object(first), access(first), attributes(second), generation(second), stamp(second));
    }

    /// The first word.
    static long first(int object, int grantedAccess) {
        return (long) object << 32 | grantedAccess & 0xFFFF_FFFFL;
    }

    /// The second word of an entry in use.
    static long second(long generation, int attributes, long stamp) {
        return generation << GENERATION_SHIFT | (long) attributes << ATTRIBUTE_SHIFT | stamp;
    }

    /// Object id of a first word; 0 for a free entry.
    public static int object(long first) {
        return (int) (first >>> 32);
    }

    /// Granted access of a first word.
    public static int access(long first) {
        return (int) first;
    }

    /// Attributes of a second word.
    public static int attributes(long second) {
        return (int) (second >>> ATTRIBUTE_SHIFT) & 0xF;
    }

    /// Generation of a second word.
    public static int generation(long second) {
        return (int) (second >>> GENERATION_SHIFT);
    }

    /// Stamp of a second word.
    public static long stamp(long second) {
        return second & STAMP_MASK;
    }
}
