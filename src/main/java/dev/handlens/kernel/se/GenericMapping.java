package dev.handlens.kernel.se;

/// The rights of a type that the four generic rights stand for.
///
/// @param read rights of GENERIC_READ
/// @param write rights of GENERIC_WRITE
/// @param execute rights of GENERIC_EXECUTE
/// @param all rights of GENERIC_ALL
public record GenericMapping(int read, int write, int execute, int all) {
    /// Replaces the generic bits of a mask by what they stand for.
    ///
    /// @param access a mask as a caller asks for it
    /// @return the mask without generic bits
    public int map(int access) {
        int mapped = access & 0x0FFF_FFFF;
        if ((access & AccessMask.GENERIC_READ) != 0) {
            mapped |= read;
        }
        if ((access & AccessMask.GENERIC_WRITE) != 0) {
            mapped |= write;
        }
        if ((access & AccessMask.GENERIC_EXECUTE) != 0) {
            mapped |= execute;
        }
        if ((access & AccessMask.GENERIC_ALL) != 0) {
            mapped |= all;
        }
        return mapped;
    }
}
