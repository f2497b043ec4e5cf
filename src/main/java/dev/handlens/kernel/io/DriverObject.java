package dev.handlens.kernel.io;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.StateHash;
import dev.handlens.kernel.ob.KObject;

/// A loaded driver. Handles never name it.
public final class DriverObject extends KObject {
    private final String image;

    @KernelOnly
    public DriverObject(Birth birth, String image) {
        super(birth);
        this.image = image;
    }

    /// File name, such as `gizmo.sys`.
    public String image() {
        return image;
    }

    @Override
    protected void hashBody(StateHash hash) {
        hash.add(image);
    }
}
