package dev.handlens.lens;

import java.util.List;

/// What the walkthrough shows at a step.
///
/// @param position the step
/// @param length steps there are
/// @param title heading; empty for none
/// @param narration Markdown
/// @param listing lines of the source; empty for none
/// @param listingName name of the source file; empty for none
/// @param firstLine first current line, 1-based; 0 for none
/// @param lastLine last current line
/// @param call the call that this step made, or null for a step without one
/// @param question what the room is asked; empty for none
/// @param answer its answer
/// @param notes notes for the presenter; empty for none
public record WalkthroughFrame(
        long position, long length, String title, String narration, List<String> listing, String listingName, int firstLine, int lastLine,
        CallCard call, String question, String answer, String notes) {
    /// A call with what came of it.
    ///
    /// @param text the call with its arguments, such as `NtClose(0x14)`
    /// @param status status name
    /// @param success whether it is a success
    /// @param result the new handle as text, such as `0x18`; empty for none
    /// @param effects what it changed, a line each, such as `File \Device\Gizmo: handles 3 → 2`
    /// @param who process and thread that made it
    /// @param expectationFailed what the scenario expected instead; empty when it held
    public record CallCard(
            String text, String status, boolean success, String result, List<String> effects, String who, String expectationFailed) {}
}
