package dev.handlens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.Change;
import dev.handlens.lens.HandleRow;
import dev.handlens.lens.HandlesFrame;
import dev.handlens.lens.Selection;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.scenario.ScenarioReader;
import dev.handlens.ui.Intent;
import dev.handlens.ui.Session;
import dev.handlens.ui.control.Gestures;
import dev.handlens.ui.theme.Fonts;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The leaking server as it plays at 1×, in a window of 1440×900: its files come and go 40 times a second, and its events stay.
@ExtendWith(ApplicationExtension.class)
class ChurnJourneyTest {
    private static final long A_REFRESH = 16_700_000;

    private Session session;
    private Shell shell;
    private WindowPanes panes;
    private Crank crank;
    private long now;

    @Start
    void start(Stage stage) throws ScenarioException {
        Fonts.load();
        session = new Session(Program.of(ScenarioReader.read(Path.of("scenarios", "event-leak.yaml"))), () -> 0, Scenario.Opening.STANDARD);
        panes = new WindowPanes(this::wish);
        shell = new Shell(panes.slots(), new SampleHost(), this::wish);
        crank = new Crank(session, shell, () -> 0);
        Theme.LIGHT.apply(new Scene(shell, 1440, 900), Tints.GREEN_RED);
        crank.show();
    }

    private void wish(Intent wish) {
        session.carryOut(wish);
        crank.show();
    }

    private void show(FxRobot robot, Intent wish) {
        robot.interact(() -> {
            wish(wish);
            shell.applyCss();
            shell.layout();
        });
    }

    private List<HandleRow> rows() {
        HandlesFrame frame = session.live().handles();
        return IntStream.range(0, frame.rows().size()).mapToObj(frame.rows()::row).toList();
    }

    /// What a screen reader says of the rows that are wholly in sight.
    private List<String> inSight() {
        Region body = (Region) shell.lookup(".handles-pane .row-body");
        return shell.lookupAll(".handles-pane .row-strip").stream()
                .filter(strip -> strip.isVisible() && strip.getBoundsInParent().getMinY() >= 0
                        && strip.getBoundsInParent().getMaxY() <= body.getHeight() + 1)
                .map(Node::getAccessibleText).toList();
    }

    @Test
    void theLeakedEventsStayInSightWhileItPlays(FxRobot robot) {
        show(robot, new Intent.ShowUnnamed(true));
        show(robot, new Intent.SeekTo(session.timeline().program().positionAt(16_000)));
        robot.interact(() -> wish(new Intent.TogglePlay()));
        int most = 0;
        for (int turn = 0; turn < 600; turn++) {
            robot.interact(() -> {
                crank.turn(now += A_REFRESH);
                shell.layout();
            });
            List<String> inSight = inSight();
            long opened = rows().stream().filter(row -> row.change() == Change.OPENED && row.type().typeName().equals("Event")).count();
            long seen = inSight.stream().filter(words -> words.startsWith("opened, Event")).count();
            assertThat(seen).as("step %d: %s", session.timeline().position(), inSight).isGreaterThanOrEqualTo(Math.min(opened, inSight.size() - 1));
            assertThat(inSight.stream().filter(words -> words.contains("opened and closed"))).as("the files are one row").hasSizeLessThan(2);
            most = Math.max(most, (int) opened);
        }
        assertThat(session.timeline().time()).isGreaterThan(25_000);
        assertThat(most).isGreaterThanOrEqualTo(39);
    }

    @Test
    void aPersonWhoScrolledAwayIsLeftAlone(FxRobot robot) {
        show(robot, new Intent.ShowUnnamed(true));
        show(robot, new Intent.SeekTo(session.timeline().program().positionAt(30_000)));
        robot.interact(() -> {
            Gestures.wheel(panes.handles().lookup(".row-body"), 1e6, 0);
            shell.layout();
        });
        List<String> top = inSight();
        assertThat(top.getFirst()).endsWith("handle 0x4");
        show(robot, new Intent.SeekTo(session.timeline().position() + 200));
        assertThat(inSight()).isEqualTo(top);
    }

    @Test
    void aSelectedHandleThatIsHiddenIsShownFromTheBanner(FxRobot robot) {
        show(robot, new Intent.SeekTo(session.timeline().program().positionAt(30_000)));
        show(robot, new Intent.SetFilter("type:File"));
        show(robot, new Intent.FindHandle("0x124"));
        assertThat(session.takeNotice()).isEmpty();
        assertThat(shell.lookupAll(".toast .label").stream().map(label -> ((javafx.scene.control.Labeled) label).getText()))
                .contains("Found 0x124, but it is hidden: its object has no name and it does not match the filter.");
        javafx.scene.control.Button show = shell.lookupAll(".handles-pane .pane-footer .button").stream()
                .map(javafx.scene.control.Button.class::cast).filter(button -> button.isVisible() && button.getText().equals("Show 0x124"))
                .findFirst().orElseThrow();
        robot.interact(() -> {
            show.fire();
            shell.layout();
        });
        assertThat(session.view().selection()).isInstanceOf(Selection.OfHandle.class);
        assertThat(inSight()).anyMatch(words -> words.contains("handle 0x124"));
        assertThat(show.getParent().isVisible()).isFalse();
    }
}
