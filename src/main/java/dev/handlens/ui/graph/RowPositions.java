package dev.handlens.ui.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Gives every item its height on the page. For a fixed order and a smallest gap, the positions with the least total (squared) movement
/// from where items would like to be come from isotonic regression: pool adjacent violators.
final class RowPositions {
    /// An item that already had a place gives way a thousand times less than a new one.
    private static final double WEIGHT_OF_OLD = 1000;
    /// Passes over all columns; the positions settle after about six.
    private static final int PASSES = 8;
    /// A new item that the same items of the column before refer to as the one given before it, such as the next handle of a process,
    /// follows that one.
    private static final double JUST_BELOW = 1e-3;

    private final Layers layers;
    private final double gap;
    /// y of each item's port.
    private final double[] port;

    private RowPositions(Layers layers, double gap) {
        this.layers = layers;
        this.gap = gap;
        this.port = new double[layers.size()];
    }

    /// Positions for a graph seen for the first time; its columns are in their final order.
    ///
    /// @return y of the port of each item
    static double[] fresh(Layers layers, double gap) {
        RowPositions rows = new RowPositions(layers, gap);
        for (List<Integer> items : layers.columns()) {
            double top = 0;
            for (int item : items) {
                rows.port[item] = top + layers.port(item);
                top += layers.height(item) + gap;
            }
        }
        int last = layers.columns().size() - 1;
        for (int pass = 0; pass < PASSES; pass++) {
            for (int step = 0; step <= last; step++) {
                rows.drawTowardsNeighbours(layers.columns().get(pass % 2 == 0 ? step : last - step));
            }
        }
        return rows.port;
    }

    /// Positions for a graph of which some items had a place before: these keep their order, and almost their place.
    ///
    /// @param before y of the port by id
    static double[] update(Layers layers, double gap, Map<String, Double> before) {
        RowPositions rows = new RowPositions(layers, gap);
        boolean[] placed = new boolean[layers.size()];
        double[] weight = new double[layers.size()];
        for (int item = 0; item < layers.size(); item++) {
            Double old = before.get(layers.id(item));
            placed[item] = old != null;
            weight[item] = placed[item] ? WEIGHT_OF_OLD : 1;
            rows.port[item] = placed[item] ? old : 0;
        }
        for (List<Integer> items : layers.columns()) {
            int sibling = -1;
            for (int item : items) {
                boolean likeSibling = sibling >= 0 && rows.isBesideSibling(sibling, item);
                if (!placed[item]) {
                    rows.port[item] = likeSibling ? rows.port[sibling] + JUST_BELOW : rows.meanOfPlaced(item, placed);
                    placed[item] = true;
                }
                sibling = item;
            }
            items.sort(Comparator.comparingDouble((Integer item) -> rows.port[item])
                    .thenComparing(item -> -weight[item])
                    .thenComparing(Comparator.naturalOrder()));
        }
        for (List<Integer> items : layers.columns()) {
            double[] wish = items.stream().mapToDouble(item -> rows.port[item]).toArray();
            double[] weights = items.stream().mapToDouble(item -> weight[item]).toArray();
            rows.settle(items, wish, weights);
        }
        return rows.port;
    }

    private void drawTowardsNeighbours(List<Integer> items) {
        double[] wish = new double[items.size()];
        double[] weights = new double[items.size()];
        for (int index = 0; index < items.size(); index++) {
            List<Integer> neighbours = layers.neighbours(items.get(index));
            double own = port[items.get(index)];
            wish[index] = neighbours.stream().mapToDouble(neighbour -> port[neighbour]).average().orElse(own);
            weights[index] = 1;
        }
        settle(items, wish, weights);
    }

    private boolean isBesideSibling(int sibling, int item) {
        List<Integer> holders = holders(item);
        return holders.isEmpty() ? layers.neighbours(sibling).equals(layers.neighbours(item)) : holders.equals(holders(sibling));
    }

    private List<Integer> holders(int item) {
        return layers.neighbours(item).stream().filter(neighbour -> layers.column(neighbour) < layers.column(item)).toList();
    }

    private double meanOfPlaced(int item, boolean[] placed) {
        return layers.neighbours(item).stream()
                .filter(neighbour -> placed[neighbour])
                .mapToDouble(neighbour -> port[neighbour])
                .average()
                .orElse(0);
    }

    /// Moves the items of a column as near to their wishes as order and gaps allow. Subtracting from each wish what must lie above it
    /// turns "a gap apart" into "not decreasing", which pooling solves: neighbours in the wrong order share their weighted mean.
    private void settle(List<Integer> items, double[] wish, double[] weights) {
        int count = items.size();
        double[] above = new double[count];
        double[] mean = new double[count];
        double[] weight = new double[count];
        int[] length = new int[count];
        int blocks = 0;
        for (int index = 0; index < count; index++) {
            int item = items.get(index);
            above[index] = index == 0 ? 0 : above[index - 1] + layers.height(items.get(index - 1)) + gap;
            mean[blocks] = wish[index] - layers.port(item) - above[index];
            weight[blocks] = weights[index];
            length[blocks] = 1;
            blocks++;
            while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
                blocks--;
                double total = weight[blocks - 1] + weight[blocks];
                mean[blocks - 1] = (mean[blocks - 1] * weight[blocks - 1] + mean[blocks] * weight[blocks]) / total;
                weight[blocks - 1] = total;
                length[blocks - 1] += length[blocks];
                layers.worked(1);
            }
        }
        int index = 0;
        for (int block = 0; block < blocks; block++) {
            for (int member = 0; member < length[block]; member++) {
                int item = items.get(index);
                port[item] = mean[block] + above[index] + layers.port(item);
                index++;
            }
        }
        layers.worked(count);
    }
}
