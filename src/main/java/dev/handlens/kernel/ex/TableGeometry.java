package dev.handlens.kernel.ex;

/// How a handle table is laid out in pages of 4,096 bytes: leaf pages of entries, mid pages of pointers to leaf pages,
/// one top block of pointers to mid pages.
///
/// @param entryBytes bytes of one entry (8 on x86; 12, aligned to 16, on x64)
/// @param entriesPerPage entries of a leaf page, the reserved first one included
/// @param midPointers leaf pages that one mid page names
/// @param topPointers mid pages that the top block names
public record TableGeometry(int entryBytes, int entriesPerPage, int midPointers, int topPointers) {
    /// Bytes of a page on both processors.
    public static final int PAGE_BYTES = 4096;
    /// The hard-coded number of entries a table may have, reserved ones included.
    public static final int MAXIMUM_ENTRIES = 16 * 1024 * 1024;

    /// Entries of a leaf page that can be handed out: all but the reserved first one.
    public int usableEntries() {
        return entriesPerPage - 1;
    }

    /// Leaf pages of a full table: 65,536 on x64, 32,768 on x86.
    public int maximumPages() {
        return MAXIMUM_ENTRIES / entriesPerPage;
    }

    /// Handles a process can have at once: 16,711,680 on x64, 16,744,448 on x86.
    public int maximumHandles() {
        return MAXIMUM_ENTRIES - maximumPages();
    }

    /// Bytes of the top block.
    public int topBytes() {
        return topPointers * (PAGE_BYTES / midPointers);
    }
}
