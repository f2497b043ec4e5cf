package dev.handlens.ui;

import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.lens.Chapter;
import dev.handlens.lens.FindingsFrame;
import dev.handlens.lens.Frame;
import dev.handlens.lens.GraphFrame;
import dev.handlens.lens.HandleKey;
import dev.handlens.lens.HandlesFrame;
import dev.handlens.lens.PoolFrame;
import dev.handlens.lens.PoolFrame.TagUse;
import dev.handlens.lens.ProcessesFrame;
import dev.handlens.lens.PropertiesFrame;
import dev.handlens.lens.RowSource;
import dev.handlens.lens.Selection;
import dev.handlens.lens.StatusFrame;
import dev.handlens.lens.StepFrame;
import dev.handlens.lens.SuspectId;
import dev.handlens.lens.TimelineAxis;
import dev.handlens.lens.TimelineFrame;
import dev.handlens.lens.TimelineFrame.Bar;
import dev.handlens.lens.TimelineFrame.Tick;
import dev.handlens.lens.View;
import dev.handlens.lens.WalkthroughFrame;
import dev.handlens.lens.WalkthroughFrame.CallCard;
import java.util.ArrayList;
import java.util.List;

/// Frames made by hand, so that panes are tested without a kernel: a walkthrough paused at step 9, and a leak that runs.
public final class SampleFrames {
    private static final long KB = 1024;
    private static final long MB = 1024 * KB;

    private SampleFrames() {}

    /// The walkthrough of a handle that is duplicated and closed, paused at step 9 of 13.
    public static Frame makefred() {
        return frame("Kernel handles are not reference-counted", "makefred-bug", makefredView(), makefredWalkthrough(), makefredPaged(),
                makefredNonpaged(),
                makefredTimeline(), new StatusFrame("fred.exe", 6, 5, List.of(suspected("fred.exe", 2184, 2)), "",
                        "x64 · Windows 7 profile", "step 9 · 0.140 s", ""));
    }

    /// A server that forgets an event a request, running.
    public static Frame leak() {
        return frame("A handle leak, by eye", "event-leak", makefredView().withPid(1844).withSelection(new Selection.OfProcess(1844)),
                leakWalkthrough(),
                leakPaged(), leakNonpaged(), leakTimeline(),
                new StatusFrame("server.exe", 2631, 213, List.of(suspected("server.exe", 1844, 2418)), "",
                        "x64 · Windows 7 profile", "step 48,260 · 61.4 s", ""));
    }

    public static View makefredView() {
        Selection handle = new Selection.OfHandle(new HandleKey(2184, 0x18, 5));
        return new View(handle, 2184, View.Watch.EVERY_EVENT, 1000, View.Highlight.FOR_EVER, false, "", List.of(), true, false);
    }

    public static WalkthroughFrame makefredWalkthrough() {
        return new WalkthroughFrame(9, 13, "The first delete closes `h`, end of story",
                "A handle has no reference count. `CloseHandle(h)` frees the entry `0x14`, whatever MakeFred believed it had added.",
                List.of("CFred *pfred1 = MakeFred(h);", "CFred *pfred2 = MakeFred(h);", "delete pfred1;", "delete pfred2;"),
                "fred.cpp", 3, 3,
                new CallCard("NtClose(0x14)", "STATUS_SUCCESS", true, "", List.of("File \\Device\\Gizmo: handles 3 → 2"),
                        "fred.exe, thread 2188", ""),
                "The next line is `delete pfred2`. What does NtClose return, and which handles are open at the end?",
                "`STATUS_INVALID_HANDLE`, because `0x14` is no longer in the table. `0x18` and `0x1C` stay open for ever.",
                "Let the room vote before you go on. Ask: *who counts*, the handle or the object?");
    }

    /// A step whose call fails, with everything long.
    public static WalkthroughFrame failingWalkthrough() {
        List<String> source = new ArrayList<>();
        for (int line = 1; line <= 30; line++) {
            source.add(line % 5 == 0 ? "" : "    statement_%d(argument, another_argument);".formatted(line));
        }
        return new WalkthroughFrame(11, 13, "The second delete fails",
                """
                The value `0x14` is *free*. So `CloseHandle` answers **no**:

                1. the entry is marked free,
                2. nothing else is touched.

                > Nobody looks at the status here; that is why nobody noticed.

                - In a debugger it raises an exception
                - With the verifier it is stop `300`
                """,
                source, "fred.cpp", 22, 23,
                new CallCard("NtClose(0x14)", "STATUS_INVALID_HANDLE", false, "", List.of("nothing changed"), "fred.exe, thread 2188",
                        "STATUS_SUCCESS"),
                "", "", "");
    }

    public static WalkthroughFrame leakWalkthrough() {
        return new WalkthroughFrame(48260, 101000, "Lots of green, little red",
                """
                Every request opens an event and forgets it. Files come and go in pairs; the events only come.

                **Two** gauges move: each event is an object in nonpaged pool, and its handle an entry in a table in paged pool.
                """,
                List.of("void OnRequest(Request *r) {", "  HANDLE e = CreateEvent(...);", "  QueueWork(r, e);",
                        "  WaitForSingleObject(e, 50);",
                        "}           // no CloseHandle(e)"), "server.cpp", 2, 2,
                null, "Unnamed handles are hidden at first. What does the list show then, and what would still give the leak away?",
                "An empty list, and the handle count of the process, which only grows.", "");
    }

    public static PoolFrame makefredPaged() {
        return new PoolFrame(PoolKind.PAGED, 2_139_095, 3 * MB, 360 * MB, stairs(2_000_000, 14_000, 7, 120), pagedTags(148 * KB));
    }

    public static PoolFrame makefredNonpaged() {
        double[] trend = new double[160];
        for (int i = 0; i < trend.length; i++) {
            trend[i] = 4_000_000 + i * 2_000 + i % 10 / 9.0 * 12_000;
        }
        return new PoolFrame(PoolKind.NONPAGED, 4_341_104, 4_341_104, 256 * MB, trend, nonpagedTags(420 * KB));
    }

    public static PoolFrame leakPaged() {
        return new PoolFrame(PoolKind.PAGED, 2_202_010, 2_202_010, 360 * MB, stairs(2_000_000, 28_000, 8, 160), pagedTags(172 * KB));
    }

    public static PoolFrame leakNonpaged() {
        double[] trend = new double[120];
        for (int i = 0; i < trend.length; i++) {
            trend[i] = 4_100_000 + i * 5_300.0;
        }
        return new PoolFrame(PoolKind.NONPAGED, 4_739_564, 4_739_564, 256 * MB, trend, nonpagedTags(646 * KB));
    }

    public static TimelineFrame makefredTimeline() {
        long[][] counts = {{6, 0}, {0, 0}, {0, 0}, {1, 0}, {0, 0}, {1, 0}, {0, 0}, {1, 0}, {0, 0}, {0, 1}, {0, 0}, {0, 0}, {0, 1}, {0, 2}};
        List<Bar> bars = new ArrayList<>();
        List<Tick> ticks = new ArrayList<>();
        for (int step = 0; step < counts.length; step++) {
            ticks.add(new Tick(step, String.valueOf(step)));
            if (step > 0) {
                bars.add(new Bar(step - 1, step, counts[step][0], counts[step][1], step == 5 || step == 7 ? 1 : 0));
            }
        }
        return new TimelineFrame(9, 13, 140, 220, new TimelineAxis.Steps(13), bars, "a step a bar", ticks, "", true, false);
    }

    public static TimelineFrame leakTimeline() {
        return leakTimeline(73_700);
    }

    public static TimelineFrame leakTimeline(long position) {
        List<Bar> bars = new ArrayList<>();
        long slice = 1_000;
        for (int i = 0; i < 100; i++) {
            long opened = i < 13 ? 2 + i * 7 % 4 : 19 + i * 5 % 3;
            long closed = i < 13 ? 1 + i * 3 % 3 : 2 + i * 7 % 3;
            bars.add(new Bar(i * slice, (i + 1) * slice, opened, closed, i < 13 || i * slice > position ? 0 : opened - closed));
        }
        List<Tick> ticks = new ArrayList<>();
        for (int mark = 0; mark <= 100; mark += 20) {
            ticks.add(new Tick(mark * 1_000L, mark + ",000"));
        }
        return new TimelineFrame(position, 100_000, 61_400, 80_000, new TimelineAxis.Steps(100_000), bars, "1,000 steps a bar", ticks, "",
                false, false);
    }

    private static double[] stairs(double start, double rise, int stairs, int count) {
        double[] trend = new double[count];
        for (int i = 0; i < count; i++) {
            trend[i] = start + rise * (i * stairs / count);
        }
        return trend;
    }

    private static List<TagUse> pagedTags(long tables) {
        return List.of(new TagUse("Obtb", "handle tables", 41, 4, tables), new TagUse("Key ", "registry key objects", 812, 164, 61 * KB),
                new TagUse("ObNm", "names of objects", 1902, 1570, 22 * KB), new TagUse("ObDi", "directories", 96, 3, 9 * KB),
                new TagUse("Toke", "access tokens", 31, 20, 7 * KB), new TagUse("SeSd", "security descriptors", 220, 202, 3 * KB));
    }

    private static List<TagUse> nonpagedTags(long events) {
        return List.of(new TagUse("File", "file objects", 91_204, 84_660, 2_202_009),
                new TagUse("Thre", "thread objects", 2_912, 2_140, 943_718),
                new TagUse("Even", "event objects", 12_310, 7_930, events), new TagUse("Proc", "process objects", 44, 9, 182 * KB));
    }

    private static StatusFrame.Suspected suspected(String process, int pid, long handles) {
        return new StatusFrame.Suspected(process, pid, handles, new SuspectId(pid, "Event", "server!OnRequest+0x41"));
    }

    private static Frame frame(
            String title, String name, View view, WalkthroughFrame walkthrough, PoolFrame paged, PoolFrame nonpaged,
            TimelineFrame timeline, StatusFrame status) {
        HandlesFrame handles = new HandlesFrame(view.pid(), status.process(), RowSource.none(), 0, 0, 0, 0, 0, 0, List.of(), 0, 0, 0, "",
                "No handles in this sample.", null, "", List.of(), null, null);
        return new Frame(title, name, view, walkthrough, new ProcessesFrame(List.of(), 0, true), handles, null,
                dev.handlens.lens.TraceFrame.NONE,
                new GraphFrame(List.of(), List.of(), "", "No graph."),
                new PropertiesFrame("", "", List.of(), List.of(), "Nothing selected."),
                new FindingsFrame(List.of(), List.of(), List.of()), paged, nonpaged, timeline, status, step(title, timeline.position()));
    }

    private static StepFrame step(String title, long position) {
        return new StepFrame(position, List.of(), 0, List.of(), 0, false, false, 1_000, List.of(new Chapter(0, title)), 0);
    }
}
