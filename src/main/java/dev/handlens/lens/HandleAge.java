package dev.handlens.lens;

import java.util.Locale;

/// Ages of handles in words.
public final class HandleAge {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private HandleAge() {}

    /// Returns an age with no more figures than the eye needs to compare ages, such as `212 ms`, `1.4 s`, `48 s`, `2 min 5 s` or
    /// `3 h 12 min`; never more than it is.
    ///
    /// @param millis simulated ms, 0 or more
    public static String format(long millis) {
        if (millis < SECOND) {
            return millis + " ms";
        }
        if (millis < 10 * SECOND) {
            double seconds = Math.floor(millis / 100.0) / 10;
            return seconds == Math.rint(seconds) ? (long) seconds + " s" : String.format(Locale.ROOT, "%.1f s", seconds);
        }
        if (millis < MINUTE) {
            return millis / SECOND + " s";
        }
        if (millis < HOUR) {
            return joined(millis / MINUTE + " min", millis % MINUTE / SECOND, "s");
        }
        return joined(millis / HOUR + " h", millis % HOUR / MINUTE, "min");
    }

    private static String joined(String whole, long rest, String unit) {
        return rest == 0 ? whole : whole + " " + rest + " " + unit;
    }
}
