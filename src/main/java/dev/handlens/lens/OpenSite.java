package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.scenario.Machine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What the open handles of one step of the program tell: whose they are, of which type, and what goes with them.
final class OpenSite {
    /// Slots of a table that are all read. Beyond them the first entries of some pages tell enough: a leak of millions looks like its first
    /// thousands.
    private static final long SLOTS_READ = 8_192;
    /// Pages beyond them of which the first entry is read at most, at even distances.
    private static final long PAGES_READ = 2_048;
    private static final int VALUES = 8;

    private final int pid;
    private final ObjectType type;
    private final List<Long> values = new ArrayList<>();
    private int[] objects = new int[16];
    private int read;

    private OpenSite(int pid, ObjectType type) {
        this.pid = pid;
        this.type = type;
    }

    int pid() {
        return pid;
    }

    ObjectType type() {
        return type;
    }

    /// The lowest handle values.
    List<Long> values() {
        return values;
    }

    /// Open handles that were read.
    long read() {
        return read;
    }

    /// The object of each handle that was read, in no order.
    int[] objects() {
        return Arrays.copyOf(objects, read);
    }

    /// The open handles of every step; the index is its id, and null stands for none.
    static OpenSite[] readAll(Machine machine) {
        OpenSite[] sites = new OpenSite[machine.program().stepCount()];
        for (ProcessObject process : machine.kernel().processes()) {
            if (process.table() != null) {
                readTable(machine, process, sites);
            }
        }
        return sites;
    }

    private static void readTable(Machine machine, ProcessObject process, OpenSite[] sites) {
        HandleTable table = process.table();
        Kernel kernel = machine.kernel();
        int page = table.geometry().entriesPerPage();
        long slots = (long) table.pages() * page;
        long distance = (table.pages() + PAGES_READ - 1) / PAGES_READ * page;
        for (long slot = 1; slot < slots; slot += slot <= SLOTS_READ ? 1 : distance) {
            long first = table.first(slot << 2);
            long stamp = first == 0 ? 0 : HandleEntry.stamp(table.second(slot << 2));
            if (stamp > 0) {
                KObject object = kernel.object(HandleEntry.object(first));
                int step = machine.program().step(stamp).id();
                if (sites[step] == null) {
                    sites[step] = new OpenSite(process.pid(), object.type());
                }
                if (sites[step].pid == process.pid()) {
                    sites[step].take(slot << 2, object.id());
                }
            }
        }
    }

    private void take(long value, int object) {
        if (read == objects.length) {
            objects = Arrays.copyOf(objects, 2 * read);
        }
        objects[read++] = object;
        if (values.size() < VALUES) {
            values.add(value);
        }
    }
}
