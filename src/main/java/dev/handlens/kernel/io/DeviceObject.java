package dev.handlens.kernel.io;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.StateHash;
import dev.handlens.kernel.ob.KObject;

/// A device of a driver. Handles never name it: opening its name makes a file object.
public final class DeviceObject extends KObject {
    private final int driver;
    private int openFiles;
    private boolean deleted;

    @KernelOnly
    public DeviceObject(Birth birth, int driver) {
        super(birth);
        this.driver = driver;
    }

    /// Id of the driver object.
    public int driver() {
        return driver;
    }

    /// File objects opened on it: the device's own reference count, which is not the object manager's.
    public int openFiles() {
        return openFiles;
    }

    /// Whether its driver has deleted it: then it only waits for its files.
    public boolean isDeleted() {
        return deleted;
    }

    @KernelOnly
    public void delete() {
        deleted = true;
    }

    @KernelOnly
    public void addOpenFile(int delta) {
        openFiles += delta;
    }

    @Override
    protected void hashBody(StateHash hash) {
        hash.add(driver).add(openFiles).add(deleted);
    }
}
