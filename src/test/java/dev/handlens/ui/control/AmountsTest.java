package dev.handlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
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
}
