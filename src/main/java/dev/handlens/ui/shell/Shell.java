package dev.handlens.ui.shell;

import dev.handlens.lens.Frame;
import dev.handlens.lens.Selection;
import dev.handlens.ui.Intent;
import dev.handlens.ui.dialogs.AboutSheet;
import dev.handlens.ui.dialogs.ConfirmSheet;
import dev.handlens.ui.dialogs.KeysSheet;
import dev.handlens.ui.dialogs.NoticeSheet;
import dev.handlens.ui.dialogs.ProblemsSheet;
import dev.handlens.ui.dialogs.SheetHost;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;

/// The window's content. It shows a moment of the run in every pane, and hands a person's wishes on; it carries none of them out itself.
public final class Shell extends Region {
    private static final double PRESENTATION_SCALE = 1.3;

    private final ShellPanes panes;
    private final ShellHost host;
    private final Consumer<Intent> intents;
    private final TopBar topBar;
    private final Desk desk;
    private final StatusBar statusBar;
    private final SheetHost sheets = new SheetHost();
    private final Toast toast = new Toast();
    private final VBox content;
    private final Scale scale = new Scale(1, 1);
    private Frame shown;
    private Playback playback = new Playback(false, 1, false);
    private boolean presenting;
    private Stage presentedOn;

    /// The window's content.
    ///
    /// @param panes the panes
    /// @param host the program around
    /// @param intents where wishes go
    public Shell(ShellPanes panes, ShellHost host, Consumer<Intent> intents) {
        this.panes = panes;
        this.host = host;
        this.intents = intents;
        getStyleClass().add("shell");
        topBar = new TopBar(intents, this::find, this::perform, host, this::showAbout);
        desk = new Desk(panes);
        statusBar = new StatusBar(() -> perform(Shortcut.UNDO), () -> perform(Shortcut.SAVE_AS), () -> perform(Shortcut.STOP));
        VBox.setVgrow(desk, Priority.ALWAYS);
        content = new VBox(topBar, desk, statusBar);
        content.getTransforms().add(scale);
        getChildren().addAll(content, toast, sheets);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyBeforeTables);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(DragEvent.DRAG_OVER, this::dragOver);
        addEventHandler(DragEvent.DRAG_DROPPED, this::dragDropped);
    }

    /// A handle that is selected already may have been scrolled away: whoever looks for it wants to see it.
    private void find(String value) {
        intents.accept(new Intent.FindHandle(value));
        panes.revealHandle().run();
    }

    /// Shows a moment of the run.
    ///
    /// @param playback how the run is being played
    public void show(Frame frame, Playback playback) {
        shown = frame;
        this.playback = playback;
        topBar.show(frame, playback);
        desk.show(frame.findings());
        panes.show(frame);
        statusBar.show(frame, playback);
    }

    /// Marks the look that is in force in menu and top bar.
    public void showLook(Theme theme, Tints tints) {
        topBar.showLook(theme, tints);
    }

    /// What the scenario chooser offers.
    ///
    /// @param bundled scenarios that come with the program
    /// @param recent files opened before, the latest first
    public void setChoices(List<ScenarioChoice> bundled, List<ScenarioChoice> recent) {
        topBar.setChoices(bundled, recent);
    }

    /// Shows what is wrong with a file that could not be opened.
    public void showProblems(String file, List<ProblemsSheet.Problem> problems) {
        sheets.show(new ProblemsSheet(file, problems));
    }

    /// Shows something that stays until it is closed.
    public void showNotice(String title, List<String> paragraphs) {
        sheets.show(new NoticeSheet(title, paragraphs));
    }

    /// Says a sentence that goes away by itself.
    public void say(String sentence) {
        toast.say(sentence, "", () -> {});
    }

    /// Where the dividers stand, to be remembered.
    public double[] dividers() {
        return desk.dividers();
    }

    /// Puts the dividers where they were.
    ///
    /// @param positions as [#dividers] gave them
    public void setDividers(double[] positions) {
        desk.setDividers(positions);
    }

    /// Chooses the tab beside the graph that shows what the run has found, or the graph.
    public void showFindings(boolean findings) {
        desk.why().choose(findings ? 1 : 0);
    }

    /// Which of the panes is in front that share the place below the processes: 0 the handles, 1 the handle table, 2 the trace.
    public int lowerPane() {
        return desk.lower().chosen();
    }

    /// Brings one of the panes below the processes to the front.
    ///
    /// @param place as [#lowerPane] gave it
    public void showLowerPane(int place) {
        desk.lower().choose(place);
    }

    /// @param listener told when another of the panes below the processes is in front
    public void setOnLowerPane(Runnable listener) {
        desk.lower().setOnChosen(listener);
    }

    /// Carries a shortcut out, whether it came by key or by menu.
    void perform(Shortcut shortcut) {
        switch (shortcut) {
            case OPEN -> host.files().openScenario(file -> intents.accept(new Intent.Open(file)));
            case SAVE_AS -> host.files().saveScenario(name() + "-changed" + SystemFilePicker.SCENARIO, file -> intents.accept(new Intent.SaveAs(file)));
            case PICTURE -> host.files().savePicture(name() + "-step-" + position() + ".png",
                    file -> intents.accept(new Intent.TakePicture(file)));
            case QUIT -> host.quit();
            case PLAY -> intents.accept(new Intent.TogglePlay());
            case STEP_ON -> intents.accept(new Intent.StepBy(1));
            case STEP_BACK -> intents.accept(new Intent.StepBy(-1));
            case NEXT_CHANGE -> intents.accept(new Intent.SeekChange(true));
            case PREVIOUS_CHANGE -> intents.accept(new Intent.SeekChange(false));
            case FIRST -> intents.accept(new Intent.SeekEnd(false));
            case LAST -> intents.accept(new Intent.SeekEnd(true));
            case REFRESH -> intents.accept(new Intent.SeekTo(position()));
            case STOP -> stop();
            case FILTER -> panes.focusFilter().run();
            case STILL_OPEN -> intents.accept(new Intent.StillOpenOnly(shown == null || !shown.view().stillOpen()));
            case FIND -> topBar.focusFind();
            case TABLE -> desk.toggleTable();
            case TREE -> intents.accept(new Intent.SetTree(shown == null || !shown.view().tree()));
            case LOWER_PANE -> desk.toggleLowerPane();
            case PRESENT -> present(!presenting);
            case CLOSE -> closeSelected();
            case UNDO -> intents.accept(new Intent.Undo());
            case KEYS -> sheets.show(new KeysSheet(Shortcut.sheet()));
        }
    }

    private void stop() {
        if (isWorking()) {
            intents.accept(new Intent.StopWork());
        }
    }

    private boolean isWorking() {
        return playback.work() != null || shown != null && shown.handles().work() != null;
    }

    /// Whether Escape takes away what a person wrote.
    private static boolean isClearing(KeyEvent event) {
        return event.getTarget() instanceof TextInputControl field && !field.getText().isEmpty();
    }

    private String name() {
        return shown == null ? "run" : shown.name();
    }

    private long position() {
        return shown == null ? 0 : shown.timeline().position();
    }

    private void showAbout() {
        sheets.show(new AboutSheet(host.version()));
    }

    /// A closed handle can be taken back, so it is not asked for; a process takes all its handles with it, so it is.
    private void closeSelected() {
        if (shown == null || shown.view().selection() == null) {
            toast.say("Select a handle or a process first.", "", () -> {});
            return;
        }
        switch (shown.view().selection()) {
            case Selection.OfHandle handle -> {
                long value = handle.key().value();
                intents.accept(new Intent.CloseHandle(handle.key().pid(), value));
                toast.say("You closed 0x" + Long.toHexString(value).toUpperCase(Locale.ROOT) + ". Its program does not know.", "Undo",
                        () -> perform(Shortcut.UNDO));
            }
            case Selection.OfProcess process -> sheets.show(new ConfirmSheet("End " + processName(process.pid()) + "?",
                    "All its handles are closed, and it makes no further calls. It becomes a step of the run; Ctrl+Z takes it back.",
                    "End process",
                    () -> intents.accept(new Intent.KillProcess(process.pid()))));
            case Selection.OfObject _ -> toast.say("An object goes when its last reference goes. Select one of its handles to close that.",
                    "", () -> {});
            case Selection.OfRequest _ -> toast.say("A request goes when its driver completes it.", "", () -> {});
        }
    }

    private String processName(int pid) {
        return shown.processes().rows().stream().filter(row -> row.pid() == pid).map(row -> row.name() + " (" + pid + ")").findFirst()
                .orElse("process " + pid);
    }

    private void present(boolean on) {
        presenting = on;
        scale.setX(on ? PRESENTATION_SCALE : 1);
        scale.setY(on ? PRESENTATION_SCALE : 1);
        requestLayout();
        if (getScene() != null && getScene().getWindow() instanceof Stage stage) {
            if (presentedOn != stage) {
                presentedOn = stage;
                stage.setFullScreenExitHint("");
                stage.fullScreenProperty().addListener((_, _, full) -> leavePresentation(full));
            }
            stage.setFullScreen(on);
        }
    }

    /// Escape leaves full screen without asking us.
    private void leavePresentation(boolean full) {
        if (!full && presenting) {
            present(false);
        }
    }

    private void keyBeforeTables(KeyEvent event) {
        if (sheets.isVisible() && event.getCode() == KeyCode.ESCAPE) {
            sheets.close();
            event.consume();
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE && isWorking() && !isClearing(event)) {
            // Buttons with a menu would keep the key, to close a menu that is not open.
            event.consume();
            stop();
            return;
        }
        boolean writing = event.getTarget() instanceof TextInputControl;
        boolean onFocusedButton = event.getTarget() instanceof ButtonBase button && button.isFocusVisible();
        boolean onControl = event.getTarget() instanceof Control;
        if (sheets.isVisible() || writing || onFocusedButton || !onControl) {
            return;
        }
        Shortcut.of(event).filter(Shortcut::goesBeforeTables).ifPresent(shortcut -> {
            event.consume();
            perform(shortcut);
        });
    }

    private void key(KeyEvent event) {
        if (sheets.isVisible()) {
            return;
        }
        boolean writing = event.getTarget() instanceof TextInputControl;
        Shortcut.of(event).filter(shortcut -> !writing || shortcut.worksWhileWriting()).ifPresent(shortcut -> {
            event.consume();
            perform(shortcut);
        });
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dragDropped(DragEvent event) {
        event.setDropCompleted(event.getDragboard().hasFiles());
        openDropped(event.getDragboard().getFiles());
        event.consume();
    }

    /// Opens the first of the files that were dropped onto the window.
    void openDropped(List<File> files) {
        if (!files.isEmpty()) {
            intents.accept(new Intent.Open(files.getFirst().toPath()));
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() / scale.getX();
        double height = getHeight() / scale.getY();
        content.resizeRelocate(0, 0, width, height);
        sheets.resizeRelocate(0, 0, getWidth(), getHeight());
        double toastWidth = Math.min(560, toast.prefWidth(-1));
        double toastHeight = toast.prefHeight(toastWidth);
        toast.resizeRelocate(snapPositionX((getWidth() - toastWidth) / 2), getHeight() - toastHeight - 46, toastWidth, toastHeight);
    }
}
