package dev.handlens.kernel.ob;

import dev.handlens.kernel.KernelOnly;

/// All objects of a machine by id. Requests take their ids from it too, so that an id stands for one thing only, as an address does.
public final class ObjectTable extends ForkTable<KObject> {
    private int nextId = 1;

    @KernelOnly
    public ObjectTable(long epoch) {
        super(epoch);
    }

    /// Ids given so far are below it.
    public int nextId() {
        return nextId;
    }

    @KernelOnly
    public int takeId() {
        return nextId++;
    }

    @Override
    @KernelOnly
    public ObjectTable fork(long forEpoch) {
        return (ObjectTable) super.fork(forEpoch);
    }
}
