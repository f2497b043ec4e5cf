package dev.handlens.lens;

import java.math.BigDecimal;

/// Writes simulated times for an axis: short, exact, and in the unit that suits the span between two of them.
final class TimeWords {
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long SHORT = 100;

    private enum Unit {
        MILLISECONDS("ms", 1), SECONDS("s", SECOND), MINUTES("min", MINUTE), HOURS("h", HOUR);

        private final String name;
        private final long millis;

        Unit(String name, long millis) {
            this.name = name;
            this.millis = millis;
        }

        /// The unit in which a span is a number of few digits.
        static Unit of(long span) {
            if (span < SHORT) {
                return MILLISECONDS;
            }
            return span < MINUTE ? SECONDS : span < HOUR ? MINUTES : HOURS;
        }

        String number(long time, int decimals) {
            BigDecimal number = BigDecimal.valueOf(time).divide(BigDecimal.valueOf(millis), decimals, java.math.RoundingMode.HALF_UP);
            return number.toPlainString();
        }

        /// Decimals with which multiples of a span are exact; three at most.
        int decimals(long span) {
            int decimals = 0;
            long scaled = span;
            while (scaled % millis != 0 && decimals < 3) {
                scaled *= 10;
                decimals++;
            }
            return decimals;
        }
    }

    private TimeWords() {}

    /// Returns a span, such as `30 ms`, `0.6 s`, `2 min` or `1.5 h`.
    static String span(long millis) {
        Unit unit = Unit.of(millis);
        return unit.number(millis, unit.decimals(millis)) + " " + unit.name;
    }

    /// Returns the time at a mark, such as `0`, `0.5 s` or `10 min`.
    ///
    /// @param time simulated ms
    /// @param distance simulated ms between two marks
    static String mark(long time, long distance) {
        Unit unit = Unit.of(distance);
        return unit.number(time, unit.decimals(time)) + " " + unit.name;
    }

    /// Returns a part of the axis, such as `120–150 ms` or `20.0–20.6 s`.
    ///
    /// @param start simulated ms
    /// @param end simulated ms
    static String range(long start, long end) {
        Unit unit = Unit.of(end - start);
        int decimals = Math.max(unit.decimals(start), unit.decimals(end));
        return unit.number(start, decimals) + "–" + unit.number(end, decimals) + " " + unit.name;
    }
}
