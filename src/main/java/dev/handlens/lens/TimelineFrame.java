package dev.handlens.lens;

import java.util.List;

/// What the timeline shows.
///
/// @param position the step shown
/// @param length steps there are
/// @param time simulated ms at the position
/// @param totalTime simulated ms of the whole run
/// @param axis where positions lie
/// @param bars what was opened and closed, from the start of the run as far as it was played
/// @param barWords how much of the axis a bar is, such as `0.6 s a bar` or `150,000 steps a bar`
/// @param ticks labels along the axis
/// @param instant which of several steps at the same instant the position is, such as `3 of 6 steps at 2.000 s`; empty when it is the last
/// @param byStep whether a bar is a single step
/// @param branched whether a person changed the run
public record TimelineFrame(
        long position, long length, long time, long totalTime, TimelineAxis axis, List<Bar> bars, String barWords, List<Tick> ticks,
        String instant, boolean byStep, boolean branched) {
    /// Opens and closes in a part of the run.
    ///
    /// @param start place on the axis at which it starts; what happened there belongs to the bar before, except at 0
    /// @param end place at which it ends
    /// @param opened handles opened in it
    /// @param closed handles closed in it
    /// @param open handles opened in it that are open at the position shown
    public record Bar(long start, long end, long opened, long closed, long open) {}

    /// A label.
    ///
    /// @param place where it stands on the axis
    /// @param label its text
    public record Tick(long place, String label) {}

    /// Returns the bar that covers a place, or null where nothing was played yet.
    public Bar bar(double place) {
        for (Bar bar : bars) {
            if (place <= bar.end()) {
                return bar;
            }
        }
        return null;
    }

    /// Returns the bar of the step shown, or null at the start.
    public Bar current() {
        return position == 0 ? null : bar(axis.place(position));
    }

    /// Returns the position to go to for a part of the axis more or less: at least one step away, unless there is none.
    ///
    /// @param parts how many parts the axis has
    /// @param direction 1 or −1
    public long page(int parts, int direction) {
        long there = axis.position(axis.place(position) + direction * Math.max(1, (double) axis.end() / parts));
        return Math.clamp(direction < 0 ? Math.min(there, position - 1) : Math.max(there, position + 1), 0, length);
    }
}
