package dev.handlens.lens;

import java.util.List;

/// What the timeline shows.
///
/// @param position the step shown
/// @param length steps there are
/// @param time simulated ms at the position
/// @param totalTime simulated ms of the whole run
/// @param bars the leak strip, from the first step to the last
/// @param barWords how much a bar is, in words: `a step a bar`, `half a second a bar`
/// @param ticks labels along the axis
/// @param byStep whether single steps are told apart on the strip
/// @param branched whether a person changed the run
public record TimelineFrame(
        long position, long length, long time, long totalTime, List<Bar> bars, String barWords, List<Tick> ticks, boolean byStep,
        boolean branched) {
    /// Opens and closes of a slice of the run.
    ///
    /// @param from first position of the slice
    /// @param to last position of the slice
    /// @param opened handles opened in it
    /// @param closed handles closed in it
    public record Bar(long from, long to, long opened, long closed) {}

    /// A label.
    ///
    /// @param position where it stands
    /// @param label its text
    public record Tick(long position, String label) {}
}
