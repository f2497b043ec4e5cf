package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The two ways of watching, by the demonstration in which `cd` opens 0xB8 and 0x22C and closes 0xB8 and 0xEC within a second.
class WatchingTest {
    private static final long AFTER_CD = 14;

    private final Timeline run = Runs.bundled("cmd-cd");

    private List<String> changes(View view, long position) {
        run.seek(position);
        HandlesFrame handles = new Lens().frame(run, view).handles();
        return IntStream.range(0, handles.rows().size()).mapToObj(handles.rows()::row)
                .filter(row -> row.change() != Change.NONE)
                .map(row -> row.change() + " " + Words.hex(row.key().value())).toList();
    }

    private View polling() {
        return Runs.view(run).withWatch(View.Watch.POLLING, 1000).withHighlight(new View.Highlight(10_000));
    }

    @Test
    void pollingShowsTwoOfTheThreeHandlesAndCountsTheOther() {
        assertThat(changes(polling(), AFTER_CD)).containsExactly("CLOSED 0xEC", "OPENED 0x22C");
        assertThat(new Lens().frame(run, polling()).handles().unseen()).isEqualTo(1);
    }

    @Test
    void pollingNeverShowsTheHandleThatCameAndWent() {
        for (long position = 0; position <= run.length(); position++) {
            assertThat(changes(polling(), position)).noneMatch(row -> row.endsWith("0xB8"));
        }
    }

    @Test
    void everyEventShowsAllThree() {
        View view = polling().withWatch(View.Watch.EVERY_EVENT, 1000);
        assertThat(changes(view, AFTER_CD)).containsExactly("CLOSED 0xEC", "OPENED 0x22C", "FLASHED 0xB8");
        assertThat(new Lens().frame(run, view).handles().unseen()).isZero();
    }

    @Test
    void aListThatIsPolledShowsTheLastLook() {
        // The new directory is open, but the next look is still to come.
        assertThat(changes(polling(), 12)).isEmpty();
        assertThat(changes(polling().withWatch(View.Watch.EVERY_EVENT, 1000), 12)).contains("OPENED 0x22C");
    }

    @Test
    void theFirstViewIsNotAllGreen() {
        assertThat(changes(Runs.view(run), 0)).isEmpty();
    }

    @Test
    void untilTheNextStepOnlyTheStepIsColoured() {
        View view = Runs.view(run).withHighlight(View.Highlight.UNTIL_NEXT_STEP);
        assertThat(changes(view, 10)).containsExactly("OPENED 0xB8");
        assertThat(changes(view, 11)).containsExactly("CLOSED 0xB8");
    }

    @Test
    void coloursFadeAfterTheTimeChosen() {
        View view = Runs.view(run).withHighlight(new View.Highlight(30));
        // 0xB8 was opened 40 ms before: it was there when the time watched began.
        assertThat(changes(view, 12)).containsExactly("CLOSED 0xB8", "OPENED 0x22C");
        assertThat(changes(view, 14)).isEmpty();
    }

    @Test
    void aValueThatIsUsedAgainHasTwoRows() {
        Timeline recycled = Runs.of("""
                cast:
                  fred: { process: fred.exe, loader: false }
                steps:
                  - CreateEvent: { in: fred, as: a }
                  - CloseHandle: { in: fred, handle: a }
                  - CreateMutex: { in: fred, as: b }
                """);
        recycled.seek(3);
        View view = Runs.view(recycled).withHighlight(new View.Highlight(30)).withWatch(View.Watch.EVERY_EVENT, 1);
        RowSource<HandleRow> rows = new Lens().frame(recycled, view).handles().rows();
        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.row(0).change()).isEqualTo(Change.CLOSED);
        assertThat(rows.row(1).change()).isEqualTo(Change.OPENED);
        assertThat(rows.row(0).key().value()).isEqualTo(rows.row(1).key().value());
        assertThat(List.of(rows.row(0).recycled(), rows.row(1).recycled())).containsExactly(false, true);
    }

    @Test
    void framesDoNotDependOnHowOneGotThere() {
        for (String name : List.of("tour", "recycled", "thread-self")) {
            Timeline forth = Runs.bundled(name);
            Lens lens = new Lens();
            View view = Runs.view(forth);
            List<String> forwards = new ArrayList<>();
            for (long position = 0; position <= forth.length(); position++) {
                forth.seek(position);
                forwards.add(FrameText.of(lens.frame(forth, view), 100));
            }
            for (long position = forth.length(); position >= 0; position--) {
                forth.seek(position);
                assertThat(FrameText.of(lens.frame(forth, view), 100)).isEqualTo(forwards.get((int) position));
                assertThat(FrameText.of(new Lens().frame(forth, view), 100)).isEqualTo(forwards.get((int) position));
            }
        }
    }
}
