package dev.handlens.ui.findings;

import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.lens.FindingsFrame;
import dev.handlens.lens.FindingsFrame.LeakSuspect;
import dev.handlens.lens.FindingsFrame.Misuse;
import dev.handlens.lens.FindingsFrame.PoolUse;
import dev.handlens.lens.RecentRate;
import java.util.List;
import java.util.stream.IntStream;

/// Findings as the lens makes them, for tests and pictures.
final class FindingsFrames {
    private FindingsFrames() {}

    /// A server that forgets every event.
    static FindingsFrame eventLeak() {
        double[] trend = IntStream.range(0, 60).mapToDouble(second -> Math.max(0, second - 4) * 43.2).toArray();
        LeakSuspect events = new LeakSuspect(
                "Events opened in server!OnRequest are never closed", "server.exe", 1844, "Event", 2418, 2418, 0, 2418,
                "server!OnRequest+0x41",
                List.of(
                        "ntdll!NtCreateEvent+0x14", "kernel32!CreateEventW+0x32", "server!OnRequest+0x41", "server!Dispatch+0x1c8",
                        "server!main+0x9"),
                trend, new RecentRate(40, 10_000, 0), List.of(new PoolUse(PoolKind.NONPAGED, "Even", 226 << 10),
                        new PoolUse(PoolKind.PAGED, "Obtb", 40 << 10)), "nonpaged pool, in about 11 hours", List.of());
        return new FindingsFrame(
                List.of(events),
                List.of(),
                List.of("Files of AcceptLoop: 11,904 opened, 11,903 closed.", "Keys of ReadConfig: 34 open, no growth since 2 s."));
    }

    /// MakeFred at its end: two duplicates leaked, one handle closed twice.
    static FindingsFrame makeFred() {
        LeakSuspect duplicates = new LeakSuspect(
                "Handles duplicated in fred!MakeFred are never closed", "fred.exe", 2184, "File", 2, 2, 0, 1,
                "fred!MakeFred+0x2C", List.of("fred!MakeFred+0x2C", "fred!main+0x1A"), new double[] {0, 0, 1, 1, 2, 2, 2},
                RecentRate.NONE, List.of(new PoolUse(PoolKind.PAGED, "Obtb", 32)), "", List.of(0x18L, 0x1CL));
        Misuse twice = new Misuse(
                "Double close", "AppVerifier 300",
                "fred.exe closed 0x14 at step 9 and again here; the second NtClose returned STATUS_INVALID_HANDLE.",
                11, 2184);
        Misuse stale = new Misuse(
                "Stale handle hit another object", "",
                "0x14 meant File \\Device\\Gizmo until step 9; here it reached Event, which got the value next.",
                12, 2184);
        return new FindingsFrame(List.of(duplicates), List.of(stale, twice), List.of());
    }

    /// A run without a fault.
    static FindingsFrame nothing() {
        return new FindingsFrame(List.of(), List.of(), List.of());
    }
}
