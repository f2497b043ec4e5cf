package dev.handlens.kernel.ob;

import dev.handlens.kernel.EpochSource;

/// Things by place for users outside the kernel, in pages that forks share. The cost of a fork does not depend on how many places there
/// are; the first change of a page after a fork copies that page.
///
/// @param <T> what is kept; a thing that is changed in place must carry the [#epoch] under which it was made, and is copied when it carries
/// another one
public final class SharedTable<T> extends ForkTable<T> {
    private final EpochSource epochs;
    private long epoch;

    /// An empty table.
    public SharedTable() {
        this(new EpochSource());
    }

    private SharedTable(EpochSource epochs) {
        super(0);
        this.epochs = epochs;
    }

    /// Returns what stands at a place, or null.
    ///
    /// @param place 0 or more
    public T at(int place) {
        return get(place + 1);
    }

    /// Puts a thing at a place.
    ///
    /// @param place 0 or more
    /// @param thing the thing, or null for none
    public void put(int place, T thing) {
        set(place + 1, thing);
    }

    /// Returns the epoch of this table: things that carry it are in no other fork.
    public long epoch() {
        return epoch;
    }

    /// Returns a copy that goes its own way and shares every page.
    public SharedTable<T> fork() {
        enter(epochs.next());
        SharedTable<T> fork = (SharedTable<T>) fork(0);
        fork.enter(epochs.next());
        return fork;
    }

    private void enter(long next) {
        epoch = next;
        moveTo(next);
    }
}
