package dev.handlens.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.Architecture;
import dev.handlens.kernel.Caller;
import dev.handlens.kernel.ex.TableGeometry;
import dev.handlens.kernel.ob.ObjectType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The numbers behind the slips of the documents, which `docs/facts.md` explains under Traps. The sixth, about `!htrace`, is in
/// `WatchedLimitsTest`. The code is `TableGeometry` and `HandleTable`.
class TrapsTest {
    private static final long MIB = 1 << 20;

    private final Workbench bench = new Workbench();
    private final Caller fred = bench.start("fred.exe");

    @ParameterizedTest
    @CsvSource({"X64, 65536, 16711680", "X86, 32768, 16744448"})
    @DisplayName("S2-36, trap 1: one entry is lost for each page; the article's line with two subtractions is a misprint")
    void theLimitIsAllEntriesLessOneForEachPage(Architecture architecture, int pages, int limit) {
        assertThat(architecture.geometry().maximumHandles()).isEqualTo(16_777_216 - pages).isEqualTo(limit);
        assertThat(limit).isNotEqualTo(16_777_216 - 65_536 - 32_768);
    }

    @ParameterizedTest
    @CsvSource({"X64, 8, 512", "X86, 4, 1024"})
    @DisplayName("S2-39, S2-40, trap 2: a page holds 1,024 pointers on x86, and 512 on x64 where the article says 256")
    void aPageOfPointersHoldsAPageDividedByAPointer(Architecture architecture, int pointer, int pointers) {
        assertThat(architecture.geometry().midPointers()).isEqualTo(4096 / pointer).isEqualTo(pointers);
        assertThat(architecture.geometry().midPointers() * architecture.geometry().topPointers())
                .isEqualTo(architecture.geometry().maximumPages());
    }

    @ParameterizedTest
    @CsvSource({"X86, 134217728, 32, 128, 134348928", "X64, 268435456, 128, 1024, 268960768"})
    @DisplayName("S2-41, trap 3: 128 and 256 MB are the pages of entries; pages of pointers come on top")
    void theArticlesBytesAreThoseOfTheEntriesAlone(Architecture architecture, long entries, int midPages, int top, long whole) {
        TableGeometry geometry = architecture.geometry();
        long leaves = (long) geometry.maximumPages() * TableGeometry.PAGE_BYTES;

        assertThat(leaves).isEqualTo(entries).isEqualTo((architecture == Architecture.X86 ? 128 : 256) * MIB);
        assertThat(geometry.topPointers()).isEqualTo(midPages);
        assertThat(geometry.topBytes()).isEqualTo(top);
        assertThat(leaves + (long) midPages * TableGeometry.PAGE_BYTES + top).as("bytes of a full table").isEqualTo(whole);
    }

    @Test
    @DisplayName("Trap 4: the value closed last comes first here, and the demonstration had another order, so scenarios can pin values")
    void theLastClosedValueComesFirstAndTheDemonstrationsValuesArePinned() {
        long first = bench.event(fred);
        long second = bench.event(fred);
        bench.done(fred, Workbench.close(first));
        bench.done(fred, Workbench.close(second));
        assertThat(bench.event(fred)).isEqualTo(second);

        Story cmd = Story.bundled("cmd-cd", "cmd").at(12);
        assertThat(cmd.run().machine().last().result().handle()).as("0xB8 was freed a moment before").isEqualTo(0x22C);
        assertThat(cmd.run().machine().kernel().process(cmd.pid()).table().entry(0xB8)).isNull();
    }

    @Test
    @DisplayName("Trap 5: the entry of 16 bytes is that of 2009, and the machines say which Windows they are")
    void theLayoutOfX64IsThatOfWindows7() {
        assertThat(Architecture.X64.geometry()).isEqualTo(new TableGeometry(16, 256, 512, 128));
        assertThat(ObjectType.values()).as("as many types as Windows 7 has").hasSize(42);
    }
}
