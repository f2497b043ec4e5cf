package dev.handlens.app;

import dev.handlens.scenario.Diagnostic;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.source.VisibleText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `handlens check`: reads scenarios without playing them.
@Command(name = "check", description = "Reads scenarios without playing them, and prints every mistake as file:line:column.",
        footer = {"", "Example: handlens check scenarios/*.yaml"})
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The scenario files.")
    private List<Path> files;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        int bad = 0;
        for (Path file : files) {
            try {
                Program program = ScenarioFile.open(file);
                out.println(VisibleText.line(file.toString()) + ": good, " + RunText.counted(program.length(), "step"));
            } catch (ScenarioException mistakes) {
                bad++;
                for (Diagnostic diagnostic : mistakes.diagnostics()) {
                    err.println(diagnostic);
                }
            } catch (UserError unreadable) {
                bad++;
                err.println(unreadable.getMessage());
            }
        }
        if (bad > 0) {
            err.println(bad + " of " + RunText.counted(files.size(), "file") + " cannot be played; mend what is named above, check again.");
        }
        return bad == 0 ? ExitCode.OK : ExitCode.BAD_INPUT;
    }
}
