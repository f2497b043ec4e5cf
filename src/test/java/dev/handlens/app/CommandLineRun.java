package dev.handlens.app;

import dev.handlens.lens.FindingsFrame;
import dev.handlens.scenario.Machine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/// The command line in a test: what it printed, and what it asked the other rooms for.
final class CommandLineRun {
    final List<WindowRequest> windows = new ArrayList<>();
    final List<PictureRequest> pictures = new ArrayList<>();
    final List<Long> statePositions = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine commands;

    CommandLineRun() {
        this(Display.USABLE);
    }

    CommandLineRun(Display display) {
        commands = Commands.of(new Wiring(this::open, pictures::add, this::writeState,
                machine -> new FindingsFrame(List.of(), List.of(), List.of()), () -> "{ }\n", () -> display));
        commands.setOut(new PrintWriter(out, true));
        commands.setErr(new PrintWriter(err, true));
    }

    /// @return the exit code
    int run(String... args) {
        return commands.execute(args);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    private void writeState(Machine machine, Writer writer) throws IOException {
        statePositions.add(machine.position());
        writer.write("{}");
    }

    private int open(WindowRequest request) {
        windows.add(request);
        return ExitCode.OK;
    }
}
