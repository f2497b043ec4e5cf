package dev.handlens.kernel.mm;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.StateHash;
import dev.handlens.kernel.ob.KObject;

/// A section: memory that processes can map and share.
public final class SectionObject extends KObject {
    private final long size;
    private final int file;

    @KernelOnly
    public SectionObject(Birth birth, long size, int file) {
        super(birth);
        this.size = size;
        this.file = file;
    }

    /// Bytes.
    public long size() {
        return size;
    }

    /// Id of the file object that backs it, or 0 for the page file.
    public int file() {
        return file;
    }

    @Override
    protected void hashBody(StateHash hash) {
        hash.add(size).add(file);
    }
}
