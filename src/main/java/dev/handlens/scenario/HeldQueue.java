package dev.handlens.scenario;

import java.util.ArrayList;
import java.util.List;

/// A collection of handles, first in, first out. A value, so that forks share it: what is added goes to one list, what is taken out comes
/// from the other, and the first is turned round into the second when that is empty.
final class HeldQueue {
    private record Link(HeldHandle handle, Link next) {}

    static final HeldQueue EMPTY = new HeldQueue(null, null, 0);

    private final Link oldest;
    private final Link newest;
    private final int size;

    private HeldQueue(Link oldest, Link newest, int size) {
        this.oldest = oldest;
        this.newest = newest;
        this.size = size;
    }

    int size() {
        return size;
    }

    HeldQueue add(HeldHandle handle) {
        return oldest == null ? new HeldQueue(new Link(handle, null), null, 1) : new HeldQueue(oldest, new Link(handle, newest), size + 1);
    }

    /// The oldest, or null.
    HeldHandle first() {
        return oldest == null ? null : oldest.handle;
    }

    /// Without the oldest.
    HeldQueue rest() {
        if (oldest == null) {
            return this;
        }
        if (oldest.next != null) {
            return new HeldQueue(oldest.next, newest, size - 1);
        }
        Link turned = null;
        for (Link link = newest; link != null; link = link.next) {
            turned = new Link(link.handle, turned);
        }
        return new HeldQueue(turned, null, size - 1);
    }

    /// All of them, the oldest first.
    List<HeldHandle> all() {
        List<HeldHandle> handles = new ArrayList<>(size);
        for (Link link = oldest; link != null; link = link.next) {
            handles.add(link.handle);
        }
        List<HeldHandle> later = new ArrayList<>();
        for (Link link = newest; link != null; link = link.next) {
            later.add(link.handle);
        }
        handles.addAll(later.reversed());
        return handles;
    }
}
