package dev.handlens.kernel.io;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.StateHash;
import dev.handlens.kernel.ex.WaitableObject;

/// An open instance of a device's resource: of a device itself, or of a file on it.
public final class FileObject extends WaitableObject {
    private final int device;
    private final String path;
    private final int nameBytes;
    private final boolean synchronous;
    private boolean cleanedUp;
    private boolean signaled = true;
    private IoStatusBlock lastStatus;

    /// @param nameBytes bytes of the pool block that holds the file's name, 0 for none
    /// @param synchronous whether it was opened for synchronous I/O
    @KernelOnly
    public FileObject(Birth birth, int device, String path, int nameBytes, boolean synchronous) {
        super(birth);
        this.device = device;
        this.path = path;
        this.nameBytes = nameBytes;
        this.synchronous = synchronous;
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

    /// Whether whoever sends a request through it waits until it is completed.
    public boolean isSynchronous() {
        return synchronous;
    }

    /// What was written last for a request sent through it; null before the first. Nothing is written for a request whose thread is gone.
    public IoStatusBlock lastStatus() {
        return lastStatus;
    }

    /// A file is signaled when a request through it has been completed, its opening included, until the next one is sent. A request that
    /// names an event sets that event instead, unless the file is synchronous.
    @Override
    public boolean isSignaled(int tid) {
        return signaled;
    }

    @KernelOnly
    public void setSignaled(boolean value) {
        signaled = value;
    }

    @KernelOnly
    public void write(IoStatusBlock status) {
        lastStatus = status;
    }

    @KernelOnly
    public void cleanUp() {
        cleanedUp = true;
    }

    @Override
    protected void hashBody(StateHash hash) {
        super.hashBody(hash);
        hash.add(device).add(path).add(nameBytes).add(synchronous).add(cleanedUp).add(signaled).add(lastStatus != null);
        if (lastStatus != null) {
            lastStatus.hash(hash);
        }
    }
}
