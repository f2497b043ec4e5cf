package dev.handlens.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.lens.FindingsFrame;
import dev.handlens.lens.RecentRate;
import dev.handlens.lens.Selection;
import dev.handlens.ui.Intent;
import dev.handlens.ui.TestStage;
import dev.handlens.ui.graph.PictureBooth;
import dev.handlens.ui.theme.Theme;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
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
    void aCardIsAmberAndNeverInTheColourOfOpening(FxRobot robot) {
        robot.interact(() -> pane.show(FindingsFrames.eventLeak()));
        Node card = robot.lookup(".leak-card").query();
        assertThat(card.getStyleClass()).contains("suspect").doesNotContain("opened");
        assertThat(((Region) card).getBackground().getFills().getFirst().getFill()).isEqualTo(Color.web("#e7b766"));
        Image chart = snapshot(robot, robot.lookup(".trend-area").query());
        assertThat(colors(chart)).contains(Color.web("#b36a00")).doesNotContain(Color.web("#137a3b"), Color.web("#cff3da"));
    }

    @Test
    void listThemListsTheHandlesOfTheSuspectAndAFrameThoseOpenedThroughIt(FxRobot robot) {
        robot.interact(() -> pane.show(FindingsFrames.eventLeak()));
        robot.clickOn("List them").clickOn("server!Dispatch+0x1c8");
        assertThat(intents).containsExactly(
                new Intent.ListHandles(1844, "type:=Event site:=server!OnRequest+0x41 state:open"),
                new Intent.ListHandles(1844, "stack:=server!Dispatch+0x1c8"));
    }

    @Test
    void poolTagsAndHandleValuesLead(FxRobot robot) {
        robot.clickOn("Obtb").clickOn("0x1C");
        assertThat(intents).containsExactly(new Intent.ShowPoolTag(PoolKind.PAGED, "Obtb"),
                new Intent.Select(new Selection.OfProcess(2184)), new Intent.FindHandle("0x1C"));
    }

    @Test
    void theRestOfALongStackIsShownOnDemand(FxRobot robot) {
        robot.interact(() -> pane.show(FindingsFrames.eventLeak()));
        assertThat(robot.lookup("server!main+0x9").tryQuery()).isEmpty();
        robot.clickOn("and 1 more");
        assertThat(robot.lookup("server!main+0x9").tryQuery()).isPresent();
    }

    @Test
    void theCardThatIsAskedForIsScrolledToAndMarked(FxRobot robot) {
        List<FindingsFrame.LeakSuspect> many = new ArrayList<>();
        for (int pid = 4; pid <= 40; pid += 4) {
            FindingsFrame.LeakSuspect leak = FindingsFrames.eventLeak().leaks().getFirst();
            many.add(new FindingsFrame.LeakSuspect(leak.sentence(), "p" + pid + ".exe", pid, leak.type(), leak.open(), leak.opened(), 0,
                    leak.lost(), leak.site(), leak.stack(), leak.trend(), leak.rate(), leak.pools(), leak.runsOut(), leak.values()));
        }
        show(robot, new FindingsFrame(many, List.of(), List.of()));
        robot.interact(() -> {
            pane.reveal(many.get(6).id());
            pane.getScene().getRoot().layout();
        });
        Node card = robot.lookup("p28.exe").query().getParent().getParent();
        ScrollPane scroll = robot.lookup(".scroll-pane").queryAs(ScrollPane.class);
        double top = card.localToScene(card.getLayoutBounds()).getMinY() - scroll.localToScene(scroll.getLayoutBounds()).getMinY();
        assertThat(top).isBetween(-1.0, 20.0);
        assertThat(card.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("revealed"));
    }

    private static Image snapshot(FxRobot robot, Node node) {
        AtomicReference<Image> image = new AtomicReference<>();
        robot.interact(() -> image.set(node.snapshot(null, null)));
        return image.get();
    }

    private static Set<Color> colors(Image image) {
        Set<Color> colors = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colors.add(image.getPixelReader().getColor(x, y));
            }
        }
        return colors;
    }

    @Test
    void placeInALongListIsKeptWhenTheNumbersMove(FxRobot robot) {
        FindingsFrame.LeakSuspect leak = FindingsFrames.eventLeak().leaks().getFirst();
        FindingsFrame.LeakSuspect grown = new FindingsFrame.LeakSuspect(
                leak.sentence(), leak.process(), leak.pid(), leak.type(), leak.open() + 1, leak.opened() + 1, 0, leak.lost() + 1,
                leak.site(), leak.stack(), leak.trend(), leak.rate(), leak.pools(), leak.runsOut(), leak.values());
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
                "Files are kept open", "a.exe", 8, "File", 30, 1200, 1170, 12, "a!f", List.of(), new double[] {0, 1, 2},
                new RecentRate(1.25, 10_400, 0), List.of(), "", List.of(4L, 8L));
        assertThat(LeakWords.afterNumber(leak)).isEqualTo("open, of 1,200 opened, 1,170 closed · +1.3 a second over the last 10 s");
        assertThat(LeakWords.lostBecause(leak)).startsWith("12 of them can no longer be closed");
        assertThat(LeakWords.report(leak)).contains("Handles    0x4, 0x8, …");
    }

    @Test
    void ofThousandsOfFindingsTheFirstFiftyOfAKindAreCards(FxRobot robot) {
        FindingsFrame.Misuse twice = FindingsFrames.makeFred().misuses().getFirst();
        IntFunction<FindingsFrame.Misuse> mistake =
                step -> new FindingsFrame.Misuse(twice.kind(), twice.stop(), twice.sentence(), step, twice.pid());
        IntFunction<String> cleared = site -> "Files of F" + site + ": 9 opened, 9 closed.";
        IntFunction<FindingsFrame.LeakSuspect> leak = site -> new FindingsFrame.LeakSuspect(
                "Events opened in F" + site + " are never closed", "a.exe", 8, "Event", 1, 1, 0, 1,
                "a!F" + site, List.of(), new double[] {0, 1}, RecentRate.NONE, List.of(), "", List.of(4L));

        show(robot, new FindingsFrame(thousands(leak), thousands(mistake), thousands(cleared), List.of()));

        assertThat(robot.lookup(".leak-card").queryAll()).hasSize(50);
        assertThat(texts(robot)).contains("and 7,950 more leak suspects", "and 7,950 more cases of misuse",
                "and 7,950 more places that are not suspected");

        show(robot, new FindingsFrame(List.of(), thousands(mistake), thousands(cleared), List.of()));
        show(robot, new FindingsFrame(List.of(), thousands(mistake), thousands(cleared), List.of()));
        assertThat(robot.lookup(".leak-card").queryAll()).isEmpty();
    }

    /// Returns a list of 8,000 elements of which only the first fifty may be asked for.
    private static <T> List<T> thousands(IntFunction<T> make) {
        return new AbstractList<>() {
            @Override
            public T get(int index) {
                assertThat(index).as("what is not shown is not made").isLessThan(50);
                return make.apply(index);
            }

            @Override
            public int size() {
                return 8_000;
            }
        };
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
