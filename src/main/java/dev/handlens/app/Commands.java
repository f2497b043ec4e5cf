package dev.handlens.app;

import dev.handlens.scenario.Diagnostic;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.source.VisibleText;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import picocli.CommandLine;

/// The command line as a whole: which commands there are, and how each kind of error is told.
public final class Commands {
    private static final char UNDECODABLE = '\uFFFD';

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
        root.registerConverter(Path.class, Commands::path);
        // All that is printed has its escape sequences made visible, and picocli's colours are escape sequences.
        root.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        root.setExecutionStrategy(Commands::execute);
        root.setParameterExceptionHandler(Commands::tellUsage);
        root.setExecutionExceptionHandler((failure, command, parsed) -> tellFailure(failure, command));
        return root;
    }

    /// Reads the name of a file. The JDK replaces bytes that it cannot decode, and such a name leads to no file.
    private static Path path(String text) {
        if (text.indexOf(UNDECODABLE) >= 0) {
            throw new CommandLine.TypeConversionException("the name of the file " + VisibleText.line(text) + " is not valid in the encoding "
                    + System.getProperty("sun.jnu.encoding") + " of this locale, so that Java cannot open it; rename the file, "
                    + "or start Handlens with LC_ALL=C.UTF-8");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException invalid) {
            throw new CommandLine.TypeConversionException(VisibleText.line(text) + " cannot be the name of a file (" + invalid.getReason() + ")");
        }
    }

    /// Standard output may fail anywhere, also where picocli itself prints, such as usage help.
    private static int execute(CommandLine.ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (StandardStreams.OutputException unwritable) {
            parsed.commandSpec().commandLine().getErr().println("handlens: " + unwritable.getMessage());
            return ExitCode.BAD_INPUT;
        }
    }

    private static int tellUsage(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        if (isUnknownCommand(mistake, args)) {
            err.println("handlens: there is no file and no command '" + VisibleText.line(args[0]) + "'; the commands are "
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
        if (failure instanceof StandardStreams.OutputException unwritable) {
            err.println("handlens: " + unwritable.getMessage());
            return ExitCode.BAD_INPUT;
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
                && args.length > 1 && !args[0].startsWith("-") && !new File(args[0]).exists();
    }

    /// picocli's messages have no full stop.
    private static String asSentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
