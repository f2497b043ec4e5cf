package dev.handlens.bench;

import java.util.Arrays;
import java.util.Locale;

/// Prints figures so that `Bench` finds them among whatever else a process prints.
final class Figures {
    static final String MARK = "figure\t";

    private Figures() {}

    /// Prints a figure measured several times.
    ///
    /// @param name what was measured
    /// @param unit its unit
    /// @param values each measurement
    static void print(String name, String unit, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        System.out.printf(Locale.ROOT, "%s%s\t%s\t%.3f\t%.3f\t%.3f\t%d%n", MARK, name, unit, percentile(sorted, 50), sorted[0],
                sorted[sorted.length - 1], sorted.length);
    }

    /// Prints the share of times that stay within a limit, and the 99th percentile.
    static void printTimes(String name, double limitMillis, double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        print(name, "ms", millis);
        print(name + ", 99th percentile", "ms", percentile(sorted, 99));
        print(name + ", within " + limitMillis + " ms", "%", 100.0 * Arrays.stream(sorted).filter(t -> t <= limitMillis).count() / sorted.length);
    }

    /// @param sorted ascending
    static double percentile(double[] sorted, double percent) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(Math.ceil(percent / 100 * sorted.length)) - 1)];
    }

    /// Bytes of heap in use after a collection.
    static long heap() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
