package dev.handlens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioReader;
import dev.handlens.ui.Intent;
import dev.handlens.ui.PaneShots;
import dev.handlens.ui.Session;
import dev.handlens.ui.theme.Fonts;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

/// Presentation and the size of everything, in the real shell. Without a window: full screen of the headless platform writes beyond its
/// screen.
class PresentationTest {
    private Session session;
    private Shell shell;
    private Crank crank;
    private final SampleHost host = new SampleHost();

    @BeforeEach
    void start() {
        PaneShots.startToolkit();
    }

    private void open(String scenario, int width, int height) throws Exception {
        Program program = Program.of(ScenarioReader.read(Path.of("scenarios", scenario + ".yaml")));
        session = new Session(program, System::nanoTime, Scenario.Opening.STANDARD);
        onFx(() -> {
            Fonts.load();
            shell = new Shell(new WindowPanes(this::wish).slots(), host, this::wish);
            crank = new Crank(session, shell, System::nanoTime);
            Theme.LIGHT.apply(new Scene(shell, width, height), Tints.GREEN_RED);
            crank.show();
            layout();
        });
    }

    private void wish(Intent wish) {
        session.carryOut(wish);
        crank.show();
    }

    private void layout() {
        for (int round = 0; round < 3; round++) {
            shell.applyCss();
            shell.layout();
        }
    }

    private void perform(Shortcut shortcut) {
        onFx(() -> {
            shell.perform(shortcut);
            layout();
        });
    }

    private static void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(60_000, work);
    }

    private Bounds inScene(String selector) {
        Node node = shell.lookup(selector);
        return node.localToScene(node.getLayoutBounds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"makefred-bug", "inherit", "recycled", "event-leak"})
    void leavingPutsDividersTabsAndPanesBackWhereTheyWere(String scenario) throws Exception {
        open(scenario, 1280, 720);
        onFx(() -> {
            shell.setDividers(Map.of("walkthrough", 0.28, "rightColumn", 0.7, "processes", 0.45, "findings", 0.5));
            shell.showLowerPane(1);
            shell.showFindings(true);
            layout();
        });
        SortedMap<String, Double> dividers = shell.dividers();
        Bounds table = inScene(".table-pane");
        Bounds status = inScene(".status-bar");
        perform(Shortcut.PRESENT);
        assertThat(shell.lookup(".desk")).isNull();
        assertThat(shell.lookup(".stage")).isNotNull();
        for (int step = 0; step < 14; step++) {
            perform(Shortcut.STEP_ON);
        }
        assertThat(session.timeline().position()).isEqualTo(Math.min(14, session.timeline().length()));
        perform(Shortcut.PRESENT);
        assertThat(shell.dividers()).isEqualTo(dividers);
        assertThat(shell.lowerPane()).isEqualTo(1);
        assertThat(inScene(".table-pane")).isEqualTo(table);
        assertThat(inScene(".status-bar")).isEqualTo(status);
        assertThat(shell.lookup(".findings-pane")).isNotNull();
        assertThat(shell.lookup(".stage")).isNull();
    }

    @Test
    void barsFoldAwayAndComeBackAtTheUpperEdge() throws Exception {
        open("makefred-bug", 1280, 720);
        perform(Shortcut.PRESENT);
        Node bars = shell.lookup(".top-bar").getParent();
        assertThat(bars.isVisible()).isFalse();
        onFx(() -> shell.fireEvent(moved(600, 1)));
        assertThat(bars.isVisible()).isTrue();
        onFx(() -> shell.fireEvent(moved(600, 400)));
        assertThat(bars.isVisible()).isFalse();
        perform(Shortcut.FIND);
        assertThat(bars.isVisible()).isTrue();
    }

    @Test
    void escapeLeaves() throws Exception {
        open("makefred-bug", 1280, 720);
        perform(Shortcut.PRESENT);
        onFx(() -> shell.fireEvent(key(KeyCode.ESCAPE, false, false)));
        assertThat(shell.lookup(".desk")).isNotNull();
    }

    @Test
    void aDotGoesToItsChapterAndSoDoKeys() throws Exception {
        open("makefred-bug", 1280, 720);
        perform(Shortcut.PRESENT);
        List<Node> dots = List.copyOf(shell.lookupAll(".chapter-dot"));
        assertThat(dots).hasSize(session.frame().step().chapters().size()).hasSizeGreaterThan(5);
        onFx(() -> dots.get(4).fireEvent(clicked()));
        assertThat(session.timeline().position()).isEqualTo(session.frame().step().chapters().get(4).position());
        perform(Shortcut.NEXT_CHAPTER);
        assertThat(session.frame().step().chapter()).isEqualTo(5);
        perform(Shortcut.PREVIOUS_CHAPTER);
        assertThat(session.frame().step().chapter()).isEqualTo(4);
        assertThat(((Label) shell.lookup(".stage-place")).getText())
                .isEqualTo("step " + session.timeline().position() + " · 5 of " + dots.size());
    }

    @Test
    void theListShowsTheProcessThatAStepIsAbout() throws Exception {
        open("inherit", 1280, 720);
        perform(Shortcut.PRESENT);
        boolean other = false;
        int first = session.view().pid();
        while (session.timeline().position() < session.timeline().length()) {
            perform(Shortcut.STEP_ON);
            other |= session.view().pid() != first;
            assertThat(session.frame().step().elsewhere()).as("step " + session.timeline().position()).isZero();
        }
        assertThat(other).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"PLUS,false,LARGER", "ADD,false,LARGER", "EQUALS,false,LARGER", "EQUALS,true,LARGER", "PLUS,true,LARGER",
        "MINUS,false,SMALLER", "SUBTRACT,false,SMALLER", "DIGIT0,false,USUAL_SIZE", "NUMPAD0,false,USUAL_SIZE"})
    void keysOfTheSizeWorkOnEveryKeyboardAndTheNumberPad(KeyCode code, boolean shift, Shortcut meant) {
        assertThat(Shortcut.of(key(code, true, shift))).isEqualTo(Optional.of(meant));
    }

    @Test
    void theSizeGoesFromOneHundredToThreeHundredPercentAndBack() throws Exception {
        open("makefred-bug", 1280, 720);
        for (int press = 0; press < 20; press++) {
            perform(Shortcut.LARGER);
        }
        assertThat(shell.lookup(".desk").getLocalToSceneTransform().getMxx()).isEqualTo(3);
        perform(Shortcut.SMALLER);
        assertThat(shell.lookup(".desk").getLocalToSceneTransform().getMxx()).isEqualTo(2.5);
        perform(Shortcut.USUAL_SIZE);
        assertThat(shell.lookup(".desk").getLocalToSceneTransform().getMxx()).isEqualTo(1);
        perform(Shortcut.SMALLER);
        assertThat(shell.lookup(".desk").getLocalToSceneTransform().getMxx()).isEqualTo(1);
    }

    @Test
    void theGraphGrowsWithEverythingElse() throws Exception {
        open("makefred-bug", 1920, 1080);
        onFx(() -> wish(new Intent.SeekTo(9)));
        onFx(this::layout);
        double before = typeOf(shell.lookup(".graph-node .title"));
        onFx(() -> shell.setSize(200));
        onFx(this::layout);
        assertThat(typeOf(shell.lookup(".graph-node .title"))).isGreaterThan(1.2 * before);
    }

    private static double typeOf(Node label) {
        return ((Label) label).getFont().getSize() * label.getLocalToSceneTransform().getMyy();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void atThreeHundredPercentEverythingIsReachedByScrolling(boolean presenting) throws Exception {
        open("makefred-bug", 1920, 1080);
        if (presenting) {
            perform(Shortcut.PRESENT);
        }
        onFx(() -> shell.setSize(300));
        onFx(this::layout);
        ScrollBar across = (ScrollBar) shell.lookup("#across");
        ScrollBar down = (ScrollBar) shell.lookup("#down");
        String last = presenting ? ".chapter-dots" : ".status-bar";
        assertThat(across.isVisible()).isTrue();
        assertThat(down.isVisible()).isTrue();
        assertThat(inScene(last).getMaxY()).isGreaterThan(1080);
        onFx(() -> {
            across.setValue(across.getMax());
            down.setValue(down.getMax());
            layout();
        });
        assertThat(inScene(last).getMaxY()).isLessThanOrEqualTo(1080.5);
        assertThat(inScene(last).getMaxX()).isLessThanOrEqualTo(1920.5);
    }

    @Test
    void menusGrowWithEverythingElse() throws Exception {
        open("makefred-bug", 1280, 720);
        onFx(() -> {
            Label words = new Label("Open a scenario");
            StackPane row = new StackPane(words);
            row.getStyleClass().addAll("menu-item", "menu-row");
            StackPane around = new StackPane(row);
            around.getStyleClass().add("menu-item");
            shell.getScene().setRoot(new StackPane(shell, around));
            shell.setSize(200);
            around.applyCss();
            assertThat(words.getFont().getSize()).isEqualTo(26);
            shell.setSize(100);
            around.applyCss();
            assertThat(words.getFont().getSize()).isEqualTo(13);
        });
    }

    @Test
    void whoSwitchesFollowingOffKeepsTheListWhereItIs() throws Exception {
        open("makefred-bug", 1000, 640);
        perform(Shortcut.FOLLOW);
        onFx(() -> wish(new Intent.SeekTo(7)));
        onFx(this::layout);
        ScrollBar bar = (ScrollBar) shell.lookup(".handles-pane .scroll-bar");
        assertThat(bar.getValue()).isZero();
        perform(Shortcut.FOLLOW);
        onFx(() -> wish(new Intent.SeekTo(6)));
        onFx(() -> wish(new Intent.SeekTo(7)));
        onFx(this::layout);
        assertThat(bar.isVisible()).isTrue();
        assertThat(bar.getValue()).isPositive();
    }

    private MouseEvent moved(double x, double y) {
        return new MouseEvent(shell, shell, MouseEvent.MOUSE_MOVED, x, y, x, y, MouseButton.NONE, 0, false, false, false, false,
                false, false, false, false, false, false, new PickResult(shell, x, y));
    }

    private static MouseEvent clicked() {
        return new MouseEvent(MouseEvent.MOUSE_CLICKED, 0, 0, 0, 0, MouseButton.PRIMARY, 1, false, false, false, false, true, false,
                false, false, false, false, null);
    }

    private static KeyEvent key(KeyCode code, boolean control, boolean shift) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false);
    }
}
