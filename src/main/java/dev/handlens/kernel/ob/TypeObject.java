package dev.handlens.kernel.ob;

import dev.handlens.kernel.KernelOnly;

/// The object that stands for a type in `\ObjectTypes`.
public final class TypeObject extends KObject {
    @KernelOnly
    public TypeObject(Birth birth) {
        super(birth);
    }
}
