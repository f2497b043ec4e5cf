package dev.handlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowWindowTest {
    private final RowWindow window = new RowWindow(20);

    @Test
    void aListThatGrowsShorterIsNotScrolledBeyondItsEnd() {
        window.fit(100, 50);
        window.scrollTo(40);
        window.fit(100, 8);
        assertThat(window.top()).isEqualTo(3);
        window.fit(100, 2);
        assertThat(window.top()).isZero();
        assertThat(window.count()).isEqualTo(2);
    }

    @Test
    void rowsThatShowInPartAreDrawnToo() {
        window.fit(110, 50);
        assertThat(window.count()).isEqualTo(6);
        window.scrollByPixels(10);
        assertThat(window.first()).isZero();
        assertThat(window.count()).isEqualTo(6);
        assertThat(window.y(0)).isEqualTo(-10);
    }

    @Test
    void theLastOfSixteenMillionRowsEndsAtTheLowerEdge() {
        window.fit(110, 16_711_680);
        window.scrollTo(Double.MAX_VALUE);
        assertThat(window.first() + window.count()).isEqualTo(16_711_680);
        assertThat(window.y(16_711_679) + 20).isEqualTo(110);
    }

    @Test
    void aRowInSightIsRevealedWithoutScrolling() {
        window.fit(100, 50);
        window.scrollTo(10);
        window.reveal(12);
        window.center(14);
        assertThat(window.top()).isEqualTo(10);
        window.reveal(15);
        assertThat(window.top()).isEqualTo(11);
        window.reveal(3);
        assertThat(window.top()).isEqualTo(3);
        window.center(30);
        assertThat(window.indexAt(50)).isEqualTo(30);
    }

    @Test
    void thereIsNoRowBelowTheLast() {
        window.fit(100, 2);
        assertThat(window.indexAt(39)).isEqualTo(1);
        assertThat(window.indexAt(41)).isEqualTo(-1);
        assertThat(window.indexAt(-1)).isEqualTo(-1);
    }
}
