package dev.handlens.ui.graph;

import dev.handlens.ui.graph.GraphLayout.Box;
import dev.handlens.ui.graph.GraphLayout.Link;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which nodes hang below which. In a narrow pane what an object refers to (its device, the driver of that) has no column of its own and
/// is stacked below the object; the two then move as one.
final class Hanging {
    private final boolean hangs;
    /// The node at the top of the stack, by the id of every node.
    private final Map<String, Box> head = new LinkedHashMap<>();
    /// Distance from the top of the stack to the top of the node.
    private final Map<String, Double> offset = new LinkedHashMap<>();
    private final Map<String, Double> height = new LinkedHashMap<>();

    private Hanging(boolean hangs) {
        this.hangs = hangs;
    }

    /// Every node by itself.
    static Hanging none(List<Box> boxes) {
        Hanging hanging = new Hanging(false);
        boxes.forEach(hanging::standAlone);
        return hanging;
    }

    /// Nodes right of the object column hang below the first node left of them that they are linked with.
    static Hanging below(List<Box> boxes, List<Link> links, int objectColumn) {
        Map<String, Box> byId = new LinkedHashMap<>();
        boxes.forEach(box -> byId.put(box.id(), box));
        Hanging hanging = new Hanging(true);
        List<Box> leftToRight = boxes.stream().sorted(Comparator.comparingInt(Box::column)).toList();
        for (Box box : leftToRight) {
            Box parent = box.column() > objectColumn ? parent(box, links, byId, objectColumn) : null;
            if (parent == null) {
                hanging.standAlone(box);
            } else {
                hanging.hang(box, hanging.head.get(parent.id()));
            }
        }
        return hanging;
    }

    private static Box parent(Box box, List<Link> links, Map<String, Box> byId, int objectColumn) {
        for (Link link : links) {
            Box other = null;
            if (link.to().equals(box.id())) {
                other = byId.get(link.from());
            } else if (link.from().equals(box.id())) {
                other = byId.get(link.to());
            }
            if (other != null && other.column() >= objectColumn && other.column() < box.column()) {
                return other;
            }
        }
        return null;
    }

    private void standAlone(Box box) {
        head.put(box.id(), box);
        offset.put(box.id(), 0.0);
        height.put(box.id(), box.height());
    }

    private void hang(Box box, Box top) {
        double below = height.get(top.id()) + GraphLayout.HANGING_GAP;
        head.put(box.id(), top);
        offset.put(box.id(), below);
        height.put(top.id(), below + box.height());
    }

    boolean hangs() {
        return hangs;
    }

    boolean isHead(Box box) {
        return head.get(box.id()).id().equals(box.id());
    }

    String headOf(String id) {
        return head.get(id).id();
    }

    double offset(Box box) {
        return offset.get(box.id());
    }

    /// Height of a head with all that hangs below it.
    double height(Box head) {
        return height.get(head.id());
    }
}
