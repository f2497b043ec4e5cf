package dev.handlens.ui.shell;

import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.lens.FindingsFrame.LeakSuspect;
import dev.handlens.lens.Frame;
import dev.handlens.lens.Selection;
import dev.handlens.lens.SuspectId;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Following;
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
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The window's content. It shows a moment of the run in every pane, and hands a person's wishes on; it carries none of them out itself.
public final class Shell extends Region {
    private static final double TOAST_GAP = 6;

    private final ShellPanes panes;
    private final ShellHost host;
    private final Consumer<Intent> intents;
    private final TopBar topBar;
    private final Desk desk;
    private final StatusBar statusBar;
    private final SheetHost sheets = new SheetHost();
    private final Toast toast = new Toast();
    private final VBox content;
    private final ZoomBox box = new ZoomBox();
    private final FoldedBars bars;
    private final Presentation presentation;
    private final WindowScale scale;
    private Frame shown;
    private Playback playback = new Playback(false, 1, false);
    private boolean follows = true;
    private Node focusBefore;

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
        statusBar = new StatusBar(() -> perform(Shortcut.UNDO), () -> perform(Shortcut.SAVE_AS), () -> perform(Shortcut.STOP),
                this::showSuspect);
        VBox.setVgrow(desk, Priority.ALWAYS);
        content = new VBox();
        bars = new FoldedBars(topBar, statusBar);
        presentation = new Presentation(panes, box, bars, () -> present(false));
        scale = new WindowScale(presentation, box, bars, new SheetScale(toast, sheets, this::toastTop));
        showUsual();
        getChildren().addAll(box, bars, toast, sheets);
        addEventFilter(MouseEvent.MOUSE_MOVED, event -> {
            if (presentation.isOn()) {
                bars.pointer(event);
            }
        });
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((_, _, owner) -> bars.focus(owner));
                scale.apply(scene);
            }
        });
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
        statusBar.show(frame, playback);
        boolean readable = !playback.playing() || frame.step().isReadable(playback.speed());
        Following following = !follows ? Following.OFF : readable ? Following.CHANGES : Following.NEW_ROWS;
        if (presentation.isOn()) {
            presentation.show(frame, following);
        } else {
            desk.show(frame.findings());
            panes.follow().accept(following);
            panes.show(frame);
        }
    }

    /// Sets the size of everything, without telling the host.
    ///
    /// @param percent 100 to 300
    public void setSize(int percent) {
        scale.set(percent);
        scale.apply(getScene());
        topBar.showSize(percent);
        requestLayout();
    }

    /// Sets whether lists scroll to what a step changed, without telling the host.
    public void setFollow(boolean scrolls) {
        follows = scrolls;
        topBar.showFollow(scrolls);
    }

    /// Enters or leaves presentation without changing the window: for pictures.
    public void showPresentation(boolean on) {
        if (on == presentation.isOn()) {
            return;
        }
        if (on) {
            focusBefore = getScene() == null ? null : getScene().getFocusOwner();
            presentation.enter();
            // What had the focus is out of the scene now, and keys without a target would be lost.
            requestFocus();
        } else {
            presentation.leave();
            showUsual();
            (focusBefore == null ? this : focusBefore).requestFocus();
        }
        intents.accept(new Intent.FollowProcess(on && follows));
        if (shown != null) {
            show(shown, playback);
        }
        requestLayout();
    }

    private void showUsual() {
        content.getChildren().setAll(topBar, desk, statusBar);
        box.setContent(content, WindowScale.MIN_WIDTH, WindowScale.MIN_HEIGHT);
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

    /// Says that leak suspects have appeared, with the way to the card of the first. Focus, selection and tab stay as they are.
    ///
    /// @param first the worst suspect
    /// @param others how many more there are
    public void announce(LeakSuspect first, int others) {
        String more = others == 0 ? "" : others == 1 ? " (and 1 more suspect)" : " (and " + others + " more suspects)";
        toast.say("Leak suspected in " + first.process() + ": " + first.sentence() + more, "Show", () -> showSuspect(first.id()));
    }

    /// Returns the places of the dividers that were dragged, each from 0 to 1, by name.
    public SortedMap<String, Double> dividers() {
        return desk.dividers();
    }

    /// Moves the dividers to where they were; those that are not named go to their usual place.
    ///
    /// @param places as [#dividers] returned them; other names are ignored
    public void setDividers(Map<String, Double> places) {
        desk.setDividers(places);
    }

    /// Chooses the tab beside the graph that shows what the run has found, or the graph.
    public void showFindings(boolean findings) {
        desk.why().choose(findings ? 1 : 0);
    }

    /// Brings the card of a leak suspect into sight.
    public void showSuspect(SuspectId suspect) {
        showFindings(true);
        panes.revealSuspect().accept(suspect);
    }

    /// Shows the use of a pool by tag.
    ///
    /// @param tag tag that is marked, without the blanks that fill a short one
    public void showPoolTag(PoolKind pool, String tag) {
        panes.showTag().accept(pool, tag);
    }

    /// Brings the handle list to the front.
    public void showHandles() {
        desk.showHandles();
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
            case NEXT_CHAPTER -> goToChapter(true);
            case PREVIOUS_CHAPTER -> goToChapter(false);
            case FILTER -> focusFilter();
            case STILL_OPEN -> intents.accept(new Intent.StillOpenOnly(shown == null || !shown.view().stillOpen()));
            case FIND -> focusFind();
            case FOLLOW -> chooseFollow(!follows);
            case LARGER -> chooseSize(Presentation.next(scale.percent(), true));
            case SMALLER -> chooseSize(Presentation.next(scale.percent(), false));
            case USUAL_SIZE -> chooseSize(WindowScale.USUAL);
            case TABLE -> desk.toggleTable();
            case TREE -> intents.accept(new Intent.SetTree(shown == null || !shown.view().tree()));
            case LOWER_PANE -> desk.toggleLowerPane();
            case RESET_LAYOUT -> desk.setDividers(Map.of());
            case PRESENT -> present(!presentation.isOn());
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
        showPresentation(on);
        presentation.fillScreen(this);
    }

    private void chooseSize(int percent) {
        setSize(percent);
        host.choseSize(percent);
    }

    private void chooseFollow(boolean scrolls) {
        setFollow(scrolls);
        host.choseFollow(scrolls);
        if (presentation.isOn()) {
            intents.accept(new Intent.FollowProcess(scrolls));
        }
        toast.say(scrolls ? "Lists scroll to what a step changed." : "Lists stay where they are.", "", () -> {});
        if (shown != null) {
            show(shown, playback);
        }
    }

    private void focusFilter() {
        if (presentation.isOn()) {
            presentation.focusFilter();
        } else {
            panes.focusFilter().run();
        }
    }

    private void focusFind() {
        if (presentation.isOn()) {
            bars.pin();
        }
        topBar.focusFind();
    }

    private void goToChapter(boolean next) {
        if (shown != null) {
            intents.accept(new Intent.SeekTo(shown.step().neighbour(next)));
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
        if (event.getCode() == KeyCode.ESCAPE && presentation.isOn() && !isClearing(event)) {
            event.consume();
            present(false);
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
        scale.layout(getWidth(), getHeight());
    }

    /// Returns where a message stands: over the headers of the upper panes, where nothing is read that it may be about. In presentation it
    /// stands at the upper edge, over the line with the title.
    private double toastTop() {
        return presentation.isOn() ? TOAST_GAP : box.shownAt(desk.getLayoutY()) + TOAST_GAP;
    }
}
