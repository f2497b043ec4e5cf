package dev.handlens.lens;

/// Everything the window shows at one moment. A value: the panes cannot tell whether it is live, paused, back in time or made for a
/// picture.
///
/// @param title title of the scenario
/// @param name short name of the scenario: its file without extension
/// @param view what the person chose to see
public record Frame(
        String title,
        String name,
        View view,
        WalkthroughFrame walkthrough,
        ProcessesFrame processes,
        HandlesFrame handles,
        TableFrame table,
        TraceFrame trace,
        GraphFrame graph,
        PropertiesFrame properties,
        FindingsFrame findings,
        PoolFrame paged,
        PoolFrame nonpaged,
        TimelineFrame timeline,
        StatusFrame status,
        StepFrame step) {}
