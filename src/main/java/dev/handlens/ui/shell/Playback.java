package dev.handlens.ui.shell;

import dev.handlens.ui.Work;

/// How the run is being played.
///
/// @param playing whether it goes on by itself
/// @param speed simulated seconds a second; `Double.POSITIVE_INFINITY` for as fast as it goes
/// @param canUndo whether there is a change of the person's own to take back
/// @param work what a person waits for, or null
public record Playback(boolean playing, double speed, boolean canUndo, Work work) {
    /// How a run is played that nobody waits for.
    public Playback(boolean playing, double speed, boolean canUndo) {
        this(playing, speed, canUndo, null);
    }
}
