package dev.handlens.ui.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.ProcessRow;
import dev.handlens.lens.ProcessesFrame;
import dev.handlens.lens.Selection;
import dev.handlens.ui.Intent;
import dev.handlens.ui.TestStage;
import dev.handlens.ui.control.Hint;
import dev.handlens.ui.theme.Fonts;
import dev.handlens.ui.theme.Theme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ProcessesPaneTest {
    private final List<Intent> wishes = new ArrayList<>();
    private ProcessesPane pane;

    @Start
    void start(Stage stage) {
        Fonts.load();
        pane = new ProcessesPane(wishes::add);
        TestStage.show(stage, pane, 800, 320, Theme.DARK);
        pane.show(ProcessSamples.frame(), ProcessSamples.view());
    }

    @Test
    void childrenStandFurtherInThanTheirParents(FxRobot robot) {
        double system = x(robot, "System");
        assertThat(x(robot, "smss.exe") - system).isEqualTo(12);
        assertThat(x(robot, "csrss.exe") - system).isEqualTo(24);
    }

    @Test
    void theProcessWhoseHandlesAreListedIsSelected(FxRobot robot) {
        assertThat(pane.table().selected()).extracting(ProcessRow::name).containsExactly("fred.exe");
        robot.clickOn("csrss.exe").type(KeyCode.DOWN, KeyCode.DOWN);
        assertThat(wishes).containsExactly(select(352), select(2184), select(3020));
    }

    @Test
    void aSortedListIsFlatAndTheThirdClickBringsTheTreeBack(FxRobot robot) {
        clickHeading(robot, "Handles");
        clickHeading(robot, "Handles");
        assertThat(names(robot).subList(0, 3)).containsExactly("testlimit64.exe", "System", "csrss.exe");
        assertThat(x(robot, "csrss.exe")).isEqualTo(x(robot, "System"));
        assertThat(pane.table().selected()).extracting(ProcessRow::name).containsExactly("fred.exe");
        clickHeading(robot, "Handles");
        assertThat(names(robot)).startsWith("System", "smss.exe", "csrss.exe", "fred.exe");
        assertThat(x(robot, "csrss.exe")).isGreaterThan(x(robot, "System"));
        assertThat(wishes).isEmpty();
    }

    @Test
    void treeEndsTheOrderAndFlatIsAWish(FxRobot robot) {
        clickHeading(robot, "Process");
        robot.clickOn("Tree");
        assertThat(names(robot)).startsWith("System", "smss.exe");
        assertThat(wishes).isEmpty();
        robot.clickOn("Flat");
        assertThat(wishes).containsExactly(new Intent.SetTree(false));
    }

    @Test
    void delWishesAProcessEndedButNotOneThatHasEnded(FxRobot robot) {
        robot.clickOn("cmd.exe").type(KeyCode.DELETE);
        robot.clickOn("setup.exe").type(KeyCode.DELETE);
        robot.rightClickOn("csrss.exe").clickOn("End csrss.exe");
        assertThat(wishes.stream().filter(Intent.KillProcess.class::isInstance))
                .containsExactly(new Intent.KillProcess(2260), new Intent.KillProcess(352));
    }

    @Test
    void aZombieIsToldByAWordAndCountedInTheHeader(FxRobot robot) {
        assertThat(robot.lookup("Zombies 1").tryQuery()).isPresent();
        assertThat(visible(robot, "ended")).hasSize(1);
        Node zombie = robot.lookup(".row-strip").queryAll().stream()
                .filter(strip -> strip.getAccessibleText().startsWith("ended, setup.exe"))
                .findFirst().orElseThrow();
        assertThat(zombie.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("zombie"));
        robot.interact(() -> pane.show(new ProcessesFrame(ProcessSamples.rows().subList(0, 3), 0, true), ProcessSamples.view()));
        assertThat(robot.lookup("Zombies 0").tryQuery()).isPresent();
    }

    @Test
    void aProcessThatWasToldToEndAndCannotIsToldByAWord(FxRobot robot) {
        assertThat(visible(robot, "terminating")).singleElement().satisfies(word ->
                assertThat(Hint.words(word)).isEqualTo("It was told to end, and waits for a request in gizmo.sys"));
        assertThat(robot.lookup(".row-strip").queryAll().stream().map(Node::getAccessibleText))
                .contains("terminating, csrss.exe, pid 352, 214 handles");
    }

    @Test
    void moreThanTenThousandHandlesAreMarkedByASignAndSpoken(FxRobot robot) {
        assertThat(robot.lookup(".handle-count").queryAll().stream()
                .filter(cell -> cell.getPseudoClassStates().contains(PseudoClass.getPseudoClass("warned")))).hasSize(1);
        assertThat(robot.lookup(".row-strip").queryAll().stream().map(Node::getAccessibleText))
                .contains("testlimit64.exe, pid 3020, 10,911,658 handles, warning, over 10,000, 241,203 opened");
    }

    @Test
    void changesAreChipsAndAQuietNought(FxRobot robot) {
        assertThat(visible(robot, "+2")).hasSize(1);
        assertThat(visible(robot, "\u22121")).hasSize(1);
        assertThat(visible(robot, "+241,203")).hasSize(1);
    }

    @Test
    void aProcessWithSuspectsIsMarkedInWordAndColourAndTheMarkLeadsToItsCard(FxRobot robot) {
        assertThat(visible(robot, "suspect")).singleElement().satisfies(mark -> {
            assertThat(mark.getStyleClass()).contains("suspect");
            assertThat(mark.getGraphic()).isNotNull();
        });
        assertThat(robot.lookup(".row-strip").queryAll().stream().map(Node::getAccessibleText))
                .contains("fred.exe, pid 2184, 6 handles, leak suspect, 2 opened, 1 closed");
        robot.clickOn(visible(robot, "suspect").getFirst());
        assertThat(wishes).containsExactly(new Intent.ShowSuspect(ProcessSamples.SUSPECT));
    }

    @Test
    void theMenuOfASuspectedProcessLeadsToItsCard(FxRobot robot) {
        robot.rightClickOn(visible(robot, "fred.exe").getFirst()).clickOn("Show why it is suspected of a leak");
        assertThat(wishes).endsWith(new Intent.ShowSuspect(ProcessSamples.SUSPECT));
    }

    private static Intent select(int pid) {
        return new Intent.Select(new Selection.OfProcess(pid));
    }

    private void clickHeading(FxRobot robot, String title) {
        robot.clickOn(robot.lookup(".row-heading").<Node>match(node -> ((Label) node).getText().contains(title)).<Node>query());
        robot.interact(() -> pane.layout());
    }

    private static List<Label> visible(FxRobot robot, String words) {
        return robot.lookup(".label").queryAllAs(Label.class).stream()
                .filter(label -> label.isVisible() && label.getText().equals(words)).toList();
    }

    private static double x(FxRobot robot, String name) {
        return visible(robot, name).getFirst().localToScene(0, 0).getX();
    }

    private static List<String> names(FxRobot robot) {
        return robot.lookup(".process-name").queryAllAs(Label.class).stream()
                .sorted(Comparator.comparingDouble(label -> label.localToScene(0, 0).getY())).map(Label::getText).toList();
    }
}
