package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Lists of many handles, made ready over several frames.
class LongListTest {
    private static final long A_LITTLE = 3_000;

    private final Timeline leak = Runs.bundled("event-leak");
    private final Lens lens = new Lens();

    private View view() {
        return Runs.view(leak).withHighlight(View.Highlight.UNTIL_NEXT_STEP);
    }

    private static View sorted(View view, HandleField column, boolean ascending) {
        return view.withSort(List.of(new View.SortBy(column, ascending)));
    }

    /// Frames until the list is as it is to be.
    private HandlesFrame ready(View view) {
        HandlesFrame frame = lens.live(leak, view, false, A_LITTLE).handles();
        for (int i = 0; i < 1_000 && frame.work() != null; i++) {
            frame = lens.live(leak, view, false, A_LITTLE).handles();
        }
        assertThat(frame.work()).isNull();
        return frame;
    }

    private static List<HandleRow> rows(HandlesFrame frame) {
        return IntStream.range(0, frame.rows().size()).mapToObj(frame.rows()::row).toList();
    }

    @Test
    void everyColumnSortsAsComparingRowsDoes() {
        leak.seek(9_000);
        for (HandleField column : HandleField.values()) {
            for (boolean ascending : new boolean[] {true, false}) {
                View view = sorted(view(), column, ascending);
                List<HandleRow> expected = new ArrayList<>(rows(lens.frame(leak, view().withSort(List.of())).handles()));
                expected.sort(NaiveOrder.of(view.sort()));
                assertThat(rows(lens.frame(leak, view).handles())).as(column + " " + ascending).isEqualTo(expected);
            }
        }
    }

    @Test
    void severalColumnsSortTheFirstOneFirst() {
        leak.seek(6_000);
        View view = view().withSort(List.of(new View.SortBy(HandleField.TYPE, false), new View.SortBy(HandleField.OPENED, false)));
        List<HandleRow> expected = new ArrayList<>(rows(lens.frame(leak, view()).handles()));
        expected.sort(NaiveOrder.of(view.sort()));
        assertThat(rows(lens.frame(leak, view).handles())).isEqualTo(expected);
    }

    @Test
    void whatIsMadeOverManyFramesIsWhatIsMadeAtOnce() {
        leak.seek(leak.length());
        for (View view : List.of(sorted(view(), HandleField.NAME, false), view().withFilter("type:event"), view().withShowUnnamed(false),
                sorted(view().withFilter("0x1"), HandleField.OBJECT, false))) {
            HandlesFrame first = new Lens().live(leak, view, false, A_LITTLE).handles();
            HandlesFrame slowly = ready(view);
            HandlesFrame atOnce = new Lens().frame(leak, view).handles();
            assertThat(first.work() != null || first.order().isEmpty()).isTrue();
            assertThat(rows(slowly)).isEqualTo(rows(atOnce));
            assertThat(List.of(slowly.named(), slowly.hiddenUnnamed(), slowly.filteredOut()))
                    .isEqualTo(List.of(atOnce.named(), atOnce.hiddenUnnamed(), atOnce.filteredOut()));
        }
    }

    @Test
    void workSaysHowFarItIsAndNeverGoesBack() {
        leak.seek(leak.length());
        View view = sorted(view(), HandleField.OBJECT, false);
        double before = -1;
        HandlesFrame frame = lens.live(leak, view, false, A_LITTLE).handles();
        assertThat(frame.work()).isNotNull();
        while (frame.work() != null) {
            assertThat(frame.work().part()).isBetween(before, 1.0);
            before = frame.work().part();
            frame = lens.live(leak, view, false, A_LITTLE).handles();
        }
    }

    @Test
    void whileAnOrderIsMadeAnewTheOldOneStaysAndSaysOfWhen() {
        leak.seek(9_000);
        View view = sorted(view(), HandleField.OPENED, false);
        HandlesFrame before = ready(view);
        leak.seek(9_040);
        HandlesFrame now = lens.live(leak, view, true, A_LITTLE).handles();
        assertThat(now.order()).isEqualTo("order of step 9,000");
        assertThat(now.work()).isNotNull();
        assertThat(rows(now)).extracting(HandleRow::key).isEqualTo(rows(before).stream().map(HandleRow::key).toList());
        assertThat(ready(view).order()).isEmpty();
    }

    @Test
    void rowsOfAnOldOrderShowHandlesAsTheyAreNow() {
        Timeline run = Runs.of("""
                cast:
                  fred: { process: fred.exe, pid: 100, loader: false }
                steps:
                  - CreateEvent: { in: fred, as: a }
                  - CreateMutex: { in: fred, as: b }
                  - CloseHandle: { in: fred, handle: a }
                  - CreateEvent: { in: fred, as: c }
                """);
        run.seek(2);
        View view = sorted(Runs.view(run), HandleField.TYPE, false);
        HandleLists lists = new HandleLists();
        Moments moments = new Moments();
        ChangeTracker tracker = new ChangeTracker();
        HandlesProjector.project(Sight.of(run, view, moments, tracker), lists, Allowance.unlimited());
        run.seek(4);
        HandlesFrame old = HandlesProjector.project(Sight.of(run, view, moments, tracker), lists, Allowance.of(0));
        assertThat(old.order()).isEqualTo("order of step 2");
        // 0x4 is another handle now: its row is that of the handle that came and went.
        assertThat(rows(old)).extracting(row -> row.key().value() + " " + row.change()).containsExactly("8 OPENED", "4 FLASHED");
    }

    @Test
    void anOrderThatIsNoLongerWishedForIsGivenUp() {
        leak.seek(leak.length());
        assertThat(lens.live(leak, sorted(view(), HandleField.OBJECT, false), false, A_LITTLE).handles().work()).isNotNull();
        HandlesFrame frame = ready(view());
        assertThat(frame.order()).isEmpty();
        assertThat(rows(frame)).extracting(row -> row.key().value()).isSorted();
    }

    @Test
    void aRowIsFoundByItsKeyInEveryOrder() {
        leak.seek(9_000);
        View half = view().withHighlight(new View.Highlight(500));
        for (View view : List.of(half, sorted(half, HandleField.HANDLE, false), sorted(half, HandleField.TYPE, true), half.withFilter("event"),
                half.withShowUnnamed(false))) {
            RowSource<HandleRow> source = lens.frame(leak, view).handles().rows();
            for (int i = 0; i < source.size(); i += 7) {
                assertThat(source.indexOf(source.row(i).identity())).as(view.toString()).isEqualTo(i);
            }
            assertThat(source.indexOf(new HandleKey(view.pid(), 0x7FFFFF0, 1))).isEqualTo(-1);
            assertThat(source.indexOf(new HandleKey(view.pid() + 4, source.row(0).key().value(), 0))).isEqualTo(-1);
        }
    }

    @Test
    void countingNamedHandlesReadsOnlyPagesThatChanged() {
        leak.seek(leak.length());
        HandleTable table = table();
        NamedHandles named = new NamedHandles();
        Allowance first = Allowance.of(1_000_000);
        assertThat(named.read(leak.machine().fork().kernel(), table, first)).isTrue();
        int count = named.size();
        leak.seek(leak.length() - 20);
        HandleTable before = table();
        named.read(leak.machine().fork().kernel(), before, Allowance.unlimited());
        leak.seek(leak.length());
        Allowance second = Allowance.of(3 * before.geometry().entriesPerPage());
        assertThat(named.read(leak.at(leak.position()).kernel(), table(), second)).isTrue();
        assertThat(second.isSpent()).isFalse();
        assertThat(named.size()).isEqualTo(count);
    }

    private HandleTable table() {
        return leak.at(leak.position()).kernel().process(leak.machine().pid("server")).table();
    }
}
