package dev.handlens.kernel;

/// What a simulated machine is made of. The profile is Windows 7 SP1.
///
/// @param architecture the processor
/// @param pagedLimit bytes of paged pool at most
/// @param nonpagedLimit bytes of nonpaged pool at most
/// @param reuse which freed handle value is handed out first
/// @param verifier whether Driver Verifier watches every driver
public record MachineConfig(Architecture architecture, long pagedLimit, long nonpagedLimit, ReusePolicy reuse, boolean verifier) {
    private static final long MEBIBYTE = 1L << 20;

    /// A machine whose drivers are not watched.
    public MachineConfig(Architecture architecture, long pagedLimit, long nonpagedLimit, ReusePolicy reuse) {
        this(architecture, pagedLimit, nonpagedLimit, reuse, false);
    }

    /// A 64-bit machine with 360 MB of paged and 256 MB of nonpaged pool: small enough that a gauge moves when a scenario leaks.
    public static MachineConfig x64() {
        return new MachineConfig(Architecture.X64, 360 * MEBIBYTE, 256 * MEBIBYTE, ReusePolicy.LIFO);
    }
}
