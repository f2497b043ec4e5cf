package dev.handlens.lens;

import java.util.List;

/// What the current step changed, and where it stands in the scenario: what a window needs to bring the step's own rows into view.
///
/// @param position the step
/// @param handles handles of the listed process that the step opened or closed, or whose attributes it changed, at most [#MOST_HANDLES]
/// @param handleCount number of all those handles
/// @param processes ids of the processes that the step started or ended
/// @param elsewhere id of a process whose handles the step changed when it changed none of the listed process; else 0
/// @param traced whether the step switched or read handle tracing
/// @param poolExhausted whether the step's call failed because pool or quota ran out
/// @param pace mean simulated ms between the last few steps
/// @param chapters the titled steps of the scenario, the start first
/// @param chapter index of the current chapter
public record StepFrame(
        long position, List<HandleKey> handles, long handleCount, List<Integer> processes, int elsewhere, boolean traced,
        boolean poolExhausted, double pace, List<Chapter> chapters, int chapter) {
    /// Most handles listed in a frame.
    public static final int MOST_HANDLES = 64;
    private static final double READABLE_MILLIS = 250;

    /// Returns whether steps come slowly enough to follow each of them with the eyes: at most four a second.
    ///
    /// @param speed simulated seconds per second
    public boolean isReadable(double speed) {
        return pace >= READABLE_MILLIS * speed;
    }

    /// Returns the position of the next chapter, or of the one before; backwards first that of the start of the current one. Without a
    /// further chapter it is the position of the step.
    public long neighbour(boolean next) {
        boolean within = position > chapters.get(chapter).position();
        int there = next ? chapter + 1 : within ? chapter : chapter - 1;
        return there < 0 || there == chapters.size() ? position : chapters.get(there).position();
    }
}
