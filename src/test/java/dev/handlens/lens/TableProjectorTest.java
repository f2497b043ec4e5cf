package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.timeline.Timeline;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The picture of a handle table: its levels at the right handles, its pages, and an entry down to its bytes.
class TableProjectorTest {
    /// A process that opens one event, and so many handles to it.
    private static Timeline filled(String machine, int handles) {
        Timeline run = Runs.of("""
                machine: %s
                cast:
                  fred: { process: fred.exe, pid: 100, loader: false }
                steps:
                  - CreateEvent: { in: fred, as: h }
                  - repeat: { times: %d, every: 0ms }
                    do:
                      - DuplicateHandle: { in: fred, handle: h, options: DUPLICATE_SAME_ACCESS }
                """.formatted(machine, handles - 1));
        run.seek(run.length());
        return run;
    }

    private static TableFrame table(Timeline run) {
        return new Lens().frame(run, Runs.view(run).withHighlight(View.Highlight.UNTIL_NEXT_STEP)).table();
    }

    @Test
    void aSecondLevelComesWithTheFirstHandleThatOnePageHasNoRoomFor() {
        assertThat(table(filled("x64", 255)).levels()).isEqualTo(1);
        TableFrame two = table(filled("x64", 256));
        assertThat(two.levels()).isEqualTo(2);
        assertThat(two.current()).isEqualTo(0x404);
        assertThat(two.summary()).isEqualTo("two levels · 1 mid page · 2 of 65,536 leaf pages");
        assertThat(table(filled("x86", 511)).levels()).isEqualTo(1);
        assertThat(table(filled("x86", 512)).levels()).isEqualTo(2);
    }

    @Test
    void aThirdLevelComesWhenTheMidPageIsFull() {
        assertThat(table(filled("x64", 130_560)).levels()).isEqualTo(2);
        TableFrame three = table(filled("x64", 130_561));
        assertThat(three.levels()).isEqualTo(3);
        assertThat(three.current()).isEqualTo(0x80004);
        assertThat(three.summary()).isEqualTo("three levels · 2 of 128 mid pages · 513 of 65,536 leaf pages");
        assertThat(three.columns()).isEqualTo(128);
        assertThat(three.pagesPerCell()).isEqualTo(32);
    }

    @Test
    void eachLevelTellsTheFirstHandleThatNeededIt() {
        assertThat(table(filled("x64", 255)).levelsCame()).containsExactly(new TableFrame.Level(2, 0x404, 256, false, -1),
                new TableFrame.Level(3, 0x80004, 130_561, false, -1));
        TableFrame three = table(filled("x64", 130_561));
        assertThat(three.levelsCame()).containsExactly(new TableFrame.Level(2, 0x404, 256, true, 256),
                new TableFrame.Level(3, 0x80004, 130_561, true, 130_561));
        assertThat(three.cells()).as("pages").hasSize(17);
        assertThat(table(filled("x86", 512)).levelsCame()).containsExactly(new TableFrame.Level(2, 0x804, 512, true, 512),
                new TableFrame.Level(3, 0x200004, 523_265, false, -1));
    }

    @Test
    void aValueThatWasUsedAgainDoesNotTellWhenItsLevelCame() {
        Timeline run = Runs.of("""
                cast:
                  fred: { process: fred.exe, pid: 100, loader: false }
                steps:
                  - CreateEvent: { in: fred, as: h }
                  - repeat: { times: 255, every: 0ms }
                    do:
                      - DuplicateHandle: { in: fred, handle: h, as: last }
                  - CloseHandle: { in: fred, handle: last }
                  - CreateMutex: { in: fred, as: again }
                """);
        run.seek(run.length());
        assertThat(table(run).levelsCame().getFirst()).isEqualTo(new TableFrame.Level(2, 0x404, 256, true, -1));
    }

    @Test
    void onlyTheMidPagesThatChangedAreReadAgain() {
        Timeline run = filled("x64", 300_000);
        TableCells cells = new TableCells();
        HandleTable now = tableAt(run, run.length());
        HandleTable before = tableAt(run, run.length() - 1);
        List<TableFrame.Cell> first = cells.of(now, before, 32);
        assertThat(first).isEqualTo(new TableCells().of(now, before, 32));
        long once = cells.read();
        assertThat(cells.of(now, before, 32)).as("nothing changed: not even the list").isSameAs(first);
        assertThat(cells.read()).isEqualTo(once);
        HandleTable earlier = tableAt(run, run.length() - 40);
        assertThat(cells.of(earlier, earlier, 32)).isEqualTo(new TableCells().of(earlier, earlier, 32));
        long other = cells.read();
        cells.of(now, earlier, 32);
        assertThat(cells.of(now, earlier, 32)).isEqualTo(new TableCells().of(now, earlier, 32));
        assertThat(cells.read() - other).as("of three mid pages the last one changed").isLessThan(512);
    }

    private static HandleTable tableAt(Timeline run, long position) {
        return run.at(position).kernel().process(100).table();
    }

    @Test
    void cellsTellHowManyHandlesAreOpenAndWhichGrow() {
        TableFrame two = table(filled("x64", 300));
        assertThat(two.cells()).extracting(TableFrame.Cell::open).containsExactly(255, 45);
        assertThat(two.cells()).extracting(TableFrame.Cell::change).containsExactly(Change.NONE, Change.OPENED);
        TableFrame three = table(filled("x64", 140_000));
        assertThat(three.cells().stream().mapToInt(TableFrame.Cell::open).sum()).isEqualTo(140_000);
        assertThat(three.cells()).hasSize(18).last().extracting(TableFrame.Cell::change).isEqualTo(Change.OPENED);
    }

    @Test
    void aLeafPageKeepsItsFirstEntry() {
        TableFrame.Leaf leaf = table(filled("x64", 300)).leaves().leaf(1);
        assertThat(leaf.slots()).hasSize(256);
        assertThat(leaf.slots().subList(0, 3)).containsExactly(TableFrame.Slot.RESERVED, TableFrame.Slot.OPEN, TableFrame.Slot.OPEN);
        assertThat(leaf.slots().get(45)).isEqualTo(TableFrame.Slot.OPENED);
        assertThat(leaf.slots().get(46)).isEqualTo(TableFrame.Slot.FREE);
        assertThat(leaf.words()).isEqualTo("Leaf page 1 · 0x404 to 0x7FC · 45 of 255 open");
    }

    @Test
    void anEntryIsLaidOutAsWindowsDoes() {
        TableFrame.Entry x64 = table(filled("x64", 2)).leaves().entry(0x8);
        int object = Integer.decode(x64.facts().getFirst().value());
        assertThat(x64.bytes()).hasSize(16).startsWith((byte) object, (byte) (object >> 8));
        assertThat(x64.bytes().subList(8, 12)).containsExactly((byte) 3, (byte) 0, (byte) 0x1F, (byte) 0);
        assertThat(x64.facts()).extracting(PropertiesFrame.Fact::label)
                .containsExactly("Object", "Granted access", "Attributes", "Value used", "Opened by");
        assertThat(x64.key()).isEqualTo(new HandleKey(100, 0x8, 2));
        TableFrame.Entry x86 = table(filled("x86", 2)).leaves().entry(0x8);
        assertThat(x86.bytes()).hasSize(8);
        assertThat(x86.bytes().subList(4, 8)).containsExactly((byte) 3, (byte) 0, (byte) 0x1F, (byte) 0);
    }

    @Test
    void aFreeEntryNamesTheNextFreeOne() {
        TableFrame.Entry free = table(filled("x64", 2)).leaves().entry(0xC);
        assertThat(free.slot()).isEqualTo(TableFrame.Slot.FREE);
        assertThat(free.bytes()).isEmpty();
        assertThat(free.facts()).extracting(PropertiesFrame.Fact::value).containsExactly("free", "0x10", "never");
    }

    @Test
    void aClosedEntryIsFreeAndSaysSo() {
        Timeline run = Runs.of("""
                cast:
                  fred: { process: fred.exe, pid: 100, loader: false }
                steps:
                  - CreateEvent: { in: fred, as: h }
                  - CloseHandle: { in: fred, handle: h }
                """);
        run.seek(2);
        TableFrame table = table(run);
        assertThat(table.current()).isEqualTo(0x4);
        assertThat(table.leaves().entry(0x4).slot()).isEqualTo(TableFrame.Slot.CLOSED);
        assertThat(table.cells()).extracting(TableFrame.Cell::change).containsExactly(Change.CLOSED);
    }

    @Test
    void whereThereIsNoTableThePictureSaysWhy() {
        Timeline run = filled("x64", 2);
        for (int pid : List.of(0, 999)) {
            assertThat(new Lens().frame(run, Runs.view(run).withPid(pid)).table().empty()).isNotEmpty();
        }
    }
}
