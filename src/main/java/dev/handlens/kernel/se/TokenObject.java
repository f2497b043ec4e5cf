package dev.handlens.kernel.se;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.StateHash;
import dev.handlens.kernel.ob.KObject;

/// The primary token of a process. It is made when somebody opens it for the first time; until then the process knows its privileges itself.
public final class TokenObject extends KObject {
    private final int process;

    @KernelOnly
    public TokenObject(Birth birth, int process) {
        super(birth);
        this.process = process;
    }

    /// Id of the process object.
    public int process() {
        return process;
    }

    @Override
    protected void hashBody(StateHash hash) {
        hash.add(process);
    }
}
