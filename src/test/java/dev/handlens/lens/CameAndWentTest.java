package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.timeline.Timeline;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Rows of handles that came and went within the highlighted time, in the scenario whose files come and go while its events leak.
class CameAndWentTest {
    private final Timeline leak = Runs.bundled("event-leak");
    private final Lens lens = new Lens();

    private View lastSecond() {
        leak.seek(leak.program().positionAt(45_000));
        return Runs.view(leak).withHighlight(new View.Highlight(1_000));
    }

    private static List<HandleRow> rows(HandlesFrame frame) {
        return IntStream.range(0, frame.rows().size()).mapToObj(frame.rows()::row).toList();
    }

    private HandlesFrame frame(View view) {
        return lens.frame(leak, view).handles();
    }

    @Test
    void handlesThatCameAndWentAreOneRowAfterThoseThatStay() {
        HandlesFrame frame = frame(lastSecond());
        List<HandleRow> rows = rows(frame);
        assertThat(rows.subList(0, frame.staying())).noneMatch(row -> row.change() == Change.FLASHED);
        assertThat(rows.subList(frame.staying(), rows.size())).singleElement().satisfies(row -> {
            assertThat(row.isFold()).isTrue();
            assertThat(row.fold().words()).isEqualTo("came and went ×" + frame.closed());
            assertThat(HandleText.of(HandleField.HANDLE, row)).isEqualTo("0x20");
            assertThat(HandleText.of(HandleField.NAME, row)).isEqualTo("\\Device\\Afd");
            assertThat(HandleText.of(HandleField.OPENED_BY, row)).isEqualTo("server!AcceptLoop+0x52");
            assertThat(HandleText.of(HandleField.AGE, row)).isEqualTo("came and went");
            assertThat(HandleText.of(HandleField.OBJECT, row)).isEqualTo("…");
        });
    }

    @Test
    void countsInTheHeaderStayThoseOfTheHandles() {
        HandlesFrame frame = frame(lastSecond());
        assertThat(frame.closed()).isBetween(38L, 41L);
        assertThat(frame.opened()).isBetween(2 * frame.closed() - 2, 2 * frame.closed() + 2);
        assertThat(rows(frame).stream().filter(row -> row.change() == Change.OPENED).count()).isEqualTo(frame.opened() - frame.closed());
    }

    @Test
    void anOpenFoldListsItsHandlesBelowIt() {
        View view = lastSecond();
        HandlesFrame folded = frame(view);
        HandleRow head = folded.rows().row(folded.staying());
        HandlesFrame frame = frame(view.withFoldToggled(head.fold().id()));
        List<HandleRow> members = rows(frame).subList(frame.staying() + 1, frame.rows().size());
        assertThat(frame.rows().row(frame.staying()).fold().open()).isTrue();
        assertThat(members).hasSize((int) head.fold().count()).allSatisfy(row -> {
            assertThat(row.change()).isEqualTo(Change.FLASHED);
            assertThat(row.isFold()).isFalse();
        });
        assertThat(members).extracting(row -> row.key().openedAt()).isSorted().doesNotHaveDuplicates();
        for (int i = 0; i < frame.rows().size(); i++) {
            assertThat(frame.rows().indexOf(frame.rows().row(i).identity())).isEqualTo(i);
        }
        assertThat(rows(frame(view.withFoldToggled(head.fold().id()).withFoldToggled(head.fold().id())))).isEqualTo(rows(folded));
    }

    @Test
    void foldsComeAfterTheRestInEveryOrder() {
        View view = lastSecond();
        for (HandleField column : HandleField.values()) {
            for (boolean ascending : new boolean[] {true, false}) {
                HandlesFrame frame = frame(view.withSort(List.of(new View.SortBy(column, ascending))));
                assertThat(rows(frame)).as(column + " " + ascending).filteredOn(HandleRow::isFold).containsExactly(rows(frame).getLast());
                assertThat(frame.staying()).isEqualTo(frame.rows().size() - 1);
            }
        }
    }

    @Test
    void aFilterThatOneOfTheHandlesPassesCountsOnlyThose() {
        View view = lastSecond();
        HandlesFrame all = frame(view.withFoldToggled(frame(view).rows().row(frame(view).staying()).fold().id()));
        HandleRow member = all.rows().row(all.staying() + 3);
        HandlesFrame filtered = frame(view.withFilter("object:" + Words.hex(member.object())));
        assertThat(rows(filtered)).singleElement().satisfies(row -> assertThat(row.key()).isEqualTo(member.key()));
        assertThat(rows(frame(view.withFilter("type:File name:Afd state:flashed")))).singleElement()
                .satisfies(row -> assertThat(row.fold().count()).isEqualTo(all.rows().row(all.staying()).fold().count()));
    }

    @Test
    void stillOpenOnlyLeavesClosedHandlesOutAndCountsThem() {
        View view = lastSecond();
        for (View shown : List.of(view, view.withFilter("type:"), view.withSort(List.of(new View.SortBy(HandleField.AGE, false))))) {
            HandlesFrame frame = frame(shown.withStillOpen(true));
            assertThat(rows(frame)).hasSize(frame.total()).allMatch(row -> row.change() == Change.NONE || row.change() == Change.OPENED);
            assertThat(frame.closedHidden()).isEqualTo((int) frame.closed());
            assertThat(frame.closed()).isEqualTo(frame(view).closed());
        }
    }

    @Test
    void theFoldStandsForTheSelectedHandleInIt() {
        View view = lastSecond();
        HandleRow head = frame(view).rows().row(frame(view).staying());
        HandlesFrame frame = frame(view.withSelection(new Selection.OfHandle(head.key())));
        assertThat(frame.selectedFold()).isEqualTo(head.fold().id());
        assertThat(frame.hiddenSelection()).isNull();
    }

    @Test
    void aClosedHandleThatALookCouldSeeStaysInItsPlaceUnlessThereAreMoreLikeIt() {
        Timeline cmd = Runs.at(Runs.bundled("cmd-cd"), 14);
        HandlesFrame frame = new Lens().frame(cmd, Runs.view(cmd)).handles();
        List<HandleRow> rows = rows(frame);
        assertThat(rows.subList(0, frame.staying())).filteredOn(row -> row.change() == Change.CLOSED).extracting(row -> row.key().hex())
                .containsExactly("0xEC");
        assertThat(rows.subList(0, frame.staying())).extracting(row -> row.key().value()).isSorted();
        assertThat(rows.getLast().key().hex()).isEqualTo("0xB8");
        assertThat(rows.getLast().isFold()).as("one handle alone is no fold").isFalse();
        assertThat(HandleText.of(HandleField.AGE, rows.getLast())).isEqualTo("20 ms");

        Timeline slow = Runs.of("""
                cast:
                  fred: { process: fred.exe, pid: 100, loader: false }
                steps:
                  - repeat: { times: 3, every: 2s }
                    do:
                      - CreateEvent: { in: fred, as: e }
                      - { after: 1500ms, CloseHandle: { in: fred, handle: e } }
                  - CreateMutex: { in: fred, as: m }
                  - { after: 1500ms, CloseHandle: { in: fred, handle: m } }
                  - CreateSemaphore: { in: fred, as: s }
                """);
        slow.seek(slow.length());
        assertThat(rows(new Lens().frame(slow, Runs.view(slow)).handles())).extracting(row -> row.type().typeName() + " " + row.change()
                + (row.isFold() ? " " + row.fold().count() : "")).containsExactly("Mutant CLOSED", "Semaphore OPENED", "Event FLASHED 3");
    }
}
