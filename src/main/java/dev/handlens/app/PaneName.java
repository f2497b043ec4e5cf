package dev.handlens.app;

/// A pane that can be drawn alone.
public enum PaneName {
    /// Narration, source and the call of the step.
    WALKTHROUGH(280, 240),
    /// The process tree.
    PROCESSES(320, 160),
    /// The handle list.
    HANDLES(450, 200),
    /// The handle table as it lies in memory.
    TABLE(400, 240),
    /// What handle tracing recorded.
    TRACE(320, 200),
    /// What keeps the selected object alive.
    GRAPH(360, 220),
    /// The properties of what is selected.
    PROPERTIES(284, 160),
    /// Leak suspects and misuse.
    FINDINGS(284, 200),
    /// Both pool gauges.
    POOL(470, 150),
    /// The timeline with its leak strip.
    TIMELINE(420, 150);

    private final PictureSize least;

    PaneName(int width, int height) {
        least = new PictureSize(width, height);
    }

    /// Returns the least picture that the pane fits into: its own least size in the window and the edge around it.
    PictureSize least() {
        return least;
    }
}
