package dev.handlens.ui.shell;

/// How the run is being played.
///
/// @param playing whether it goes on by itself
/// @param speed simulated seconds a second; `Double.POSITIVE_INFINITY` for as fast as it goes
/// @param canUndo whether there is a change of the person's own to take back
public record Playback(boolean playing, double speed, boolean canUndo) {}
