package dev.handlens.kernel.ex;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.StateHash;
import java.util.Arrays;
import java.util.Objects;

/// A handle table with Windows' geometry: leaf pages of entries whose first one is reserved, mid pages, a top block; free entries are
/// chained. Forks share pages; the reserved entry of a leaf page keeps the epoch that may write it.
///
/// The table knows nothing of pool: who grows it pays for `growthBytes` first.
public final class HandleTable implements Cloneable {

    /// What is shown of entries.
    @FunctionalInterface
    public interface EntryVisitor {
        /// @param handle the handle value
        /// @param first first word, see `HandleEntry`
        /// @param second second word
        void entry(long handle, long first, long second);
    }

    /// What is shown of two tables that differ.
    public interface DifferenceVisitor {
        /// A handle that the later table has and the earlier has not.
        void opened(long handle, long first, long second);

        /// A handle that the earlier table has and the later has not.
        void closed(long handle, long first, long second);

        /// A handle whose access or attributes are not what they were.
        void changed(long handle, long firstBefore, long secondBefore, long firstAfter, long secondAfter);
    }

    private final TableGeometry geometry;
    private final boolean strictFifo;
    private final int pageShift;
    private final int pageMask;
    private final int midShift;
    private final int midMask;
    private long epoch;
    private MidPage[] top;
    private int pages;
    private int firstFree;
    private int lastFree;
    private int count;
    private int peak;
    private long opened;
    private long closed;

    /// An empty table with one page.
    ///
    /// @param strictFifo whether the longest free value is handed out first
    @KernelOnly
    public HandleTable(TableGeometry geometry, boolean strictFifo, long epoch) {
        this.geometry = geometry;
        this.strictFifo = strictFifo;
        this.epoch = epoch;
        pageShift = Integer.numberOfTrailingZeros(geometry.entriesPerPage());
        pageMask = geometry.entriesPerPage() - 1;
        midShift = Integer.numberOfTrailingZeros(geometry.midPointers());
        midMask = geometry.midPointers() - 1;
        top = new MidPage[1];
        grow();
    }

    // ---- reading --------------------------------------------------------------------------------------------------

    public TableGeometry geometry() {
        return geometry;
    }

    /// Handles open now.
    public int count() {
        return count;
    }

    /// Most handles that were ever open at once.
    public int peak() {
        return peak;
    }

    /// Handles ever opened.
    public long opened() {
        return opened;
    }

    /// Handles ever closed.
    public long closed() {
        return closed;
    }

    /// Leaf pages; they are never given back.
    public int pages() {
        return pages;
    }

    /// Mid pages: none as long as one leaf page is enough.
    public int midPages() {
        return pages <= 1 ? 0 : (pages + geometry.midPointers() - 1) >>> midShift;
    }

    /// Levels of the table: 1, 2 or 3.
    public int levels() {
        return pages <= 1 ? 1 : pages <= geometry.midPointers() ? 2 : 3;
    }

    /// Bytes of leaf pages, mid pages and top block.
    public long bytes() {
        return ((long) pages + midPages()) * TableGeometry.PAGE_BYTES + (levels() == 3 ? geometry.topBytes() : 0);
    }

    /// Whether a free entry is at hand without growing.
    public boolean hasFree() {
        return firstFree != 0;
    }

    /// Whether every page the table may have is there.
    public boolean isFull() {
        return firstFree == 0 && pages == geometry.maximumPages();
    }

    /// Bytes of each pool block that the next page needs, the leaf page last.
    public int[] growthBytes() {
        int page = TableGeometry.PAGE_BYTES;
        if (pages == geometry.midPointers()) {
            return new int[] {geometry.topBytes(), page, page};
        }
        return pages == 1 || (pages & geometry.midPointers() - 1) == 0 && pages > 0 ? new int[] {page, page} : new int[] {page};
    }

    /// Slot of a handle value: its two lowest bits are tag bits.
    public static long slot(long handle) {
        return handle >>> 2;
    }

    /// First word of the entry of a handle; 0 when the value names no open handle.
    public long first(long handle) {
        long slot = slot(handle);
        return isSlot(slot) ? page((int) slot)[offset((int) slot)] : 0;
    }

    /// Second word of the entry of a handle; 0 when it was never handed out.
    public long second(long handle) {
        long slot = slot(handle);
        return isSlot(slot) ? page((int) slot)[offset((int) slot) + 1] : 0;
    }

    /// The entry of an open handle, or null.
    public HandleEntry entry(long handle) {
        long first = first(handle);
        return first == 0 ? null : HandleEntry.of(handle & ~3L, first, second(handle));
    }

    /// How often a value has been handed out, whether it is open now or not.
    public int generation(long handle) {
        return HandleEntry.generation(second(handle));
    }

    private boolean isSlot(long slot) {
        // A slot whose place in its page is 0 is the reserved entry of that page.
        return slot >= 0 && slot >>> pageShift < pages && (slot & pageMask) != 0;
    }

    private long[] page(int slot) {
        return leaf(slot >>> pageShift);
    }

    private long[] leaf(int leaf) {
        return top[leaf >>> midShift].page(leaf & midMask);
    }

    private int offset(int slot) {
        return (slot & pageMask) << 1;
    }

    /// How many open handles have a smaller value.
    ///
    /// @param handle any value, of an open handle or not
    public int rank(long handle) {
        long slot = Math.min(slot(handle), (long) pages << pageShift);
        int leaf = (int) (slot >>> pageShift);
        int mid = leaf >>> midShift;
        int rank = 0;
        for (int m = 0; m < mid; m++) {
            rank += top[m].total();
        }
        if (leaf > mid << midShift) {
            rank += top[mid].openBefore(leaf - (mid << midShift));
        }
        int end = leaf < pages ? offset((int) slot) : 0;
        for (int i = 2; i < end; i += 2) {
            rank += page((int) slot)[i] == 0 ? 0 : 1;
        }
        return rank;
    }

    /// The value of the open handle that so many others have a smaller value than.
    ///
    /// @param rank 0 to `count()` - 1
    public long at(int rank) {
        int left = Objects.checkIndex(rank, count);
        int mid = 0;
        while (left >= top[mid].total()) {
            left -= top[mid++].total();
        }
        int place = 0;
        while (left >= top[mid].open(place)) {
            left -= top[mid].open(place++);
        }
        long[] page = top[mid].page(place);
        int i = 2;
        while (page[i] == 0 || left-- > 0) {
            i += 2;
        }
        return ((long) ((mid << midShift) + place) << pageShift) + (i >>> 1) << 2;
    }

    /// Shows every open handle, in the order of values.
    public void forEach(EntryVisitor visitor) {
        for (int leaf = 0; leaf < pages; leaf++) {
            forEachIn(leaf, visitor);
        }
    }

    /// Shows the open handles of one leaf page, in the order of values.
    ///
    /// @param leaf 0 to `pages()` - 1
    public void forEachIn(int leaf, EntryVisitor visitor) {
        long[] page = leaf(leaf);
        for (int i = 2; i < page.length; i += 2) {
            if (page[i] != 0) {
                visitor.entry(((long) leaf << pageShift) + (i >>> 1) << 2, page[i], page[i + 1]);
            }
        }
    }

    /// Open handles of a leaf page.
    ///
    /// @param leaf 0 to `pages()` - 1
    public int openIn(int leaf) {
        return top[leaf >>> midShift].open(leaf & midMask);
    }

    /// Open handles below a mid page; of a table without mid pages, those of its only leaf page.
    ///
    /// @param mid place in the top block
    public int openBelow(int mid) {
        return top[mid].total();
    }

    /// What stands for the content of a leaf page in a table that nobody changes any more: two such tables that have the same one at a
    /// place share the page, so that what was counted in it once holds for both.
    ///
    /// @param leaf 0 to `pages()` - 1
    public Object leafIdentity(int leaf) {
        return leaf(leaf);
    }

    /// What stands for all leaf pages of a mid page, as `leafIdentity` does for one.
    ///
    /// @param mid place in the top block
    public Object midIdentity(int mid) {
        return top[mid];
    }

    /// Shows how a later table differs from an earlier one, in the order of values, a closed handle before the one that has its value now.
    /// Pages that both share are not read.
    ///
    /// @param before the earlier table, or null for none
    /// @param after the later table, or null for none
    public static void difference(HandleTable before, HandleTable after, DifferenceVisitor visitor) {
        HandleTable shape = before == null ? after : before;
        if (shape != null && before != after) {
            TableDifference difference = new TableDifference(shape.pageShift, shape.midShift, visitor);
            difference.show(before == null ? new MidPage[0] : before.top, after == null ? new MidPage[0] : after.top);
        }
    }

    // ---- changing -------------------------------------------------------------------------------------------------

    /// Adds a leaf page whose entries become free in ascending order.
    @KernelOnly
    public void grow() {
        int mid = pages >>> midShift;
        if (mid >= top.length) {
            top = Arrays.copyOf(top, Math.min(geometry.topPointers(), Math.max(mid + 1, top.length * 2)));
        }
        if (top[mid] == null) {
            top[mid] = new MidPage(epoch, geometry.midPointers());
        }
        int perPage = geometry.entriesPerPage();
        int base = pages << pageShift;
        long[] page = new long[perPage << 1];
        page[0] = epoch;
        for (int i = 1; i < perPage - 1; i++) {
            page[(i << 1) + 1] = base + i + 1;
        }
        writableMid(mid).set(pages & midMask, page);
        pages++;
        if (firstFree == 0) {
            firstFree = base + 1;
        } else {
            // Only a value pinned far ahead grows a table that still has free entries.
            setNextFree(lastFree, base + 1);
        }
        lastFree = base + perPage - 1;
    }

    /// Takes the next free entry.
    ///
    /// @return the handle value
    @KernelOnly
    public long insert(int object, int grantedAccess, int attributes, long stamp) {
        int slot = firstFree;
        long[] page = writablePage(slot);
        long second = page[offset(slot) + 1];
        firstFree = (int) (second & HandleEntry.STAMP_MASK);
        if (firstFree == 0) {
            lastFree = 0;
        }
        occupy(page, slot, second, object, grantedAccess, attributes, stamp);
        return (long) slot << 2;
    }

    /// Takes the free entry of a given value out of the chain.
    ///
    /// @param handle a value whose page exists
    /// @return whether it was free
    @KernelOnly
    public boolean insertAt(long handle, int object, int grantedAccess, int attributes, long stamp) {
        int slot = (int) slot(handle);
        if (!isSlot(slot) || first(handle) != 0) {
            return false;
        }
        int next = nextFree(slot);
        int before = 0;
        if (firstFree == slot) {
            firstFree = next;
        } else {
            before = firstFree;
            while (nextFree(before) != slot) {
                before = nextFree(before);
            }
            setNextFree(before, next);
        }
        if (lastFree == slot) {
            lastFree = before;
        }
        long[] page = writablePage(slot);
        occupy(page, slot, page[offset(slot) + 1], object, grantedAccess, attributes, stamp);
        return true;
    }

    private void occupy(long[] page, int slot, long second, int object, int grantedAccess, int attributes, long stamp) {
        int offset = offset(slot);
        long generation = Math.min((second >>> HandleEntry.GENERATION_SHIFT) + 1, HandleEntry.MAXIMUM_GENERATION);
        page[offset] = HandleEntry.first(object, grantedAccess);
        page[offset + 1] = HandleEntry.second(generation, attributes, stamp);
        addLive(slot, 1);
        opened++;
        if (++count > peak) {
            peak = count;
        }
    }

    /// Frees the entry of an open handle.
    @KernelOnly
    public void remove(long handle) {
        int slot = (int) slot(handle);
        long[] page = writablePage(slot);
        int offset = offset(slot);
        page[offset] = 0;
        page[offset + 1] = page[offset + 1] & ~((1L << HandleEntry.GENERATION_SHIFT) - 1);
        addLive(slot, -1);
        count--;
        closed++;
        free(slot, page, offset);
    }

    /// Counts in the mid page of a leaf page that was made writable just before.
    private void addLive(int slot, int delta) {
        int leaf = slot >>> pageShift;
        top[leaf >>> midShift].count(leaf & midMask, delta);
    }

    private void free(int slot, long[] page, int offset) {
        if (!strictFifo) {
            page[offset + 1] |= firstFree;
            if (firstFree == 0) {
                lastFree = slot;
            }
            firstFree = slot;
        } else if (lastFree == 0) {
            firstFree = slot;
            lastFree = slot;
        } else {
            setNextFree(lastFree, slot);
            lastFree = slot;
        }
    }

    /// Sets the attributes of an open handle.
    @KernelOnly
    public void setAttributes(long handle, int attributes) {
        int slot = (int) slot(handle);
        long[] page = writablePage(slot);
        int offset = offset(slot) + 1;
        page[offset] = page[offset] & ~(0xFL << HandleEntry.ATTRIBUTE_SHIFT) | (long) attributes << HandleEntry.ATTRIBUTE_SHIFT;
    }

    /// Chains all entries that are not in use anew, in ascending order, so that the highest is handed out first: what a table looks
    /// like that a child inherited.
    @KernelOnly
    public void rechain() {
        firstFree = 0;
        lastFree = 0;
        for (int p = 0; p < pages; p++) {
            for (int i = 1; i < geometry.entriesPerPage(); i++) {
                int slot = (p << pageShift) + i;
                if (page(slot)[offset(slot)] == 0) {
                    setNextFree(slot, firstFree);
                    if (firstFree == 0) {
                        lastFree = slot;
                    }
                    firstFree = slot;
                }
            }
        }
    }

    private int nextFree(int slot) {
        return (int) (page(slot)[offset(slot) + 1] & HandleEntry.STAMP_MASK);
    }

    private void setNextFree(int slot, int next) {
        long[] page = writablePage(slot);
        int offset = offset(slot) + 1;
        page[offset] = page[offset] & ~HandleEntry.STAMP_MASK | next;
    }

    private long[] writablePage(int slot) {
        int number = slot >>> pageShift;
        MidPage mid = writableMid(number >>> midShift);
        int place = number & midMask;
        long[] page = mid.page(place);
        if (page[0] != epoch) {
            page = page.clone();
            page[0] = epoch;
            mid.set(place, page);
        }
        return page;
    }

    private MidPage writableMid(int place) {
        MidPage mid = top[place];
        if (mid.epoch() != epoch) {
            mid = mid.copy(epoch);
            top[place] = mid;
        }
        return mid;
    }

    /// The epoch of the kernel that may change it.
    public long epoch() {
        return epoch;
    }

    /// A copy for another epoch, sharing every page.
    @KernelOnly
    public HandleTable fork(long forEpoch) {
        try {
            HandleTable fork = (HandleTable) clone();
            fork.top = top.clone();
            fork.epoch = forEpoch;
            return fork;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /// Adds all state to a hash: every entry, free ones with their chain.
    public void hash(StateHash hash) {
        hash.add(pages).add(firstFree).add(lastFree).add(count).add(peak).add(opened).add(closed);
        for (int p = 0; p < pages; p++) {
            long[] page = leaf(p);
            for (int i = 2; i < page.length; i++) {
                hash.add(page[i]);
            }
        }
    }
}
