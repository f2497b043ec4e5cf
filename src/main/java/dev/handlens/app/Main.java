package dev.handlens.app;

import java.io.File;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/// Starts Handlens. Separate from the JavaFX application class so that every command without a window starts without the toolkit.
public final class Main {
    private Main() {}

    /// @param args the command line, see `handlens help`
    public static void main(String[] args) {
        if (mayOpenWindow(args)) {
            // Beside reading the command line, which takes about as long.
            Thread.ofPlatform().daemon().name("toolkit").start(Main::startToolkit);
        }
        CommandLine commands = Commands.of(House.wiring());
        commands.setOut(writer(System.out));
        commands.setErr(writer(System.err));
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
            return commands.execute(args);
        } catch (OutOfMemoryError out) {
            commands.getErr().println("handlens: " + MemoryShortage.sentence());
            return ExitCode.OUT_OF_MEMORY;
        }
    }

    /// Text is UTF-8 whatever the locale says (under the C locale Java would print question marks), except on a Windows console, which
    /// has a code page of its own.
    private static PrintWriter writer(PrintStream stream) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Charset charset = windows && System.console() != null && System.console().isTerminal() ? stream.charset() : StandardCharsets.UTF_8;
        return new PrintWriter(stream, true, charset);
    }
}
