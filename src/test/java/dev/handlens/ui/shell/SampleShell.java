package dev.handlens.ui.shell;

import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.ui.Intent;
import dev.handlens.ui.control.Labels;
import dev.handlens.ui.control.PaneBox;
import dev.handlens.ui.pool.PoolPane;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import dev.handlens.ui.timeline.TimelinePane;
import dev.handlens.ui.walkthrough.WalkthroughPane;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;

/// A shell with the panes of this room and stand-ins for the others, and a host that writes down what it is asked.
final class SampleShell implements ShellHost, FilePicker {
    final List<Intent> wishes = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final TextField filter = new TextField();
    final Button table = new Button("a control");
    final Shell shell = new Shell(panes(wishes::add), this, wishes::add);

    private ShellPanes panes(Consumer<Intent> intents) {
        WalkthroughPane walkthrough = new WalkthroughPane(intents);
        PoolPane paged = new PoolPane(PoolKind.PAGED, intents);
        PoolPane nonpaged = new PoolPane(PoolKind.NONPAGED, intents);
        TimelinePane timeline = new TimelinePane(intents);
        PaneBox handles = standIn("Handles");
        handles.setRight(filter);
        Button fit = new Button("Fit");
        fit.getStyleClass().add("word");
        return new ShellPanes(
                PaneSlot.of(walkthrough, frame -> walkthrough.show(frame.walkthrough(), frame.view().revealed())),
                PaneSlot.of(standIn("Processes"), _ -> {}), PaneSlot.of(handles, _ -> {}), PaneSlot.of(standIn("Handle table"), _ -> {}),
                PaneSlot.of(standIn("Trace"), _ -> {}),
                new PaneSlot(table, List.of(fit), _ -> {}), new PaneSlot(new StackPane(Labels.of("the findings")), List.<Node>of(),
                        _ -> {}),
                PaneSlot.of(standIn("Properties"), _ -> {}), PaneSlot.of(paged, frame -> paged.show(frame.paged())),
                PaneSlot.of(nonpaged, frame -> nonpaged.show(frame.nonpaged())), PaneSlot.of(timeline,
                        frame -> timeline.show(frame.timeline())),
                filter::requestFocus, () -> {}, suspect -> asked.add("suspect in " + suspect.pid()), (pool, tag) -> asked.add(pool + " " + tag),
                () -> new ShellPanes.Stage(PaneSlot.of(new StackPane(Labels.of("the stage")), _ -> {}), 640, 360, () -> {}, _ -> {}), _ -> {});
    }

    private static PaneBox standIn(String name) {
        return new PaneBox(name);
    }

    @Override
    public FilePicker files() {
        return this;
    }

    @Override
    public void chooseTheme(Theme theme) {
        asked.add("theme " + theme);
    }

    @Override
    public void chooseTints(Tints tints) {
        asked.add("tints " + tints);
    }

    @Override
    public void choseSize(int percent) {
        asked.add("size " + percent);
    }

    @Override
    public void choseFollow(boolean follows) {
        asked.add("follow " + follows);
    }

    @Override
    public void quit() {
        asked.add("quit");
    }

    @Override
    public String version() {
        return "0.1.0";
    }

    @Override
    public void openScenario(Consumer<Path> chosen) {
        chosen.accept(Path.of("chosen.yaml"));
    }

    @Override
    public void saveScenario(String name, Consumer<Path> chosen) {
        chosen.accept(Path.of(name));
    }

    @Override
    public void savePicture(String name, Consumer<Path> chosen) {
        chosen.accept(Path.of(name));
    }
}
