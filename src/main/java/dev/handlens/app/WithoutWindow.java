package dev.handlens.app;

import dev.handlens.scenario.Program;
import dev.handlens.source.FileProblem;
import dev.handlens.source.VisibleText;
import dev.handlens.ui.theme.Theme;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/// What Handlens does where no window can be opened: it says why, plays the scenario to its end, reports, and draws pictures.
final class WithoutWindow {
    /// Pictures on the way: enough to see how the run went, few enough to be drawn in seconds.
    private static final int MOMENTS = 4;

    private final Wiring wiring;
    private final PrintWriter out;

    WithoutWindow(Wiring wiring, PrintWriter out) {
        this.wiring = wiring;
        this.out = out;
    }

    /// @return exit code
    int play(Path file, Program program, Display display, Path folder) throws UserError {
        out.println("No window: " + display.reason() + " Playing " + VisibleText.line(file.toString()) + " to its end instead.");
        out.println();
        Playthrough run = Playthrough.of(file.toString(), program, wiring.findings(), (machine, outcome) -> {});
        RunText.print(out, VisibleText.line(file.toString()), run);
        out.println();
        draw(program, folder);
        out.flush();
        return run.exitCode();
    }

    /// A machine that lacks the libraries for pictures still gets its report: pictures are the lesser half.
    private void draw(Program program, Path folder) throws UserError {
        String missing = Display.missingForPictures();
        if (!missing.isEmpty()) {
            out.println("No pictures were drawn. " + missing);
            return;
        }
        HeadlessToolkit.choose();
        try {
            Files.createDirectories(folder);
            int drawn = 0;
            for (long position : moments(program.length())) {
                drawn += shoot(program, position, Theme.LIGHT, folder);
            }
            drawn += shoot(program, program.length(), Theme.DARK, folder);
            out.println("Pictures: " + drawn + " in " + VisibleText.line(folder.toString()));
        } catch (IOException failed) {
            throw new UserError(VisibleText.line(folder.toString()) + " cannot be written (" + FileProblem.reason(failed) + "); name another folder with --pictures.", failed);
        }
    }

    private int shoot(Program program, long position, Theme theme, Path folder) throws UserError, IOException {
        String colours = theme.name().toLowerCase(Locale.ROOT);
        String name = String.format(Locale.ROOT, "%s-%04d-%s.png", program.scenario().name(), position, colours);
        wiring.pictures().draw(new PictureRequest(program, position, folder.resolve(name), PictureSize.USUAL, theme, null, null));
        return 1;
    }

    /// Positions at even distances, the last one among them.
    static SortedSet<Long> moments(long length) {
        SortedSet<Long> moments = new TreeSet<>();
        for (int i = 1; i <= MOMENTS; i++) {
            moments.add(length * i / MOMENTS);
        }
        return moments;
    }
}
