package dev.handlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
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
        assertThat(Numbers.rounded(count)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0             | 0 bytes
            1             | 1 byte
            1023          | 1023 bytes
            1024          | 1 KB
            1536          | 1.5 KB
            12288         | 12 KB
            1048064       | 1 MB
            1992294       | 1.9 MB
            10380902      | 9.9 MB
            10433332      | 10 MB
            175112192     | 167 MB
            1073741824    | 1 GB
            """)
    void bytesAreSaidInTheUnitThatReadsBest(long bytes, String words) {
        assertThat(Numbers.shortBytes(bytes)).isEqualTo(words);
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
        assertThat(Millis.format(millis)).isEqualTo(words);
    }
}
