package dev.handlens.app;

import dev.handlens.scenario.Diagnostic;
import dev.handlens.scenario.ScenarioException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line as a whole: which commands there are, and how each kind of error is told.
public final class Commands {
    private Commands() {}

    /// @param wiring what the commands need from the other rooms
    public static CommandLine of(Wiring wiring) {
        CommandLine root = new CommandLine(new WindowCommand(wiring))
                .addSubcommand(new RunCommand(wiring))
                .addSubcommand(new StateCommand(wiring))
                .addSubcommand(new CheckCommand())
                .addSubcommand(new ShootCommand(wiring))
                .addSubcommand(new SchemaCommand(wiring))
                .addSubcommand(new HelpCommand());
        for (CommandLine command : root.getSubcommands().values()) {
            command.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
            command.getCommandSpec().usageMessage().autoWidth(true);
        }
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setParameterExceptionHandler(Commands::tellUsage);
        root.setExecutionExceptionHandler((failure, command, parsed) -> tellFailure(failure, command));
        return root;
    }

    private static int tellUsage(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        if (isUnknownCommand(mistake, args)) {
            err.println("handlens: there is no file and no command '" + args[0] + "'; the commands are "
                    + String.join(", ", command.getSubcommands().keySet()) + ".");
        } else {
            err.println(command.getCommandSpec().qualifiedName() + ": " + asSentence(mistake.getMessage()));
            UnmatchedArgumentException.printSuggestions(mistake, err);
        }
        err.println("See `handlens help" + (command.getParent() == null ? "" : " " + command.getCommandName()) + "`.");
        return ExitCode.BAD_INPUT;
    }

    private static int tellFailure(Exception failure, CommandLine command) throws Exception {
        PrintWriter err = command.getErr();
        if (failure instanceof ParameterException mistake) {
            return tellUsage(mistake, new String[0]);
        }
        if (failure instanceof UserError mistake) {
            err.println("handlens: " + mistake.getMessage());
            return ExitCode.BAD_INPUT;
        }
        if (failure instanceof ScenarioException mistakes) {
            for (Diagnostic diagnostic : mistakes.diagnostics()) {
                err.println(diagnostic);
            }
            err.println("Nothing was played; mend the place named above, and try `handlens check` on the file.");
            return ExitCode.BAD_INPUT;
        }
        err.println(new CrashReport("", 0, Version.current(), failure).details());
        return ExitCode.OUR_FAULT;
    }

    /// Whether `handlens rum x.yaml` was meant as a command: picocli takes the first word for a file and stumbles over the second.
    private static boolean isUnknownCommand(ParameterException mistake, String[] args) {
        return mistake instanceof UnmatchedArgumentException && mistake.getCommandLine().getParent() == null
                && args.length > 1 && !args[0].startsWith("-") && !Files.exists(Path.of(args[0]));
    }

    /// picocli's messages have no full stop.
    private static String asSentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
