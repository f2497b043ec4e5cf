package dev.handlens.ui.findings;

import dev.handlens.lens.FindingsFrame.LeakSuspect;
import java.util.Locale;
import java.util.stream.Collectors;

/// The sentences of a leak suspect's card.
final class LeakWords {
    private LeakWords() {}

    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// What stands beside the large number: `open, of 2,418 opened · +40 a second`.
    static String afterNumber(LeakSuspect leak) {
        String closed = leak.closed() == 0 ? "" : ", " + number(leak.closed()) + " closed";
        return "open, of " + number(leak.opened()) + " opened" + closed + growth(leak.ratePerSecond());
    }

    private static String growth(double rate) {
        if (rate < 0.05) {
            return "";
        }
        String pattern = rate < 10 ? " · +%.1f a second" : " · +%,.0f a second";
        return String.format(Locale.ROOT, pattern, rate);
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

    /// The first few handle values; empty text for many, of which a few would say nothing.
    static String values(LeakSuspect leak) {
        String listed = leak.values().stream()
                .map(value -> "0x" + Long.toHexString(value).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return leak.open() > leak.values().size() && !listed.isEmpty() ? listed + ", …" : listed;
    }
}
