package dev.handlens.kernel.ex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handlens.kernel.Architecture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The table alone: values, order of reuse, geometry, limit.
class HandleTableTest {

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void theFirstHandleIs4AndTheNextAreFourApart(Architecture architecture) {
        HandleTable table = table(architecture, false);

        assertThat(List.of(open(table), open(table), open(table))).containsExactly(4L, 8L, 12L);
    }

    @ParameterizedTest
    @CsvSource({"X64, 255, 0x400", "X86, 511, 0x800"})
    void aPageHandsOutAllButItsFirstEntry(Architecture architecture, int usable, String reserved) {
        HandleTable table = table(architecture, false);
        long last = 0;
        for (int i = 0; i < usable; i++) {
            last = open(table);
        }
        assertThat(last).isEqualTo(usable * 4L);
        assertThat(table.hasFree()).isFalse();

        table.grow();

        assertThat(open(table)).isEqualTo(Long.decode(reserved) + 4);
        assertThat(table.insertAt(Long.decode(reserved), 1, 0, 0, 0)).isFalse();
        assertThat(table.entry(Long.decode(reserved))).isNull();
    }

    /// Handles open at once → leaf pages, mid pages, levels and bytes of pages.
    @ParameterizedTest
    @CsvSource({
        "X64,     255,     1,   0, 1,      4096", "X64,     256,     2,   1, 2,     12288", "X64,  10000,    40, 1, 2,    167936",
        "X64,  130560,   512,   1, 2,   2101248", "X64,  130561,   513,   2, 3,   2110464",
        "X86,     511,     1,   0, 1,      4096", "X86,     512,     2,   1, 2,     12288", "X86,  10000,    20, 1, 2,     86016",
        "X86,  523264,  1024,   1, 2,   4198400", "X86,  523265,  1025,   2, 3,   4206720"})
    void theTableGrowsALevelWhenTheOneItHasIsFull(Architecture architecture, int handles, int pages, int midPages, int levels, long bytes) {
        HandleTable table = table(architecture, false);
        fill(table, handles);

        assertThat(table.pages()).isEqualTo(pages);
        assertThat(table.midPages()).isEqualTo(midPages);
        assertThat(table.levels()).isEqualTo(levels);
        assertThat(table.bytes()).isEqualTo(bytes);
    }

    /// Leaf pages there are → bytes of the blocks that the next one takes.
    @ParameterizedTest
    @CsvSource({"X64, 1, 4096 4096", "X64, 2, 4096", "X64, 511, 4096", "X64, 512, 1024 4096 4096", "X64, 513, 4096", "X64, 1024, 4096 4096",
        "X86, 1, 4096 4096", "X86, 2, 4096", "X86, 1024, 128 4096 4096", "X86, 2048, 4096 4096"})
    void aFurtherPageTakesAMidPageOrTheTopBlockWithIt(Architecture architecture, int pages, String blocks) {
        HandleTable table = table(architecture, false);
        while (table.pages() < pages) {
            table.grow();
        }
        List<String> growth = java.util.Arrays.stream(table.growthBytes()).mapToObj(Integer::toString).toList();

        assertThat(String.join(" ", growth)).isEqualTo(blocks);
    }

    /// The bare table holds every handle there can be: 255 MB of pages, less than a second.
    @ParameterizedTest
    @CsvSource({"X64, 16711680, 65536, 268960768", "X86, 16744448, 32768, 134348928"})
    void aFullTableHasExactlyTheHandlesThatWindowsStopsAt(Architecture architecture, int handles, int pages, long bytes) {
        HandleTable table = table(architecture, false);
        fill(table, handles);

        assertThat(table.count()).isEqualTo(handles).isEqualTo(architecture.geometry().maximumHandles());
        assertThat(table.isFull()).isTrue();
        assertThat(table.pages()).isEqualTo(pages);
        assertThat(table.bytes()).isEqualTo(bytes);
        assertThat(table.entry(0x3FF_FFFC).object()).isEqualTo(7);
        assertThat(table.entry(0x400_0000)).isNull();
    }

    @Test
    void theLastValueClosedIsTheNextGivenOut() {
        HandleTable table = table(Architecture.X64, false);
        fill(table, 5);
        table.remove(8);
        table.remove(16);

        assertThat(List.of(open(table), open(table), open(table))).containsExactly(16L, 8L, 24L);
    }

    @Test
    void aStrictTableGivesTheLongestFreeValueFirst() {
        HandleTable table = table(Architecture.X64, true);
        fill(table, 255);
        table.remove(8);
        table.remove(16);
        table.remove(12);

        assertThat(List.of(open(table), open(table), open(table))).containsExactly(8L, 16L, 12L);
        assertThat(table.hasFree()).isFalse();
    }

    @Test
    void aStrictTableUsesUpItsFreshValuesBeforeTheClosedOnes() {
        HandleTable table = table(Architecture.X64, true);
        fill(table, 3);
        table.remove(4);

        List<Long> values = new ArrayList<>();
        for (int i = 0; i < 253; i++) {
            values.add(open(table));
        }
        assertThat(values).startsWith(16L, 20L).endsWith(1020L, 4L);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void aValueCanBeTakenOutOfTurn(boolean strict) {
        HandleTable table = table(Architecture.X64, strict);

        assertThat(table.insertAt(12, 1, 0, 0, 0)).isTrue();
        assertThat(table.insertAt(12, 1, 0, 0, 0)).isFalse();
        assertThat(table.insertAt(1020, 1, 0, 0, 0)).isTrue();
        assertThat(List.of(open(table), open(table), open(table))).containsExactly(4L, 8L, 16L);

        fill(table, 255);
        assertThat(table.hasFree()).isFalse();
        table.remove(1020);
        assertThat(open(table)).isEqualTo(1020);
    }

    @Test
    void theTwoLowestBitsOfAValueAreNotLookedAt() {
        HandleTable table = table(Architecture.X64, false);
        long handle = table.insert(42, 3, 0, 9);

        for (int tag = 0; tag < 4; tag++) {
            assertThat(table.entry(handle + tag)).isEqualTo(new HandleEntry(4, 42, 3, 0, 1, 9));
        }
        assertThat(table.entry(handle + 4)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0", "-4", "1024", "1000000", "0x7FFFFFFFFFFFFFFC", "0xFFFFFFFF"})
    void aValueThatWasNeverGivenOutNamesNothing(String value) {
        HandleTable table = table(Architecture.X64, false);
        fill(table, 255);

        assertThat(table.first(Long.decode(value))).isZero();
    }

    @Test
    void aTableNeverShrinksAndItsPeakStays() {
        HandleTable table = table(Architecture.X64, false);
        fill(table, 1_000);
        for (int slot = 1; slot < 1_004; slot++) {
            if (slot % 256 != 0) {
                table.remove(slot * 4L);
            }
        }
        assertThat(table.count()).isZero();
        assertThat(table.pages()).isEqualTo(4);
        assertThat(table.peak()).isEqualTo(1_000);
        assertThat(table.opened()).isEqualTo(1_000);
        assertThat(table.closed()).isEqualTo(1_000);
    }

    @Test
    void anInheritedTableGivesItsHighestFreeValueFirst() {
        HandleTable table = table(Architecture.X64, false);
        table.insertAt(8, 1, 0, 0, 0);
        table.insertAt(1020, 1, 0, 0, 0);

        table.rechain();

        assertThat(List.of(open(table), open(table))).containsExactly(1016L, 1012L);
    }

    @Test
    void everyHandingOutOfAValueHasItsOwnGeneration() {
        HandleTable table = table(Architecture.X64, false);
        open(table);
        table.remove(4);
        assertThat(table.generation(4)).isEqualTo(1);

        open(table);

        assertThat(table.entry(4).generation()).isEqualTo(2);
    }

    @Test
    void attributesChangeInPlace() {
        HandleTable table = table(Architecture.X64, false);
        table.insert(42, 3, 2, 9);

        table.setAttributes(4, 5);

        assertThat(table.entry(4)).isEqualTo(new HandleEntry(4, 42, 3, 5, 1, 9));
    }

    @Test
    void aForkKeepsItsEntriesWhateverTheOtherSideDoes() {
        HandleTable table = table(Architecture.X64, false);
        fill(table, 600);
        HandleTable kept = table.fork(2);
        HandleTable changed = table.fork(3);
        changed.remove(4);
        changed.remove(2_000);
        open(changed);
        changed.grow();

        assertThat(kept.count()).isEqualTo(600);
        assertThat(kept.entry(4).object()).isEqualTo(7);
        assertThat(kept.pages()).isEqualTo(3);
        assertThat(changed.entry(4)).isNull();
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    void theNthHandleAndItsRankAreFoundWhateverIsOpen(Architecture architecture) {
        HandleTable table = table(architecture, false);
        fill(table, 5_000);
        for (long handle = 4; handle < 20_000; handle += 4) {
            if ((handle % 7 == 0 || handle > 8_000 && handle < 12_000) && table.first(handle) != 0) {
                table.remove(handle);
            }
        }
        List<Long> open = new ArrayList<>();
        table.forEach((handle, _, _) -> open.add(handle));
        HandleTable fork = table.fork(2);
        fork.remove(open.getFirst());

        for (int i = 0; i < open.size(); i++) {
            assertThat(table.at(i)).isEqualTo(open.get(i));
            assertThat(table.rank(open.get(i))).isEqualTo(i);
            assertThat(table.rank(open.get(i) + 4)).isEqualTo(i + 1);
        }
        assertThat(table.rank(Long.MAX_VALUE)).isEqualTo(open.size());
        assertThat(fork.at(0)).as("a fork counts for itself").isEqualTo(open.get(1));
        assertThatThrownBy(() -> table.at(table.count())).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static HandleTable table(Architecture architecture, boolean strict) {
        return new HandleTable(architecture.geometry(), strict, 1);
    }

    private static long open(HandleTable table) {
        return table.insert(7, 0x1F0003, 0, 0);
    }

    private static void fill(HandleTable table, int handles) {
        while (table.count() < handles) {
            if (!table.hasFree()) {
                table.grow();
            }
            open(table);
        }
    }
}
