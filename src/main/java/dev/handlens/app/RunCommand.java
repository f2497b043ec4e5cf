package dev.handlens.app;

import dev.handlens.lens.ProcessNames;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.source.VisibleText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `handlens run`: plays a scenario to its end and says what was found.
@Command(name = "run", description = "Plays a scenario to its end, checks every expectation in it, and prints what was found.",
        footer = {"", "Example: handlens run scenarios/makefred-bug.yaml"})
final class RunCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The scenario file.")
    private Path file;

    @Option(names = "--json", description = "Print one JSON object a line: each step as it ran, then the verdict (\"end\": true).")
    private boolean json;

    RunCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws UserError, ScenarioException {
        Program program = ScenarioFile.open(file);
        PrintWriter out = spec.commandLine().getOut();
        Playthrough run = json ? playAsJson(program, out) : playAsText(program, out);
        out.flush();
        return run.exitCode();
    }

    private Playthrough playAsText(Program program, PrintWriter out) {
        Playthrough run = Playthrough.of(file.toString(), program, wiring.findings(), (machine, outcome) -> {});
        RunText.print(out, VisibleText.line(file.toString()), run);
        return run;
    }

    private Playthrough playAsJson(Program program, PrintWriter out) {
        try (RunJson lines = new RunJson(out)) {
            Playthrough run = Playthrough.of(file.toString(), program, wiring.findings(), (machine, outcome) -> lines.step(outcome,
                    program.time(outcome.position()), outcome.caller() == null ? "" : ProcessNames.of(machine, outcome.caller().pid())));
            lines.end(run);
            return run;
        }
    }
}
