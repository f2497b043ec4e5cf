package dev.handlens.kernel.ob;

import dev.handlens.kernel.Architecture;

/// Bytes of the header before every object's body, and of the optional headers before that one.
///
/// @param objectHeader the header up to the body
/// @param objectHeaderWithDummyBody the header with the pointer-sized body that its structure declares; quota is charged by it
/// @param creatorInfo list of the objects of a type
/// @param nameInfo directory and name
/// @param handleInfo handles of each process
/// @param quotaInfo pool charges that differ from the type's own
/// @param processInfo the process that has the object for itself
record HeaderSizes(
        int objectHeader, int objectHeaderWithDummyBody, int creatorInfo, int nameInfo, int handleInfo, int quotaInfo, int processInfo) {
    private static final HeaderSizes X64 = new HeaderSizes(0x30, 0x38, 0x20, 0x20, 0x10, 0x20, 0x10);
    private static final HeaderSizes X86 = new HeaderSizes(0x18, 0x20, 0x10, 0x10, 0x08, 0x10, 0x08);

    /// The sizes on a processor.
    static HeaderSizes of(Architecture architecture) {
        return switch (architecture) {
            case X64 -> X64;
            case X86 -> X86;
        };
    }
}
