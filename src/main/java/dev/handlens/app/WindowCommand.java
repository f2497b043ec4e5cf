package dev.handlens.app;

import dev.handlens.scenario.Program;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.ui.theme.Theme;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `handlens [FILE]`: opens the window, which [Wiring.WindowOpener] does. Where there is no display it plays the scenario, reports, and
/// draws pictures instead, so that the same command is of use everywhere.
@Command(name = "handlens", versionProvider = Version.class, mixinStandardHelpOptions = true, usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "[COMMAND]",
        header = {"Handlens, a hand lens for kernel handles: plays scenarios on a simulated Windows kernel and shows every handle.", ""},
        description = {"", "Without a command: opens the window on FILE. Without a display: plays FILE to its end, prints what was found, "
                + "and draws pictures of it."},
        optionListHeading = "%nOptions:%n", parameterListHeading = "%n", commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything held", "1:a scenario was played, and an expectation in it failed",
                "2:bad file or bad usage; nothing was played", "3:Handlens itself failed", "4:memory ran out"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  handlens                                       the tour",
            "  handlens scenarios/event-leak.yaml --at 2.5s   a scenario, at a moment",
            "  handlens run scenarios/makefred-bug.yaml       what it leaks, as text",
            "  handlens run scenarios/cmd-cd.yaml --json      every step as a line of JSON",
            "  handlens check scenarios/*.yaml                mistakes with line and column",
            "  handlens shoot scenarios/tour.yaml --at end --out tour.png --theme dark"})
final class WindowCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The scenario file; the tour that ships with Handlens when not given.")
    private Path file;

    @Option(names = "--at", paramLabel = "STEP", converter = Moment.Converter.class,
            description = "The moment to open at: a step (12), a simulated time (2.5s, 140ms), `start` or `end`.")
    private Moment at = new Moment.AfterStep(0);

    @Option(names = "--theme", paramLabel = "THEME", description = "light, dark or system, for this time; otherwise as the settings say.")
    private Theme theme;

    @Option(names = "--settings", paramLabel = "FILE",
            description = "Keep settings in this file; otherwise in the user's configuration folder.")
    private Path settings;

    @Option(names = "--no-settings", description = "Start with default settings, and keep none.")
    private boolean noSettings;

    @Option(names = "--pictures", paramLabel = "DIR",
            description = "Where pictures go when there is no display; handlens-pictures when not given.")
    private Path pictures = Path.of("handlens-pictures");

    WindowCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws UserError, ScenarioException {
        Path chosen = file == null ? ScenarioFile.usual() : file;
        Display display = wiring.display().get();
        boolean window = display.usable() || Rehearsal.wanted();
        if (window) {
            // Beside reading the scenario, which takes about as long.
            wiring.window().prepare(chosen, theme, settingsFile());
        }
        Program program = ScenarioFile.open(chosen);
        long position = at.position(program);
        if (!window) {
            return new WithoutWindow(wiring, spec.commandLine().getOut()).play(chosen, program, display, pictures);
        }
        return wiring.window().open(new WindowRequest(chosen, program, position, theme, settingsFile()));
    }

    private Path settingsFile() {
        if (noSettings) {
            return null;
        }
        return settings == null ? SettingsLocation.usual() : settings;
    }
}
