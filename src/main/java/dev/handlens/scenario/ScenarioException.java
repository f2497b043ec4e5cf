package dev.handlens.scenario;

import java.util.List;

/// A scenario file that cannot be played.
public final class ScenarioException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<Diagnostic> diagnostics;

    /// @param diagnostics what is wrong, at least one
    public ScenarioException(List<Diagnostic> diagnostics) {
        super(diagnostics.getFirst().toString());
        this.diagnostics = List.copyOf(diagnostics);
    }

    /// What is wrong.
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
