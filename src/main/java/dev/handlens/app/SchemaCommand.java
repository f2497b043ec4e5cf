package dev.handlens.app;

import dev.handlens.scenario.ScenarioReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `handlens schema`: the JSON Schema of scenario files, for editors.
@Command(name = "schema", description = "Prints the JSON Schema of scenario files, which editors use to complete and to check them.",
        footer = {"", "Example: handlens schema > scenario.schema.json",
                "Then begin a scenario with: # yaml-language-server: $schema=scenario.schema.json"})
final class SchemaCommand implements Callable<Integer> {
    /// Where the schema is kept among the program's resources.
    static final String RESOURCE = "/handlens/scenario.schema.json";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (InputStream schema = ScenarioReader.class.getResourceAsStream(RESOURCE)) {
            if (schema == null) {
                throw new IllegalStateException("this build lacks its schema, " + RESOURCE);
            }
            PrintWriter out = spec.commandLine().getOut();
            out.print(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
            out.flush();
            return ExitCode.OK;
        }
    }
}
