package dev.handlens.lens;

import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;

/// What the places are called that steps of a program call from. Remembered, since every frame names all of them.
final class PlaceNames {
    private Program program;
    private String[] names = {};

    /// Returns where a step calls from, see [CallSites#place(Scenario.Step)].
    ///
    /// @param step a step with a call
    String of(Program run, Scenario.Step step) {
        if (run != program) {
            program = run;
            names = new String[run.stepCount()];
        }
        if (names[step.id()] == null) {
            names[step.id()] = CallSites.place(step);
        }
        return names[step.id()];
    }
}
