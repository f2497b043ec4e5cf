package dev.handlens.ui.handles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.HandleField;
import dev.handlens.lens.HandleRow;
import dev.handlens.lens.HandlesFrame;
import dev.handlens.lens.Lens;
import dev.handlens.lens.Selection;
import dev.handlens.lens.View;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.scenario.ScenarioReader;
import dev.handlens.timeline.Timeline;
import dev.handlens.ui.Intent;
import dev.handlens.ui.TestStage;
import dev.handlens.ui.control.CopyFormat;
import dev.handlens.ui.theme.Fonts;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class HandlesPaneTest {
    private final List<Intent> wishes = new ArrayList<>();
    private HandlesPane pane;

    @Start
    void start(Stage stage) {
        Fonts.load();
        pane = new HandlesPane(wishes::add);
        TestStage.show(stage, pane, 760, 420, Theme.LIGHT);
        pane.show(HandleSamples.frame(HandleSamples.fred()), HandleSamples.view());
    }

    @Test
    void aClosedRowIsToldByClassGlyphAndStrikeThrough(FxRobot robot) {
        Node closed = strip(robot, "closed, ");
        Node opened = strip(robot, "opened, ");
        assertThat(closed.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("closed"));
        assertThat(glyph(closed)).isEqualTo("\u2212");
        assertThat(text(closed, "\\Device\\Gizmo").isStrikethrough()).isTrue();
        assertThat(text(closed, "step 3").isStrikethrough()).isFalse();
        assertThat(opened.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("opened"));
        assertThat(glyph(opened)).isEqualTo("+");
        assertThat(text(opened, "step 9").isStrikethrough()).isFalse();
        assertThat(glyph(strip(robot, "opened and closed, "))).isEqualTo("\u00b1");
    }

    @Test
    void aScreenReaderHearsWhatHappenedFirst(FxRobot robot) {
        assertThat(robot.lookup(".row-strip").queryAll().stream().map(Node::getAccessibleText))
                .anyMatch(words -> words.matches("closed, (?i:file), \\\\Device\\\\Gizmo, handle 0x14"))
                .anyMatch(words -> words.matches("opened, (?i:event), unnamed, handle 0x14, recycled value"));
    }

    @Test
    void aClickWishesTheHandleToBeSelected(FxRobot robot) {
        robot.clickOn("0x18");
        assertThat(wishes).containsExactly(new Intent.Select(new Selection.OfHandle(HandleSamples.fred().get(5).key())));
    }

    @Test
    void aValueThatWasUsedAgainIsTwoRowsOfWhichOneIsSelectedAndOneIsMarkedRecycled(FxRobot robot) {
        HandleRow recycled = HandleSamples.fred().get(4);
        show(robot, HandleSamples.frame(HandleSamples.fred()), HandleSamples.select(recycled));
        assertThat(pane.table().selected()).containsExactly(recycled);
        assertThat(robot.lookup(".recycled").queryAll().stream().filter(Node::isVisible)).hasSize(1);
    }

    @Test
    void selectionSurvivesNewRowsAndAnotherOrder(FxRobot robot) {
        HandleRow row = HandleSamples.fred().get(5);
        show(robot, HandleSamples.frame(HandleSamples.fred()), HandleSamples.select(row));
        show(robot, HandleSamples.frame(HandleSamples.fred().reversed()), HandleSamples.select(row));
        Node selected = robot.lookup(".row-strip").queryAll().stream()
                .filter(strip -> strip.isVisible() && strip.getPseudoClassStates().contains(PseudoClass.getPseudoClass("selected")))
                .reduce((_, _) -> {
                    throw new AssertionError("two rows are selected");
                }).orElseThrow();
        assertThat(selected.getAccessibleText()).endsWith("handle 0x18");
    }

    @Test
    void delWishesAnOpenHandleClosedAndLeavesAClosedOneAlone(FxRobot robot) {
        robot.clickOn("0x18").type(KeyCode.DELETE);
        robot.clickOn("0x20").type(KeyCode.DELETE);
        assertThat(wishes.stream().filter(Intent.CloseHandle.class::isInstance))
                .containsExactly(new Intent.CloseHandle(HandleSamples.FRED, 0x18));
    }

    @Test
    void theMenuClosesAndFilters(FxRobot robot) {
        robot.rightClickOn("0x1C").clickOn("Close handle 0x1C");
        robot.rightClickOn("0x4").clickOn("List only type " + HandleSamples.fred().getFirst().type().typeName());
        assertThat(wishes).contains(new Intent.CloseHandle(HandleSamples.FRED, 0x1C),
                new Intent.SetFilter("type:" + HandleSamples.fred().getFirst().type().typeName()));
    }

    @Test
    void aHeadingWishesAnOrder(FxRobot robot) {
        robot.clickOn("Access").clickOn(robot.lookup(".row-heading").match(heading("Access")).<Node>query());
        assertThat(wishes).containsExactly(
                new Intent.SetSort(List.of(new View.SortBy(HandleField.ACCESS, true))),
                new Intent.SetSort(List.of(new View.SortBy(HandleField.ACCESS, false))));
    }

    @Test
    void hiddenUnnamedHandlesAreCountedAndShownOnDemand(FxRobot robot) {
        assertThat(robot.lookup("1 unnamed handle is hidden").tryQuery()).isPresent();
        robot.clickOn("Show");
        show(robot, HandleSamples.frame(HandleSamples.fred(), 0, 0, 0, ""), HandleSamples.view().withShowUnnamed(true));
        assertThat(robot.lookup("Hide").tryQuery().filter(button -> button.getParent().isVisible()))
                .as("all eight are named in this list").isEmpty();
        show(robot, HandleSamples.leak(), HandleSamples.view().withShowUnnamed(true));
        robot.clickOn("Hide");
        assertThat(wishes).containsExactly(new Intent.ShowUnnamed(true), new Intent.ShowUnnamed(false));
    }

    @Test
    void pollingSaysWhatItMissedAndHowToSeeIt(FxRobot robot) {
        show(robot, HandleSamples.frame(HandleSamples.fred(), 0, 0, 3, ""), HandleSamples.view().withWatch(View.Watch.POLLING, 2_000));
        assertThat(robot.lookup("3 handles came and went between two looks").tryQuery()).isPresent();
        assertThat(robot.lookup("3 unseen").tryQuery()).isPresent();
        robot.clickOn("Watch every event");
        assertThat(wishes).containsExactly(new Intent.SetWatch(View.Watch.EVERY_EVENT, 2_000));
    }

    @Test
    void theWayOfWatchingItsIntervalAndTheColouringAreChosenInTheBar(FxRobot robot) {
        robot.clickOn("Polling");
        show(robot, HandleSamples.frame(HandleSamples.fred()), HandleSamples.view().withWatch(View.Watch.POLLING, 1_000));
        robot.clickOn("#interval").clickOn("every 0.5 s");
        robot.clickOn("#highlight").clickOn("for ever");
        assertThat(wishes).containsExactly(
                new Intent.SetWatch(View.Watch.POLLING, 1_000),
                new Intent.SetWatch(View.Watch.POLLING, 500),
                new Intent.SetHighlight(View.Highlight.FOR_EVER));
    }

    @Test
    void ctrlFLeadsToTheFilterAndEachLetterIsAWish(FxRobot robot) {
        robot.clickOn("0x4").press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        wishes.clear();
        robot.write("ev");
        robot.type(KeyCode.ESCAPE);
        assertThat(wishes).containsExactly(new Intent.SetFilter("e"), new Intent.SetFilter("ev"), new Intent.SetFilter(""));
    }

    @Test
    void aFrameDoesNotOverwriteWhatIsBeingTyped(FxRobot robot) {
        robot.clickOn(".filter-field").write("ab");
        show(robot, HandleSamples.frame(HandleSamples.fred()), HandleSamples.view().withFilter("a"));
        assertThat(robot.lookup(".filter-field").queryTextInputControl().getText()).isEqualTo("ab");
    }

    @Test
    void anEmptyListSaysWhy(FxRobot robot) {
        show(robot, HandleSamples.frame(List.of(), 0, 7, 0, "No handle matches the filter."), HandleSamples.view().withFilter("x"));
        assertThat(robot.lookup("No handle matches the filter.").tryQuery().filter(Node::isVisible)).isPresent();
        robot.clickOn("Clear");
        assertThat(wishes).containsExactly(new Intent.SetFilter(""));
    }

    @Test
    void watchedByTheSecondTheListShowsAgesInsteadOfSteps(FxRobot robot) {
        show(robot, HandleSamples.frame(HandleSamples.fred()), HandleSamples.view().withHighlight(new View.Highlight(1_000)));
        assertThat(robot.lookup("Age").tryQuery()).isPresent();
        assertThat(robot.lookup("Opened").tryQuery()).isEmpty();
        robot.interact(() -> pane.table().setColumnShown("OPENED", true));
        show(robot, HandleSamples.frame(HandleSamples.fred()), HandleSamples.view().withHighlight(new View.Highlight(1_000)));
        assertThat(robot.lookup("Opened").tryQuery()).isPresent();
    }

    @Test
    void aCopiedRowHasTheColumnsThatAreShown(FxRobot robot) {
        robot.clickOn("0x8").press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        List<String> text = new ArrayList<>();
        assertThat(wishes.getLast()).isInstanceOfSatisfying(Intent.Begin.class, begin -> robot.interact(begin.errand()::finish));
        robot.interact(() -> text.add(Clipboard.getSystemClipboard().getString()));
        assertThat(text.getFirst()).startsWith("Handle\tType\tName\tAccess\tObject\tHnd / Ptr\tOpened\n0x8\t")
                .endsWith("\t\\KnownDlls\tquery, traverse\t0x8A2\t2 / 3\tstep 0\n");
    }

    private HandlesFrame leakAt45Seconds(View view) {
        try {
            Timeline leak = new Timeline(Program.of(ScenarioReader.read(Path.of("scenarios", "event-leak.yaml"))));
            leak.seek(leak.program().positionAt(45_000));
            return new Lens().frame(leak, view).handles();
        } catch (ScenarioException e) {
            throw new AssertionError(e);
        }
    }

    private static View server() {
        return new View(null, 1844, View.Watch.EVERY_EVENT, 1_000, new View.Highlight(1_000), false, "", List.of(), true, false);
    }

    @Test
    void aFoldIsOpenedByItsTriangleByADoubleClickAndByKeys(FxRobot robot) {
        HandlesFrame folded = leakAt45Seconds(server());
        show(robot, folded, server());
        String id = folded.rows().row(folded.staying()).fold().id();
        robot.clickOn(robot.lookup(".fold-triangle").match(Node::isVisible).<Node>query());
        assertThat(wishes).containsExactly(new Intent.ToggleFold(id));
        wishes.clear();
        robot.clickOn("\\Device\\Afd", MouseButton.PRIMARY);
        Node fold = strip(robot, "40 opened and closed, File");
        robot.clickOn(fold).type(KeyCode.ENTER, KeyCode.RIGHT, KeyCode.LEFT);
        assertThat(wishes.stream().filter(Intent.ToggleFold.class::isInstance)).as("Enter and the arrow to the right open")
                .containsExactly(new Intent.ToggleFold(id), new Intent.ToggleFold(id));
        View open = server().withFoldToggled(id).withSelection(new Selection.OfHandle(folded.rows().row(folded.staying()).key()));
        wishes.clear();
        show(robot, leakAt45Seconds(open), open);
        assertThat(pane.table().selected()).as("the row for all stays selected").singleElement()
                .satisfies(row -> assertThat(row.isFold()).isTrue());
        robot.type(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.SUBTRACT);
        assertThat(wishes.stream().filter(Intent.ToggleFold.class::isInstance)).as("the arrow to the left and minus close")
                .containsExactly(new Intent.ToggleFold(id), new Intent.ToggleFold(id));
        assertThat(pane.table().selected()).singleElement().satisfies(row -> assertThat(row.isFold()).isTrue());
    }

    @Test
    void aFoldThatIsDrawnForTheFirstTimeHasItsNameAndItsCount(FxRobot robot) {
        robot.interact(() -> {
            HandlesPane fresh = new HandlesPane(_ -> {});
            Theme.DARK.apply(new Scene(fresh, 560, 380), Tints.GREEN_RED);
            fresh.resize(560, 380);
            fresh.show(leakAt45Seconds(server()), server());
            // The rows are made by the first layout, and get their style after it.
            fresh.applyCss();
            fresh.layout();
            fresh.applyCss();
            fresh.layout();
            Node fold = fresh.lookupAll(".row-strip").stream().filter(strip -> strip.isVisible()
                    && strip.getAccessibleText().startsWith("40 opened and closed")).findFirst().orElseThrow();
            assertThat(((Label) fold.lookup(".handle-name")).getWidth()).isGreaterThan(60);
            assertThat(fold.lookupAll(".fold-count").stream().filter(Node::isVisible)).singleElement()
                    .satisfies(count -> assertThat(((Label) count).getText()).endsWith("×40"))
                    .satisfies(count -> assertThat(((Label) count).getWidth()).isGreaterThan(20));
        });
    }

    @Test
    void aFoldedRowIsCopiedAsTheOneRowItShows(FxRobot robot) {
        show(robot, leakAt45Seconds(server()), server());
        robot.clickOn(strip(robot, "40 opened and closed, File"));
        List<String> text = new ArrayList<>();
        for (CopyFormat format : CopyFormat.values()) {
            wishes.clear();
            robot.interact(() -> pane.table().copy(format));
            assertThat(wishes.getLast()).isInstanceOfSatisfying(Intent.Begin.class, begin -> robot.interact(begin.errand()::finish));
            robot.interact(() -> text.add(Clipboard.getSystemClipboard().getString().lines().toList().getLast()));
        }
        assertThat(text).containsExactly(
                "0x20\tFile\t\\Device\\Afd came and went ×40\tread, write\t…\t…\tcame and went",
                "0x20,File,\\Device\\Afd came and went ×40,\"read, write\",…,…,came and went",
                "| 0x20 | File | \\\\Device\\\\Afd came and went ×40 | read, write | … | … | came and went |");
    }

    @Test
    void stillOpenOnlyIsASwitchAMenuEntryAndABanner(FxRobot robot) {
        robot.clickOn("#still-open");
        robot.rightClickOn("0x4").clickOn("Still open only");
        View view = server().withStillOpen(true);
        show(robot, leakAt45Seconds(view), view);
        assertThat(robot.lookup("#still-open").queryAs(ToggleButton.class).isSelected()).isTrue();
        assertThat(robot.lookup("40 closed handles are hidden").tryQuery().filter(Node::isVisible)).isPresent();
        assertThat(wishes.stream().filter(Intent.StillOpenOnly.class::isInstance)).first().isEqualTo(new Intent.StillOpenOnly(true));
        assertThat(wishes.stream().filter(Intent.StillOpenOnly.class::isInstance)).hasSize(2);
    }

    @Test
    void aMistakeInTheFilterIsSaidInWordsBelowIt(FxRobot robot) {
        View view = server().withFilter("by:OnRequest type:Evnt");
        show(robot, leakAt45Seconds(view), view);
        Node mistakes = robot.lookup(".filter-mistakes").query();
        assertThat(mistakes.isVisible()).isTrue();
        assertThat(((Label) mistakes.lookup(".small")).getText()).startsWith("No field `by`. Fields: type, name, access, age, state, handle, object, site")
                .endsWith("No type `Evnt`. Did you mean Event?");
        assertThat(robot.lookup(".filter-field").query().getPseudoClassStates()).contains(PseudoClass.getPseudoClass("wrong"));
        show(robot, leakAt45Seconds(server()), server());
        assertThat(mistakes.isVisible()).isFalse();
    }

    private void show(FxRobot robot, HandlesFrame frame, View view) {
        robot.interact(() -> pane.show(frame, view));
        robot.interact(() -> pane.layout());
    }

    private static Node strip(FxRobot robot, String start) {
        return robot.lookup(".row-strip").queryAll().stream().filter(node -> node.isVisible() && node.getAccessibleText().startsWith(start))
                .findFirst().orElseThrow();
    }

    private static Predicate<Node> heading(String title) {
        return node -> node instanceof Label label && label.getText().startsWith(title);
    }

    private static String glyph(Node strip) {
        return ((Label) strip.lookup(".glyph")).getText();
    }

    private static Text text(Node strip, String words) {
        return strip.lookupAll(".text").stream().map(Text.class::cast).filter(text -> text.getText().equals(words))
                .findFirst().orElseThrow();
    }
}
