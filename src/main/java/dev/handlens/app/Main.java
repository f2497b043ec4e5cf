package dev.handlens.app;

import java.io.File;
import picocli.CommandLine;

/// Starts Handlens: reads the command line and ends with the exit code of the command. The JavaFX toolkit starts only where a window may open.
public final class Main {
    private Main() {}

    /// @param args the command line, see `handlens help`
    public static void main(String[] args) {
        if (mayOpenWindow(args)) {
            // Beside reading the command line, which takes about as long.
            Thread.ofPlatform().daemon().name("toolkit").start(Main::startToolkit);
        }
        CommandLine commands = Commands.of(House.wiring());
        commands.setOut(StandardStreams.output());
        commands.setErr(StandardStreams.error());
        System.exit(execute(commands, args));
    }

    /// Whether no command is named. What follows from the words of the command line otherwise, they decide later.
    private static boolean mayOpenWindow(String[] args) {
        return args.length == 0 || args[0].startsWith("--no-settings") || new File(args[0]).isFile();
    }

    private static void startToolkit() {
        if (Rehearsal.wanted() || Display.here().usable()) {
            Toolkit.start();
        }
    }

    /// Up here nothing of the run is held any more, so that there is room for the sentence.
    private static int execute(CommandLine commands, String[] args) {
        try {
            int code = commands.execute(args);
            commands.getOut().flush();
            return code;
        } catch (OutOfMemoryError out) {
            commands.getErr().println("handlens: " + MemoryShortage.sentence());
            return ExitCode.OUT_OF_MEMORY;
        } catch (StandardStreams.OutputException unwritable) {
            // At the last flush; Commands handles all others.
            commands.getErr().println("handlens: " + unwritable.getMessage());
            return ExitCode.BAD_INPUT;
        }
    }
}
