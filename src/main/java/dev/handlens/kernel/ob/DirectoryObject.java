package dev.handlens.kernel.ob;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.StateHash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A directory of the object namespace.
public final class DirectoryObject extends KObject {
    private TreeMap<String, Integer> entries = new TreeMap<>();

    @KernelOnly
    public DirectoryObject(Birth birth) {
        super(birth);
    }

    /// Names and ids of what it lists, in order of the names.
    public SortedMap<String, Integer> entries() {
        return Collections.unmodifiableSortedMap(entries);
    }

    /// The entry under a name.
    ///
    /// @param ignoreCase whether capital and small letters are the same; of several the first in order is found
    /// @return its object's id, or 0
    public int find(String name, boolean ignoreCase) {
        Integer exact = entries.get(name);
        if (exact != null) {
            return exact;
        }
        if (ignoreCase) {
            for (Map.Entry<String, Integer> entry : entries.entrySet()) {
                if (entry.getKey().equalsIgnoreCase(name)) {
                    return entry.getValue();
                }
            }
        }
        return 0;
    }

    /// Its entries refer to it too.
    @Override
    public List<Reference> references() {
        List<Reference> all = new ArrayList<>(super.references());
        entries.values().forEach(child -> all.add(new Reference(ReferenceKind.LISTED_CHILD, child, 0)));
        return all;
    }

    @KernelOnly
    public void insert(String name, int child) {
        entries.put(name, child);
        addPointerCount();
    }

    @KernelOnly
    public void remove(String name) {
        entries.remove(name);
        removePointerCount();
    }

    @Override
    @KernelOnly
    public DirectoryObject copy(long forEpoch) {
        DirectoryObject copy = (DirectoryObject) super.copy(forEpoch);
        copy.entries = new TreeMap<>(entries);
        return copy;
    }

    @Override
    protected void hashBody(StateHash hash) {
        hash.add(entries.size());
        entries.forEach((name, child) -> hash.add(name).add(child));
    }
}
