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

    private final PlaceNames places;
    private int sites;
    private OpenSites open;

    /// @param places names that may be remembered from frame to frame
    FindingsProjector(PlaceNames places) {
        this.places = places;
    }

    /// The findings of a run at the position it is at, without a view.
    public static FindingsFrame project(Timeline timeline) {
        // A fork, since what is made on demand must not see what the machine does later.
        return new FindingsProjector(new PlaceNames()).project(timeline.machine().fork(), timeline.history());
    }

    /// Returns the findings of a machine. The cost is that of one pass over the call sites: what is said of each finding is made when it is
    /// asked for.
    ///
    /// @param machine the machine, which does not go on
    /// @param history samples of its run; those after its position are not looked at
    FindingsFrame project(Machine machine, History history) {
        List<CallSite> suspects = new ArrayList<>();
        List<CallSite> cleared = new ArrayList<>();
        List<CallSite> all = CallSite.of(machine, places);
        sites = all.size();
        open = new OpenSites(machine);
        for (CallSite site : all) {
            if (isSuspect(machine, history, site)) {
                suspects.add(site);
            } else if (site.opened() >= BUSY) {
                cleared.add(site);
            }
        }
        suspects.sort(Comparator.comparingLong(CallSite::open).thenComparingLong(Suspect::lost).reversed());
        OpenSites read = open;
        return new FindingsFrame(
                new OnDemand<>(suspects, site -> Suspect.of(machine, history, site, read)),
                new OnDemand<>(machine.misuses(), misuse -> misuse(machine, misuse)),
                new OnDemand<>(cleared, site -> cleared(machine, history, site)),
                suspects.stream().map(site -> suspected(machine, site)).toList());
    }

    private static FindingsFrame.Suspected suspected(Machine machine, CallSite site) {
        return new FindingsFrame.Suspected(
                new SuspectId(site.pid(), site.type(), site.place()), ProcessNames.of(machine, site.pid()), site.open());
    }

    /// Returns how many call sites and handles the last findings were made from; tests hold them to a bound without a clock.
    long looked() {
        return sites + open.read();
    }

    private static boolean isSuspect(Machine machine, History history, CallSite site) {
        return site.lost() > 0 || site.open() == 0 && site.closed() == 0 && site.closedByExit() > 0
                || Growth.isLarge(site) && Growth.of(machine.program(), history, machine.position(), site).steady();
    }

    private static String cleared(Machine machine, History history, CallSite site) {
        String who = (site.type().isEmpty() ? "Handles" : Words.plural(site.type())) + " of " + CallSites.function(site.place()) + ": ";
        if (site.open() * BUSY <= site.opened()) {
            return who + Words.count(site.opened()) + " opened, " + Words.count(site.closed() + site.closedByExit()) + " closed.";
        }
        Growth growth = Growth.of(machine.program(), history, machine.position(), site);
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
