package dev.handlens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.Frame;
import dev.handlens.lens.Selection;
import dev.handlens.ui.Intent;
import dev.handlens.ui.PaneShots;
import dev.handlens.ui.SampleFrames;
import dev.handlens.ui.TestStage;
import dev.handlens.ui.dialogs.ProblemsSheet;
import dev.handlens.ui.theme.Fonts;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ShellTest {
    private static final Playback PAUSED = new Playback(false, 1, false);
    private static final Playback RUNNING = new Playback(true, 10, false);

    private SampleShell sample;

    @Start
    void start(Stage stage) {
        Fonts.load();
        sample = new SampleShell();
        sample.shell.show(SampleFrames.makefred(), PAUSED);
        sample.shell.showLook(Theme.LIGHT, Tints.GREEN_RED);
        TestStage.show(stage, sample.shell, 980, 700, Theme.LIGHT);
        sample.table.requestFocus();
    }

    @Test
    void keysStepAndPlayWhereverTheFocusIs(FxRobot robot) {
        robot.interact(() -> sample.table.requestFocus());
        robot.type(KeyCode.RIGHT).type(KeyCode.LEFT).type(KeyCode.HOME).type(KeyCode.END);
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
        robot.type(KeyCode.F5);
        assertThat(sample.wishes).containsExactly(new Intent.StepBy(1), new Intent.StepBy(-1), new Intent.SeekEnd(false),
                new Intent.SeekEnd(true),
                new Intent.SeekChange(true), new Intent.SeekChange(false), new Intent.SeekTo(9));
    }

    @Test
    void keysThatWriteAreLeftToAFieldWithTheCursor(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        assertThat(sample.filter.isFocused()).isTrue();
        robot.write("a b").type(KeyCode.LEFT).type(KeyCode.HOME).type(KeyCode.DELETE);
        assertThat(sample.filter.getText()).isEqualTo(" b");
        assertThat(sample.wishes).isEmpty();
    }

    @Test
    void buttonsOfTheTransportAreWishes(FxRobot robot) {
        robot.clickOn("#play");
        assertThat(sample.wishes).containsExactly(new Intent.TogglePlay());
    }

    @Test
    void theTopBarTellsWhereTheRunStands(FxRobot robot) {
        assertThat(textOf(robot, ".where .label")).contains("Step", "9", "of 13");
        robot.interact(() -> sample.shell.show(SampleFrames.leak(), RUNNING));
        assertThat(textOf(robot, ".where .label")).contains("73,700", "· 61.4 s");
        assertThat(robot.lookup("RUNNING").tryQuery()).isPresent();
        assertThat(robot.lookup("10×").tryQuery()).isPresent();
        assertThat(robot.lookup("A handle leak, by eye").tryQuery()).isPresent();
    }

    @Test
    void pausedIsAlwaysSaid(FxRobot robot) {
        assertThat(robot.lookup("PAUSED").query().isVisible()).isTrue();
    }

    @Test
    void aChangeOfOnesOwnOffersUndoAndSaving(FxRobot robot) {
        assertThat(robot.lookup("your change").query().getParent().isVisible()).isFalse();
        robot.interact(() -> sample.shell.show(SampleFrames.makefred(), new Playback(false, 1, true)));
        robot.clickOn("Undo").clickOn("Save as…");
        assertThat(sample.wishes).containsExactly(new Intent.Undo(), new Intent.SaveAs(Path.of("makefred-bug-changed.handlens.yaml")));
    }

    @Test
    void deleteClosesTheSelectedHandleAndOffersToTakeItBack(FxRobot robot) {
        robot.type(KeyCode.DELETE);
        assertThat(sample.wishes).containsExactly(new Intent.CloseHandle(2184, 0x18));
        robot.clickOn(robot.lookup(".toast .button").queryButton());
        assertThat(sample.wishes).endsWith(new Intent.Undo());
    }

    @Test
    void endingAProcessIsAskedForFirst(FxRobot robot) {
        Frame frame = withSelection(new Selection.OfProcess(2184));
        robot.interact(() -> sample.shell.show(frame, PAUSED));
        robot.type(KeyCode.DELETE);
        assertThat(sample.wishes).isEmpty();
        robot.clickOn("Cancel").type(KeyCode.DELETE).clickOn("End process");
        assertThat(sample.wishes).containsExactly(new Intent.KillProcess(2184));
    }

    @Test
    void f1ListsEveryShortcutAndEscapeClosesTheList(FxRobot robot) {
        robot.type(KeyCode.F1);
        Set<Node> caps = robot.lookup(".sheet .mute").queryAll();
        List<String> words = caps.stream().map(node -> ((Label) node).getText()).toList();
        for (Shortcut shortcut : Shortcut.values()) {
            assertThat(words).contains(shortcut.words().replace("…", ""));
        }
        robot.type(KeyCode.RIGHT);
        assertThat(sample.wishes).isEmpty();
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup(".sheet").tryQuery()).isEmpty();
    }

    @Test
    void aBrokenFileShowsWhereItIsBrokenAndChangesNothing(FxRobot robot) {
        robot.interact(() -> sample.shell.showProblems("bad.yaml", List.of(new ProblemsSheet.Problem(5, 7,
                "`clsoe` is not a call (did you mean `Close`?)"))));
        assertThat(robot.lookup("line 5, column 7").tryQuery()).isPresent();
        assertThat(robot.lookup("bad.yaml cannot be opened").tryQuery()).isPresent();
        assertThat(sample.wishes).isEmpty();
    }

    @Test
    void aDroppedFileIsOpened(FxRobot robot) {
        robot.interact(() -> sample.shell.openDropped(List.of(new File("dropped.yaml"), new File("other.yaml"))));
        assertThat(sample.wishes).containsExactly(new Intent.Open(Path.of("dropped.yaml")));
    }

    @Test
    void theThemeButtonAsksForTheOtherTheme(FxRobot robot) {
        robot.clickOn("#theme");
        robot.interact(() -> sample.shell.showLook(Theme.DARK, Tints.GREEN_RED));
        robot.clickOn("#theme");
        assertThat(sample.asked).containsExactly("theme DARK", "theme LIGHT");
    }

    @Test
    void theMenuDoesWhatKeysDo(FxRobot robot) {
        MainMenu menu = robot.lookup("#main-menu").queryAs(MainMenu.class);
        robot.interact(() -> menu.getItems().forEach(group -> ((Menu) group).getItems().stream().filter(CustomMenuItem.class::isInstance)
                .filter(item -> !(item instanceof SeparatorMenuItem)).forEach(MenuItem::fire)));
        robot.interact(() -> sample.shell.perform(Shortcut.PRESENT));
        assertThat(sample.asked).containsExactly("quit", "follow false", "size 110", "size 100", "size 100");
        assertThat(sample.wishes).contains(new Intent.Open(Path.of("chosen.yaml")),
                new Intent.TakePicture(Path.of("makefred-bug-step-9.png")),
                new Intent.TogglePlay(), new Intent.SetTree(false), new Intent.CloseHandle(2184, 0x18), new Intent.Undo());
    }

    @Test
    void theScenarioMenuOpensWhatIsChosen(FxRobot robot) {
        robot.interact(() -> sample.shell.setChoices(List.of(new ScenarioChoice("The tour", "tour", Path.of("tour.yaml"))), List.of()));
        robot.clickOn("#scenario-chooser").clickOn("The tour");
        assertThat(sample.wishes).containsExactly(new Intent.Open(Path.of("tour.yaml")));
    }

    @Test
    void theLowerPaneGoesAndComesBack(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);
        assertThat(robot.lookup("Handles").tryQuery()).isEmpty();
        robot.press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);
        assertThat(robot.lookup("Handles").tryQuery()).isPresent();
    }

    /// Without a window: full screen of the headless platform writes beyond its screen.
    @Test
    void presentationFoldsTheBarsAwayAndEndsAgain(FxRobot robot) {
        robot.interact(() -> {
            Shell shell = shown(SampleFrames.makefred(), PAUSED);
            Scene scene = new Scene(shell, 980, 700);
            Theme.LIGHT.apply(scene, Tints.GREEN_RED);
            Node status = shell.lookup(".status-bar");
            shell.perform(Shortcut.PRESENT);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            assertThat(status.getParent().isVisible()).isFalse();
            assertThat(shell.lookup(".desk")).isNull();
            shell.perform(Shortcut.PRESENT);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            assertThat(status.getLocalToSceneTransform().getMxx()).isEqualTo(1);
            assertThat(status.localToScene(status.getLayoutBounds()).getMaxY()).isBetween(699.5, 700.5);
        });
    }

    @Test
    void pictures() {
        PaneShots.writeWindow("shell-makefred", () -> shown(SampleFrames.makefred(), PAUSED), 1440, 900);
        PaneShots.writeWindow("shell-leak-narrow", () -> shown(SampleFrames.leak(), new Playback(true, 10, true)), 1100, 700);
        PaneShots.writeWindow("shell-keys", () -> {
            Shell shell = shown(SampleFrames.makefred(), PAUSED);
            shell.perform(Shortcut.KEYS);
            return shell;
        }, 1100, 700);
        PaneShots.writeWindow("shell-problems", () -> {
            Shell shell = shown(SampleFrames.makefred(), PAUSED);
            shell.showProblems("worker.yaml", List.of(
                    new ProblemsSheet.Problem(14, 5, "CloseHandel is not a call (did you mean CloseHandle?)"),
                    new ProblemsSheet.Problem(22, 18, "handle: expected a variable such as h, self, or a number such as 0x22C")));
            return shell;
        }, 1100, 700);
    }

    private static Shell shown(Frame frame, Playback playback) {
        SampleShell sample = new SampleShell();
        sample.shell.showLook(Theme.LIGHT, Tints.GREEN_RED);
        sample.shell.show(frame, playback);
        return sample.shell;
    }

    private static Frame withSelection(Selection selection) {
        Frame frame = SampleFrames.makefred();
        return new Frame(frame.title(), frame.name(), frame.view().withSelection(selection), frame.walkthrough(), frame.processes(),
                frame.handles(), frame.table(), frame.trace(),
                frame.graph(), frame.properties(), frame.findings(), frame.paged(), frame.nonpaged(), frame.timeline(), frame.status(),
                frame.step());
    }

    private static List<String> textOf(FxRobot robot, String query) {
        return robot.lookup(query).queryAll().stream().map(node -> ((Label) node).getText()).toList();
    }
}
