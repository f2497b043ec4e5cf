package dev.handlens.kernel.io;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.StateHash;
import dev.handlens.kernel.ob.KObject;

/// A loaded driver. Handles never name it.
public final class DriverObject extends KObject {
    private final String image;
    private final DriverBehavior behavior;
    private MajorCounts seen = MajorCounts.NONE;

    @KernelOnly
    public DriverObject(Birth birth, String image, DriverBehavior behavior) {
        super(birth);
        this.image = image;
        this.behavior = behavior;
    }

    /// File name, such as `gizmo.sys`.
    public String image() {
        return image;
    }

    /// How it answers.
    public DriverBehavior behavior() {
        return behavior;
    }

    /// The requests it was sent so far, by kind.
    public MajorCounts seen() {
        return seen;
    }

    @KernelOnly
    public void see(MajorFunction function) {
        seen = seen.and(function);
    }

    @Override
    protected void hashBody(StateHash hash) {
        hash.add(image).add(behavior.answer().ordinal()).add(behavior.verified());
        hash.add(seen.creates()).add(seen.controls()).add(seen.cleanups()).add(seen.closes());
    }
}
