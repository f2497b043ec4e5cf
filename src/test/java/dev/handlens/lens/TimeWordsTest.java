package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeWordsTest {
    private static final long MINUTE = 60_000;

    @Test
    void aSpanIsWrittenInTheUnitInWhichItHasFewDigits() {
        assertThat(TimeWords.span(30)).isEqualTo("30 ms");
        assertThat(TimeWords.span(250)).isEqualTo("0.25 s");
        assertThat(TimeWords.span(600)).isEqualTo("0.6 s");
        assertThat(TimeWords.span(2_000)).isEqualTo("2 s");
        assertThat(TimeWords.span(10 * MINUTE)).isEqualTo("10 min");
        assertThat(TimeWords.span(90 * MINUTE)).isEqualTo("1.5 h");
    }

    @Test
    void marksShareTheUnitOfTheirDistance() {
        assertThat(TimeWords.mark(0, 500)).isEqualTo("0 s");
        assertThat(TimeWords.mark(1_500, 500)).isEqualTo("1.5 s");
        assertThat(TimeWords.mark(120_000, 20_000)).isEqualTo("120 s");
        assertThat(TimeWords.mark(120_000, MINUTE)).isEqualTo("2 min");
        assertThat(TimeWords.mark(360 * MINUTE, 180 * MINUTE)).isEqualTo("6 h");
    }

    @Test
    void bothEndsOfAPartHaveTheSameDecimals() {
        assertThat(TimeWords.range(20_000, 20_600)).isEqualTo("20.0–20.6 s");
        assertThat(TimeWords.range(120, 150)).isEqualTo("120–150 ms");
        assertThat(TimeWords.range(20 * MINUTE, 30 * MINUTE)).isEqualTo("20–30 min");
    }
}
