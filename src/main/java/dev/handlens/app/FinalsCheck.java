package dev.handlens.app;

import dev.handlens.lens.FindingsFrame.LeakSuspect;
import dev.handlens.scenario.Diagnostic;
import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Place;
import dev.handlens.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/// Compares what a scenario expects to be found at its end with what was found. Each list that a scenario gives is complete: what is
/// found and not named in it is a failure too.
public final class FinalsCheck {
    private static final Place WHOLE_FILE = new Place(1, 1);

    private final String file;
    private final ToIntFunction<String> pids;
    private final List<Diagnostic> failures = new ArrayList<>();

    private FinalsCheck(String file, ToIntFunction<String> pids) {
        this.file = file;
        this.pids = pids;
    }

    /// @param file file name for messages
    /// @param finals what must hold
    /// @param pids process id of a cast member
    /// @param leaks the leaks found
    /// @param misuses the misuse found
    /// @return what does not hold, empty when all does
    public static List<Diagnostic> check(
            String file, Scenario.Finals finals, ToIntFunction<String> pids, List<LeakSuspect> leaks, List<Machine.Misuse> misuses) {
        FinalsCheck check = new FinalsCheck(file, pids);
        if (finals != null && finals.leaks() != null) {
            check.leaks(finals.leaks(), leaks);
        }
        if (finals != null && finals.misuses() != null) {
            check.misuses(finals.misuses(), misuses);
        }
        return List.copyOf(check.failures);
    }

    /// How many handles a suspect has leaked: those that nothing holds any more, or, when the program still holds them all and only
    /// never closes them, those that are open.
    public static long leaked(LeakSuspect suspect) {
        return suspect.lost() > 0 ? suspect.lost() : suspect.open();
    }

    private void leaks(List<Scenario.ExpectedLeak> expected, List<LeakSuspect> found) {
        List<LeakSuspect> unclaimed = new ArrayList<>(found);
        for (Scenario.ExpectedLeak leak : expected) {
            List<LeakSuspect> claimed = unclaimed.stream().filter(suspect -> matches(leak, suspect)).toList();
            unclaimed.removeAll(claimed);
            long count = claimed.stream().mapToLong(FinalsCheck::leaked).sum();
            if (count != leak.count()) {
                String at = leak.at().isEmpty() ? "" : " at " + leak.at();
                fail(leak.place(), "expected %d leaked %s handles of %s%s, found %d."
                        .formatted(leak.count(), leak.type(), leak.process(), at, count));
            }
        }
        for (LeakSuspect suspect : unclaimed) {
            fail(WHOLE_FILE, "expected no such leak: %d %s handles of %s opened at %s."
                    .formatted(leaked(suspect), suspect.type(), suspect.process(), suspect.site()));
        }
    }

    private boolean matches(Scenario.ExpectedLeak leak, LeakSuspect suspect) {
        return pids.applyAsInt(leak.process()) == suspect.pid()
                && leak.type().equalsIgnoreCase(suspect.type())
                && (leak.at().isEmpty() || suspect.site().startsWith(leak.at())
                        || suspect.stack().stream().anyMatch(frame -> frame.startsWith(leak.at())));
    }

    private void misuses(List<Scenario.ExpectedMisuse> expected, List<Machine.Misuse> found) {
        List<Machine.Misuse> unclaimed = new ArrayList<>(found);
        for (Scenario.ExpectedMisuse misuse : expected) {
            int pid = pids.applyAsInt(misuse.process());
            List<Machine.Misuse> claimed = unclaimed.stream().filter(one -> one.pid() == pid && one.kind().equals(misuse.kind())).toList();
            unclaimed.removeAll(claimed);
            if (claimed.size() != misuse.count()) {
                fail(misuse.place(), "expected %s of %s %d times, found %d."
                        .formatted(misuse.kind(), misuse.process(), misuse.count(), claimed.size()));
            }
        }
        for (Machine.Misuse misuse : unclaimed) {
            fail(WHOLE_FILE, "expected no such misuse: step %d, %s: %s".formatted(misuse.position(), misuse.kind(), misuse.sentence()));
        }
    }

    private void fail(Place place, String message) {
        failures.add(new Diagnostic(file, place, message));
    }
}
