package dev.handlens.bench;

import java.util.HashMap;
import java.util.Map;

/// The handle table that a Java programmer would write first: a map from handle value to a record, and a counter for the next value.
/// What Handlens is measured against.
final class PeerTable {
    /// What a handle refers to, and what for.
    record Entry(Object object, int grantedAccess, int attributes) {}

    private final Map<Integer, Entry> entries = new HashMap<>();
    private int next;

    int open(Object object, int grantedAccess, int attributes) {
        next += 4;
        entries.put(next, new Entry(object, grantedAccess, attributes));
        return next;
    }

    boolean close(int handle) {
        return entries.remove(handle) != null;
    }

    int size() {
        return entries.size();
    }
}
