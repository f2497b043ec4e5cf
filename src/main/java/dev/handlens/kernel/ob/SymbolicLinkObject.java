package dev.handlens.kernel.ob;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.StateHash;

/// A name that stands for another name.
public final class SymbolicLinkObject extends KObject {
    private final String target;

    @KernelOnly
    public SymbolicLinkObject(Birth birth, String target) {
        super(birth);
        this.target = target;
    }

    /// The name it stands for.
    public String target() {
        return target;
    }

    @Override
    protected void hashBody(StateHash hash) {
        hash.add(target);
    }
}
