package dev.handlens.ui.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where a layout put everything, in px at zoom 1.
///
/// @param places where each node is, by id
/// @param lanes for each link, in the order given: the columns it passes on its way, from its first node to its second
/// @param memory y of everything placed, tracks of links included, by id: what the next layout is to keep
/// @param left smallest x of all places
/// @param top smallest y
/// @param width from `left` to the right edge of the rightmost node
/// @param height from `top` to the lower edge of the lowest node
/// @param hanging whether lower nodes hang below their objects instead of standing in columns of their own
/// @param work neighbours and places looked at; tests hold the layout to a bound without a clock
record Placement(
        Map<String, Place> places,
        List<List<Lane>> lanes,
        Map<String, Double> memory,
        double left,
        double top,
        double width,
        double height,
        boolean hanging,
        long work) {

    /// The same, with the nodes elsewhere.
    Placement withPlaces(Map<String, Place> elsewhere) {
        return new Placement(elsewhere, lanes, memory, left, top, width, height, hanging, work);
    }

    /// A moment on the way here; nodes that are new stand where they will be.
    ///
    /// @param fraction 0 at the start, 1 here
    Placement between(Placement start, double fraction) {
        Map<String, Place> moving = new LinkedHashMap<>();
        places.forEach((id, place) -> {
            Place old = start.places.getOrDefault(id, place);
            double x = old.x + (place.x - old.x) * fraction;
            double y = old.y + (place.y - old.y) * fraction;
            moving.put(id, new Place(x, y, place.width, place.height, y + place.port - place.y));
        });
        return withPlaces(moving);
    }

    /// The rectangle of a node.
    ///
    /// @param port y of the line that edges meet
    record Place(double x, double y, double width, double height, double port) {
        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }

        double centerX() {
            return x + width / 2;
        }
    }

    /// The free track that a link follows through a column it only passes.
    record Lane(double x, double width, double y) {}
}
