package dev.handlens.app;

/// Which colours the window has.
public enum Theme {
    /// Dark on light.
    LIGHT,
    /// Light on dark.
    DARK,
    /// As the desktop says.
    SYSTEM
}
