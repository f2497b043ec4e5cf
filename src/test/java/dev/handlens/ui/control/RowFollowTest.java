package dev.handlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.RowSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowFollowTest {
    private static final RowSource<Integer> ROWS = RowSource.of(IntStream.range(0, 100).boxed().toList(), row -> row);
    private static final double TEN_ROWS = 270;

    private final RowWindow window = new RowWindow(27);
    private final RowFollow follow = new RowFollow(window);

    private void step(long step, String chapter, Integer... changed) {
        follow.show(new FollowedRows(step, chapter, List.of(changed), changed.length, true));
        layout(TEN_ROWS);
    }

    private void layout(double height) {
        window.fit(height, ROWS.size());
        follow.layout(ROWS, height);
    }

    @Test
    void eachStepScrollsToItsOwnRow() {
        step(1, "one", 50);
        assertThat(window.shows(50)).isTrue();
        step(2, "one", 7);
        assertThat(window.shows(7)).isTrue();
    }

    @Test
    void rowsThatFitAreAllShownWhole() {
        step(1, "one", 40, 49);
        assertThat(window.shows(40)).isTrue();
        assertThat(window.shows(49)).isTrue();
        assertThat(follow.outOfView()).isZero();
    }

    @Test
    void rowsThatDoNotFitBeginWithTheFirstAndTheOthersAreCounted() {
        step(1, "one", 20, 25, 60, 70);
        assertThat(window.top()).isEqualTo(20);
        assertThat(follow.outOfView()).isEqualTo(2);
    }

    @Test
    void aListThatWasScrolledByHandIsLeftAloneForThreeSteps() {
        step(1, "one", 50);
        window.scrollTo(0);
        follow.usedByHand();
        for (int step = 2; step <= 4; step++) {
            step(step, "one", 50 + step);
            assertThat(window.top()).as("step " + step).isZero();
        }
        step(5, "one", 60);
        assertThat(window.shows(60)).isTrue();
    }

    @Test
    void aNewChapterEndsThatRest() {
        step(1, "one", 50);
        window.scrollTo(0);
        follow.usedByHand();
        step(2, "two", 52);
        assertThat(window.shows(52)).isTrue();
    }

    @Test
    void theSameStepDoesNotScrollAgain() {
        step(1, "one", 50);
        window.scrollTo(0);
        step(1, "one", 50);
        assertThat(window.top()).isZero();
    }

    @Test
    void rowsThatAreFoundAgainAtTheSameStepDoNotScroll() {
        step(1, "one", 50);
        window.scrollTo(0);
        step(1, "one");
        step(1, "one", 50);
        assertThat(window.top()).isZero();
    }

    @Test
    void aListThatGetsLowerKeepsTheChangedRowInView() {
        step(1, "one", 50);
        layout(81);
        assertThat(window.shows(50)).isTrue();
    }

    @Test
    void whoDoesNotFollowIsNotScrolled() {
        follow.show(new FollowedRows(1, "one", List.of(50), 1, false));
        layout(TEN_ROWS);
        assertThat(window.top()).isZero();
        assertThat(follow.outOfView()).isEqualTo(1);
    }

    @Test
    void aRunThatStopsIsFollowedToTheStepWhereItStopped() {
        follow.show(new FollowedRows(1, "one", List.of(50), 1, false));
        layout(TEN_ROWS);
        step(1, "one", 50);
        assertThat(window.shows(50)).isTrue();
    }
}
