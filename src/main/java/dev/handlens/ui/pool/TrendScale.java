package dev.handlens.ui.pool;

import java.util.Arrays;

/// The range of bytes that a trend is drawn in.
///
/// @param low bytes at the lower edge
/// @param high bytes at the upper edge: the most that was ever in use
record TrendScale(double low, double high) {
    /// The range is at least this part of its upper end, so that one block more does not look like a cliff.
    private static final double LEAST_RANGE = 0.1;

    /// Returns the range for a trend.
    ///
    /// @param values bytes in use, at least one
    /// @param peak most bytes ever in use
    /// @param fromZero whether the lower edge is zero
    static TrendScale of(double[] values, double peak, boolean fromZero) {
        double high = Math.max(peak, Arrays.stream(values).max().orElseThrow());
        double least = Arrays.stream(values).min().orElseThrow();
        return new TrendScale(fromZero ? 0 : Math.min(least, high * (1 - LEAST_RANGE)), high);
    }

    /// Returns where a value stands: 0 at the lower edge, 1 at the upper edge.
    double part(double value) {
        return high == low ? 0 : (value - low) / (high - low);
    }
}
