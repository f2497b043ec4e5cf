package dev.handlens.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.FindingsFrame;
import dev.handlens.lens.RecentRate;
import dev.handlens.lens.Selection;
import dev.handlens.ui.Intent;
import dev.handlens.ui.TestStage;
import dev.handlens.ui.graph.PictureBooth;
import dev.handlens.ui.theme.Theme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FindingsPaneTest {
    private final List<Intent> intents = new ArrayList<>();
    private FindingsPane pane;

    @Start
    void open(Stage stage) {
        pane = new FindingsPane(intents::add);
        pane.show(FindingsFrames.makeFred());
        TestStage.show(stage, PictureBooth.sceneOf(pane, Theme.LIGHT, 395, 640));
    }

    @Test
    void mistakeLeadsToItsStep(FxRobot robot) {
        robot.clickOn("Go to step 11");
        assertThat(intents).containsExactly(new Intent.SeekTo(11));
    }

    @Test
    void suspectLeadsToItsProcess(FxRobot robot) {
        robot.clickOn("fred.exe");
        assertThat(intents).containsExactly(new Intent.Select(new Selection.OfProcess(2184)));
    }

    @Test
    void smallLeakListsItsHandles(FxRobot robot) {
        assertThat(texts(robot)).contains("open, of 2 opened", "AppVerifier 300");
    }

    @Test
    void largeLeakSaysHowFastItGrowsAndWhyNobodyClosesIt(FxRobot robot) {
        robot.interact(() -> pane.show(FindingsFrames.eventLeak()));
        assertThat(texts(robot)).contains(
                "2,418",
                "open, of 2,418 opened · +40 a second over the last 10 s",
                "No variable of the program holds their values any more: the program can no longer close them.",
                "nonpaged pool, in about 11 hours",
                "Not suspects",
                "Files of AcceptLoop: 11,904 opened, 11,903 closed.");
    }

    @Test
    void factsThatDoNotApplyAreLeftOut(FxRobot robot) {
        assertThat(texts(robot)).doesNotContain("Runs out", "Not suspects");
        robot.interact(() -> pane.show(FindingsFrames.eventLeak()));
        assertThat(texts(robot)).contains("Runs out").doesNotContain("Handles");
    }

    @Test
    void nothingFoundSaysWhatWouldBe(FxRobot robot) {
        robot.interact(() -> pane.show(FindingsFrames.nothing()));
        assertThat(robot.lookup("Nothing found so far.").queryLabeled().isVisible()).isTrue();
        assertThat(robot.lookup(".card").tryQuery()).isEmpty();
    }

    @Test
    void placeInALongListIsKeptWhenTheNumbersMove(FxRobot robot) {
        FindingsFrame.LeakSuspect leak = FindingsFrames.eventLeak().leaks().getFirst();
        FindingsFrame.LeakSuspect grown = new FindingsFrame.LeakSuspect(
                leak.sentence(), leak.process(), leak.pid(), leak.type(), leak.open() + 1, leak.opened() + 1, 0, leak.lost() + 1,
                leak.site(), leak.place(), leak.stack(), leak.trend(), leak.rate(), leak.pools(), leak.runsOut(), leak.values());
        AtomicLong place = new AtomicLong(1);
        FindingsFrame.Misuse misuse = FindingsFrames.makeFred().misuses().getFirst();
        List<FindingsFrame.Misuse> mistakes = Collections.nCopies(8, misuse).stream()
                .map(same -> new FindingsFrame.Misuse(same.kind(), same.stop(), same.sentence(), place.getAndIncrement(), same.pid()))
                .toList();
        show(robot, new FindingsFrame(List.of(leak), mistakes, List.of()));
        ScrollPane scroll = robot.lookup(".scroll-pane").queryAs(ScrollPane.class);
        robot.interact(() -> scroll.setVvalue(0.5));
        show(robot, new FindingsFrame(List.of(grown), mistakes, List.of()));
        assertThat(texts(robot)).contains("2,419");
        assertThat(scroll.getVvalue()).isBetween(0.4, 0.6);
    }

    @Test
    void partlyLostAndClosedAreCounted() {
        FindingsFrame.LeakSuspect leak = new FindingsFrame.LeakSuspect(
                "Files are kept open", "a.exe", 8, "File", 30, 1200, 1170, 12, "a!f", "9:3", List.of(), new double[] {0, 1, 2},
                new RecentRate(1.25, 10_400, 0), List.of(), "", List.of(4L, 8L));
        assertThat(LeakWords.afterNumber(leak)).isEqualTo("open, of 1,200 opened, 1,170 closed · +1.3 a second over the last 10 s");
        assertThat(LeakWords.lostBecause(leak)).startsWith("12 of them can no longer be closed");
        assertThat(LeakWords.report(leak)).contains("Handles    0x4, 0x8, …");
    }

    private void show(FxRobot robot, FindingsFrame frame) {
        robot.interact(() -> {
            pane.show(frame);
            pane.getScene().getRoot().applyCss();
            pane.getScene().getRoot().layout();
        });
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup(".label").queryAllAs(Labeled.class).stream().filter(Labeled::isVisible).map(Labeled::getText).toList();
    }
}
