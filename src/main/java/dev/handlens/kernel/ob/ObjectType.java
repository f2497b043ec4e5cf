package dev.handlens.kernel.ob;

import dev.handlens.kernel.Architecture;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.se.GenericMapping;

/// The object types of Windows 7, with what the object manager knows of each.
public enum ObjectType {
    TYPE, DIRECTORY, SYMBOLIC_LINK, TOKEN, JOB, PROCESS, THREAD, EVENT, MUTANT, SEMAPHORE, TIMER, DEVICE, DRIVER, FILE, SECTION, KEY;

    public String typeName() { return name(); }
    public String tag() { return name(); }
    public PoolKind poolKind() { return PoolKind.NONPAGED; }
    /// Bytes of the pool block of an object, pool header included.
    public int blockBytes(Architecture architecture, boolean named, boolean exclusive) { return 96; }
    public GenericMapping genericMapping() { return new GenericMapping(0, 0, 0, 0); }
    public int validAccess() { return 0; }
    public int refusedAttributes() { return 0; }
    public boolean isCaseInsensitive() { return false; }
    public boolean isSecurityRequired() { return false; }
    public boolean hasCustomSecurity() { return false; }
    public boolean isAlwaysSignaled() { return false; }
}
