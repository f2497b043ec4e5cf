package dev.handlens.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.scenario.Program;
import dev.handlens.ui.Intent;
import dev.handlens.ui.TestStage;
import dev.handlens.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The whole window, as `main` puts it together, used as a person uses it.
@ExtendWith(ApplicationExtension.class)
class WindowJourneyTest {
    private static final Thread.UncaughtExceptionHandler BEFORE = Thread.getDefaultUncaughtExceptionHandler();

    @TempDir
    Path folder;

    private final List<Throwable> thrown = new CopyOnWriteArrayList<>();
    private Stage stage;
    private MainWindow window;

    @Start
    void start(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void nothingWasThrown() {
        Thread.setDefaultUncaughtExceptionHandler(BEFORE);
        assertThat(thrown).isEmpty();
    }

    @Test
    void aRunPlaysToItsEndAndGoesBackToItsStart(FxRobot robot) throws Exception {
        open(robot, "makefred-fix");
        List<String> atStart = rows(robot, ".handles-pane");
        robot.interact(() -> window.wish(new Intent.SetSpeed(Double.POSITIVE_INFINITY)));
        robot.type(KeyCode.SPACE);
        waitFor(() -> says(robot, "PAUSED") && !where(robot).startsWith("0 "));
        assertThat(where(robot)).matches("(\\d+) of \\1");
        robot.type(KeyCode.LEFT);
        assertThat(where(robot)).doesNotMatch("(\\d+) of \\1");
        robot.type(KeyCode.HOME);
        assertThat(where(robot)).startsWith("0 of");
        assertThat(rows(robot, ".handles-pane")).isEqualTo(atStart);
    }

    @Test
    void aHandleThatIsClosedByHandMakesABranchThatCanBeUndone(FxRobot robot) throws Exception {
        open(robot, "makefred-bug");
        robot.type(KeyCode.END);
        List<String> before = rows(robot, ".handles-pane");
        robot.clickOn(cell(robot, ".handles-pane", "0x18"));
        robot.type(KeyCode.DELETE);
        assertThat(robot.lookup("your change").query().isVisible()).isTrue();
        assertThat(rows(robot, ".handles-pane")).isNotEqualTo(before);
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(rows(robot, ".handles-pane")).isEqualTo(before);
    }

    @Test
    void aRunThatWasChangedIsSavedAndPlaysTheSame(FxRobot robot) throws Exception {
        open(robot, "makefred-bug");
        robot.type(KeyCode.END);
        robot.clickOn(cell(robot, ".handles-pane", "0x18"));
        robot.type(KeyCode.DELETE);
        String place = where(robot);
        List<String> rows = rows(robot, ".handles-pane");
        Path saved = folder.resolve("changed.yaml");
        robot.interact(() -> window.wish(new Intent.SaveAs(saved)));
        robot.interact(() -> window.wish(new Intent.Open(saved)));
        leaveTables(robot);
        robot.type(KeyCode.END);
        assertThat(where(robot)).isEqualTo(place);
        assertThat(rows(robot, ".handles-pane")).isEqualTo(rows);
    }

    @Test
    void aBrokenFileLeavesTheRunningOneAlone(FxRobot robot) throws Exception {
        open(robot, "makefred-bug");
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
        String place = where(robot);
        List<String> rows = rows(robot, ".handles-pane");
        String title = stage.getTitle();
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "handlens: 1\ntitle: Broken\nsteps:\n  - clsoe: 1\n");
        robot.interact(() -> window.wish(new Intent.Open(broken)));
        assertThat(robot.lookup("broken.yaml cannot be opened").tryQuery()).isPresent();
        assertThat(robot.lookup((Node node) -> node instanceof Labeled label && label.getText().startsWith("line 4, column ")).tryQuery())
                .isPresent();
        robot.type(KeyCode.ESCAPE);
        assertThat(where(robot)).isEqualTo(place);
        assertThat(rows(robot, ".handles-pane")).isEqualTo(rows);
        assertThat(stage.getTitle()).isEqualTo(title);
    }

    @Test
    void whenMemoryRunsOutTheWindowSaysSoAndTheRunGoesOnFromWhereThereWasRoom(FxRobot robot) throws Exception {
        open(robot, "makefred-bug");
        robot.type(KeyCode.END);
        robot.clickOn(cell(robot, ".handles-pane", "0x18"));
        robot.type(KeyCode.DELETE);
        String atEnd = where(robot);
        robot.interact(() -> window.withinMemory(() -> {
            throw new OutOfMemoryError("planted");
        }));
        assertThat(robot.lookup("Out of memory").tryQuery()).isPresent();
        assertThat(robot.lookup((Node node) -> node instanceof Labeled label && label.getText().contains("_JAVA_OPTIONS=-Xmx")).tryQuery())
                .isPresent();
        robot.type(KeyCode.ESCAPE);
        assertThat(where(robot)).isNotEqualTo(atEnd);
        assertThat(robot.lookup("your change").query().isVisible()).isTrue();
        leaveTables(robot);
        robot.type(KeyCode.END);
        assertThat(where(robot)).isEqualTo(atEnd);
    }

    @Test
    void pollingMissesTheHandleThatCameAndWentAndEveryEventShowsIt(FxRobot robot) throws Exception {
        open(robot, "cmd-cd");
        robot.type(KeyCode.END);
        robot.clickOn("Polling");
        assertThat(rows(robot, ".handles-pane")).contains("0xEC", "0x22C").doesNotContain("0xB8");
        robot.clickOn("Watch every event");
        assertThat(rows(robot, ".handles-pane")).contains("0xEC", "0x22C", "0xB8");
    }

    @Test
    void theWayFromTheStatusBarLeadsOverTheCardToExactlyTheLeakedHandles(FxRobot robot) throws Exception {
        open(robot, "event-leak");
        robot.type(KeyCode.END);
        waitFor(() -> !robot.lookup(".status-bar .suspects").queryLabeled().getText().isEmpty());
        robot.clickOn(cell(robot, ".processes-pane", "services.exe"));
        assertThat(robot.lookup(".status-bar .suspects").queryLabeled().getText()).matches("[\\d,]+ suspected leaked in server\\.exe");
        robot.interact(() -> window.wish(new Intent.SetFilter("nothing like that")));
        robot.push(KeyCode.CONTROL, KeyCode.B);
        robot.clickOn(".status-bar .suspects");
        DrawnWindow.await(stage, robot);
        assertThat(says(robot, "Findings · 1")).isTrue();
        robot.clickOn("List them");
        DrawnWindow.await(stage, robot);
        assertThat(robot.lookup(".handles-pane").query().isVisible()).as("the list is in front").isTrue();
        assertThat(statusOf(robot)).as("of the process that leaks").contains("server.exe");
        assertThat(robot.lookup(".filter-field").queryTextInputControl().getText())
                .isEqualTo("type:=Event site:=server!OnRequest+0x41 state:open");
        assertThat(rows(robot, ".handles-pane")).contains("0x24", "unnamed").doesNotContain("File", "Key", "0x14");
        robot.clickOn("Copy report");
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .startsWith("Leak suspect: Events opened in server!OnRequest")
                .contains("server.exe, pid 1844", "server!Dispatch+0x1c8", "+40 a second over 10 s, none in the last 7 s"));
    }

    @Test
    void factsOfACardLeadToTheirViews(FxRobot robot) throws Exception {
        open(robot, "event-leak");
        robot.type(KeyCode.END);
        robot.clickOn(".status-bar .suspects");
        DrawnWindow.await(stage, robot);
        follow(robot, "server!OnRequest+0x41");
        DrawnWindow.await(stage, robot);
        assertThat(robot.lookup(".filter-field").queryTextInputControl().getText()).isEqualTo("stack:=server!OnRequest+0x41");
        follow(robot, "Even");
        assertThat(robot.lookup(".tag-mark").tryQuery()).as("the tag is marked among all tags").isPresent();
    }

    @Test
    void theMarkInTheProcessListLeadsToTheCard(FxRobot robot) throws Exception {
        open(robot, "event-leak");
        robot.type(KeyCode.END);
        robot.clickOn(cell(robot, ".processes-pane", "services.exe"));
        robot.clickOn(robot.from(robot.lookup(".processes-pane")).lookup(".suspect").match(Node::isVisible).<Node>query());
        DrawnWindow.await(stage, robot);
        assertThat(robot.lookup(".leak-card").query().isVisible()).isTrue();
        assertThat(statusOf(robot)).as("the selection stays").contains("services.exe");
    }

    /// Follows a link of a card, in sight or scrolled away.
    private static void follow(FxRobot robot, String words) {
        Hyperlink link = robot.lookup(".leak-card .hyperlink").queryAllAs(Hyperlink.class).stream()
                .filter(each -> each.getText().equals(words)).findFirst().orElseThrow();
        robot.interact(link::fire);
    }

    private void open(FxRobot robot, String scenario) throws Exception {
        Path file = Path.of("scenarios", scenario + ".yaml");
        Program program = ScenarioFile.open(file);
        robot.interact(() -> {
            window = new MainWindow(stage, file, Theme.LIGHT, folder.resolve("settings"), () -> {});
            window.open(file, program, 0);
            Thread.setDefaultUncaughtExceptionHandler((_, failure) -> thrown.add(failure));
            TestStage.show(stage, stage.getScene(), 1000, 760);
        });
        DrawnWindow.await(stage, robot);
        leaveTables(robot);
    }

    /// In a table, End goes to its last row.
    private void leaveTables(FxRobot robot) {
        robot.interact(() -> stage.getScene().getRoot().requestFocus());
    }

    private static void waitFor(Callable<Boolean> holds) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, holds);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean says(FxRobot robot, String words) {
        return robot.lookup(words).tryQuery().filter(Node::isVisible).isPresent();
    }

    private static List<String> statusOf(FxRobot robot) {
        return robot.from(robot.lookup(".status-bar")).lookup(".label").queryAllAs(Labeled.class).stream().map(Labeled::getText).toList();
    }

    private static String where(FxRobot robot) {
        List<Labeled> words = robot.lookup(".where .label").queryAllAs(Labeled.class).stream().toList();
        return words.get(1).getText() + " " + words.get(2).getText();
    }

    /// All words in the rows of a table, row by row.
    private static List<String> rows(FxRobot robot, String pane) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> robot.lookup(pane).queryParent().layout());
        return robot.from(robot.lookup(pane)).lookup(".row-text").queryAllAs(Labeled.class).stream()
                .filter(WindowJourneyTest::isSeen).map(Labeled::getText).filter(text -> !text.isEmpty()).toList();
    }

    private static Node cell(FxRobot robot, String pane, String text) {
        return robot.from(robot.lookup(pane)).lookup(".row-text").queryAllAs(Labeled.class).stream()
                .filter(WindowJourneyTest::isSeen).filter(label -> label.getText().equals(text)).findFirst().orElseThrow();
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
