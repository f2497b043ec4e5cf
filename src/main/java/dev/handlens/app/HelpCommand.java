package dev.handlens.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `handlens help`: everything there is to know about the command line, on one page; `handlens help COMMAND`: one command.
@Command(name = "help", description = "Prints this page, or the part about one command.", footer = {"", "Example: handlens help shoot"})
final class HelpCommand implements Callable<Integer> {
    /// Length of the line between two commands, less its ends.
    private static final int RULE = 74;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "The command to explain.")
    private String command;

    @Override
    public Integer call() {
        CommandLine root = spec.parent().commandLine();
        PrintWriter out = spec.commandLine().getOut();
        if (command == null) {
            root.usage(out);
            for (CommandLine each : root.getSubcommands().values()) {
                out.println();
                out.println("--- " + each.getCommandName() + " " + "-".repeat(RULE - each.getCommandName().length()));
                each.usage(out);
            }
            return ExitCode.OK;
        }
        CommandLine one = root.getSubcommands().get(command);
        if (one == null) {
            throw new ParameterException(spec.commandLine(), "there is no command '" + command + "'; the commands are "
                    + String.join(", ", root.getSubcommands().keySet()) + ".");
        }
        one.usage(out);
        return ExitCode.OK;
    }
}
