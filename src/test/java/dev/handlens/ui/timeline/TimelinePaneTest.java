package dev.handlens.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.TimelineAxis;
import dev.handlens.lens.TimelineFrame;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioReader;
import dev.handlens.ui.Intent;
import dev.handlens.ui.PaneShots;
import dev.handlens.ui.SampleFrames;
import dev.handlens.ui.Session;
import dev.handlens.ui.TestStage;
import dev.handlens.ui.theme.Fonts;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TimelinePaneTest {
    private static final double LEFT = 78;
    private static final double RIGHT = 24;

    private final List<Intent> wishes = new ArrayList<>();
    private TimelinePane pane;
    private Node strip;

    @Start
    void start(Stage stage) {
        Fonts.load();
        pane = new TimelinePane(wishes::add);
        pane.show(SampleFrames.makefredTimeline());
        TestStage.show(stage, pane, 820, 144, Theme.LIGHT);
        strip = pane.lookup("#leak-strip");
    }

    @Test
    void aPressGoesToTheNearestStep(FxRobot robot) {
        robot.interact(() -> fire(MouseEvent.MOUSE_PRESSED, xOf(3) + 5));
        assertThat(wishes).containsExactly(new Intent.SeekTo(3));
    }

    @Test
    void aDragAsksOnceForEachStepItPasses(FxRobot robot) {
        robot.interact(() -> {
            fire(MouseEvent.MOUSE_PRESSED, xOf(3));
            fire(MouseEvent.MOUSE_DRAGGED, xOf(3) + 2);
            fire(MouseEvent.MOUSE_DRAGGED, xOf(4));
            fire(MouseEvent.MOUSE_DRAGGED, xOf(4) + 1);
            fire(MouseEvent.MOUSE_DRAGGED, xOf(5));
        });
        assertThat(wishes).containsExactly(new Intent.SeekTo(3), new Intent.SeekTo(4), new Intent.SeekTo(5));
    }

    @Test
    void beyondTheEndsIsTheEnd(FxRobot robot) {
        robot.interact(() -> fire(MouseEvent.MOUSE_PRESSED, strip.getLayoutBounds().getWidth() + 50));
        robot.interact(() -> fire(MouseEvent.MOUSE_PRESSED, -50));
        assertThat(wishes).containsExactly(new Intent.SeekTo(13), new Intent.SeekTo(0));
    }

    @Test
    void pageKeysGoByATenth(FxRobot robot) {
        robot.interact(() -> {
            strip.requestFocus();
            pane.show(SampleFrames.leakTimeline());
        });
        robot.type(KeyCode.PAGE_DOWN);
        robot.type(KeyCode.PAGE_UP);
        assertThat(wishes).containsExactly(new Intent.SeekTo(83_700), new Intent.SeekTo(63_700));
    }

    @Test
    void pointingTellsWhatTheThreeLanesShowThere(FxRobot robot) {
        robot.interact(() -> fire(MouseEvent.MOUSE_MOVED, xOf(7)));
        assertThat(robot.lookup("step 7: 1 opened, 0 closed, 1 still open").tryQuery()).isPresent();
        robot.interact(() -> fire(MouseEvent.MOUSE_MOVED, xOf(12)));
        assertThat(robot.lookup("step 12: 0 opened, 1 closed").tryQuery()).as("nothing is open that is still to come").isPresent();
        robot.interact(() -> fire(MouseEvent.MOUSE_MOVED, xOf(0)));
        assertThat(robot.lookup("the start").tryQuery()).isPresent();
        robot.interact(() -> fire(MouseEvent.MOUSE_EXITED, xOf(12)));
        assertThat(robot.lookup("the start").tryQuery()).isEmpty();
    }

    @Test
    void onAnAxisOfTimeThePointerIsAtATimeAndAPressGoesToTheLastStepUpToIt(FxRobot robot) throws Exception {
        Program program = Program.of(ScenarioReader.read(Path.of("scenarios", "event-leak.yaml")));
        Session session = new Session(program, () -> 0, Scenario.Opening.STANDARD);
        session.carryOut(new Intent.SeekTo(program.positionAt(60_000)));
        TimelineFrame frame = session.frame().timeline();
        robot.interact(() -> pane.show(frame));
        double x = LEFT + axisLength() * 45_000 / frame.totalTime();
        robot.interact(() -> fire(MouseEvent.MOUSE_PRESSED, x));
        assertThat(wishes).containsExactly(new Intent.SeekTo(program.positionAt(45_000)));
        assertThat(robot.lookup("44.8–45.6 s: 64 opened, 32 closed, 32 still open").tryQuery()).isPresent();
        robot.interact(() -> fire(MouseEvent.MOUSE_DRAGGED, x + axisLength() * 10_000 / frame.totalTime()));
        assertThat(wishes).last().isEqualTo(new Intent.SeekTo(program.positionAt(55_000)));
    }

    @Test
    void theHeadSaysWhatTheBarsAreInAsManyWordsAsFit(FxRobot robot) {
        String all = "a step a bar · still open: opened then and open at the cursor, on its own scale";
        assertThat(robot.lookup(all).tryQuery()).isPresent();
        robot.interact(() -> pane.getScene().getWindow().setWidth(460));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(all).tryQuery()).isEmpty();
        assertThat(robot.lookup("a step a bar · still open: opened then, open at the cursor").tryQuery()).isPresent();
    }

    @Test
    void aScreenReaderIsToldTheFiguresOfTheThreeLanesAtTheCursor() {
        assertThat(strip.getAccessibleText()).isEqualTo(
                "Timeline: step 9 of 13. At the cursor, step 9: 0 opened, 1 closed, 0 still open. Still open in all bars: 2");
    }

    @Test
    void anEmptyRunIsShownToo(FxRobot robot) {
        robot.interact(() -> pane.show(new TimelineFrame(0, 0, 0, 0, new TimelineAxis.Steps(0), List.of(), "", List.of(), "", true, false)));
        robot.interact(() -> fire(MouseEvent.MOUSE_PRESSED, 300));
        assertThat(wishes).isEmpty();
    }

    @Test
    void aStepThatOpensOneHandleIsWellSeenBesideOneThatOpensMany(FxRobot robot) {
        List<TimelineFrame.Bar> bars = List.of(new TimelineFrame.Bar(2, 3, 300, 0, 0), new TimelineFrame.Bar(5, 6, 1, 0, 0));
        robot.interact(() -> pane.show(new TimelineFrame(13, 13, 0, 0, new TimelineAxis.Steps(13), bars, "a step a bar", List.of(), "", true, false)));
        assertThat(greenAbove(robot, 6)).isGreaterThanOrEqualTo(greenAbove(robot, 3) / 4).isGreaterThanOrEqualTo(7);
    }

    /// Height of the green bar of a step above the line, px.
    private int greenAbove(FxRobot robot, int step) {
        WritableImage picture = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> strip.snapshot(null, null));
        int green = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            Color color = picture.getPixelReader().getColor((int) xOf(step), y);
            green += y < 60 && color.getGreen() > color.getRed() + 0.1 && color.getGreen() > color.getBlue() + 0.05 ? 1 : 0;
        }
        return green;
    }

    @Test
    void whatIsStillToComeIsPalerAndWellSeenOnDarkToo(FxRobot robot) {
        robot.interact(() -> {
            Theme.DARK.apply(pane.getScene(), Tints.GREEN_RED);
            pane.show(SampleFrames.leakTimeline(50_000));
        });
        WritableImage picture = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> pane.getScene().snapshot(null));
        Color empty = colorAt(picture, LEFT - 3, 3);
        for (double y : new double[] {line() - 3, line() + 3}) {
            double future = contrast(colorAt(picture, LEFT + 0.8 * axisLength() + 2, y), empty);
            double past = contrast(colorAt(picture, LEFT + 0.3 * axisLength() + 2, y), empty);
            assertThat(future).isGreaterThan(1.5);
            assertThat(past).isGreaterThan(1.25 * future);
        }
    }

    private Color colorAt(WritableImage scene, double x, double y) {
        Point2D place = strip.localToScene(x, y);
        return scene.getPixelReader().getColor((int) place.getX(), (int) place.getY());
    }

    private double line() {
        return new StripLayout(strip.getLayoutBounds().getWidth(), strip.getLayoutBounds().getHeight(), 1).line();
    }

    private double axisLength() {
        return strip.getLayoutBounds().getWidth() - LEFT - RIGHT;
    }

    private static double contrast(Color light, Color dark) {
        return (luminance(light) + 0.05) / (luminance(dark) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * Math.pow(color.getRed(), 2.2) + 0.7152 * Math.pow(color.getGreen(), 2.2) + 0.0722 * Math.pow(color.getBlue(), 2.2);
    }

    @Test
    void pictures() {
        PaneShots.write("timeline-makefred", () -> shown(SampleFrames.makefredTimeline()), 815, 144);
        PaneShots.write("timeline-leak", () -> shown(SampleFrames.leakTimeline()), 815, 144);
        PaneShots.write("timeline-narrow", () -> shown(SampleFrames.leakTimeline()), 620, 144);
        PaneShots.write("timeline-start", () -> shown(SampleFrames.leakTimeline(0)), 620, 144);
    }

    private static TimelinePane shown(TimelineFrame frame) {
        TimelinePane pane = new TimelinePane(_ -> {});
        pane.show(frame);
        return pane;
    }

    private double xOf(int step) {
        return LEFT + (strip.getLayoutBounds().getWidth() - LEFT - RIGHT) * step / 13;
    }

    /// A mouse event with its button down. The headless robot of JavaFX 26 reports no button while it drags, so the test makes the events.
    private void fire(EventType<MouseEvent> type, double x) {
        boolean down = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
        double sceneX = strip.localToScene(x, 0).getX();
        Event.fireEvent(strip, new MouseEvent(type, sceneX, 40, sceneX, 40, MouseButton.PRIMARY, 1, false, false, false, false, down, false, false,
                false, false, false,
                new PickResult(strip, sceneX, 40)));
    }
}
