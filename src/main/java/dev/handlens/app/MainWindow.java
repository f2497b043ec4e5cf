package dev.handlens.app;

import dev.handlens.report.Picture;
import dev.handlens.scenario.Diagnostic;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.scenario.ScenarioWriter;
import dev.handlens.ui.Intent;
import dev.handlens.ui.Session;
import dev.handlens.ui.dialogs.ProblemsSheet;
import dev.handlens.ui.shell.Crank;
import dev.handlens.ui.shell.FilePicker;
import dev.handlens.ui.shell.Shell;
import dev.handlens.ui.shell.ShellHost;
import dev.handlens.ui.shell.SystemFilePicker;
import dev.handlens.ui.shell.WindowPanes;
import dev.handlens.ui.theme.Fonts;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The window: the shell, the session it shows, and what a person's choices are kept in. Lives on the JavaFX thread.
final class MainWindow implements ShellHost {
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

    /// @param stage the stage to fill
    /// @param request what to show
    /// @param onClosed is told when the window is closed
    MainWindow(Stage stage, WindowRequest request, Runnable onClosed) {
        this.stage = stage;
        this.onClosed = onClosed;
        keeper = new SettingsKeeper(new SettingsFile(request.settings()));
        Settings settings = keeper.settings();
        theme = request.theme() == null ? settings.theme() : request.theme();
        Fonts.load();
        panes = new WindowPanes(this::wish);
        panes.animate();
        shell = new Shell(panes.slots(), this, this::wish);
        scene = new Scene(shell);
        files = new SystemFilePicker(() -> stage, request.file().toAbsolutePath().getParent());
        crashes = new CrashHandler(this::place, this::showCrash, System.err);
        crashes.install();
        theme.applyToApplication(scene, settings.tints());
        shell.showLook(theme, settings.tints());
        new WindowMemory(stage, shell, panes, keeper).restore();
        stage.setScene(scene);
        stage.setOnCloseRequest(_ -> quit());
        show(request.file(), request.program(), request.position());
        if (!keeper.notice().isEmpty()) {
            shell.say(keeper.notice());
        }
        play();
    }

    void open() {
        stage.show();
    }

    // ---- the run --------------------------------------------------------------------------------------------------

    private void show(Path file, Program program, long position) {
        session = new Session(program, System::nanoTime, keeper.settings().choices());
        crank = new Crank(session, shell, System::nanoTime);
        session.carryOut(new Intent.SeekTo(position));
        keeper.change(settings -> settings.withRecent(file.toAbsolutePath()));
        shell.setChoices(Bundled.choices(), Bundled.recent(keeper.settings().recent()));
        stage.setTitle(program.scenario().title() + " – Handlens");
        refresh();
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
                crank.turn(now);
            }
        }.start();
    }

    // ---- wishes ---------------------------------------------------------------------------------------------------

    /// Carries a wish out and shows what came of it.
    void wish(Intent wish) {
        switch (wish) {
            case Intent.Open open -> openFile(open.file());
            case Intent.SaveAs save -> saveRun(save.file());
            case Intent.TakePicture picture -> takePicture(picture.file());
            default -> {
                session.carryOut(wish);
                String notice = session.takeNotice();
                if (!notice.isEmpty()) {
                    shell.say(notice);
                }
                keeper.change(settings -> settings.withChoices(session.view()));
                refresh();
            }
        }
    }

    private void openFile(Path file) {
        try {
            show(file, ScenarioFile.open(file), 0);
        } catch (ScenarioException broken) {
            shell.showProblems(file.getFileName().toString(), broken.diagnostics().stream().map(MainWindow::problem).toList());
        } catch (UserError error) {
            shell.showProblems(file.getFileName().toString(), List.of(new ProblemsSheet.Problem(0, 0, error.getMessage())));
        }
    }

    private static ProblemsSheet.Problem problem(Diagnostic diagnostic) {
        return new ProblemsSheet.Problem(diagnostic.place().line(), diagnostic.place().column(), diagnostic.message());
    }

    private void saveRun(Path file) {
        try {
            Files.writeString(file, ScenarioWriter.write(session.timeline().program().scenario()));
            shell.say("Saved the run as " + file.getFileName() + ".");
        } catch (IOException failed) {
            shell.say(file + " cannot be written; choose a folder that you may write to.");
        }
    }

    private void takePicture(Path file) {
        try {
            Picture.write(Picture.image(scene.snapshot(null)), file);
            shell.say("Saved a picture as " + file.getFileName() + ".");
        } catch (IOException failed) {
            shell.say(file + " cannot be written; choose a folder that you may write to.");
        }
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

    private void look() {
        theme.applyToApplication(scene, keeper.settings().tints());
        shell.showLook(theme, keeper.settings().tints());
        refresh();
    }

    @Override
    public void quit() {
        keeper.save();
        stage.close();
        onClosed.run();
    }

    @Override
    public String version() {
        return Version.current();
    }

    // ---- when Handlens itself fails -------------------------------------------------------------------------------

    private CrashHandler.RunPlace place() {
        return session == null
                ? new CrashHandler.RunPlace("", 0)
                : new CrashHandler.RunPlace(session.timeline().program().scenario().name(), session.timeline().position());
    }

    private void showCrash(CrashReport report) {
        Platform.runLater(() -> {
            shell.showProblems("This moment", List.of(new ProblemsSheet.Problem(0, 0, report.sentence()),
                    new ProblemsSheet.Problem(0, 0, report.details())));
            crashes.dismissed();
        });
    }
}
