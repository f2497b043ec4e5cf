package dev.handlens.lens;

import dev.handlens.scenario.Machine;
import dev.handlens.timeline.History;
import dev.handlens.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a run has found so far: who leaks, who misuses handles, and who only looks busy.
///
/// A place is suspected when handles it opened are lost (open, and no variable of the program holds them), when it grows steadily, or when
/// only the end of its process closed what it opened. What was there before the first step is nobody's fault.
public final class FindingsProjector {
    /// Handles that a place must have opened to look busy.
    private static final long BUSY = 8;

    private FindingsProjector() {}

    /// The findings of a run at the position it is at, without a view.
    public static FindingsFrame project(Timeline timeline) {
        return project(timeline.machine(), timeline.history());
    }

    /// The findings of a machine.
    ///
    /// @param history samples of its run; those after its position are not looked at
    public static FindingsFrame project(Machine machine, History history) {
        List<FindingsFrame.LeakSuspect> leaks = new ArrayList<>();
        List<String> cleared = new ArrayList<>();
        for (CallSite site : CallSite.of(machine)) {
            Growth growth = Growth.of(machine.program(), history, machine.position(), site);
            if (site.lost() > 0 || growth.steady() || site.open() == 0 && site.closed() == 0 && site.closedByExit() > 0) {
                leaks.add(Suspect.of(machine, history, site));
            } else if (site.opened() >= BUSY) {
                cleared.add(cleared(machine, site, growth));
            }
        }
        leaks.sort(Comparator.comparingLong(FindingsFrame.LeakSuspect::open).thenComparingLong(FindingsFrame.LeakSuspect::lost).reversed());
        return new FindingsFrame(List.copyOf(leaks), machine.misuses().stream().map(misuse -> misuse(machine, misuse)).toList(),
                List.copyOf(cleared));
    }

    private static String cleared(Machine machine, CallSite site, Growth growth) {
        String who = (site.type().isEmpty() ? "Handles" : Words.plural(site.type())) + " of " + CallSites.function(site.place()) + ": ";
        if (site.open() * BUSY <= site.opened()) {
            return who + Words.count(site.opened()) + " opened, " + Words.count(site.closed() + site.closedByExit()) + " closed.";
        }
        long quiet = machine.program().time(machine.position()) - growth.lastRise();
        String why = quiet > 0 ? ", no growth for " + Words.span(quiet) + "." : ", all known to the program.";
        return who + Words.count(site.open()) + " open" + why;
    }

    private static FindingsFrame.Misuse misuse(Machine machine, Machine.Misuse misuse) {
        return new FindingsFrame.Misuse(title(misuse.kind()), stop(machine, misuse), misuse.sentence(), misuse.position(), misuse.pid());
    }

    private static String title(String kind) {
        return switch (kind) {
            case "double-close" -> "Double close";
            case "use-after-close" -> "Use after close";
            case "stale-handle" -> "Stale handle hit another object";
            case "wrong-type" -> "Wrong object type";
            case "access-denied" -> "More access than granted";
            case "invalid-handle" -> "Invalid handle";
            case "protected-close" -> "Close of a protected handle";
            case "user-handle-as-kernel" -> "User handle trusted as the kernel's";
            case "forged-kernel-handle" -> "Forged kernel handle";
            case "unchecked-type" -> "Type not checked by the driver";
            case "over-dereference" -> "Dereferenced too often";
            case "use-after-free" -> "Use of a freed object";
            case "mixed-modes" -> "Opened by Nt, closed by Zw";
            case "bug-check" -> "Bug check";
            default -> kind;
        };
    }

    /// The stop code with which a verifier reports the same mistake. No verifier finds a stale handle.
    private static String stop(Machine machine, Machine.Misuse misuse) {
        return switch (misuse.kind()) {
            case "double-close", "use-after-close" -> "AppVerifier 300";
            case "invalid-handle" -> misuse.handle() == 0 ? "AppVerifier 303" : "AppVerifier 300";
            case "wrong-type" -> "AppVerifier 305";
            case "user-handle-as-kernel" -> "0xC4/0xF6";
            case "forged-kernel-handle" -> "0xC4/0xF7";
            case "bug-check", "over-dereference", "use-after-free", "unchecked-type" ->
                    machine.kernel().bugCheck() == null ? "" : Words.hex(machine.kernel().bugCheck().code());
            default -> "";
        };
    }
}
