package dev.handlens.scenario.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.Frame;
import dev.handlens.lens.ProcessRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One object with millions of handles; paged pool climbs a staircase and nonpaged pool stands still.
class TestlimitSignatureTest {
    private static final long PAGE = 4096;

    @ParameterizedTest
    @CsvSource({"testlimit-x64, 255, 130560, 16711680, 1024, 268960768", "testlimit-x86, 511, 523264, 16744448, 128, 134348928"})
    void theTableGrowsOneTwoThreeLevelsAndStopsAtItsLimit(
            String name, int onePage, int twoLevels, int limit, long topBytes, long allBytes) {
        Showing show = Showing.of(name).at("The first page is full");
        long nonpaged = show.frame().nonpaged().bytes();
        assertThat(handles(show)).isEqualTo(onePage);
        assertThat(table(show)).isEqualTo(PAGE);

        show.at(name.endsWith("x64") ? "A second page, a second level" : "A second level");
        assertThat(handles(show)).isEqualTo(onePage + 1);
        assertThat(table(show)).isEqualTo(3 * PAGE);
        assertThat(show.frame().walkthrough().call().effects()).contains("paged pool Obtb +8,192 bytes");

        show.at("Ten thousand");
        assertThat(show.process("testlimit.exe").overTenThousand()).isFalse();
        show.at("10,001");
        assertThat(show.process("testlimit.exe").overTenThousand()).isTrue();

        show.at("The page of pointers is full");
        assertThat(handles(show)).isEqualTo(twoLevels);
        long before = table(show);
        show.at("A third level");
        assertThat(handles(show)).isEqualTo(twoLevels + 1);
        assertThat(table(show)).isEqualTo(before + 2 * PAGE + topBytes);

        show.at("The last one");
        assertThat(handles(show)).isEqualTo(limit);
        assertThat(table(show)).as("with what points to the pages of entries").isEqualTo(allBytes);
        assertThat(show.frame().nonpaged().bytes()).as("no object was made").isEqualTo(nonpaged);
        show.at("No");
        assertThat(show.status()).isEqualTo("STATUS_INSUFFICIENT_RESOURCES");
        assertThat(handles(show)).isEqualTo(limit);
        show.at("Everybody else goes on");
        assertThat(show.status()).isEqualTo("STATUS_SUCCESS");
        assertThat(show.run().machine().failures()).isEmpty();
        assertThat(show.findings().leaks()).singleElement().satisfies(leak -> assertThat(leak.lost()).isEqualTo(limit - 5));
    }

    @Test
    void withAHundredMegabytesThePoolEndsFirstAndOthersFail() {
        Showing show = Showing.of("testlimit-100mb").at("Six and a half million");
        Frame full = show.frame();
        assertThat(full.paged().limit() - full.paged().bytes()).isLessThan(PAGE);
        show.at("Out of memory");
        assertThat(show.status()).isEqualTo("STATUS_INSUFFICIENT_RESOURCES");
        assertThat(show.frame().nonpaged().bytes()).isLessThan(100_000);
        show.at("Now the innocent fail");
        assertThat(show.status()).isEqualTo("STATUS_INSUFFICIENT_RESOURCES");
        assertThat(show.frame().walkthrough().call().who()).startsWith("explorer.exe");
        assertThat(show.process("explorer.exe").handles()).isLessThan(20);
        show.at("No new process");
        assertThat(show.status()).isEqualTo("STATUS_INSUFFICIENT_RESOURCES");
        show.at("What still works");
        assertThat(show.status()).isEqualTo("STATUS_SUCCESS");
        assertThat(show.run().machine().failures()).isEmpty();
    }

    private static int handles(Showing show) {
        return show.process("testlimit.exe").handles();
    }

    private static long table(Showing show) {
        ProcessRow row = show.process("testlimit.exe");
        return row.tableBytes();
    }
}
