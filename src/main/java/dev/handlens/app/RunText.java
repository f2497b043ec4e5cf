package dev.handlens.app;

import dev.handlens.lens.FindingsFrame;
import dev.handlens.lens.FindingsFrame.LeakSuspect;
import dev.handlens.scenario.Diagnostic;
import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Place;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What a run found, as text for people.
public final class RunText {
    /// Places of one kind of mistake that are printed.
    private static final int PLACES = 3;

    private RunText() {}

    /// Writes a whole report.
    ///
    /// @param file the file as the person named it
    public static void print(PrintWriter out, String file, Playthrough run) {
        out.println(run.program().scenario().title());
        out.println(String.format(Locale.ROOT, "%s · %s · %.3f s simulated",
                file, counted(run.program().length(), "step"), run.program().time(run.program().length()) / 1000.0));
        out.println();
        printFindings(out, run.findings(), run.machine().misuses());
        printFailures(out, run.failures());
    }

    static void printFindings(PrintWriter out, FindingsFrame findings, List<Machine.Misuse> misuses) {
        out.println(findings.leaks().isEmpty() ? "Leaks: none" : "Leaks:");
        for (LeakSuspect suspect : findings.leaks()) {
            out.println("  " + suspect.sentence());
            out.println(String.format(Locale.ROOT, "    %s (pid %d): %s leaked, opened at %s",
                    suspect.process(), suspect.pid(), counted(FinalsCheck.leaked(suspect), suspect.type() + " handle"), suspect.site()));
            if (!suspect.values().isEmpty()) {
                out.println("    handles " + String.join(", ", suspect.values().stream().map(HandleText::of).toList()));
            }
            if (!suspect.holds().isEmpty()) {
                out.println("    holds " + suspect.holds());
            }
            if (!suspect.runsOut().isEmpty()) {
                out.println("    " + suspect.runsOut());
            }
        }
        out.println(misuses.isEmpty() ? "Misuse: none" : "Misuse:");
        Map<String, List<Machine.Misuse>> kinds = misuses.reversed().stream()
                .collect(Collectors.groupingBy(Machine.Misuse::kind, LinkedHashMap::new, Collectors.toList()));
        kinds.forEach((kind, all) -> {
            // A run keeps a bounded number of them.
            out.println("  " + kind + ", " + (misuses.size() < Machine.MAXIMUM_MISUSES ? "" : "at least ") + times(all.size()));
            all.stream().limit(PLACES).forEach(misuse -> out.println("    step " + misuse.position() + ": " + misuse.sentence()));
            printRest(out, all.size());
        });
    }

    private static void printRest(PrintWriter out, int places) {
        if (places > PLACES) {
            out.println(String.format(Locale.ROOT, "    and %,d more", places - PLACES));
        }
    }

    private static String times(long count) {
        return count == 1 ? "once" : counted(count, "time");
    }

    static void printFailures(PrintWriter out, List<Diagnostic> failures) {
        if (failures.isEmpty()) {
            out.println("Expectations: all held");
            return;
        }
        out.println("Expectations: " + (failures.size() < Machine.MAXIMUM_FAILURES ? "" : "at least ")
                + String.format(Locale.ROOT, "%,d failed", failures.size()));
        Map<Place, List<Diagnostic>> places = failures.stream()
                .collect(Collectors.groupingBy(Diagnostic::place, LinkedHashMap::new, Collectors.toList()));
        // Lines that fail alike are one mistake, made by whatever wrote the file.
        Map<String, List<Diagnostic>> alike = places.values().stream().collect(Collectors.groupingBy(all -> all.getFirst().message(),
                LinkedHashMap::new, Collectors.flatMapping(List::stream, Collectors.toList())));
        alike.values().forEach(all -> {
            all.stream().limit(PLACES).forEach(failure -> out.println("  " + failure));
            printRest(out, all.size());
        });
        out.println("Change what the scenario expects, or what it does, and run it again; --json shows every step.");
    }

    /// A number with its noun, in the plural unless it is one.
    static String counted(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
