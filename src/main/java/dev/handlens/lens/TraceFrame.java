package dev.handlens.lens;

import dev.handlens.kernel.ps.HandleTrace;
import java.util.List;
import java.util.function.Supplier;

/// What handle tracing of a process has recorded.
///
/// @param process its name; empty for none
/// @param on whether tracing is on
/// @param records how many records there are
/// @param newest the newest records, newest first, as many as a person reads
/// @param outstanding those of handles that were opened since the last snapshot, or since tracing began, and are still open, newest first
/// @param listing what `!htrace` prints, made when it is asked for
/// @param difference what `!htrace -diff` prints
public record TraceFrame(
        String process, boolean on, int records, List<Block> newest, List<Block> outstanding, Supplier<String> listing,
        Supplier<String> difference) {
    /// Records shown at most.
    public static final int MOST = 200;

    /// A record.
    ///
    /// @param operation what was done
    /// @param handle the handle value
    /// @param position the step that did it
    /// @param who process and thread that did it
    /// @param stack call stack, innermost frame first
    public record Block(HandleTrace.Operation operation, long handle, long position, String who, List<String> stack) {}

    /// Nothing to show.
    public static final TraceFrame NONE = new TraceFrame("", false, 0, List.of(), List.of(), () -> "", () -> "");
}
