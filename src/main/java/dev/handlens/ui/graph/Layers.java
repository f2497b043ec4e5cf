package dev.handlens.ui.graph;

import java.util.ArrayList;
import java.util.List;

/// The graph as the steps of the layout see it: numbered items in columns, each with the neighbours it is drawn towards.
/// An item is a node, a node with others hanging below it, or the track of a link through a column it only passes.
final class Layers {
    private final List<String> ids = new ArrayList<>();
    private final List<Double> heights = new ArrayList<>();
    private final List<Double> ports = new ArrayList<>();
    private final List<Integer> columnOf = new ArrayList<>();
    private final List<List<Integer>> neighbours = new ArrayList<>();
    private final List<List<Integer>> columns = new ArrayList<>();
    private long work;

    /// @param port distance from the upper edge to the line that edges meet
    /// @return the number of the item
    int add(String id, int column, double height, double port) {
        int item = ids.size();
        ids.add(id);
        heights.add(height);
        ports.add(port);
        columnOf.add(column);
        neighbours.add(new ArrayList<>());
        while (columns.size() <= column) {
            columns.add(new ArrayList<>());
        }
        columns.get(column).add(item);
        return item;
    }

    void link(int first, int second) {
        neighbours.get(first).add(second);
        neighbours.get(second).add(first);
    }

    int size() {
        return ids.size();
    }

    String id(int item) {
        return ids.get(item);
    }

    double height(int item) {
        return heights.get(item);
    }

    double port(int item) {
        return ports.get(item);
    }

    int column(int item) {
        return columnOf.get(item);
    }

    List<Integer> neighbours(int item) {
        work += neighbours.get(item).size();
        return neighbours.get(item);
    }

    /// The items of each column, from the top; the order is the layout's to change.
    List<List<Integer>> columns() {
        return columns;
    }

    void worked(long amount) {
        work += amount;
    }

    long work() {
        return work;
    }
}
