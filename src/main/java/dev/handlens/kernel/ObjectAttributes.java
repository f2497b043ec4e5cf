package dev.handlens.kernel;

/// The OBJECT_ATTRIBUTES of a call.
///
/// @param name path of the object, or null for none
/// @param root handle of the directory the name starts in, or 0
/// @param attributes the `OBJ_…` bits
/// @param allowed rights that the security descriptor of a new object gives to programs; -1 for all
public record ObjectAttributes(String name, long root, int attributes, int allowed) {
    public static final int PROTECT_CLOSE = 0x001;
    public static final int INHERIT = 0x002;
    public static final int AUDIT_OBJECT_CLOSE = 0x004;
    public static final int PERMANENT = 0x010;
    public static final int EXCLUSIVE = 0x020;
    public static final int CASE_INSENSITIVE = 0x040;
    public static final int OPENIF = 0x080;
    public static final int OPENLINK = 0x100;
    public static final int KERNEL_HANDLE = 0x200;
    public static final int FORCE_ACCESS_CHECK = 0x400;
    /// Created in kernel mode for kernel mode alone; only for objects with a name.
    public static final int KERNEL_EXCLUSIVE = 0x10000;
    /// The attribute bits that a handle entry keeps.
    public static final int HANDLE_BITS = PROTECT_CLOSE | INHERIT | AUDIT_OBJECT_CLOSE;

    /// No name, no root, no attributes.
    public static final ObjectAttributes NONE = new ObjectAttributes(null, 0, 0);

    /// Attributes with a security descriptor that gives everything to everybody.
    public ObjectAttributes(String name, long root, int attributes) {
        this(name, root, attributes, -1);
    }

    /// The `OBJ_…` bits of what a caller handed over, which may be nothing at all.
    static int bitsOf(ObjectAttributes attributes) {
        return attributes == null ? 0 : attributes.attributes();
    }

    /// A name alone.
    public static ObjectAttributes named(String name) {
        return new ObjectAttributes(name, 0, 0);
    }
}
