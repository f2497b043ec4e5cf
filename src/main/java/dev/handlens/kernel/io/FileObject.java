package dev.handlens.kernel.io;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.StateHash;
import dev.handlens.kernel.ex.WaitableObject;

/// An open instance of a device's resource: of a device itself, or of a file on it.
public final class FileObject extends WaitableObject {
    private final int device;
    private final String path;
    private int nameBytes;
    private boolean cleanedUp;

    /// @param nameBytes bytes of the pool block that holds the file's name, 0 for none
    @KernelOnly
    public FileObject(Birth birth, int device, String path, int nameBytes) {
        super(birth);
        this.device = device;
        this.path = path;
        this.nameBytes = nameBytes;
    }

    /// Id of the device object it was opened on.
    public int device() {
        return device;
    }

    /// Full name: that of the device, and what follows it.
    public String path() {
        return path;
    }

    /// Bytes of the pool block of its name.
    public int nameBytes() {
        return nameBytes;
    }

    /// Whether the driver was told that the last handle is closed.
    public boolean isCleanedUp() {
        return cleanedUp;
    }

    @KernelOnly
    public void cleanUp() {
        cleanedUp = true;
    }

    @Override
    protected void hashBody(StateHash hash) {
        super.hashBody(hash);
        hash.add(device).add(path).add(nameBytes).add(cleanedUp);
    }
}
