package dev.handlens.app;

import dev.handlens.lens.NamespaceText;
import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.ScenarioException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `handlens state`: what the kernel holds at a moment. [Wiring.StateWriter] writes it.
@Command(name = "state", description = "Prints what the kernel holds at a moment: as one JSON document with processes and their handles, "
        + "objects with their counts and every reference by its cause, and both pools by tag; or the object namespace as a tree.",
        footer = {"", "Examples:", "  handlens state scenarios/thread-self.yaml --at 4 --json",
                "  handlens state scenarios/tour.yaml --at end --names"})
final class StateCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The scenario file.")
    private Path file;

    @Option(names = "--at", paramLabel = "STEP", required = true, converter = Moment.Converter.class,
            description = "The moment: a step (12), a simulated time (2.5s, 140ms), `start` or `end`.")
    private Moment at;

    @ArgGroup(multiplicity = "1")
    private Form form;

    /// One of two forms.
    private static final class Form {
        @Option(names = "--json", required = true, description = "Print everything as JSON.")
        private boolean json;

        @Option(names = "--names", required = true, description = "Print the tree of named objects: \\ObjectTypes, \\BaseNamedObjects, "
                + "\\Device and the rest, each with its type, and links with where they lead.")
        private boolean names;
    }

    StateCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws UserError, ScenarioException, IOException {
        Program program = ScenarioFile.open(file);
        long position = at.position(program);
        Machine machine = Machine.start(program);
        while (machine.position() < position) {
            machine.step();
        }
        PrintWriter out = spec.commandLine().getOut();
        if (form.names) {
            out.print(NamespaceText.of(machine.kernel()));
        } else {
            wiring.state().write(machine, out);
            out.println();
        }
        out.flush();
        return ExitCode.OK;
    }
}
