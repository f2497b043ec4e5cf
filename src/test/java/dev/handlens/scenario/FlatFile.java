package dev.handlens.scenario;

/// Scenarios written step by step rather than with repeats, for tests and measurements of what grows with the length of a file.
public final class FlatFile {
    private FlatFile() {}

    /// Returns a scenario in which one process creates events, each in a step of its own, and closes none.
    ///
    /// @param stacks whether each step has a call stack of its own rather than none
    /// @param variables whether each step binds a variable of its own
    public static Program program(int steps, boolean stacks, boolean variables) {
        return program("", "  ", steps, stacks, variables);
    }

    /// Returns a scenario in which one process creates events in rounds, at a call site of its own in each step of a round.
    public static Program rounds(int rounds, int steps) {
        return program("  - repeat: { times: " + rounds + " }\n    do:\n", "      ", steps, true, true);
    }

    private static Program program(String head, String indent, int steps, boolean stacks, boolean variables) {
        StringBuilder text = new StringBuilder("""
                handlens: 1
                title: Step by step
                cast:
                  app: { process: app.exe, pid: 100, loader: false }
                steps:
                """).append(head);
        for (int step = 0; step < steps; step++) {
            text.append(indent).append("- CreateEvent: { in: app");
            if (stacks) {
                text.append(", stack: [app!F").append(step).append("]");
            }
            if (variables) {
                text.append(", as: e").append(step);
            }
            text.append(" }\n");
        }
        try {
            return Program.of(ScenarioReader.read("flat.yaml", text.toString()));
        } catch (ScenarioException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
