package dev.handlens.kernel.ps;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.StateHash;
import dev.handlens.kernel.ex.WaitableObject;

/// A job: processes that can be ended together. Each member refers to it.
public final class JobObject extends WaitableObject {
    private boolean killOnClose;

    @KernelOnly
    public JobObject(Birth birth) {
        super(birth);
    }

    /// Whether its processes end when the last handle to it is closed.
    public boolean killsOnClose() {
        return killOnClose;
    }

    @KernelOnly
    public void setKillOnClose(boolean value) {
        killOnClose = value;
    }

    @Override
    public boolean isSignaled(int tid) {
        return false;
    }

    @Override
    protected void hashBody(StateHash hash) {
        super.hashBody(hash);
        hash.add(killOnClose);
    }
}
