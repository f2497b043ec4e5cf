package dev.handlens.scenario;

import java.nio.file.Path;

/// Reads scenario files. They are untrusted: size, depth, line length, repeats and memory are bounded; they read no files and open no
/// network.
public final class ScenarioReader {
    private ScenarioReader() {}

    /// Reads a file.
    ///
    /// @throws ScenarioException when it cannot be read or has mistakes
    public static Scenario read(Path file) throws ScenarioException {
        throw new UnsupportedOperationException();
    }

    /// Reads text.
    ///
    /// @param file name for diagnostics
    /// @throws ScenarioException when it has mistakes
    public static Scenario read(String file, String text) throws ScenarioException {
        throw new UnsupportedOperationException();
    }
}
