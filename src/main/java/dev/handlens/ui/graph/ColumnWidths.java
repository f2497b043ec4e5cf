package dev.handlens.ui.graph;

import java.util.Arrays;

/// How wide the columns may be. When they do not fit, details are cut, the longest first, all down to the same length; never what makes
/// titles readable: then the graph is wider than its pane, and is shown smaller or panned.
final class ColumnWidths {
    private ColumnWidths() {}

    /// @param natural widths at which nothing is shortened
    /// @param floors widths at which titles can still be read
    /// @param available room for all columns together, without the gaps
    static double[] fit(double[] natural, double[] floors, double available) {
        double spare = Math.max(0, available - Arrays.stream(floors).sum());
        double[] more = new double[natural.length];
        Arrays.setAll(more, column -> natural[column] - floors[column]);
        double cap = cap(more, spare);
        double[] widths = new double[natural.length];
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
