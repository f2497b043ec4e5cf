package dev.handlens.kernel;

import dev.handlens.kernel.ex.TableGeometry;

/// The processor a simulated machine has. It decides sizes of handle table entries, object headers and pool blocks.
public enum Architecture {
    /// 64-bit: 16-byte handle entries, 256 in a page.
    X64("x64", 8, 16, new TableGeometry(16, 256, 512, 128)),
    /// 32-bit: 8-byte handle entries, 512 in a page.
    X86("x86", 4, 8, new TableGeometry(8, 512, 1024, 32));

    private final String label;
    private final int pointerBytes;
    private final int poolGranularity;
    private final TableGeometry geometry;

    Architecture(String label, int pointerBytes, int poolGranularity, TableGeometry geometry) {
        this.label = label;
        this.pointerBytes = pointerBytes;
        this.poolGranularity = poolGranularity;
        this.geometry = geometry;
    }

    /// The name used in scenario files and in the window: `x64` or `x86`.
    public String label() {
        return label;
    }

    /// Bytes of a pointer.
    public int pointerBytes() {
        return pointerBytes;
    }

    /// Bytes of a pool header, and the multiple to which pool blocks are rounded up.
    public int poolGranularity() {
        return poolGranularity;
    }

    /// How handle tables are laid out.
    public TableGeometry geometry() {
        return geometry;
    }
}
