package dev.handlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowColumnsTest {
    private final RowColumns<String> columns = new RowColumns<>(List.of(
            RowColumn.<String>of("GLYPH", "", 20, row -> "").inPlace(),
            RowColumn.<String>of("HANDLE", "Handle", 80, row -> row),
            RowColumn.<String>of("NAME", "Name", 200, row -> row).shrinkingTo(100).growing(),
            RowColumn.<String>of("OBJECT", "Object", 80, row -> row).yielding(1),
            RowColumn.<String>of("AGE", "Age", 80, row -> row).yielding(2),
            RowColumn.<String>of("PID", "PID", 60, row -> row).optional()));

    @Test
    void roomLeftOverGoesToTheColumnThatGrows() {
        assertThat(columns.layout(1_000)).isEqualTo(1_000);
        assertThat(width("NAME")).isEqualTo(1_000 - 20 - 80 - 80 - 86);
        assertThat(width("HANDLE")).isEqualTo(80);
    }

    @Test
    void whereRoomIsWantingWordsShrinkAndNumbersDoNot() {
        assertThat(columns.layout(400)).isEqualTo(400);
        assertThat(width("NAME")).isEqualTo(134);
        assertThat(width("HANDLE")).isEqualTo(80);
    }

    @Test
    void whereShrinkingIsNotEnoughColumnsLeaveInTheirTurn() {
        columns.layout(330);
        assertThat(placed()).containsExactly("GLYPH", "HANDLE", "NAME", "AGE");
        columns.layout(230);
        assertThat(placed()).containsExactly("GLYPH", "HANDLE", "NAME");
    }

    @Test
    void aColumnThatAPersonAskedForStaysAndTheTableGetsWiderThanItsPlace() {
        columns.setShown("OBJECT", true);
        assertThat(columns.layout(230)).isGreaterThan(230);
        assertThat(placed()).contains("OBJECT").doesNotContain("AGE");
    }

    @Test
    void placesLieSideBySideOnWholePixels() {
        columns.layout(377.3);
        double x = 0;
        for (RowColumns.Placed<String> place : columns.placed()) {
            assertThat(place.x()).isEqualTo(x).isEqualTo(Math.rint(x));
            x += place.width();
        }
        assertThat(x).isLessThanOrEqualTo(378);
    }

    @Test
    void anArrangementIsTheSameAfterItIsRemembered() {
        columns.move("AGE", "HANDLE");
        columns.setWidth("NAME", 333);
        columns.setShown("PID", true);
        columns.setShown("OBJECT", false);
        String state = columns.state();
        RowColumns<String> other = new RowColumns<>(columns.all().stream().sorted((a, b) -> a.id().compareTo(b.id())).toList());
        other.restore(state);
        assertThat(state).isEqualTo("GLYPH AGE HANDLE NAME:333 -OBJECT +PID");
        assertThat(other.state()).isEqualTo(state);
    }

    @Test
    void aRememberedLineOfAnotherVersionDoesNoHarm() {
        columns.restore("PID +AGE NO_SUCH:12 -OBJECT:abc %$ AGE:99999 AGE");
        assertThat(columns.state()).isEqualTo("GLYPH PID +AGE HANDLE NAME OBJECT");
        columns.restore("");
        assertThat(columns.state()).isEqualTo("GLYPH HANDLE NAME OBJECT AGE PID");
    }

    @Test
    void theLastColumnCannotBeHiddenAndAFixedOneNeitherHiddenNorMovedNorWidened() {
        List.of("HANDLE", "NAME", "OBJECT", "AGE", "GLYPH").forEach(id -> columns.setShown(id, false));
        columns.setWidth("GLYPH", 99);
        columns.move("GLYPH", null);
        columns.move("AGE", "GLYPH");
        assertThat(columns.shown().stream().map(RowColumn::id)).containsExactly("GLYPH", "AGE");
        assertThat(columns.state()).startsWith("GLYPH ");
    }

    @Test
    void aStepToTheSideGoesOverHiddenColumns() {
        columns.setShown("OBJECT", false);
        columns.nudge("NAME", true);
        assertThat(columns.shown().stream().map(RowColumn::id)).containsExactly("GLYPH", "HANDLE", "AGE", "NAME");
        columns.nudge("HANDLE", false);
        assertThat(columns.shown().getFirst().id()).isEqualTo("GLYPH");
    }

    @Test
    void aSuggestionHoldsUntilAPersonDecides() {
        columns.suggest("PID", true);
        assertThat(columns.isShown("PID")).isTrue();
        columns.setShown("PID", false);
        columns.suggest("PID", true);
        assertThat(columns.isShown("PID")).isFalse();
    }

    private double width(String id) {
        return columns.placed().stream().filter(place -> place.column().id().equals(id)).findFirst().orElseThrow().width();
    }

    private List<String> placed() {
        return columns.placed().stream().map(place -> place.column().id()).toList();
    }
}
