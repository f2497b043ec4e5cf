package dev.handlens.lens;

/// What happened to a row in the time that is being watched.
public enum Change {
    /// It was there before and still is.
    NONE,
    /// It came: green, `+`.
    OPENED,
    /// It went: red, `−`, struck through.
    CLOSED,
    /// It came and went between two looks that polling would take; only watching every event shows it.
    FLASHED
}
