package dev.handlens.ui.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.WalkthroughFrame;
import dev.handlens.ui.Intent;
import dev.handlens.ui.PaneShots;
import dev.handlens.ui.SampleFrames;
import dev.handlens.ui.TestStage;
import dev.handlens.ui.theme.Fonts;
import dev.handlens.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WalkthroughPaneTest {
    private final List<Intent> wishes = new ArrayList<>();
    private WalkthroughPane pane;

    @Start
    void start(Stage stage) {
        Fonts.load();
        pane = new WalkthroughPane(wishes::add);
        pane.show(SampleFrames.makefredWalkthrough(), false);
        TestStage.show(stage, pane, 340, 660, Theme.LIGHT);
    }

    @Test
    void narrationLosesItsMarksAndKeepsItsWords() {
        assertThat(words()).contains("A handle has no reference count. CloseHandle(h) frees the entry 0x14, whatever MakeFred believed");
        assertThat(words()).contains("The first delete closes h, end of story");
    }

    @Test
    void onlyTheCurrentLineOfTheSourceIsMarked(FxRobot robot) {
        List<String> marked = robot.lookup(".listing-line").queryAllAs(Label.class).stream()
                .filter(line -> line.getPseudoClassStates().contains(PseudoClass.getPseudoClass("current"))).map(Label::getText).toList();
        assertThat(marked).containsExactly("delete pfred1;");
    }

    @Test
    void revealIsAWishAndTheAnswerAppearsWithTheNextFrame(FxRobot robot) {
        assertThat(words()).doesNotContain("STATUS_INVALID_HANDLE");
        robot.clickOn("Reveal");
        assertThat(wishes).containsExactly(new Intent.Reveal());
        assertThat(words()).doesNotContain("STATUS_INVALID_HANDLE");
        robot.interact(() -> pane.show(SampleFrames.makefredWalkthrough(), true));
        assertThat(words()).contains("Answer. STATUS_INVALID_HANDLE, because 0x14");
        assertThat(robot.lookup("Reveal").tryQuery()).isEmpty();
    }

    @Test
    void notesAreShownOnlyWhenThePresenterWantsThem(FxRobot robot) {
        assertThat(robot.lookup(".notes-card").query().isVisible()).isFalse();
        robot.clickOn("Notes");
        assertThat(robot.lookup(".notes-card").query().isVisible()).isTrue();
        assertThat(words()).contains("Let the room vote");
    }

    @Test
    void inALowPaneTheSourceIsCutAndTheCallStandsAboveTheEdge(FxRobot robot) {
        WalkthroughFrame makefred = SampleFrames.makefredWalkthrough();
        assertThat(makefred.listing()).hasSizeGreaterThan(3);
        robot.interact(() -> pane.getScene().getWindow().setHeight(500));
        robot.interact(() -> pane.show(makefred, false));
        assertInSight(robot, ".call-card");
        List<String> lines = robot.lookup(".listing-line").queryAllAs(Label.class).stream().filter(Node::isVisible).map(Label::getText)
                .toList();
        assertThat(lines).hasSize(3).contains("delete pfred1;");
        assertThat(lines.get(1)).isEqualTo("delete pfred1;");
    }

    @Test
    void notesAndTheAnswerComeIntoSightWhereThePaneIsLow(FxRobot robot) {
        robot.interact(() -> pane.getScene().getWindow().setHeight(320));
        robot.interact(() -> pane.show(SampleFrames.makefredWalkthrough(), true));
        assertInSight(robot, ".question-card");
        robot.clickOn("Notes");
        assertInSight(robot, ".notes-card");
    }

    private void assertInSight(FxRobot robot, String part) {
        layOut(robot);
        Node card = robot.lookup(part).query();
        assertThat(card.localToScene(card.getLayoutBounds()).getMaxY()).as(part).isLessThanOrEqualTo(pane.getScene().getHeight());
    }

    private void layOut(FxRobot robot) {
        robot.interact(() -> {
            pane.applyCss();
            pane.layout();
        });
    }

    @Test
    void aWideListingIsSetSmallerBeforeItScrolls(FxRobot robot) {
        Label line = robot.lookup(".listing-line").query();
        assertThat(line.getFont().getSize()).isEqualTo(12.5);
        robot.interact(() -> pane.show(new WalkthroughFrame(0, 3, "", "", List.of("x".repeat(38)), "", 0, 0, null, "", "", ""), false));
        layOut(robot);
        Label wide = robot.lookup(".listing-line").query();
        assertThat(wide.getFont().getSize()).isEqualTo(11.5);
        Node listing = robot.lookup(".listing").query();
        assertThat(wide.localToScene(wide.getLayoutBounds()).getMaxX())
                .isLessThanOrEqualTo(listing.localToScene(listing.getLayoutBounds()).getMaxX());
    }

    @Test
    void aStepWithoutSourceCallOrQuestionShowsNoneOfThem(FxRobot robot) {
        WalkthroughFrame bare = new WalkthroughFrame(0, 3, "Hello", "Words.", List.of(), "", 0, 0, null, "", "", "");
        robot.interact(() -> pane.show(bare, false));
        for (String part : new String[] {".listing", ".call-card", ".question-card", ".notes-card"}) {
            assertThat(robot.lookup(part).query().isVisible()).as(part).isFalse();
        }
        assertThat(robot.lookup("Notes").tryQuery()).isEmpty();
    }

    @Test
    void aFailedCallNamesItsStatusAndWhatWasExpected(FxRobot robot) {
        robot.interact(() -> pane.show(SampleFrames.failingWalkthrough(), false));
        assertThat(robot.lookup(".call-status").queryAs(Label.class).getStyleClass()).contains("closed").doesNotContain("opened");
        assertThat(robot.lookup("Expected otherwise: STATUS_SUCCESS").tryQuery()).isPresent();
    }

    @Test
    void htmlInNarrationIsNotShown(FxRobot robot) {
        WalkthroughFrame html = new WalkthroughFrame(0, 3, "", "<script>alert(1)</script>\n\nWords <b>here</b>.", List.of(), "", 0, 0,
                null, "", "", "");
        robot.interact(() -> pane.show(html, false));
        assertThat(words()).contains("Words here.").doesNotContain("script").doesNotContain("<b>");
    }

    @Test
    void pictures() {
        PaneShots.write("walkthrough-makefred", () -> shown(SampleFrames.makefredWalkthrough(), false), 318, 645);
        PaneShots.write("walkthrough-revealed", () -> shown(SampleFrames.makefredWalkthrough(), true), 318, 645);
        PaneShots.write("walkthrough-failing", () -> shown(SampleFrames.failingWalkthrough(), false), 318, 800);
        PaneShots.write("walkthrough-narrow", () -> shown(SampleFrames.leakWalkthrough(), false), 240, 470);
    }

    private static WalkthroughPane shown(WalkthroughFrame frame, boolean revealed) {
        WalkthroughPane pane = new WalkthroughPane(_ -> {});
        pane.show(frame, revealed);
        return pane;
    }

    /// All words of paragraphs, each paragraph as it reads.
    private String words() {
        return pane.lookupAll(".prose").stream().map(WalkthroughPaneTest::textOf).collect(Collectors.joining("\n"));
    }

    private static String textOf(Node prose) {
        return ((Prose) prose).getChildren().stream().filter(Text.class::isInstance)
                .map(node -> ((Text) node).getText()).collect(Collectors.joining());
    }
}
