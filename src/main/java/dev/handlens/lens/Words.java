package dev.handlens.lens;

import java.util.List;
import java.util.Locale;

/// Numbers as people read them.
final class Words {
    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = 1024 * KILOBYTE;

    private Words() {}

    /// A handle value or an object id, such as `0x1C`.
    static String hex(long value) {
        return "0x" + Long.toHexString(value).toUpperCase(Locale.ROOT);
    }

    /// A whole number with its thousands marked, such as `2,418`.
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// Returns a number where there is room for few figures, such as `2,418`, `300k`, `2.9M` or `16M`; never more than it is.
    static String rounded(long number) {
        if (number < 10_000) {
            return count(number);
        }
        if (number < 1_000_000) {
            return number / 1_000 + "k";
        }
        return number < 10_000_000 ? number / 1_000_000 + "." + number / 100_000 % 10 + "M" : number / 1_000_000 + "M";
    }

    /// A number in millions, such as `4 M` or `16.7 M`.
    static String millions(long number) {
        double millions = number / 1e6;
        return (millions == Math.rint(millions) ? String.format(Locale.ROOT, "%.0f", millions) : String.format(Locale.ROOT, "%.1f", millions)) + " M";
    }

    /// A number and its noun, such as `1 handle` or `2,418 handles`.
    static String count(long number, String noun) {
        return count(number) + " " + (number == 1 ? noun : plural(noun));
    }

    /// More than one of something: type names are made plural as any noun is.
    static String plural(String noun) {
        if (noun.endsWith("y") && noun.length() > 1 && "aeiou".indexOf(noun.charAt(noun.length() - 2)) < 0) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun.endsWith("s") ? noun + "es" : noun + "s";
    }

    /// An amount of memory, such as `96 bytes`, `226 KB` or `4.1 MB`.
    static String bytes(long bytes) {
        if (bytes < 10 * KILOBYTE) {
            return count(bytes, "byte");
        }
        return bytes < MEGABYTE
                ? bytes / KILOBYTE + " KB"
                : String.format(Locale.ROOT, "%.1f MB", (double) bytes / MEGABYTE);
    }

    /// A moment of simulated time, such as `0.140 s` or `61.4 s`.
    static String moment(long millis) {
        return String.format(Locale.ROOT, millis < 10_000 ? "%.3f s" : "%.1f s", millis / 1000.0);
    }

    /// A span of simulated time, such as `20 ms`, `2.5 s`, `11 minutes` or `3 hours`.
    static String span(long millis) {
        if (millis < 1000) {
            return millis + " ms";
        }
        long seconds = Math.round(millis / 1000.0);
        if (seconds < 120) {
            return millis % 1000 == 0 ? millis / 1000 + " s" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 120) {
            return count(minutes, "minute");
        }
        long hours = Math.round(minutes / 60.0);
        return hours < 48 ? count(hours, "hour") : count(Math.round(hours / 24.0), "day");
    }

    /// Several things in a sentence: `a`, `a and b`, `a, b and c`; of more than four, the first three and how many more.
    static String list(List<String> things) {
        return list(things, things.size());
    }

    /// Several things of which perhaps only the first ones are at hand.
    ///
    /// @param all how many there are
    static String list(List<String> things, long all) {
        int size = things.size();
        if (all > 4) {
            return String.join(", ", things.subList(0, 3)) + " and " + count(all - 3) + " more";
        }
        return size < 2 ? String.join("", things) : String.join(", ", things.subList(0, size - 1)) + " and " + things.getLast();
    }
}
