package dev.handlens.ui.findings;

import dev.handlens.lens.FindingsFrame.LeakSuspect;
import dev.handlens.lens.RecentRate;
import dev.handlens.lens.HandleAge;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The sentences of a leak suspect's card.
final class LeakWords {
    /// A rate below this would be shown as nought.
    private static final double LEAST_SHOWN = 0.05;
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    /// Simulated ms from which a span is shown in whole seconds.
    private static final long COARSE = 5_000;

    private LeakWords() {}

    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// What stands beside the large number: `open, of 2,418 opened · +40 a second over the last 10 s`.
    static String afterNumber(LeakSuspect leak) {
        String closed = leak.closed() == 0 ? "" : ", " + number(leak.closed()) + " closed";
        return "open, of " + number(leak.opened()) + " opened" + closed + growth(leak.rate());
    }

    /// Returns how fast it grows and over which simulated time, such as ` · +40 a second over the last 10 s`; empty for no growth.
    private static String growth(RecentRate rate) {
        String unit = rate.perSecond() >= LEAST_SHOWN ? "second" : rate.perSecond() * MINUTE >= LEAST_SHOWN ? "minute" : "hour";
        double perUnit = switch (unit) {
            case "second" -> rate.perSecond();
            case "minute" -> rate.perSecond() * MINUTE;
            default -> rate.perSecond() * HOUR;
        };
        if (perUnit < LEAST_SHOWN) {
            return "";
        }
        String pace = String.format(Locale.ROOT, perUnit < 10 ? " · +%.1f" : " · +%,.0f", perUnit) + " a " + unit;
        String span = span(rate.millis());
        return rate.quiet() == 0 ? pace + " over the last " + span : pace + " over " + span + ", none in the last " + span(rate.quiet());
    }

    /// Returns a span of simulated time to the nearest second, or as it is when that is too coarse.
    private static String span(long millis) {
        return HandleAge.format(millis < COARSE ? millis : Math.round(millis / 1000.0) * 1000);
    }

    /// Why nobody will ever close them; empty if nothing is known to be lost.
    static String lostBecause(LeakSuspect leak) {
        if (leak.lost() <= 0) {
            return "";
        }
        if (leak.lost() >= leak.open()) {
            return leak.open() == 1
                    ? "No variable of the program holds its value any more: the program can no longer close it."
                    : "No variable of the program holds their values any more: the program can no longer close them.";
        }
        return number(leak.lost()) + " of them can no longer be closed: no variable of the program holds their values any more.";
    }

    /// Returns a handle value as the list shows it, such as `0x1C`.
    static String hex(long value) {
        return "0x" + Long.toHexString(value).toUpperCase(Locale.ROOT);
    }

    /// Returns the first few handle values in one line; empty text when none is known.
    private static String values(LeakSuspect leak) {
        String listed = leak.values().stream().map(LeakWords::hex).collect(Collectors.joining(", "));
        return leak.open() > leak.values().size() && !listed.isEmpty() ? listed + ", …" : listed;
    }

    /// Returns what the card says as plain text, a line a fact.
    static String report(LeakSuspect leak) {
        List<String> lines = new ArrayList<>();
        lines.add("Leak suspect: " + leak.sentence());
        fact(lines, "Process", leak.process() + ", pid " + leak.pid());
        fact(lines, "Count", number(leak.open()) + " " + afterNumber(leak));
        fact(lines, "Lost", lostBecause(leak));
        List<String> stack = leak.stack().isEmpty() ? List.of(leak.site()) : leak.stack();
        for (int index = 0; index < stack.size(); index++) {
            fact(lines, index == 0 ? "Opened at" : "", stack.get(index));
        }
        fact(lines, "Handles", values(leak));
        fact(lines, "Holds", leak.holds());
        fact(lines, "Runs out", leak.runsOut());
        return String.join("\n", lines) + "\n";
    }

    private static void fact(List<String> lines, String name, String value) {
        if (!value.isEmpty()) {
            lines.add(String.format(Locale.ROOT, "%-11s%s", name, value));
        }
    }
}
