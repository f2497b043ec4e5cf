package dev.handlens.kernel.ex;

import dev.handlens.kernel.EventKind;
import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.StateHash;

/// A timer. The kernel has no clock, so it never fires by itself.
public final class TimerObject extends WaitableObject {
    private final EventKind kind;

    @KernelOnly
    public TimerObject(Birth birth, EventKind kind) {
        super(birth);
        this.kind = kind;
    }

    public EventKind kind() {
        return kind;
    }

    @Override
    protected void hashBody(StateHash hash) {
        super.hashBody(hash);
        hash.add(kind.ordinal());
    }
}
