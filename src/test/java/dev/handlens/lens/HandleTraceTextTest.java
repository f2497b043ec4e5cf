package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.timeline.Timeline;
import org.junit.jupiter.api.Test;

class HandleTraceTextTest {
    private static final int CMD = 2260;

    private static Timeline cmdAtEnd() {
        Timeline run = Runs.bundled("cmd-cd");
        run.seek(run.length());
        return run;
    }

    @Test
    void theNewestRecordStandsFirst() {
        String list = HandleTraceText.list(cmdAtEnd().machine(), CMD);
        assertThat(list.lines().filter(line -> line.startsWith("Handle = "))).containsExactly(
                "Handle = 0x00000000000000ec - CLOSE",
                "Handle = 0x000000000000022c - OPEN",
                "Handle = 0x00000000000000b8 - CLOSE",
                "Handle = 0x00000000000000b8 - OPEN");
        assertThat(list).endsWith("""
                --------------------------------------
                Parsed 0x4 stack traces.
                Dumped 0x4 stack traces.
                """);
    }

    @Test
    void theDifferenceListsOnlyWhatIsStillOpen() {
        String diff = HandleTraceText.diff(cmdAtEnd().machine(), CMD, 0);
        assertThat(diff).startsWith("""
                Handle tracing information snapshot successfully taken.
                0x4 new stack traces since the previous snapshot.
                Ignoring handles that were already closed...
                Outstanding handles opened since the previous snapshot:
                --------------------------------------
                Handle = 0x000000000000022c - OPEN
                Thread ID = 0x""");
        assertThat(diff).contains(", Process ID = 0x00000000000008d4\n\n0x", ": cmd!ChangeDirectory+0x0000000000000071\n");
        assertThat(diff).endsWith("""
                --------------------------------------
                Displayed 0x1 stack traces for outstanding handles opened since the previous snapshot.
                """);
    }

    @Test
    void aLaterSnapshotHasNothingNew() {
        Timeline run = cmdAtEnd();
        assertThat(HandleTraceText.diff(run.machine(), CMD, run.length())).isEqualTo("""
                Handle tracing information snapshot successfully taken.
                0x0 new stack traces since the previous snapshot.
                No outstanding handles opened since the previous snapshot were detected.
                """);
    }

    @Test
    void aBadReferenceIsNamedAndX86HasEightDigits() {
        Timeline run = Runs.of("""
                machine: x86
                cast:
                  fred: { process: fred.exe, pid: 100, tracing: true }
                steps:
                  - CloseHandle: { in: fred, handle: 0x9C, expect: STATUS_INVALID_HANDLE, stack: [fred!main] }
                """);
        run.seek(1);
        assertThat(HandleTraceText.list(run.machine(), 100)).startsWith("""
                --------------------------------------
                Handle = 0x0000009c - BAD REF
                Thread ID = 0x""").containsPattern("0x7[0-9a-f]{7}: fred!main\\+0x00000000\n");
    }

    @Test
    void withoutTracingItSaysSo() {
        assertThat(HandleTraceText.list(cmdAtEnd().machine(), 1480)).isEqualTo("Handle tracing is not enabled for this process.\n");
    }
}
