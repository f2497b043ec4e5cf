package dev.handlens.kernel;

/// On whose behalf a call runs. `Nt` services keep the mode of the caller, `Zw` services set it to `KERNEL`.
public enum PreviousMode {
    /// A program: handles and pointers are checked.
    USER,
    /// The kernel or a driver: trusted, access checks are skipped.
    KERNEL
}
