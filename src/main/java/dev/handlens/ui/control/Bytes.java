package dev.handlens.ui.control;

import java.util.Locale;

/// Amounts of memory in words, in the short form that columns of numbers need; gauges are more exact with [Numbers#bytes].
public final class Bytes {
    private static final String[] UNITS = {"KB", "MB", "GB", "TB", "PB"};

    private Bytes() {}

    /// An amount in the unit that reads best: bytes as they are, below ten units one decimal, above none. A kilobyte has 1,024 bytes,
    /// as everywhere in Windows.
    ///
    /// @param bytes 0 or more
    /// @return such as `336 bytes`, `12 KB`, `1.9 MB`, `167 MB`
    public static String format(long bytes) {
        if (bytes < 1024) {
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        }
        double amount = bytes / 1024.0;
        int unit = 0;
        while (Math.round(amount) >= 1024 && unit < UNITS.length - 1) {
            amount /= 1024;
            unit++;
        }
        boolean decimal = amount < 9.95 && Math.abs(amount - Math.rint(amount)) >= 0.05;
        return String.format(Locale.ROOT, decimal ? "%.1f %s" : "%.0f %s", amount, UNITS[unit]);
    }
}
