package dev.handlens.ui.control;

import java.util.List;
import java.util.Locale;

/// Numbers as a person reads them. The form is the same in every language of the machine, so that pictures are too.
public final class Numbers {
    private static final long KB = 1024;
    private static final long MB = 1024 * KB;
    private static final long GB = 1024 * MB;
    private static final List<String> UNITS = List.of("KB", "MB", "GB", "TB", "PB");

    private Numbers() {}

    /// A count with separators, such as `16,711,680`.
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// Bytes in words, such as `336 bytes`, `148 KB`, `2.04 MB`, `168.9 MB`. One KB is 1,024 bytes.
    public static String bytes(long bytes) {
        if (bytes < KB) {
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        }
        if (bytes < MB) {
            return rounded((double) bytes / KB, 0) + " KB";
        }
        if (bytes < GB) {
            return megabytes((double) bytes / MB) + " MB";
        }
        return rounded((double) bytes / GB, 2) + " GB";
    }

    /// Bytes in the short form that columns need: in the unit that reads best, below ten units one decimal, above none, such as
    /// `336 bytes`, `12 KB`, `1.9 MB`, `167 MB`.
    public static String shortBytes(long bytes) {
        if (bytes < KB) {
            return bytes(bytes);
        }
        double amount = (double) bytes / KB;
        int unit = 0;
        while (Math.round(amount) >= KB && unit < UNITS.size() - 1) {
            amount /= KB;
            unit++;
        }
        boolean decimal = amount < 9.95 && Math.abs(amount - Math.rint(amount)) >= 0.05;
        return rounded(amount, decimal ? 1 : 0) + " " + UNITS.get(unit);
    }

    /// A round size such as a limit: `360 MB`, without decimals when there is nothing behind the point.
    public static String limit(long bytes) {
        if (bytes >= GB && bytes % GB == 0) {
            return bytes / GB + " GB";
        }
        return bytes >= MB && bytes % MB == 0 ? count(bytes / MB) + " MB" : bytes(bytes);
    }

    /// Simulated time, such as `0.140 s` and `61.4 s`.
    public static String seconds(long millis) {
        double seconds = millis / 1000.0;
        return rounded(seconds, seconds < 10 ? 3 : 1) + " s";
    }

    private static String megabytes(double value) {
        return rounded(value, value < 100 ? 2 : 1);
    }

    private static String rounded(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
