package dev.handlens.kernel.ex;

import dev.handlens.kernel.EventKind;
import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.StateHash;

/// An event.
public final class EventObject extends WaitableObject {
    private final EventKind kind;
    private boolean signaled;

    @KernelOnly
    public EventObject(Birth birth, EventKind kind, boolean signaled) {
        super(birth);
        this.kind = kind;
        this.signaled = signaled;
    }

    public EventKind kind() {
        return kind;
    }

    public boolean isSignaled() {
        return signaled;
    }

    @Override
    public boolean isSignaled(int tid) {
        return signaled;
    }

    @Override
    @KernelOnly
    public void consume(int tid) {
        if (kind == EventKind.SYNCHRONIZATION) {
            signaled = false;
        }
    }

    @KernelOnly
    public void setSignaled(boolean value) {
        signaled = value;
    }

    @Override
    protected void hashBody(StateHash hash) {
        super.hashBody(hash);
        hash.add(kind.ordinal()).add(signaled);
    }
}
