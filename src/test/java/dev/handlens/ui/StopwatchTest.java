package dev.handlens.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.Progress;
import org.junit.jupiter.api.Test;

/// How fast work is said to go, by a clock that is turned by hand.
class StopwatchTest {
    private static final long ALL = 100_000;

    private long millis;
    private final Stopwatch stopwatch = new Stopwatch(() -> millis * 1_000_000);

    private Work lookAt(long atMillis, long done) {
        millis = atMillis;
        return stopwatch.look(new Progress("Sorting", done, ALL, "handles"));
    }

    @Test
    void workThatHasOnlyJustBegunIsNotWorthAWord() {
        assertThat(lookAt(0, 0)).isNull();
        assertThat(lookAt(200, 1_000)).isNull();
        assertThat(lookAt(400, 2_000)).isNotNull();
    }

    @Test
    void theRateIsThatOfTheLastSecondAndNotOfTheSlowBeginning() {
        lookAt(0, 0);
        for (int tenth = 1; tenth <= 20; tenth++) {
            lookAt(100 * tenth, 10 * tenth);
        }
        Work slow = lookAt(2_100, 210);
        assertThat(slow.perSecond()).isEqualTo(100);
        Work work = null;
        for (int tenth = 1; tenth <= 10; tenth++) {
            work = lookAt(2_100 + 100 * tenth, 210 + 1_000 * tenth);
        }
        assertThat(work.perSecond()).isEqualTo(10_000);
        assertThat(work.secondsLeft()).isEqualTo((ALL - 10_210) / 10_000.0);
    }

    @Test
    void beforeTheFirstSecondIsOverTheRateIsThatSinceTheBeginning() {
        lookAt(0, 500);
        lookAt(250, 1_000);
        assertThat(lookAt(500, 2_500).perSecond()).isEqualTo(4_000);
    }

    @Test
    void looksThatAreFarApartStillGiveARate() {
        lookAt(0, 0);
        lookAt(5_000, 10_000);
        assertThat(lookAt(10_000, 40_000).perSecond()).isEqualTo(6_000);
    }

    @Test
    void workThatStandsStillHasNoEnd() {
        lookAt(0, 0);
        lookAt(1_000, 5_000);
        Work work = lookAt(2_500, 5_000);
        assertThat(work.perSecond()).isZero();
        assertThat(work.secondsLeft()).isInfinite();
    }

    @Test
    void otherWorkBeginsAnew() {
        lookAt(0, 0);
        lookAt(1_000, 50_000);
        millis = 1_100;
        assertThat(stopwatch.look(new Progress("Copying", 10, ALL, "rows"))).isNull();
        millis = 1_500;
        assertThat(stopwatch.look(new Progress("Copying", 50, ALL, "rows")).perSecond()).isEqualTo(100);
        assertThat(stopwatch.look(null)).isNull();
    }
}
