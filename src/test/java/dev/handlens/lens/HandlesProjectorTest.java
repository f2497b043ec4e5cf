package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.timeline.Timeline;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandlesProjectorTest {
    private final Timeline makefred = Runs.bundled("makefred-bug");

    private String list(View view) {
        return FrameText.handles(new Lens().frame(makefred, view).handles(), 50);
    }

    private View view() {
        makefred.seek(9);
        return Runs.view(makefred);
    }

    @Test
    void theClosedHandleStandsInItsPlace() {
        assertThat(list(view())).isEqualTo("""
                   0x4   Key        \\REGISTRY\\MACHINE                         read             1/1  the start
                   0x8   Directory  \\KnownDlls                                query, traverse  2/3  the start
                   0xC   File       \\Device\\HarddiskVolume2\\Windows\\System32  execute          1/1  the start
                   0x10  Event      (unnamed)                                 all              1/1  the start
                -  0x14  File       \\Device\\Gizmo                             read, write      2/2  step 3
                +  0x18  File       \\Device\\Gizmo                             read, write      2/2  step 5
                +  0x1C  File       \\Device\\Gizmo                             read, write      2/2  step 7
                6 open, 5 named · +3 -1 since the start
                """);
    }

    @Test
    void unnamedHandlesAreHiddenAndCounted() {
        HandlesFrame handles = new Lens().frame(makefred, view().withShowUnnamed(false)).handles();
        assertThat(handles.hiddenUnnamed()).isEqualTo(1);
        assertThat(handles.rows().size()).isEqualTo(6);
        assertThat(handles.total()).isEqualTo(6);
    }

    @Test
    void filtersAreTermsAndText() {
        assertThat(values(view().withFilter("type:file"))).containsExactly("0xC", "0x14", "0x18", "0x1C");
        assertThat(values(view().withFilter("type:file state:open"))).containsExactly("0xC", "0x18", "0x1C");
        assertThat(values(view().withFilter("state:closed"))).containsExactly("0x14");
        assertThat(values(view().withFilter("name:gizmo access:WRITE"))).containsExactly("0x14", "0x18", "0x1C");
        assertThat(values(view().withFilter("handle:0x1c"))).containsExactly("0x1C");
        assertThat(values(view().withFilter("site:MakeFred"))).containsExactly("0x18", "0x1C");
        assertThat(values(view().withFilter("age<10s"))).containsExactly("0x1C");
        assertThat(values(view().withFilter("knowndlls"))).containsExactly("0x8");
        assertThat(values(view().withFilter("green"))).isEmpty();
    }

    @Test
    void whatAFilterLeavesOutIsCounted() {
        HandlesFrame handles = new Lens().frame(makefred, view().withFilter("type:key")).handles();
        assertThat(handles.filteredOut()).isEqualTo(5);
        assertThat(new Lens().frame(makefred, view().withFilter("nothing-like-it")).handles().empty())
                .isEqualTo("No handle matches the filter.");
    }

    @Test
    void rowsSortByColumnsAndThenByHandle() {
        List<View.SortBy> byType = List.of(new View.SortBy(HandleField.TYPE, false));
        assertThat(values(view().withSort(byType))).containsExactly("0x4", "0xC", "0x14", "0x18", "0x1C", "0x10", "0x8");
    }

    @Test
    void anEmptyListSaysWhy() {
        assertThat(list(view().withPid(0))).contains("Select a process to list its handles.");
        assertThat(list(view().withPid(999))).contains("There is no process 999 at this step.");
    }

    @Test
    void rowsMadeOnDemandAreThoseOfAFullScan() {
        Timeline leak = Runs.bundled("event-leak");
        leak.seek(9000);
        View view = Runs.view(leak).withHighlight(new View.Highlight(500));
        RowSource<HandleRow> lazy = new Lens().frame(leak, view).handles().rows();
        RowSource<HandleRow> scanned = new Lens().frame(leak, view.withFilter("0x")).handles().rows();
        assertThat(lazy.size()).isEqualTo(scanned.size()).isGreaterThan(1000);
        for (int i = 0; i < lazy.size(); i++) {
            assertThat(lazy.row(i)).isEqualTo(scanned.row(i));
        }
    }

    private List<String> values(View view) {
        RowSource<HandleRow> rows = new Lens().frame(makefred, view).handles().rows();
        return java.util.stream.IntStream.range(0, rows.size()).mapToObj(i -> Words.hex(rows.row(i).key().value())).toList();
    }
}
