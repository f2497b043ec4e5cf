package dev.handlens.kernel.cm;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.StateHash;
import dev.handlens.kernel.ob.KObject;

/// An open registry key. Each open makes one; the keys themselves are kept by the registry.
public final class KeyObject extends KObject {
    private final String path;

    @KernelOnly
    public KeyObject(Birth birth, String path) {
        super(birth);
        this.path = path;
    }

    /// Full name of the key, such as `\REGISTRY\MACHINE\Software`.
    public String path() {
        return path;
    }

    @Override
    protected void hashBody(StateHash hash) {
        hash.add(path);
    }
}
