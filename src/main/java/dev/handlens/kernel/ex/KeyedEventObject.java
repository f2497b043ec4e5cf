package dev.handlens.kernel.ex;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.ob.KObject;

/// A keyed event. It has no state: threads meet on it.
public final class KeyedEventObject extends KObject {
    @KernelOnly
    public KeyedEventObject(Birth birth) {
        super(birth);
    }
}
