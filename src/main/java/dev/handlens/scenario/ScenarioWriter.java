package dev.handlens.scenario;

/// Writes a scenario as a file that the reader reads back to an equal one.
public final class ScenarioWriter {
    private ScenarioWriter() {}

    /// The text of the file.
    public static String write(Scenario scenario) {
        throw new UnsupportedOperationException();
    }
}
