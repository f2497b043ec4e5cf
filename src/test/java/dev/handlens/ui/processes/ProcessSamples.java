package dev.handlens.ui.processes;

import dev.handlens.lens.Change;
import dev.handlens.lens.ProcessRow;
import dev.handlens.lens.ProcessesFrame;
import dev.handlens.lens.SuspectId;
import dev.handlens.lens.View;
import java.util.List;

/// Process lists to draw and to test with.
final class ProcessSamples {
    static final SuspectId SUSPECT = new SuspectId(2184, "File", "fred!MakeFred+0x2c");

    private ProcessSamples() {}

    static View view() {
        return new View(null, 2184, View.Watch.EVERY_EVENT, 1_000, View.Highlight.UNTIL_NEXT_STEP, false, "", List.of(), true, false);
    }

    static ProcessRow row(
            int pid, int parent, int depth, String name, int handles, long opened, long closed, long paged, Change change, boolean zombie) {
        double[] trend = new double[30];
        for (int i = 0; i < trend.length; i++) {
            double grown = opened > closed ? handles * i / (trend.length - 1.0) : handles;
            trend[i] = Math.round(grown + (i * 7 % 5 - 2) * handles * 0.004);
        }
        return new ProcessRow(pid, parent, depth, name, handles, handles + 3, opened, closed, trend, paged, paged / 3, 4096, change, zombie,
                name.equals("csrss.exe") ? "waits for a request in gizmo.sys" : "",
                name.equals("fred.exe") ? List.of(SUSPECT) : List.of(), handles > 10_000);
    }

    static List<ProcessRow> rows() {
        return List.of(
                row(4, 0, 0, "System", 612, 0, 0, 1_992_294, Change.NONE, false),
                row(268, 4, 1, "smss.exe", 31, 0, 0, 12_288, Change.NONE, false),
                row(352, 268, 2, "csrss.exe", 214, 0, 0, 62_464, Change.NONE, false),
                row(2184, 268, 2, "fred.exe", 6, 2, 1, 29_696, Change.NONE, false),
                row(3020, 268, 2, "testlimit64.exe", 10_911_658, 241_203, 0, 175_112_192, Change.NONE, false),
                row(2260, 268, 2, "cmd.exe", 17, 0, 0, 33_792, Change.OPENED, false),
                row(2264, 2260, 3, "find.exe", 0, 0, 12, 0, Change.CLOSED, false),
                row(1200, 0, 0, "setup.exe", 0, 0, 0, 2_048, Change.NONE, true));
    }

    static ProcessesFrame frame() {
        return new ProcessesFrame(rows(), 1, true);
    }
}
