package dev.handlens.lens;

import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;

/// What the places are called that steps of a program call from. Remembered, since every frame names all of them.
final class PlaceNames {
    private Program program;
    private String[] names = {};

    /// Returns the function with offset, or the service when there is no stack.
    ///
    /// @param step a step with a call
    String of(Program run, Scenario.Step step) {
        if (run != program) {
            program = run;
            names = new String[run.stepCount()];
        }
        if (names[step.id()] == null) {
            Scenario.Call call = step.call();
            names[step.id()] = call.stack().isEmpty() ? call.service() : CallSites.site(call.stack());
        }
        return names[step.id()];
    }
}
