package dev.handlens.app;

import dev.handlens.scenario.Program;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.source.FileProblem;
import dev.handlens.source.VisibleText;
import dev.handlens.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `handlens shoot`: a picture of the window, or of one pane, without a display. [Wiring.PictureMaker] draws it.
@Command(name = "shoot",
        description = "Draws the window, or one pane, at a moment or several. Needs no display, and gives the same pixels every time.",
        footer = {"", "Examples:",
                "  handlens shoot scenarios/tour.yaml --at 9 --out tour.png --size 1920x1080",
                "  handlens shoot scenarios/tour.yaml --at end --out handles.png \\",
                "      --theme dark --pane handles --select fred.exe/0x14",
                "  handlens shoot scenarios/tour.yaml --at 9 --out slide.png --presentation --size 1280x720",
                "  handlens shoot scenarios/tour.yaml --at all --out pictures"})
final class ShootCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The scenario file.")
    private Path file;

    @Option(names = "--at", paramLabel = "STEP", required = true, converter = Moments.Converter.class,
            description = "The moment: a step (12), a simulated time (2.5s, 140ms), `start` or `end`; or several: steps in a row (3-9)"
                    + " or `all`.")
    private Moments at;

    @Option(names = "--out", paramLabel = "X.png", required = true, description = "The picture to write, or the folder for several.")
    private Path out;

    @Option(names = "--size", paramLabel = "WxH", converter = PictureSize.Converter.class,
            description = "Its size in pixels; 1440x900 when not given. The window needs 1000x640, a pane less.")
    private PictureSize size = PictureSize.USUAL;

    @Option(names = "--theme", paramLabel = "THEME", description = "light or dark; light when not given.")
    private Theme theme = Theme.LIGHT;

    @Option(names = "--pane", paramLabel = "PANE", description = "Draw this pane alone: walkthrough, processes, handles, table, trace, graph,"
            + " properties, findings, pool or timeline.")
    private PaneName pane;

    @Option(names = "--presentation", description = "Draw the window as F11 shows it: what the step is about, large.")
    private boolean presentation;

    @Option(names = "--select", paramLabel = "THING", converter = Mark.Converter.class,
            description = "What to select: a process (fred.exe, 2184) or a handle (fred.exe/0x14).")
    private Mark select;

    ShootCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws UserError, ScenarioException {
        if (theme == Theme.SYSTEM) {
            throw new ParameterException(spec.commandLine(),
                    "--theme system would make the picture depend on this desktop; give light or dark.");
        }
        PictureSize least = pane == null ? PictureSize.LEAST_WINDOW : pane.least();
        if (!size.holds(least)) {
            throw new ParameterException(spec.commandLine(), "--size %s is too small for %s, whose parts would overlap; give at least %s."
                    .formatted(size, pane == null ? "the window" : "the pane " + pane.name().toLowerCase(Locale.ROOT), least));
        }
        if (presentation && pane != null) {
            throw new ParameterException(spec.commandLine(), "--presentation draws the whole window; leave out --pane.");
        }
        boolean several = !(at instanceof Moments.One);
        if (!several && !out.toString().endsWith(".png")) {
            throw new ParameterException(spec.commandLine(), "--out " + out + ": pictures are PNG; give a name that ends in .png.");
        }
        if (several && out.toString().endsWith(".png")) {
            throw new ParameterException(spec.commandLine(), "--out " + out + ": --at names several moments; give a folder for them.");
        }
        Program program = ScenarioFile.open(file);
        SequencedMap<Long, Path> shots = new TreeMap<>();
        for (long position : at.positions(program)) {
            shots.put(position, several ? out.resolve(fileName(program, position)) : out);
        }
        PictureRequest request = new PictureRequest(program, shots, size, theme, pane, presentation, select);
        String missing = Display.missingForPictures();
        if (!missing.isEmpty()) {
            throw new UserError(missing);
        }
        HeadlessToolkit.choose();
        draw(request);
        return ExitCode.OK;
    }

    private String fileName(Program program, long position) {
        String of = presentation ? "-presentation" : pane == null ? "" : "-" + pane.name().toLowerCase(Locale.ROOT);
        return String.format(Locale.ROOT, "%s%s-%04d-%s.png", program.scenario().name(), of, position, theme.name().toLowerCase(Locale.ROOT));
    }

    private void draw(PictureRequest request) throws UserError {
        try {
            Files.createDirectories(request.shots().firstEntry().getValue().toAbsolutePath().getParent());
            wiring.pictures().draw(request);
        } catch (IOException failed) {
            throw new UserError(VisibleText.line(out.toString()) + " cannot be written (" + FileProblem.reason(failed) + "); name a file in a folder that you may write to.",
                    failed);
        }
    }
}
