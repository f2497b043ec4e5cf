package dev.handlens.ui.shell;

/// A divider of the desk. FINDINGS and GRAPH are one divider on screen, between the tabs of the right column and Properties; it keeps a
/// place for each of the two tabs, because a finding needs another height than the graph.
enum DividerPlace {
    WALKTHROUGH("walkthrough", "Divider right of the walkthrough"),
    RIGHT_COLUMN("rightColumn", "Divider left of the graph and the properties"),
    PROCESSES("processes", "Divider below the processes"),
    GRAPH("graph", "Divider above the properties"),
    FINDINGS("findings", "Divider above the properties"),
    FOOT("foot", "Divider above the pools and the timeline"),
    PAGED("paged", "Divider right of the paged pool"),
    NONPAGED("nonpaged", "Divider right of the nonpaged pool");

    private final String key;
    private final String spoken;

    DividerPlace(String key, String spoken) {
        this.key = key;
        this.spoken = spoken;
    }

    /// Returns the name under which the settings keep the place.
    String key() {
        return key;
    }

    /// Returns the words that a screen reader says.
    String spoken() {
        return spoken;
    }

    /// Returns whether the divider stands between two columns, and so is dragged to the left and right.
    boolean betweenColumns() {
        return switch (this) {
            case WALKTHROUGH, RIGHT_COLUMN, PAGED, NONPAGED -> true;
            case PROCESSES, GRAPH, FINDINGS, FOOT -> false;
        };
    }
}
