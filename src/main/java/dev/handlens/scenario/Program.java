package dev.handlens.scenario;

/// A scenario as one long list of steps, repeats unrolled in thought only: any place of it is found by arithmetic.
/// Position 0 is the start, before the first step; position p is the moment after step p.
public final class Program {
    private Program() {}

    /// The program of a scenario.
    public static Program of(Scenario scenario) {
        throw new UnsupportedOperationException();
    }

    /// The scenario.
    public Scenario scenario() {
        throw new UnsupportedOperationException();
    }

    /// How many steps there are.
    public long length() {
        throw new UnsupportedOperationException();
    }

    /// The step that leads to a position.
    ///
    /// @param position 1 to `length()`
    public Scenario.Step step(long position) {
        throw new UnsupportedOperationException();
    }

    /// Simulated ms at a position.
    ///
    /// @param position 0 to `length()`
    public long time(long position) {
        throw new UnsupportedOperationException();
    }

    /// The last position whose time is not after a time.
    ///
    /// @param millis simulated ms
    public long positionAt(long millis) {
        throw new UnsupportedOperationException();
    }

    /// How many different steps the file has: ids of steps are below it.
    public int stepCount() {
        throw new UnsupportedOperationException();
    }

    /// The program with one more step after a position; repeats that contain the place are split.
    public Program withStepAfter(long position, Scenario.Step step) {
        throw new UnsupportedOperationException();
    }
}
