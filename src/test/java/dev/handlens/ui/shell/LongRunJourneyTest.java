package dev.handlens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.HandleField;
import dev.handlens.lens.HandleKey;
import dev.handlens.lens.HandleRow;
import dev.handlens.lens.Selection;
import dev.handlens.lens.View;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.scenario.ScenarioReader;
import dev.handlens.ui.Intent;
import dev.handlens.ui.Session;
import dev.handlens.ui.TestStage;
import dev.handlens.ui.control.RowTable;
import dev.handlens.ui.theme.Fonts;
import dev.handlens.ui.theme.Theme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What a person does in a table of three levels: scroll, go to a handle, sort, stop, look at pages. The crank is turned by hand.
@ExtendWith(ApplicationExtension.class)
class LongRunJourneyTest {
    private static final int HANDLES = 140_000;
    private static final long A_REFRESH = 16_700_000;
    /// Entry 5 of leaf page 549: 549 pages of 255 handles, and five more.
    private static final String LAST = "0x89414";

    private Session session;
    private WindowPanes panes;
    private Shell shell;
    private Crank crank;
    private long clock;
    private long now;

    @Start
    void start(Stage stage) throws ScenarioException {
        Fonts.load();
        Program program = Program.of(ScenarioReader.read("long.yaml", """
                handlens: 1
                title: Many handles
                cast:
                  fred: { process: fred.exe, pid: 100, loader: false }
                view: { select: fred, unnamed: true, highlight: step }
                steps:
                  - CreateEvent: { in: fred, as: h }
                  - repeat: { times: %d, every: 0ms }
                    do:
                      - DuplicateHandle: { in: fred, handle: h, options: DUPLICATE_SAME_ACCESS }
                  - CreateMutex: { in: fred, as: m }
                """.formatted(HANDLES - 2)));
        // A clock that goes on a little whenever somebody looks at it: whatever takes long takes so many looks, on any machine.
        session = new Session(program, () -> clock += 1_000_000, Scenario.Opening.STANDARD);
        panes = new WindowPanes(this::wish);
        shell = new Shell(panes.slots(), new SampleHost(), this::wish);
        crank = new Crank(session, shell, () -> clock);
        crank.show();
        TestStage.show(stage, shell, 1000, 800, Theme.LIGHT);
    }

    private void wish(Intent wish) {
        session.carryOut(wish);
        crank.show();
    }

    private void turn(FxRobot robot) {
        robot.interact(() -> {
            crank.turn(now += A_REFRESH);
            shell.layout();
        });
    }

    private void toTheEnd(FxRobot robot) {
        robot.interact(() -> wish(new Intent.SeekEnd(true)));
        for (int i = 0; i < 10_000 && (session.isWorking() || session.timeline().position() < session.timeline().length()); i++) {
            turn(robot);
        }
        assertThat(session.timeline().position()).isEqualTo(session.timeline().length());
        // The list has followed the last step to its handle.
        robot.interact(() -> list().scrollTo(0));
        turn(robot);
    }

    private RowTable<HandleRow> list() {
        return panes.handles().table();
    }

    private static List<String> texts(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAll().stream().filter(node -> node instanceof Labeled && node.isVisible())
                .map(node -> ((Labeled) node).getText()).toList();
    }

    @Test
    void theListIsScrolledToItsMiddleAndItsEnd(FxRobot robot) {
        toTheEnd(robot);
        robot.interact(() -> list().scrollTo(HANDLES / 2.0));
        assertThat(texts(robot, ".handles-pane .row-strip .mono")).contains("0x44A0C");
        robot.clickOn(".handles-pane .row-strip");
        robot.type(KeyCode.END);
        assertThat(texts(robot, ".handles-pane .row-strip .mono")).contains(LAST);
        assertThat(list().selected()).extracting(row -> row.type().typeName()).containsExactly("Mutant");
    }

    @Test
    void aHandleIsFoundByItsValueAndComesIntoSight(FxRobot robot) {
        toTheEnd(robot);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.F).release(KeyCode.SHIFT, KeyCode.CONTROL);
        robot.write(LAST.toLowerCase(Locale.ROOT)).type(KeyCode.ENTER);
        assertThat(session.view().selection()).isEqualTo(new Selection.OfHandle(new HandleKey(100, Long.decode(LAST), HANDLES)));
        turn(robot);
        robot.interact(() -> {});
        assertThat(texts(robot, ".handles-pane .row-strip:selected .mono")).contains(LAST);
    }

    @Test
    void aHandleThatIsSelectedAlreadyIsFoundAgain(FxRobot robot) {
        aHandleIsFoundByItsValueAndComesIntoSight(robot);
        robot.interact(() -> list().scrollTo(0));
        assertThat(texts(robot, ".handles-pane .row-strip:selected .mono")).isEmpty();
        robot.clickOn("#find").type(KeyCode.ENTER);
        turn(robot);
        assertThat(texts(robot, ".handles-pane .row-strip:selected .mono")).contains(LAST);
    }

    @Test
    void aValueThatNobodyHasIsSaidToBeNone(FxRobot robot) {
        robot.interact(() -> wish(new Intent.FindHandle("0x7ffc")));
        assertThat(said(robot)).isEqualTo("No process has a handle 0x7FFC open.");
        robot.interact(() -> wish(new Intent.FindHandle("the leak")));
        assertThat(said(robot)).contains("Ctrl+F");
    }

    private static String said(FxRobot robot) {
        return texts(robot, ".toast .label").getFirst();
    }

    /// Headings that tell an order, with their direction.
    private static List<String> orders(FxRobot robot) {
        return robot.lookup(".handles-pane .row-heading").queryAll().stream().map(Node::getAccessibleText)
                .filter(words -> words.contains("sorted")).toList();
    }

    @Test
    void sortingShowsItsProgressAndEscapeStopsIt(FxRobot robot) {
        toTheEnd(robot);
        robot.interact(() -> {
            list().scrollTo(0);
            wish(new Intent.SetSort(List.of(new View.SortBy(HandleField.OBJECT, false))));
        });
        turn(robot);
        assertThat(texts(robot, ".handles-pane .pane-footer .label")).anyMatch(words -> words.startsWith("Sorting 140,000 handles, "));
        for (int i = 0; i < 5; i++) {
            turn(robot);
        }
        assertThat(orders(robot)).as("the rows are still in the order of values").isEmpty();
        robot.type(KeyCode.ESCAPE);
        assertThat(session.view().sort()).isEmpty();
        assertThat(said(robot)).isEqualTo("Stopped sorting; the list stays in the order it had.");
        turn(robot);
        assertThat(texts(robot, ".handles-pane .pane-footer .label")).noneMatch(words -> words.startsWith("Sorting"));
        assertThat(texts(robot, ".handles-pane .row-strip .mono")).contains("0x4", "0x8");
    }

    @Test
    void whatIsSortedToTheEndIsInItsOrder(FxRobot robot) {
        toTheEnd(robot);
        robot.interact(() -> {
            list().scrollTo(0);
            wish(new Intent.SetSort(List.of(new View.SortBy(HandleField.OBJECT, false))));
        });
        for (int i = 0; i < 10_000 && session.isWorking(); i++) {
            turn(robot);
        }
        assertThat(texts(robot, ".handles-pane .row-strip .mono").getFirst()).isEqualTo(LAST);
    }

    @Test
    void whileAnotherOrderIsMadeTheListStaysInTheOneItHadAndItsHeadingTellsWhich(FxRobot robot) {
        toTheEnd(robot);
        sort(robot, HandleField.TYPE, false);
        while (session.isWorking()) {
            turn(robot);
        }
        assertThat(texts(robot, ".handles-pane .row-strip .mono").getFirst()).isEqualTo(LAST);
        assertThat(orders(robot)).singleElement().asString().startsWith("Type");
        sort(robot, HandleField.OBJECT, true);
        turn(robot);
        assertThat(session.isWorking()).isTrue();
        assertThat(orders(robot)).singleElement().asString().startsWith("Type");
        assertThat(texts(robot, ".handles-pane .row-strip .mono").getFirst()).isEqualTo(LAST);
        robot.type(KeyCode.ESCAPE);
        turn(robot);
        assertThat(session.isWorking()).isFalse();
        assertThat(session.view().sort()).containsExactly(new View.SortBy(HandleField.TYPE, false));
        assertThat(texts(robot, ".handles-pane .row-strip .mono").getFirst()).isEqualTo(LAST);
    }

    @Test
    void anOrderOfAnEarlierStepStaysWhenSortingAnewIsStopped(FxRobot robot) {
        robot.interact(() -> {
            wish(new Intent.SeekTo(HANDLES - 2));
            session.finish();
        });
        sort(robot, HandleField.HANDLE_COUNT, true);
        while (session.isWorking()) {
            turn(robot);
        }
        robot.interact(() -> wish(new Intent.StepBy(1)));
        turn(robot);
        assertThat(session.isWorking()).isTrue();
        robot.type(KeyCode.ESCAPE);
        turn(robot);
        assertThat(session.isWorking()).isFalse();
        assertThat(said(robot)).isEqualTo("Stopped sorting; the list stays in the order of step 139,998.");
        assertThat(texts(robot, ".handles-pane .pane-footer .label")).contains("order of step 139,998");
        robot.clickOn("Sort again");
        turn(robot);
        assertThat(session.isWorking()).isTrue();
    }

    private void sort(FxRobot robot, HandleField column, boolean ascending) {
        robot.interact(() -> {
            list().scrollTo(0);
            wish(new Intent.SetSort(List.of(new View.SortBy(column, ascending))));
        });
    }

    @Test
    void aLongCopyShowsItsProgressAndCanBeStopped(FxRobot robot) {
        toTheEnd(robot);
        Node bar = robot.lookup("#work").query();
        clipboard(robot, "before");
        robot.interact(() -> list().scrollTo(0));
        robot.clickOn(".handles-pane .row-strip");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).type(KeyCode.C).release(KeyCode.CONTROL);
        for (int i = 0; i < 1_000 && !bar.isVisible(); i++) {
            turn(robot);
        }
        assertThat(bar.getAccessibleText()).startsWith("Copying 100,000 rows, ").contains(" rows/s · ", " left");
        robot.type(KeyCode.ESCAPE);
        turn(robot);
        assertThat(said(robot)).isEqualTo("Stopped copying; the clipboard is as it was.");
        assertThat(clipboard(robot, null)).isEqualTo("before");
        assertThat(session.isWorking()).isFalse();
    }

    @Test
    void aLongCopyIsMadeOfTheMomentItWasAskedAt(FxRobot robot) {
        toTheEnd(robot);
        robot.interact(() -> list().scrollTo(0));
        robot.clickOn(".handles-pane .row-strip");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).type(KeyCode.C).release(KeyCode.CONTROL);
        robot.interact(() -> wish(new Intent.SeekTo(0)));
        while (session.isWorking()) {
            turn(robot);
        }
        assertThat(said(robot)).isEqualTo("Copied 100,000 rows.");
        List<String> lines = clipboard(robot, null).lines().toList();
        assertThat(lines).hasSize(100_001);
        assertThat(lines.get(1)).startsWith("0x4\t");
        assertThat(lines.getLast()).startsWith("0x" + Long.toHexString(99_999 / 255 * 1024 + 4 * (99_999 % 255 + 1)).toUpperCase(Locale.ROOT) + "\t");
    }

    /// What is on the clipboard, after something was put there if anything is given.
    private static String clipboard(FxRobot robot, String text) {
        String[] found = {null};
        robot.interact(() -> {
            if (text != null) {
                Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
            }
            found[0] = Clipboard.getSystemClipboard().getString();
        });
        return found[0];
    }

    @Test
    void aLongWayShowsItsProgressAndEscapeStopsIt(FxRobot robot) {
        robot.interact(() -> {
            session.carryOut(new Intent.SeekTo(0));
            session.carryOut(new Intent.SetSpeed(Double.POSITIVE_INFINITY));
            session.carryOut(new Intent.TogglePlay());
        });
        Node bar = robot.lookup("#work").query();
        for (int i = 0; i < 1_000 && !bar.isVisible(); i++) {
            turn(robot);
        }
        assertThat(bar.getAccessibleText()).startsWith("Running to the end, ").contains(" % · ", " steps/s · ", " left");
        long position = session.timeline().position();
        assertThat(position).isLessThan(HANDLES);
        robot.type(KeyCode.ESCAPE);
        turn(robot);
        assertThat(session.isPlaying()).isFalse();
        assertThat(session.timeline().position()).isEqualTo(position);
        assertThat(bar.isVisible()).isFalse();
    }

    @Test
    void aPageIsLookedAtByPointingAndByKeysAndAnEntrySelectsItsHandle(FxRobot robot) {
        toTheEnd(robot);
        robot.press(KeyCode.CONTROL).type(KeyCode.B).release(KeyCode.CONTROL);
        turn(robot);
        Node pages = robot.lookup("#table-pages").query();
        assertThat(pages.getAccessibleText()).contains("three levels · 2 of 128 mid pages · 550 of 65,536 leaf pages");
        Bounds bounds = pages.localToScreen(pages.getBoundsInLocal());
        robot.moveTo(bounds.getMinX() + 1, bounds.getMinY() + 10);
        assertThat(words(robot)).contains("0x4", "entry 1 of leaf page 0 · mid page 0");
        robot.clickOn(pages).type(KeyCode.HOME).type(KeyCode.DOWN);
        assertThat(words(robot)).contains("0x8004", "entry 1 of leaf page 32 · mid page 0");
        Node entries = robot.lookup("#table-entries").query();
        robot.interact(entries::requestFocus);
        robot.type(KeyCode.RIGHT, KeyCode.ENTER);
        assertThat(session.view().selection()).isInstanceOfSatisfying(Selection.OfHandle.class,
                handle -> assertThat(handle.key().value()).isEqualTo(0x8008));
    }

    private static List<String> words(FxRobot robot) {
        return robot.lookup(".entry-card .label").queryAll().stream().map(node -> ((Label) node).getText()).toList();
    }
}
