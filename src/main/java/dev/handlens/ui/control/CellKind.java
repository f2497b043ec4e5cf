package dev.handlens.ui.control;

/// Which type a cell is set in.
public enum CellKind {
    /// Words and numbers that are read first.
    PLAIN("plain"),
    /// Words and numbers that are read second.
    MUTED("muted"),
    /// Handles, masks and other machine values.
    MONO("mono"),
    /// Machine values that are read second, such as addresses.
    MONO_MUTED("mono-muted"),
    /// The sign that says opened or closed.
    GLYPH("glyph");

    private final String styleClass;

    CellKind(String styleClass) {
        this.styleClass = styleClass;
    }

    /// Name of the kind in style sheets.
    public String styleClass() {
        return styleClass;
    }
}
