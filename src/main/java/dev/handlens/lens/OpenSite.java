package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.scenario.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the open handles of one step of the program tell: whose they are, of which type, and what goes with them.
final class OpenSite {
    /// Slots of a table that are all read. Beyond them the first entry of each page tells enough: a leak of millions looks like its first
    /// thousands.
    private static final long SLOTS_READ = 65_536;
    private static final int VALUES = 8;

    private final int pid;
    private final ObjectType type;
    private final List<Long> values = new ArrayList<>();
    private final Map<Integer, Integer> handlesByObject = new TreeMap<>();
    private long read;

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

    /// For each object, how many of the handles read lead to it.
    Map<Integer, Integer> handlesByObject() {
        return handlesByObject;
    }

    /// The open handles of every step that has some, by the id of the step.
    static Map<Integer, OpenSite> readAll(Machine machine) {
        Map<Integer, OpenSite> sites = new TreeMap<>();
        for (ProcessObject process : machine.kernel().processes()) {
            if (process.table() != null) {
                readTable(machine, process, sites);
            }
        }
        return sites;
    }

    private static void readTable(Machine machine, ProcessObject process, Map<Integer, OpenSite> sites) {
        HandleTable table = process.table();
        Kernel kernel = machine.kernel();
        int page = table.geometry().entriesPerPage();
        long slots = (long) table.pages() * page;
        for (long slot = 1; slot < slots; slot += slot <= SLOTS_READ ? 1 : page) {
            long first = table.first(slot << 2);
            long stamp = first == 0 ? 0 : HandleEntry.stamp(table.second(slot << 2));
            if (stamp > 0) {
                KObject object = kernel.object(HandleEntry.object(first));
                OpenSite site = sites.computeIfAbsent(machine.program().step(stamp).id(), _ -> new OpenSite(process.pid(), object.type()));
                if (site.pid == process.pid()) {
                    site.take(slot << 2, object.id());
                }
            }
        }
    }

    private void take(long value, int object) {
        read++;
        handlesByObject.merge(object, 1, Integer::sum);
        if (values.size() < VALUES) {
            values.add(value);
        }
    }
}
