package dev.handlens.kernel.io;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.StateHash;
import dev.handlens.kernel.ex.WaitableObject;

/// An I/O completion port. No packet is ever queued to it here: it is there to be named, counted and waited for.
public final class IoCompletionObject extends WaitableObject {
    private final int concurrency;

    @KernelOnly
    public IoCompletionObject(Birth birth, int concurrency) {
        super(birth);
        this.concurrency = concurrency;
    }

    /// Threads that may run at a time; 0 for as many as there are processors.
    public int concurrency() {
        return concurrency;
    }

    @Override
    public boolean isSignaled(int tid) {
        return false;
    }

    @Override
    protected void hashBody(StateHash hash) {
        super.hashBody(hash);
        hash.add(concurrency);
    }
}
