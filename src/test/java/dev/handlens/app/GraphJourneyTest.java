package dev.handlens.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.scenario.Program;
import dev.handlens.ui.TestStage;
import dev.handlens.ui.graph.GraphPane;
import dev.handlens.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The graph in the whole window, used with mouse and keys.
@ExtendWith(ApplicationExtension.class)
class GraphJourneyTest {
    private static final Thread.UncaughtExceptionHandler BEFORE = Thread.getDefaultUncaughtExceptionHandler();
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass KEYBOARD = PseudoClass.getPseudoClass("keyboard");
    private static final String FOLD = "fold 1844 Event server!OnRequest+0x41";

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
    void aFoldIsOpenedAndClosedByClicks(FxRobot robot) throws Exception {
        openLeak(robot);
        int before = nodes(robot).size();
        assertThat(words(robot, FOLD)).contains("2,400 Event handles", "server!OnRequest+0x41");
        robot.clickOn(node(robot, FOLD));
        settle(robot);
        assertThat(nodes(robot)).hasSize(before + 2 * 200 + 1);
        robot.clickOn(node(robot, FOLD));
        settle(robot);
        assertThat(nodes(robot)).hasSize(before);
    }

    @Test
    void aFoldIsReachedOpenedAndClosedByKeys(FxRobot robot) throws Exception {
        openLeak(robot);
        int before = nodes(robot).size();
        focusGraph(robot);
        robot.type(KeyCode.RIGHT);
        for (int up = 0; up < before; up++) {
            robot.type(KeyCode.UP);
        }
        for (int down = 0; down < before && !node(robot, FOLD).getPseudoClassStates().contains(KEYBOARD); down++) {
            robot.type(KeyCode.DOWN);
        }
        assertThat(node(robot, FOLD).getPseudoClassStates()).as("arrows reach it").contains(KEYBOARD);
        assertThat(node(robot, "process 1844").getPseudoClassStates()).as("nothing was selected on the way").contains(SELECTED);
        robot.type(KeyCode.ENTER);
        settle(robot);
        assertThat(nodes(robot)).hasSize(before + 2 * 200 + 1);
        assertThat(seen(robot, FOLD)).isTrue();
        robot.type(KeyCode.SPACE);
        settle(robot);
        assertThat(nodes(robot)).hasSize(before);
        assertThat(stage.getScene().getRoot().lookup(".graph-viewport").isFocused()).isTrue();
    }

    @Test
    void aRequestIsSelectedWithItsProperties(FxRobot robot) throws Exception {
        open(robot, "inverted-call-exit");
        for (int step = 0; step < 5; step++) {
            robot.type(KeyCode.RIGHT);
        }
        settle(robot);
        Node request = nodes(robot).stream().filter(node -> node.getStyleClass().contains("irp")).findFirst().orElseThrow();
        String id = request.getId();
        robot.clickOn(request);
        settle(robot);
        assertThat(node(robot, id).getPseudoClassStates()).contains(SELECTED);
        assertThat(texts(robot, ".properties-pane")).contains("IRP", "IRP_MJ_DEVICE_CONTROL", "0x222004",
                "in manual WDFQUEUE of gizmo.sys");
        focusGraph(robot);
        robot.type(KeyCode.RIGHT, KeyCode.ENTER);
        settle(robot);
        assertThat(texts(robot, ".properties-pane")).as("the keyboard goes on from the request").contains("\\Device\\Gizmo")
                .doesNotContain("IRP_MJ_DEVICE_CONTROL");
    }

    @Test
    void zoomAndFitWorkOnAGraphThatIsLargerThanItsPane(FxRobot robot) throws Exception {
        openLeak(robot);
        robot.clickOn(node(robot, FOLD));
        settle(robot);
        double fitted = widthOnScreen(robot);
        focusGraph(robot);
        robot.type(KeyCode.PLUS);
        assertThat(widthOnScreen(robot)).isGreaterThan(fitted * 1.15);
        robot.type(KeyCode.DIGIT0);
        assertThat(widthOnScreen(robot)).isEqualTo(fitted);
        assertThat(seen(robot, FOLD)).as("a graph that does not fit is shown round where one is").isTrue();
    }

    private void openLeak(FxRobot robot) throws Exception {
        open(robot, "event-leak");
        robot.type(KeyCode.END);
        Node row = robot.from(robot.lookup(".processes-pane")).lookup(".row-text").queryAllAs(Labeled.class).stream()
                .filter(label -> label.getText().equals("server.exe")).findFirst().orElseThrow();
        robot.clickOn(row);
        settle(robot);
    }

    private void open(FxRobot robot, String scenario) throws Exception {
        Path file = Path.of("scenarios", scenario + ".yaml");
        Program program = ScenarioFile.open(file);
        robot.interact(() -> {
            window = new MainWindow(stage, file, Theme.LIGHT, folder.resolve("settings"), () -> {});
            window.open(file, program, 0);
            Thread.setDefaultUncaughtExceptionHandler((_, failure) -> thrown.add(failure));
            TestStage.show(stage, stage.getScene(), 1000, 760);
            robot.lookup(".graph-pane").queryAs(GraphPane.class).setAnimated(_ -> false);
            stage.getScene().getRoot().requestFocus();
        });
        DrawnWindow.await(stage, robot);
        settle(robot);
    }

    private void settle(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
    }

    private static void focusGraph(FxRobot robot) {
        robot.interact(() -> robot.lookup(".graph-viewport").query().requestFocus());
    }

    private static List<Node> nodes(FxRobot robot) {
        Predicate<Node> isNode = node -> node.getStyleClass().contains("graph-node");
        return List.copyOf(robot.lookup(isNode).queryAll());
    }

    private static Node node(FxRobot robot, String id) {
        return nodes(robot).stream().filter(node -> node.getId().equals(id)).findFirst().orElseThrow();
    }

    private static List<String> words(FxRobot robot, String id) {
        return robot.from(node(robot, id)).lookup(".label").queryAllAs(Labeled.class).stream().map(Labeled::getText).toList();
    }

    private static List<String> texts(FxRobot robot, String pane) {
        Predicate<Node> isText = node -> node instanceof Text;
        return robot.from(robot.lookup(pane)).lookup(isText).queryAllAs(Text.class).stream().map(Text::getText).toList();
    }

    private static double widthOnScreen(FxRobot robot) {
        Node fold = node(robot, FOLD);
        return fold.localToScene(fold.getLayoutBounds()).getWidth();
    }

    private static boolean seen(FxRobot robot, String id) {
        Node fold = node(robot, id);
        Node viewport = robot.lookup(".graph-viewport").query();
        return viewport.localToScene(viewport.getLayoutBounds()).contains(fold.localToScene(fold.getLayoutBounds()));
    }
}
