package dev.handlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.Change;
import dev.handlens.lens.RowSource;
import dev.handlens.ui.TestStage;
import dev.handlens.ui.theme.Fonts;
import dev.handlens.ui.theme.Theme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RowTableTest {
    private static final int MILLIONS = 16_711_680;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private RowTable<Integer> table;
    private final List<Object> told = new ArrayList<>();

    /// Numbers as rows, and a note of every row that is asked for.
    private static final class Counting implements RowSource<Integer> {
        private final int size;
        private final List<Integer> asked = new ArrayList<>();

        Counting(int size) {
            this.size = size;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public Integer row(int index) {
            asked.add(index);
            return index;
        }

        @Override
        public int indexOf(Object key) {
            return key instanceof Integer number && number >= 0 && number < size ? number : -1;
        }
    }

    @Start
    void start(Stage stage) {
        Fonts.load();
        table = new RowTable<>(
                List.of(RowColumn.<Integer>of("GLYPH", "", 24, _ -> "").inPlace(),
                        RowColumn.<Integer>of("NUMBER", "Number", 100, row -> "row " + row),
                        RowColumn.<Integer>of("DOUBLE", "Double", 120, row -> Integer.toString(2 * row)).number(),
                        RowColumn.<Integer>of("HALF", "Half", 80, row -> Integer.toString(row / 2)).optional()),
                new RowTraits<>(row -> row, row -> row % 10 == 3 ? Change.CLOSED : Change.NONE, row -> "row " + row, Map.of()));
        table.setOnSelect(row -> told.add("select " + row));
        table.setOnOpen(row -> told.add("open " + row));
        table.setOnDelete(row -> told.add("delete " + row));
        table.setOnSort(told::add);
        table.setOnArranged(state -> told.add("arranged " + state));
        TestStage.show(stage, table, 420, 31 + 10 * 27, Theme.LIGHT);
    }

    @Test
    void ofSixteenMillionRowsOnlyThoseOnScreenAreAskedFor(FxRobot robot) {
        Counting rows = new Counting(MILLIONS);
        robot.interact(() -> table.show(rows));
        robot.interact(() -> table.layout());
        assertThat(new TreeSet<>(rows.asked)).containsExactlyElementsOf(IntStream.range(0, 10).boxed().toList());
        for (double top : new double[] {MILLIONS / 2.0, Double.MAX_VALUE, 0.5}) {
            rows.asked.clear();
            robot.interact(() -> {
                table.scrollTo(top);
                table.layout();
            });
            int first = Collections.min(rows.asked);
            assertThat(rows.asked.size()).as("rows asked for at %s", top).isBetween(10, 22);
            assertThat(Collections.max(rows.asked) - first).isLessThanOrEqualTo(10);
        }
    }

    @Test
    void theEndKeyGoesToTheLastOfSixteenMillionAndHomeBack(FxRobot robot) {
        Counting rows = show(robot, MILLIONS);
        robot.clickOn("row 2");
        rows.asked.clear();
        robot.type(KeyCode.END);
        assertThat(table.selected()).containsExactly(MILLIONS - 1);
        assertThat(texts(robot)).contains("row 16711679");
        robot.type(KeyCode.PAGE_UP, KeyCode.UP, KeyCode.DOWN);
        assertThat(table.selected()).containsExactly(MILLIONS - 11);
        robot.type(KeyCode.HOME, KeyCode.PAGE_DOWN);
        assertThat(table.selected()).containsExactly(10);
        assertThat(rows.asked.size()).isLessThan(1_000);
    }

    @Test
    void aListThatGetsLowerKeepsTheSelectedRowInSight(FxRobot robot) {
        show(robot, 100);
        robot.interact(() -> table.select(8));
        robot.interact(() -> table.layout());
        assertThat(texts(robot)).contains("row 0", "row 8");
        lower(robot, 5);
        assertThat(texts(robot)).contains("row 4", "row 8").doesNotContain("row 3", "row 9");
        robot.interact(() -> table.scrollTo(50));
        robot.interact(() -> table.layout());
        lower(robot, 4);
        assertThat(texts(robot)).as("a row that was scrolled out of sight stays there").contains("row 50").doesNotContain("row 8");
    }

    private void lower(FxRobot robot, int rows) {
        robot.interact(() -> {
            table.resize(420, RowTable.HEADER_HEIGHT + rows * RowTable.ROW_HEIGHT);
            table.layout();
        });
    }

    @Test
    void theWheelScrolls(FxRobot robot) {
        show(robot, MILLIONS);
        robot.interact(() -> Gestures.wheel(robot.lookup(".row-body").query(), -2 * RowTable.ROW_HEIGHT, 0));
        robot.interact(() -> table.layout());
        assertThat(texts(robot)).doesNotContain("row 1").contains("row 2", "row 11");
    }

    @Test
    void columnsThatDoNotFitAreScrolledSidewaysTogetherWithTheirHeadings(FxRobot robot) {
        show(robot, 100);
        robot.interact(() -> {
            table.restoreColumns("NUMBER:700 DOUBLE:300");
            table.layout();
        });
        double before = headingX(robot);
        robot.interact(() -> Gestures.wheel(robot.lookup(".row-header").query(), 0, -50));
        robot.interact(() -> table.layout());
        assertThat(headingX(robot)).isEqualTo(before - 50);
        assertThat(robot.lookup("0").query().getParent().localToScene(0, 0).getX()).isEqualTo(-50);
    }

    @Test
    void selectionStaysWithItsRowWhenRowsComeAndChangePlaces(FxRobot robot) {
        robot.interact(() -> table.show(RowSource.of(List.of(5, 6, 7, 8), row -> row)));
        robot.clickOn("row 7");
        robot.interact(() -> table.show(RowSource.of(List.of(1, 2, 8, 7, 6, 5), row -> row)));
        assertThat(table.selected()).containsExactly(7);
        assertThat(selectedStrips(robot)).containsExactly("row 7");
        robot.type(KeyCode.DOWN);
        assertThat(table.selected()).containsExactly(6);
        assertThat(told).containsExactly("select 7", "select 6");
    }

    @Test
    void whenTheSelectedRowIsGoneTheKeyboardGoesOnFromItsPlace(FxRobot robot) {
        robot.interact(() -> table.show(RowSource.of(List.of(5, 6, 7, 8), row -> row)));
        robot.clickOn("row 6");
        robot.interact(() -> table.show(RowSource.of(List.of(5, 7, 8), row -> row)));
        assertThat(table.selected()).isEmpty();
        robot.type(KeyCode.DOWN);
        assertThat(table.selected()).containsExactly(8);
    }

    @Test
    void selectingFromOutsideBringsTheRowIntoSightAndTellsNobody(FxRobot robot) {
        show(robot, 5_000);
        robot.interact(() -> table.select(4_000));
        robot.interact(() -> table.layout());
        assertThat(selectedStrips(robot)).containsExactly("row 4000");
        assertThat(told).isEmpty();
    }

    @Test
    void rangesAndSingleRowsAreCopiedFromTopToBottomWithHeadings(FxRobot robot) {
        show(robot, 100);
        robot.clickOn("row 4");
        Node body = robot.lookup(".row-body").query();
        robot.interact(() -> Gestures.click(body, 50, 2.5 * RowTable.ROW_HEIGHT, true, false));
        robot.interact(() -> Gestures.click(body, 50, 7.5 * RowTable.ROW_HEIGHT, false, true));
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        assertThat(clipboard(robot)).isEqualTo("Number\tDouble\nrow 2\t4\nrow 3\t6\nrow 4\t8\nrow 7\t14\n");
    }

    @Test
    void allRowsAreCopiedAfterTheListWasTurnedRound(FxRobot robot) {
        robot.interact(() -> table.show(RowSource.of(List.of(1, 2, 3), row -> row)));
        robot.clickOn("row 1");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        robot.interact(() -> table.show(RowSource.of(List.of(3, 2, 1), row -> row)));
        assertThat(table.selected()).containsExactly(3, 2, 1);
    }

    @Test
    void theMenuCopiesARowAsMarkdownAndACell(FxRobot robot) {
        show(robot, 100);
        robot.rightClickOn("row 3").clickOn("Copy row as Markdown");
        assertThat(clipboard(robot)).isEqualTo("| Number | Double |\n| --- | ---: |\n| row 3 | 6 |\n");
        robot.rightClickOn("row 6").clickOn("Copy Number");
        assertThat(clipboard(robot)).isEqualTo("row 6");
    }

    @Test
    void headingsWishAnOrderAndShiftAddsToIt(FxRobot robot) {
        show(robot, 100);
        robot.clickOn("Number");
        robot.interact(() -> Gestures.click(robot.lookup(".row-header").query(), 180, 15, true, false));
        robot.interact(() -> table.layout());
        assertThat(told).containsExactly(
                List.of(new SortKey("NUMBER", true)), List.of(new SortKey("NUMBER", true), new SortKey("DOUBLE", true)));
        assertThat(texts(robot)).contains("Number\u00a0\u21911", "\u21912\u00a0Double");
    }

    @Test
    void theColumnChooserShowsHidesAndResets(FxRobot robot) {
        show(robot, 100);
        robot.clickOn("Double", MouseButton.SECONDARY);
        robot.clickOn("Half");
        assertThat(table.columnState()).isEqualTo("GLYPH NUMBER DOUBLE +HALF");
        robot.interact(() -> table.layout());
        assertThat(texts(robot)).contains("Half");
        robot.clickOn("Number", MouseButton.SECONDARY);
        robot.clickOn("Reset columns");
        assertThat(table.columnState()).isEqualTo("GLYPH NUMBER DOUBLE HALF");
        assertThat(told).containsExactly("arranged GLYPH NUMBER DOUBLE +HALF", "arranged GLYPH NUMBER DOUBLE HALF");
    }

    @Test
    void aDragAtTheEdgeWidensAColumnAndADragOfTheHeadingMovesIt(FxRobot robot) {
        show(robot, 100);
        Node header = robot.lookup(".row-header").query();
        robot.interact(() -> Gestures.drag(header, 124, 164, 15));
        assertThat(table.columnState()).isEqualTo("GLYPH NUMBER:140 DOUBLE HALF");
        robot.interact(() -> table.layout());
        robot.interact(() -> Gestures.drag(header, 220, 30, 15));
        assertThat(table.columnState()).isEqualTo("GLYPH DOUBLE NUMBER:140 HALF");
        assertThat(told).noneMatch(List.class::isInstance);
    }

    @Test
    void enterOpensAndDelDeletesTheSelectedRow(FxRobot robot) {
        show(robot, 100);
        robot.clickOn("row 1").type(KeyCode.ENTER, KeyCode.DELETE);
        assertThat(told).containsExactly("select 1", "open 1", "delete 1");
    }

    @Test
    void aScreenReaderHearsTheRow(FxRobot robot) {
        show(robot, 100);
        assertThat(robot.lookup(".row-strip").queryAll().stream().map(Node::getAccessibleText)).contains("row 0", "row 9");
    }

    @Test
    void aTableWithoutRowsSaysWhyAndTakesKeys(FxRobot robot) {
        robot.interact(() -> {
            table.setEmptyText("There are none.");
            table.show(RowSource.none());
        });
        robot.clickOn(table).type(KeyCode.DOWN, KeyCode.END, KeyCode.ENTER);
        assertThat(texts(robot)).contains("There are none.");
        assertThat(told).isEmpty();
    }

    private Counting show(FxRobot robot, int size) {
        Counting rows = new Counting(size);
        robot.interact(() -> table.show(rows));
        robot.interact(() -> table.layout());
        return rows;
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup(".label").queryAllAs(Label.class).stream()
                .filter(label -> label.isVisible() && label.getParent().isVisible()).map(Label::getText).toList();
    }

    private static double headingX(FxRobot robot) {
        return robot.lookup("Double").query().localToScene(0, 0).getX();
    }

    private static List<String> selectedStrips(FxRobot robot) {
        return robot.lookup(".row-strip").queryAll().stream()
                .filter(strip -> strip.isVisible() && strip.getPseudoClassStates().contains(SELECTED))
                .map(Node::getAccessibleText).toList();
    }

    private static String clipboard(FxRobot robot) {
        List<String> text = new ArrayList<>();
        robot.interact(() -> text.add(Clipboard.getSystemClipboard().getString()));
        return text.getFirst();
    }
}
