package dev.handlens.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.Change;
import dev.handlens.lens.FindingsFrame;
import dev.handlens.lens.Frame;
import dev.handlens.lens.HandleRow;
import dev.handlens.lens.HandleTraceText;
import dev.handlens.lens.ProcessRow;
import dev.handlens.lens.TimelineFrame;
import dev.handlens.lens.View;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the window shows of handles, leaks and traces: rows S2 about watching that no other test shows. The code is
/// `HandlesProjector`, `ProcessesProjector`, `TimelineProjector` and `FindingsProjector`, and `HandleTraceText` for the debugger's text.
class WatchedLimitsTest {
    /// In event-leak: the end of the part in which handles are closed in pairs, and the end of the run.
    private static final long PAIRED = 804;

    private static ProcessRow process(Story story) {
        return story.frame().processes().rows().stream().filter(row -> row.pid() == story.pid()).findFirst().orElseThrow();
    }

    // ---- counts ---------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"10000, false", "10001, true"})
    @DisplayName("S2-18 More than 10,000 handles at a time are marked as poor design or a leak")
    void moreThanTenThousandHandlesAreMarked(int handles, boolean marked) {
        Story story = Story.of("""
                cast:
                  hoard: { process: hoard.exe, loader: false }
                steps:
                  - CreateEvent: { in: hoard, as: e }
                  - repeat: { times: %d, every: 0ms }
                    do:
                      - DuplicateHandle: { in: hoard, handle: e }
                """.formatted(handles - 1), "hoard").atEnd();

        assertThat(process(story).handles()).isEqualTo(handles);
        assertThat(process(story).overTenThousand()).isEqualTo(marked);
    }

    @Test
    @DisplayName("S2-21 A process has handles before its program opens any: the system DLLs opened them")
    void aProcessHasHandlesBeforeItsProgramOpensAny() {
        Story story = Story.bundled("testlimit-x64", "testlimit").at(2);

        assertThat(process(story).handles()).as("one of its own").isEqualTo(5);
        assertThat(Story.rows(story.frame()).stream().filter(row -> row.change() == Change.NONE)).hasSize(4);
    }

    @Test
    @DisplayName("S2-24 The list of processes has the total of handles")
    void theTotalOfHandlesStandsBesideTheProcess() {
        Story story = Story.bundled("makefred-bug", "fred").at(7);

        assertThat(process(story).handles()).isEqualTo(7).isEqualTo(story.frame().handles().total());
    }

    @Test
    @DisplayName("S2-43 A leaker's handle count rises over time")
    void theHandleCountOfALeakerRisesOverTime() {
        double[] trend = process(Story.bundled("event-leak", "server").atEnd()).trend();

        assertThat(trend).isSorted();
        assertThat(trend[trend.length - 1]).isGreaterThan(trend[0] + 2_000);
    }

    // ---- green and red --------------------------------------------------------------------------------------------

    @Test
    @DisplayName("S2-47 New handles are green and closed ones red")
    void openedAndClosedRowsAreToldApart() {
        Story story = Story.bundled("makefred-fix", "fred").at(6);

        assertThat(Story.coloured(story.frame())).containsExactly("OPENED 0x14", "CLOSED 0x18", "OPENED 0x1c");
    }

    @Test
    @DisplayName("S2-48 Lots of green and infrequent red is what a leak looks like; as much red as green is not")
    void aLeakOpensMoreThanItClosesAndAHealthyServerDoesNot() {
        Story leak = Story.bundled("event-leak", "server").atEnd();
        long before = balance(leak.frame().timeline(), 0, PAIRED);
        long after = balance(leak.frame().timeline(), PAIRED, leak.run().length());

        assertThat(before).as("the old version opens what it needs and closes the rest").isLessThan(10);
        assertThat(after).isGreaterThan(2_000);
        assertThat(leak.frame().findings().leaks()).extracting(FindingsFrame.LeakSuspect::type).containsExactly("Event");
        assertThat(Story.bundled("healthy", "web").atEnd().frame().findings().leaks()).isEmpty();
    }

    private static long balance(TimelineFrame strip, long from, long to) {
        return strip.bars().stream().filter(bar -> bar.start() >= strip.axis().place(from) && bar.end() <= strip.axis().place(to)).mapToLong(bar -> bar.opened() - bar.closed()).sum();
    }

    @Test
    @DisplayName("S2-49 cd closes the old directory's handle and opens the new one's")
    void changingTheDirectoryClosesTheOldHandleAndOpensANewOne() {
        Story cmd = Story.bundled("cmd-cd", "cmd");
        List<HandleRow> before = Story.rows(cmd.at(9).frame());
        List<HandleRow> after = Story.rows(cmd.at(14).frame());

        assertThat(before).filteredOn(row -> row.key().value() == 0xEC).singleElement()
                .satisfies(row -> assertThat(row.name()).endsWith("\\Users\\Mark"));
        assertThat(Story.coloured(cmd.frame())).contains("CLOSED 0xec", "OPENED 0x22c");
        assertThat(after).filteredOn(row -> row.key().value() == 0x22C).singleElement()
                .satisfies(row -> assertThat(row.name()).endsWith("\\Windows"));
    }

    @Test
    @DisplayName("S2-50, S2-51 Unnamed handles are hidden unless asked for; cmd.exe has at least three")
    void cmdHasUnnamedHandlesThatAreHiddenAtFirst() {
        Story cmd = Story.bundled("cmd-cd", "cmd").at(9);
        Frame hidden = cmd.frame(cmd.view().withShowUnnamed(false));

        assertThat(cmd.run().program().scenario().opening().unnamed()).as("what the window opens with").isFalse();
        assertThat(hidden.handles().hiddenUnnamed()).isGreaterThanOrEqualTo(3);
        assertThat(Story.rows(hidden)).noneMatch(row -> row.name().isEmpty());
        assertThat(Story.rows(cmd.frame())).filteredOn(row -> row.name().isEmpty()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    @DisplayName("S2-61, S2-62 Looking once a second shows 0x22c and 0xec, and misses 0xb8; the column of values confirms it")
    void pollingShowsTheTwoThatStayedAndNotTheOneThatCameAndWent() {
        Story cmd = Story.bundled("cmd-cd", "cmd").at(14);
        View polling = cmd.view().withWatch(View.Watch.POLLING, 1_000).withHighlight(new View.Highlight(10_000));

        assertThat(Story.coloured(cmd.frame(polling))).containsExactly("CLOSED 0xec", "OPENED 0x22c");
        assertThat(cmd.frame(polling).handles().unseen()).isEqualTo(1);
        assertThat(Story.coloured(cmd.frame())).contains("FLASHED 0xb8");
    }

    // ---- traces ---------------------------------------------------------------------------------------------------

    @Test
    @DisplayName("S2-55 Tracing is on from the start of a process, or from when a debugger asks; then earlier handles have no record")
    void tracingFromTheStartKnowsEarlierHandlesAndTracingFromAttachDoesNot() {
        String story = """
                cast:
                  fred: { process: fred.exe, loader: false%s }
                steps:
                  - CreateEvent: { in: fred, as: early }
                  - NtSetInformationProcess: { in: fred, tracing: true }
                  - CreateEvent: { in: fred, as: late }
                """;
        Story fromStart = Story.of(story.formatted(", tracing: true"), "fred").atEnd();
        Story fromAttach = Story.of(story.formatted(""), "fred").atEnd();

        assertThat(fromStart.frame().trace().newest()).extracting(block -> block.handle()).containsExactly(8L, 4L);
        assertThat(fromAttach.frame().trace().newest()).extracting(block -> block.handle()).containsExactly(8L);
    }

    @Test
    @DisplayName("S2-58 and trap 6: plain !htrace lists opens and closes since the last snapshot, or since tracing began")
    void plainHtraceListsWhatHappenedSinceTheLastSnapshot() {
        Story story = Story.of("""
                cast:
                  fred: { process: fred.exe, loader: false, tracing: true }
                steps:
                  - CreateEvent: { in: fred, as: a }
                  - CreateMutex: { in: fred, as: b }
                  - HtraceSnapshot: { in: fred }
                  - CloseHandle: { in: fred, handle: a }
                  - CreateSemaphore: { in: fred, as: c }
                """, "fred");
        assertThat(handles(story.at(2).frame().trace().listing().get())).as("since tracing began").hasSize(2);
        story.atEnd();

        assertThat(handles(story.frame().trace().listing().get())).containsExactly(
                "Handle = 0x0000000000000004 - OPEN", "Handle = 0x0000000000000004 - CLOSE");
        assertThat(HandleTraceText.list(story.run().machine(), story.pid())).isEqualTo(story.frame().trace().listing().get());
        assertThat(handles(story.frame().trace().difference().get())).containsExactly("Handle = 0x0000000000000004 - OPEN");
    }

    private static List<String> handles(String listing) {
        return listing.lines().filter(line -> line.startsWith("Handle = ")).toList();
    }

    @Test
    @DisplayName("S2-60, S2-63 Bottom up: open 0xb8, close 0xb8, open 0x22c by ChangeDirectory, close 0xec")
    void theTraceOfTheDemonstrationReadsBottomUp() {
        Story cmd = Story.bundled("cmd-cd", "cmd").atEnd();
        List<String> lines = handles(HandleTraceText.list(cmd.run().machine(), cmd.pid())).reversed();

        assertThat(lines).extracting(line -> line.replaceAll("Handle = 0x0+", ""))
                .containsExactly("b8 - OPEN", "b8 - CLOSE", "22c - OPEN", "ec - CLOSE");
        assertThat(cmd.frame().trace().outstanding()).singleElement()
                .satisfies(block -> assertThat(block.stack()).anyMatch(frame -> frame.startsWith("cmd!ChangeDirectory")));
    }
}
