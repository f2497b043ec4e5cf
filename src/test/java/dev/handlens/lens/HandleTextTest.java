package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandleTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0          | 0
            9999       | 9,999
            10000      | 10k
            999999     | 999k
            1000000    | 1.0M
            2999994    | 2.9M
            16711676   | 16M
            """)
    void aRoundedCountIsNeverMoreThanItIs(long count, String words) {
        assertThat(Words.rounded(count)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0        | 0 ms
            999      | 999 ms
            1000     | 1 s
            1490     | 1.4 s
            9999     | 9.9 s
            10000    | 10 s
            59999    | 59 s
            60000    | 1 min
            125000   | 2 min 5 s
            3600000  | 1 h
            11520000 | 3 h 12 min
            """)
    void spansAreNeverSaidLongerThanTheyAre(long millis, String words) {
        assertThat(HandleAge.format(millis)).isEqualTo(words);
    }
}
