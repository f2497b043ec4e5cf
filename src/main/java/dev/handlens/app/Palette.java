package dev.handlens.app;

/// Which pair of colours tells opened from closed.
public enum Palette {
    /// Green and red, as Process Explorer has it.
    GREEN_RED,
    /// Blue and orange, for people who cannot tell green from red.
    BLUE_ORANGE,
    /// Light and dark with patterns, for print.
    MONOCHROME
}
