package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ex.TableGeometry;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.se.AccessMask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Leaf pages and entries of a table in words and bytes.
final class TableLeaves implements TableFrame.Leaves {
    private static final int POINTER_X64 = 8;
    private static final int POINTER_X86 = 4;
    private static final int ACCESS = 4;

    private final Sight sight;
    private final Kernel kernel;
    private final HandleTable table;
    private final long[] closed;
    private final TableGeometry geometry;

    TableLeaves(Sight sight, HandleTable table) {
        this.sight = sight;
        this.table = table;
        closed = sight.changes().closedHandles(sight.view().pid()).stream().mapToLong(gone -> gone.entry().handle()).sorted().toArray();
        kernel = sight.shown().kernel();
        geometry = table.geometry();
    }

    @Override
    public TableFrame.Leaf leaf(int page) {
        List<TableFrame.Slot> slots = new ArrayList<>();
        long first = ((long) page * geometry.entriesPerPage()) << 2;
        for (int i = 0; i < geometry.entriesPerPage(); i++) {
            slots.add(slot(first + ((long) i << 2)));
        }
        long last = first + ((geometry.entriesPerPage() - 1L) << 2);
        int open = table.openIn(page);
        String words = "Leaf page " + Words.count(page) + mid(page) + " · " + Words.hex(first + 4) + " to " + Words.hex(last) + " · "
                + Words.count(open) + " of " + geometry.usableEntries() + " open";
        return new TableFrame.Leaf(page, first, last, open, List.copyOf(slots), words);
    }

    private String mid(int page) {
        return table.levels() == 3 ? " · mid page " + page / geometry.midPointers() : "";
    }

    private TableFrame.Slot slot(long handle) {
        if (HandleTable.slot(handle) % geometry.entriesPerPage() == 0) {
            return TableFrame.Slot.RESERVED;
        }
        if (table.first(handle) == 0) {
            return Arrays.binarySearch(closed, handle) >= 0 ? TableFrame.Slot.CLOSED : TableFrame.Slot.FREE;
        }
        Change change = sight.changes().ofOpen(HandleEntry.stamp(table.second(handle)));
        return change == Change.OPENED ? TableFrame.Slot.OPENED : TableFrame.Slot.OPEN;
    }

    @Override
    public TableFrame.Entry entry(long value) {
        long handle = value & ~3L;
        TableFrame.Slot slot = slot(handle);
        int page = (int) (HandleTable.slot(handle) / geometry.entriesPerPage());
        long index = HandleTable.slot(handle) % geometry.entriesPerPage();
        String place = "entry " + index + " of leaf page " + Words.count(page) + mid(page);
        HandleEntry entry = slot == TableFrame.Slot.RESERVED ? null : table.entry(handle);
        if (entry == null) {
            return new TableFrame.Entry(handle, slot, null, place, unused(handle, slot), List.of(), "");
        }
        return new TableFrame.Entry(handle, slot, new HandleKey(sight.view().pid(), handle, entry.stamp()), place, facts(entry), bytes(entry),
                layout());
    }

    private List<PropertiesFrame.Fact> unused(long handle, TableFrame.Slot slot) {
        List<PropertiesFrame.Fact> facts = new ArrayList<>();
        if (slot == TableFrame.Slot.RESERVED) {
            facts.add(fact("State", "reserved", "the first entry of a page is the kernel's own"));
            return facts;
        }
        long next = HandleEntry.stamp(table.second(handle)) << 2;
        facts.add(fact("State", slot == TableFrame.Slot.CLOSED ? "free, closed in the time watched" : "free", ""));
        facts.add(fact("Next free", next == 0 ? "none" : Words.hex(next), ""));
        facts.add(fact("Used", table.generation(handle) == 0 ? "never" : Words.count(table.generation(handle), "time"), ""));
        return facts;
    }

    private List<PropertiesFrame.Fact> facts(HandleEntry entry) {
        KObject object = kernel.object(entry.object());
        List<PropertiesFrame.Fact> facts = new ArrayList<>();
        facts.add(mono("Object", Words.hex(object.id()), Naming.title(kernel, object)));
        facts.add(mono("Granted access", Words.hex(entry.grantedAccess() & 0xFFFF_FFFFL),
                AccessMask.describe(object.type(), entry.grantedAccess())));
        facts.add(fact("Attributes", attributes(entry.attributes()), ""));
        facts.add(fact("Value used", entry.generation() == 1 ? "for the first time" : Words.count(entry.generation(), "time"), ""));
        facts.add(fact("Opened by", Sight.step(entry.stamp()), CallSites.site(CallSites.stack(sight.program(), entry.stamp()))));
        return facts;
    }

    private static String attributes(int attributes) {
        List<String> words = new ArrayList<>();
        if ((attributes & ObjectAttributes.INHERIT) != 0) {
            words.add("inherit");
        }
        if ((attributes & ObjectAttributes.PROTECT_CLOSE) != 0) {
            words.add("protect from close");
        }
        return words.isEmpty() ? "none" : String.join(", ", words);
    }

    /// Little-endian, as both processors have it. The number of an object stands for its address.
    private List<Byte> bytes(HandleEntry entry) {
        int pointer = geometry.entryBytes() == POINTER_X86 + ACCESS ? POINTER_X86 : POINTER_X64;
        List<Byte> bytes = new ArrayList<>();
        for (int i = 0; i < pointer; i++) {
            bytes.add((byte) ((long) entry.object() >>> 8 * i));
        }
        for (int i = 0; i < ACCESS; i++) {
            bytes.add((byte) (entry.grantedAccess() >>> 8 * i));
        }
        while (bytes.size() < TableGeometry.PAGE_BYTES / geometry.entriesPerPage()) {
            bytes.add((byte) 0);
        }
        return List.copyOf(bytes);
    }

    private String layout() {
        return geometry.entryBytes() == POINTER_X86 + ACCESS ? "8 bytes: 4 pointer to the object, 4 access"
                : "16 bytes: 8 pointer to the object, 4 access, 4 padding";
    }

    private static PropertiesFrame.Fact fact(String label, String value, String remark) {
        return new PropertiesFrame.Fact(label, value, false, remark);
    }

    private static PropertiesFrame.Fact mono(String label, String value, String remark) {
        return new PropertiesFrame.Fact(label, value, true, remark);
    }
}
