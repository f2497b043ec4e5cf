package dev.handlens.kernel.se;

import dev.handlens.kernel.ob.ObjectType;
import java.util.List;
import java.util.OptionalInt;

/// The bits of an access mask that every type shares, and masks in words.
public final class AccessMask {
    /// Delete the object.
    public static final int DELETE = 0x0001_0000;
    /// Read the security descriptor, apart from what it audits.
    public static final int READ_CONTROL = 0x0002_0000;
    /// Change who has which access.
    public static final int WRITE_DAC = 0x0004_0000;
    /// Change the owner.
    public static final int WRITE_OWNER = 0x0008_0000;
    /// Wait for the object.
    public static final int SYNCHRONIZE = 0x0010_0000;
    /// Read and change what is audited.
    public static final int ACCESS_SYSTEM_SECURITY = 0x0100_0000;
    /// Asks for all that the security descriptor allows.
    public static final int MAXIMUM_ALLOWED = 0x0200_0000;
    /// Asks for everything that makes sense for the type.
    public static final int GENERIC_ALL = 0x1000_0000;
    /// Asks for what the type takes for execution.
    public static final int GENERIC_EXECUTE = 0x2000_0000;
    /// Asks for what the type takes for writing.
    public static final int GENERIC_WRITE = 0x4000_0000;
    /// Asks for what the type takes for reading.
    public static final int GENERIC_READ = 0x8000_0000;

    private AccessMask() {}

    /// The rights in an access request that the type does not have: a request with any of them is denied, whoever asks.
    ///
    /// @param desired a mask as a caller asks for it, generic bits included
    /// @return the unknown bits, 0 if all are known
    public static int undefined(ObjectType type, int desired) {
        return type.genericMapping().map(desired) & ~(type.validAccess() | ACCESS_SYSTEM_SECURITY | MAXIMUM_ALLOWED);
    }

    /// A granted mask in as few words as a column has room for, such as `all`, `read, write`, `modify state, synchronize` or `none`.
    ///
    /// @param mask granted access, without generic bits
    public static String describe(ObjectType type, int mask) {
        return AccessWords.describe(type, mask);
    }

    /// The rights in a mask by the names of the Windows headers, such as `EVENT_MODIFY_STATE`: first generic rights, then those of the
    /// type, then those that all types share, each lowest bit first. Bits without a name come last, as one hexadecimal number.
    public static List<String> names(ObjectType type, int mask) {
        return AccessNames.of(type, mask);
    }

    /// The mask that a name of the Windows headers stands for, such as `GENERIC_READ`, `EVENT_ALL_ACCESS` or `KEY_READ`.
    ///
    /// @param type the type that the right is for, or null to search the names of all types
    /// @return the mask; empty if the type has no right of that name
    public static OptionalInt parse(ObjectType type, String name) {
        return AccessNames.parse(type, name);
    }

    /// All names that `parse` understands, those that only the type has among the others.
    ///
    /// @param type the type that the rights are for, or null for the names of all types
    public static List<String> knownNames(ObjectType type) {
        return AccessNames.knownNames(type);
    }
}
