package dev.handlens.app;

import dev.handlens.report.Picture;
import dev.handlens.scenario.Diagnostic;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.scenario.ScenarioWriter;
import dev.handlens.source.VisibleText;
import dev.handlens.ui.Errand;
import dev.handlens.ui.Intent;
import dev.handlens.ui.Session;
import dev.handlens.ui.dialogs.ProblemsSheet;
import dev.handlens.ui.shell.Crank;
import dev.handlens.ui.shell.FilePicker;
import dev.handlens.ui.shell.ScenarioChoice;
import dev.handlens.ui.shell.Shell;
import dev.handlens.ui.shell.ShellHost;
import dev.handlens.ui.shell.SystemFilePicker;
import dev.handlens.ui.shell.WindowPanes;
import dev.handlens.ui.theme.Fonts;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/// The window: the shell, the session it shows, and what a person's choices are kept in. Lives on the JavaFX thread.
final class MainWindow implements ShellHost {
    /// Bytes of a file that are written at once.
    private static final int PIECE = 1 << 16;
    private static final String OUT_OF_MEMORY = "Out of memory";
    /// Each gives up an eighth of the run.
    private static final int RETREATS = 8;
    /// Enough for a sheet and a frame.
    private static final int RESERVE = 8 << 20;

    private final Stage stage;
    private final WindowPanes panes;
    private final Shell shell;
    private final Scene scene;
    private final SettingsKeeper keeper;
    private final FilePicker files;
    private final CrashHandler crashes;
    private final Runnable onClosed;
    private Session session;
    private Crank crank;
    private Theme theme;
    private final MemoryWatch memory = new MemoryWatch();
    private byte[] reserve = new byte[RESERVE];

    /// @param stage the stage to fill
    /// @param file the scenario file that will be shown
    /// @param wanted theme for this session, or null for the one in the settings
    /// @param settingsFile where settings are kept; null for nowhere
    /// @param onClosed is told when the window is closed
    MainWindow(Stage stage, Path file, Theme wanted, Path settingsFile, Runnable onClosed) {
        this.stage = stage;
        this.onClosed = onClosed;
        keeper = new SettingsKeeper(new SettingsFile(settingsFile));
        Settings settings = keeper.settings();
        theme = wanted == null ? settings.theme() : wanted;
        Fonts.load();
        // Before the first control, which would read JavaFX's own style sheet first.
        theme.applyToApplication();
        panes = new WindowPanes(this::wish);
        panes.animate(millis -> crank.isCalm(millis));
        shell = new Shell(panes.slots(), this, this::wish);
        // With a size, which the stage then changes: a scene without one is laid out once more to find out what it prefers.
        scene = new Scene(shell, WindowPlace.USUAL_WIDTH, WindowPlace.USUAL_HEIGHT);
        files = new SystemFilePicker(() -> stage, file.toAbsolutePath().getParent());
        crashes = new CrashHandler(this::place, this::showCrash, StandardStreams.error());
        crashes.install();
        theme.applyTints(scene, settings.tints());
        shell.showLook(theme, settings.tints());
        shell.setSize(settings.reading().size());
        shell.setFollow(settings.reading().follow());
        new WindowMemory(stage, shell, panes, keeper).restore();
        stage.setScene(scene);
        stage.getIcons().add(new Image(MainWindow.class.getResourceAsStream("/handlens/icon/handlens.png")));
        stage.setOnCloseRequest(_ -> quit());
        if (!keeper.notice().isEmpty()) {
            shell.say(keeper.notice());
        }
    }

    /// Shows the window, on a scenario.
    void open(Path file, Program program, long position) {
        show(file, program, position);
        play();
        if (Rehearsal.wanted()) {
            Rehearsal.watch(scene, this::wish, this::quit);
        }
        // Reading all scenarios takes longer than opening the window, so it is done after that.
        FirstFrame.then(scene, this::offerScenarios);
        stage.show();
    }

    // ---- the run --------------------------------------------------------------------------------------------------

    private void show(Path file, Program program, long position) {
        session = new Session(program, System::nanoTime, keeper.settings().choices());
        crank = new Crank(session, shell, System::nanoTime);
        session.carryOut(new Intent.SeekTo(position));
        keeper.change(settings -> settings.withRecent(file.toAbsolutePath()));
        if (stage.isShowing()) {
            offerScenarios();
        }
        stage.setTitle(program.scenario().title() + " – Handlens");
        refresh();
    }

    /// Fills the scenario chooser. The files are read beside the run, of which they know nothing.
    private void offerScenarios() {
        List<Path> recent = keeper.settings().recent();
        Thread.ofPlatform().daemon().name("scenario chooser").start(() -> {
            List<ScenarioChoice> bundled = Bundled.choices();
            List<ScenarioChoice> before = Bundled.recent(recent);
            Platform.runLater(() -> shell.setChoices(bundled, before));
        });
    }

    private void refresh() {
        crank.show();
    }

    /// One slice of the run, then one frame, for each refresh of the screen.
    private void play() {
        scene.addPostLayoutPulseListener(() -> crank.laidOut());
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                withinMemory(() -> turn(now));
            }
        }.start();
    }

    private void turn(long now) {
        if (session.isMoving() && memory.isShort()) {
            retreat();
        } else {
            crank.turn(now);
        }
    }

    // ---- wishes ---------------------------------------------------------------------------------------------------

    /// Carries a wish out and shows what came of it.
    void wish(Intent wish) {
        switch (wish) {
            case Intent.Open open -> openFile(open.file());
            case Intent.SaveAs save -> saveRun(save.file());
            case Intent.TakePicture picture -> takePicture(picture.file());
            case Intent.ShowSuspect show -> shell.showSuspect(show.suspect());
            case Intent.ShowPoolTag show -> shell.showPoolTag(show.pool(), show.tag());
            default -> withinMemory(() -> {
                session.carryOut(wish);
                if (wish instanceof Intent.ListHandles) {
                    shell.showHandles();
                }
                keeper.change(settings -> settings.withChoices(session.view()));
                refresh();
            });
        }
    }

    private void openFile(Path file) {
        // What is being saved may be what is opened.
        session.finishErrands();
        try {
            show(file, ScenarioFile.open(file), 0);
        } catch (OutOfMemoryError tooLarge) {
            shell.showNotice(OUT_OF_MEMORY, List.of(MemoryShortage.sentence(), "The scenario that was open goes on unchanged."));
        } catch (ScenarioException broken) {
            shell.showProblems(VisibleText.line(file.getFileName().toString()), broken.diagnostics().stream().map(MainWindow::problem).toList());
        } catch (UserError error) {
            shell.showProblems(VisibleText.line(file.getFileName().toString()), List.of(new ProblemsSheet.Problem(0, 0, error.getMessage())));
        }
    }

    private static ProblemsSheet.Problem problem(Diagnostic diagnostic) {
        return new ProblemsSheet.Problem(diagnostic.place().line(), diagnostic.place().column(), diagnostic.message());
    }

    private void saveRun(Path file) {
        Scenario scenario = session.timeline().program().scenario();
        begin(new FileErrand("the run", file, "bytes", (out, meter) -> writeText(ScenarioWriter.write(scenario), out, meter)));
    }

    private static void writeText(String text, OutputStream out, FileErrand.Meter meter) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length && meter.reached(at, bytes.length); at += PIECE) {
            out.write(bytes, at, Math.min(PIECE, bytes.length - at));
        }
    }

    private void takePicture(Path file) {
        BufferedImage image = Picture.image(scene.snapshot(null));
        begin(new FileErrand("a picture", file, "lines",
                (out, meter) -> Picture.write(image, out, lines -> meter.reached(lines, image.getHeight()))));
    }

    private void begin(Errand errand) {
        session.carryOut(new Intent.Begin(errand));
    }

    // ---- what the shell asks --------------------------------------------------------------------------------------

    @Override
    public FilePicker files() {
        return files;
    }

    @Override
    public void chooseTheme(Theme wanted) {
        theme = wanted;
        keeper.change(settings -> settings.withTheme(wanted));
        look();
    }

    @Override
    public void chooseTints(Tints tints) {
        keeper.change(settings -> settings.withTints(tints));
        look();
    }

    @Override
    public void choseSize(int percent) {
        keeper.change(settings -> settings.withSize(percent));
    }

    @Override
    public void choseFollow(boolean follows) {
        keeper.change(settings -> settings.withFollow(follows));
    }

    private void look() {
        theme.applyToApplication();
        theme.applyTints(scene, keeper.settings().tints());
        shell.showLook(theme, keeper.settings().tints());
        refresh();
    }

    @Override
    public void quit() {
        session.finishErrands();
        keeper.save();
        stage.close();
        onClosed.run();
    }

    @Override
    public String version() {
        return Version.current();
    }

    // ---- when memory runs out ------------------------------------------------------------------------------------

    /// Does something with the run. When memory runs out in it, the window stays up, and the run stands where there was still room.
    void withinMemory(Runnable work) {
        try {
            work.run();
        } catch (OutOfMemoryError out) {
            retreat();
        }
    }

    /// Goes back until there is room for a run to go on. What the window shows holds the moment it is of, so that another one is shown
    /// before it is asked whether there is room. The reserve is what all this is made of.
    private void retreat() {
        reserve = null;
        for (int round = 0; round < RETREATS; round++) {
            session.retreat();
            if (isShownAgain() && memory.hasRoom()) {
                reserve = new byte[RESERVE];
                break;
            }
        }
        shell.showNotice(OUT_OF_MEMORY, List.of(MemoryShortage.sentence(),
                "The run stands at step %,d, where there was still room. What you did is kept: Ctrl+S saves it."
                        .formatted(session.timeline().position())));
    }

    private boolean isShownAgain() {
        try {
            refresh();
            return true;
        } catch (OutOfMemoryError still) {
            return false;
        }
    }

    // ---- when Handlens itself fails -------------------------------------------------------------------------------

    private CrashHandler.RunPlace place() {
        return session == null
                ? new CrashHandler.RunPlace("", 0)
                : new CrashHandler.RunPlace(session.timeline().program().scenario().name(), session.timeline().position());
    }

    private void showCrash(CrashReport report) {
        Platform.runLater(() -> {
            if (report.cause() instanceof OutOfMemoryError) {
                retreat();
            } else {
                shell.showNotice("Handlens failed", List.of(report.sentence(), report.details()));
            }
            crashes.dismissed();
        });
    }
}
