package dev.handlens.app;

import dev.handlens.lens.FindingsFrame;
import dev.handlens.scenario.Diagnostic;
import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Program;
import dev.handlens.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// A scenario played from its start to its end.
///
/// @param program the scenario
/// @param machine the machine at the end
/// @param findings what was found
/// @param failures expectations that did not hold, of steps first, then of the end
public record Playthrough(Program program, Machine machine, FindingsFrame findings, List<Diagnostic> failures) {
    /// Plays it.
    ///
    /// @param file file name for messages
    /// @param program the scenario
    /// @param findings says what was found
    /// @param eachStep told of every step after it ran
    public static Playthrough of(
            String file, Program program, Wiring.FindingsSource findings, BiConsumer<Machine, Machine.Outcome> eachStep) {
        Timeline timeline = new Timeline(program);
        while (timeline.position() < timeline.length()) {
            timeline.seek(timeline.position() + 1);
            eachStep.accept(timeline.machine(), timeline.machine().last());
        }
        Machine machine = timeline.machine();
        FindingsFrame found = findings.find(timeline);
        List<Diagnostic> failures = new ArrayList<>();
        for (Machine.Outcome outcome : machine.failures()) {
            failures.add(new Diagnostic(file, outcome.step().place(), "step " + outcome.position() + ": " + outcome.failure()));
        }
        failures.addAll(FinalsCheck.check(file, program.scenario().finals(), machine::pid, found.leaks(), machine.misuses()));
        return new Playthrough(program, machine, found, List.copyOf(failures));
    }

    /// Whether every expectation held.
    public boolean allHeld() {
        return failures.isEmpty();
    }

    /// The exit code that says so.
    public int exitCode() {
        return allHeld() ? ExitCode.OK : ExitCode.EXPECTATION_FAILED;
    }
}
