package dev.handlens.lens;

import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.scenario.Machine;
import dev.handlens.scenario.SiteCounts;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads the open handles of call sites, of each only as many as say enough. Read when the first is asked for.
final class OpenSites {
    /// Slots of a table that are all read. Beyond them the first entries of some pages tell enough: a leak of millions looks like its first
    /// thousands.
    private static final long SLOTS_READ = 8_192;
    /// Pages beyond them of which the first entry is read at most, at even distances.
    private static final long PAGES_READ = 2_048;
    private static final OpenSite NOTHING = new OpenSite();

    private final Machine machine;
    /// By number of the site, with open handles each.
    private Map<Integer, OpenSite> sites;
    private long read;

    /// @param machine the machine, which does not go on
    OpenSites(Machine machine) {
        this.machine = machine;
    }

    /// Returns what was read of a site.
    ///
    /// @param site its number
    OpenSite of(int site) {
        if (sites == null) {
            sites = new LinkedHashMap<>();
            readAll();
        }
        return sites.getOrDefault(site, NOTHING);
    }

    /// Returns the entries read so far.
    long read() {
        return read;
    }

    private void readAll() {
        Map<Integer, Map<Integer, Long>> wanted = new LinkedHashMap<>();
        for (SiteCounts.Site site : machine.sites()) {
            if (site.open() > 0) {
                wanted.computeIfAbsent(site.pid(), _ -> new LinkedHashMap<>()).put(site.number(), (long) site.open());
            }
        }
        for (ProcessObject process : machine.kernel().processes()) {
            if (process.table() != null && wanted.containsKey(process.pid())) {
                readTable(process, wanted.get(process.pid()));
            }
        }
    }

    /// @param open open handles by number of the site
    private void readTable(ProcessObject process, Map<Integer, Long> open) {
        HandleTable table = process.table();
        int page = table.geometry().entriesPerPage();
        long slots = (long) table.pages() * page;
        long distance = (table.pages() + PAGES_READ - 1) / PAGES_READ * page;
        int left = open.size();
        for (long slot = 1; slot < slots && left > 0; slot += slot <= SLOTS_READ ? 1 : distance) {
            read++;
            long first = table.first(slot << 2);
            if (first == 0) {
                continue;
            }
            KObject object = machine.kernel().object(HandleEntry.object(first));
            int number = machine.site(process.pid(), object.type(), HandleEntry.stamp(table.second(slot << 2)));
            if (number >= 0) {
                OpenSite site = sites.computeIfAbsent(number, _ -> new OpenSite());
                boolean before = site.isEnough(open.get(number));
                if (!before) {
                    site.take(slot << 2, object);
                    left -= site.isEnough(open.get(number)) ? 1 : 0;
                }
            }
        }
    }
}
