package dev.handlens.lens;

/// Identifies a leak suspect through the whole run, while its numbers change.
///
/// @param pid process whose table the handles are in
/// @param type type of the objects; empty while no handle is open and the service does not tell
/// @param site innermost frame that is the program's own, or the service when the calls have no stack
public record SuspectId(int pid, String type, String site) {
    /// Returns the filter of the handle list that lets through the open handles of this suspect and no others of its process.
    public String filter() {
        return (type.isEmpty() ? "" : HandleFilter.exactly("type", type) + " ") + HandleFilter.exactly("site", site) + " state:open";
    }

    /// Returns the filter of the handle list for the handles that were opened with a frame on the call stack.
    ///
    /// @param frame the frame, such as `server!Dispatch+0x1c8`
    public static String frameFilter(String frame) {
        return HandleFilter.exactly("stack", frame);
    }

    /// Returns whether both are the same suspect. The type may become known, or unknown again, as the run goes on.
    public boolean isSame(SuspectId other) {
        boolean sameType = type.equals(other.type) || type.isEmpty() || other.type.isEmpty();
        return pid == other.pid && site.equals(other.site) && sameType;
    }
}
