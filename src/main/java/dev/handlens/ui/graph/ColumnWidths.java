package dev.handlens.ui.graph;

import java.util.Arrays;

/// How wide the columns may be. When they do not fit, details are cut first; when that is not enough, the widest columns give way, all down
/// to the same width, because the long names are the ones that can be shortened in the middle and still be read.
final class ColumnWidths {
    /// No column gets narrower: room for a handle value.
    static final double SMALLEST = 64;

    private ColumnWidths() {}

    /// @param natural widths at which nothing is shortened
    /// @param floors widths at which titles can still be read
    /// @param available room for all columns together, without the gaps
    static double[] fit(double[] natural, double[] floors, double available) {
        double spare = available - Arrays.stream(floors).sum();
        double[] widths = new double[natural.length];
        if (spare < 0) {
            double cap = Math.max(SMALLEST, cap(floors, available));
            Arrays.setAll(widths, column -> Math.min(floors[column], cap));
            return widths;
        }
        double[] more = new double[natural.length];
        Arrays.setAll(more, column -> natural[column] - floors[column]);
        double cap = cap(more, spare);
        Arrays.setAll(widths, column -> floors[column] + Math.min(more[column], cap));
        return widths;
    }

    /// The largest amount to which all can be cut so that their sum is no more than there is.
    private static double cap(double[] amounts, double available) {
        double[] sorted = amounts.clone();
        Arrays.sort(sorted);
        double left = available;
        for (int index = 0; index < sorted.length; index++) {
            double share = left / (sorted.length - index);
            if (sorted[index] > share) {
                return Math.floor(share);
            }
            left -= sorted[index];
        }
        return Double.POSITIVE_INFINITY;
    }
}
