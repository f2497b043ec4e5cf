package dev.handlens.kernel.io;

/// How many requests of each kind a driver was sent.
///
/// @param creates file objects opened
/// @param controls control codes
/// @param cleanups file objects whose last handle was closed
/// @param closes file objects gone
public record MajorCounts(long creates, long controls, long cleanups, long closes) {
    /// None yet.
    public static final MajorCounts NONE = new MajorCounts(0, 0, 0, 0);

    /// One more of a kind.
    public MajorCounts and(MajorFunction function) {
        return switch (function) {
            case IRP_MJ_CREATE -> new MajorCounts(creates + 1, controls, cleanups, closes);
            case IRP_MJ_DEVICE_CONTROL -> new MajorCounts(creates, controls + 1, cleanups, closes);
            case IRP_MJ_CLEANUP -> new MajorCounts(creates, controls, cleanups + 1, closes);
            case IRP_MJ_CLOSE -> new MajorCounts(creates, controls, cleanups, closes + 1);
        };
    }
}
