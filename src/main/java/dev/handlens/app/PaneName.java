package dev.handlens.app;

/// A pane that can be drawn alone.
public enum PaneName {
    /// Narration, source and the call of the step.
    WALKTHROUGH,
    /// The process tree.
    PROCESSES,
    /// The handle list.
    HANDLES,
    /// The handle table as it lies in memory.
    TABLE,
    /// What handle tracing recorded.
    TRACE,
    /// What keeps the selected object alive.
    GRAPH,
    /// The properties of what is selected.
    PROPERTIES,
    /// Leak suspects and misuse.
    FINDINGS,
    /// Both pool gauges.
    POOL,
    /// The timeline with its leak strip.
    TIMELINE
}
