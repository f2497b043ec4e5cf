package dev.handlens.kernel.ex;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.StateHash;

/// A mutant: what programs call a mutex.
public final class MutantObject extends WaitableObject {
    private int owner;
    private int recursion;
    private boolean abandoned;

    @KernelOnly
    public MutantObject(Birth birth, int owner) {
        super(birth);
        this.owner = owner;
        recursion = owner == 0 ? 0 : 1;
    }

    /// Id of the thread that owns it, or 0.
    public int owner() {
        return owner;
    }

    /// Whether its last owner ended without releasing it.
    public boolean isAbandoned() {
        return abandoned;
    }

    /// 1 when free, 0 when owned once, less for each further time.
    public int count() {
        return 1 - recursion;
    }

    @Override
    public boolean isSignaled(int tid) {
        return owner == 0 || owner == tid;
    }

    @Override
    @KernelOnly
    public void consume(int tid) {
        owner = tid;
        recursion++;
        abandoned = false;
    }

    @KernelOnly
    public void release() {
        if (--recursion == 0) {
            owner = 0;
        }
    }

    @KernelOnly
    public void abandon() {
        owner = 0;
        recursion = 0;
        abandoned = true;
    }

    @Override
    protected void hashBody(StateHash hash) {
        super.hashBody(hash);
        hash.add(owner).add(recursion).add(abandoned);
    }
}
