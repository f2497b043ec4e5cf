package dev.handlens.ui.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds an order within each column in which few links cross: every item goes to the mean of its neighbours one column away,
/// sweeping right and left in turn, and the best order met is kept (Sugiyama's barycentre method).
final class ColumnOrder {
    /// After so many sweeps the count of crossings hardly falls further on graphs of up to 500 nodes.
    private static final int SWEEPS = 24;

    private final Layers layers;
    private final double[] rank;

    private ColumnOrder(Layers layers) {
        this.layers = layers;
        this.rank = new double[layers.size()];
    }

    static void untangle(Layers layers) {
        new ColumnOrder(layers).sweep();
    }

    private void sweep() {
        layers.columns().forEach(this::renumber);
        long fewest = Crossings.count(layers);
        List<List<Integer>> best = copyOfColumns();
        int last = layers.columns().size() - 1;
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            boolean rightwards = sweep % 2 == 0;
            for (int step = 1; step <= last; step++) {
                int column = rightwards ? step : last - step;
                sortTowards(column, rightwards ? column - 1 : column + 1);
            }
            long crossings = Crossings.count(layers);
            if (crossings < fewest) {
                fewest = crossings;
                best = copyOfColumns();
            }
        }
        for (int column = 0; column <= last; column++) {
            layers.columns().set(column, best.get(column));
        }
    }

    private void sortTowards(int column, int from) {
        double[] wish = new double[layers.size()];
        List<Integer> items = layers.columns().get(column);
        for (int item : items) {
            wish[item] = meanRank(item, from);
        }
        items.sort(Comparator.comparingDouble((Integer item) -> wish[item]).thenComparingDouble(item -> rank[item]));
        renumber(items);
    }

    private double meanRank(int item, int from) {
        double sum = 0;
        int count = 0;
        for (int neighbour : layers.neighbours(item)) {
            if (layers.column(neighbour) == from) {
                sum += rank[neighbour];
                count++;
            }
        }
        return count == 0 ? rank[item] : sum / count;
    }

    /// Ranks run from 0 to 1 in every column, so that long and short columns can be compared.
    private void renumber(List<Integer> items) {
        for (int index = 0; index < items.size(); index++) {
            rank[items.get(index)] = (index + 0.5) / items.size();
        }
    }

    private List<List<Integer>> copyOfColumns() {
        List<List<Integer>> copy = new ArrayList<>();
        for (List<Integer> items : layers.columns()) {
            copy.add(new ArrayList<>(items));
        }
        return copy;
    }
}
