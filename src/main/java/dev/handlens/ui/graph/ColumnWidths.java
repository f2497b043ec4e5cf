package dev.handlens.ui.graph;

import java.util.Arrays;

/// How wide the columns may be. When they do not fit, the widest give way first, all down to the same width, because the long names are
/// the ones that can be shortened in the middle and still be read.
final class ColumnWidths {
    /// No column gets narrower: room for a handle value.
    static final double SMALLEST = 68;

    private ColumnWidths() {}

    /// @param natural widths at which nothing is shortened
    /// @param available room for all columns together, without the gaps
    static double[] fit(double[] natural, double available) {
        double[] sorted = natural.clone();
        Arrays.sort(sorted);
        double left = available;
        double cap = Double.POSITIVE_INFINITY;
        for (int index = 0; index < sorted.length; index++) {
            double share = left / (sorted.length - index);
            if (sorted[index] > share) {
                cap = Math.max(SMALLEST, Math.floor(share));
                break;
            }
            left -= sorted[index];
        }
        double[] widths = new double[natural.length];
        for (int column = 0; column < natural.length; column++) {
            widths[column] = Math.min(natural[column], cap);
        }
        return widths;
    }
}
