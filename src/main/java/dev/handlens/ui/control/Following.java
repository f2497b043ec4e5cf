package dev.handlens.ui.control;

/// What lists scroll to by themselves.
public enum Following {
    /// To nothing: the person has switched it off.
    OFF,
    /// To rows that come in at the end: the run plays too fast for single steps.
    NEW_ROWS,
    /// To the rows that the step shown has changed.
    CHANGES
}
