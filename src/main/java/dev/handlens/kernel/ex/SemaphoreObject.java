package dev.handlens.kernel.ex;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.StateHash;

/// A semaphore.
public final class SemaphoreObject extends WaitableObject {
    private int count;
    private final int limit;

    @KernelOnly
    public SemaphoreObject(Birth birth, int count, int limit) {
        super(birth);
        this.count = count;
        this.limit = limit;
    }

    /// Waits it can satisfy now.
    public int count() {
        return count;
    }

    /// Most that its count may be.
    public int limit() {
        return limit;
    }

    @Override
    public boolean isSignaled(int tid) {
        return count > 0;
    }

    @Override
    @KernelOnly
    public void consume(int tid) {
        count--;
    }

    @KernelOnly
    public void release(int more) {
        count += more;
    }

    @Override
    protected void hashBody(StateHash hash) {
        super.hashBody(hash);
        hash.add(count).add(limit);
    }
}
