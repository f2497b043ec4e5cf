package dev.handlens.kernel.io;

/// How a driver behaves: data, set when it is loaded.
///
/// @param answer what it does with control codes
/// @param verified whether Driver Verifier watches it, which stops the machine at mistakes that would go unnoticed
public record DriverBehavior(IoctlAnswer answer, boolean verified) {
    /// Completes everything at once; not watched.
    public static final DriverBehavior DEFAULT = answering(IoctlAnswer.AT_ONCE);

    /// A driver that is not watched.
    public static DriverBehavior answering(IoctlAnswer answer) {
        return new DriverBehavior(answer, false);
    }
}
