package dev.handlens.ui.graph;

import java.util.List;

/// Counts the links between neighbouring columns that cross, in `links × log(items)` steps with a Fenwick tree
/// (Barth, Jünger, Mutzel: Simple and efficient bilayer cross counting).
final class Crossings {
    private Crossings() {}

    static long count(Layers layers) {
        int[] index = new int[layers.size()];
        for (List<Integer> items : layers.columns()) {
            for (int position = 0; position < items.size(); position++) {
                index[items.get(position)] = position;
            }
        }
        long crossings = 0;
        for (int column = 0; column + 1 < layers.columns().size(); column++) {
            crossings += between(layers, column, index);
        }
        return crossings;
    }

    private static long between(Layers layers, int column, int[] index) {
        int[] tree = new int[layers.columns().get(column + 1).size() + 1];
        int seen = 0;
        long crossings = 0;
        for (int item : layers.columns().get(column)) {
            int[] ends = layers.neighbours(item).stream()
                    .filter(neighbour -> layers.column(neighbour) == column + 1)
                    .mapToInt(neighbour -> index[neighbour])
                    .toArray();
            for (int end : ends) {
                crossings += seen - endingAtOrAbove(tree, end);
            }
            for (int end : ends) {
                add(tree, end);
                seen++;
            }
            layers.worked(ends.length);
        }
        return crossings;
    }

    private static int endingAtOrAbove(int[] tree, int end) {
        int count = 0;
        for (int node = end + 1; node > 0; node -= node & -node) {
            count += tree[node];
        }
        return count;
    }

    private static void add(int[] tree, int end) {
        for (int node = end + 1; node < tree.length; node += node & -node) {
            tree[node]++;
        }
    }
}
