package dev.handlens.kernel.ex;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.StateHash;
import dev.handlens.kernel.ob.KObject;
import java.util.ArrayList;
import java.util.List;

/// An object that threads wait for.
public abstract class WaitableObject extends KObject {
    private int[] waiters = {};

    protected WaitableObject(Birth birth) {
        super(birth);
    }

    /// Ids of the threads that wait for it, the first come first.
    public final List<Integer> waiters() {
        List<Integer> tids = new ArrayList<>(waiters.length);
        for (int tid : waiters) {
            tids.add(tid);
        }
        return tids;
    }

    /// Takes what a satisfied wait takes: the signal of a synchronization event, a count, the ownership.
    @KernelOnly
    public void consume(int tid) {}

    @KernelOnly
    public final void addWaiter(int tid) {
        int[] more = java.util.Arrays.copyOf(waiters, waiters.length + 1);
        more[waiters.length] = tid;
        waiters = more;
    }

    @KernelOnly
    public final void removeWaiter(int tid) {
        waiters = java.util.Arrays.stream(waiters).filter(waiter -> waiter != tid).toArray();
    }

    @Override
    protected void hashBody(StateHash hash) {
        hash.add(waiters.length);
        for (int waiter : waiters) {
            hash.add(waiter);
        }
    }
}
