package dev.handlens.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `handlens schema`: the JSON Schema of scenario files, for editors.
@Command(name = "schema", description = "Prints the JSON Schema of scenario files, which editors use to complete and to check them.",
        footer = {"", "Example: handlens schema > scenario.schema.json",
                "Then begin a scenario with: # yaml-language-server: $schema=scenario.schema.json"})
final class SchemaCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Spec
    private CommandSpec spec;

    SchemaCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println(wiring.schema().get().stripTrailing());
        out.flush();
        return ExitCode.OK;
    }
}
