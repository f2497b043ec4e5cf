package dev.handlens.lens;

import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ex.PoolTag;
import dev.handlens.kernel.ex.TableGeometry;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.scenario.Machine;
import dev.handlens.timeline.History;
import dev.handlens.timeline.SiteHistory;
import java.util.ArrayList;
import java.util.List;

/// A place whose handles leak, in words and numbers.
final class Suspect {
    /// So few open handles run out of nothing.
    private static final long FEW = 32;

    private final Machine machine;
    private final CallSite site;
    private final OpenSites open;
    private final RecentRate rate;
    private final long objectBytes;
    private final long tableBytes;

    private Suspect(Machine machine, CallSite site, OpenSites open, RecentRate rate) {
        this.machine = machine;
        this.site = site;
        this.open = open;
        this.rate = rate;
        objectBytes = site.objectBytes(machine, open);
        TableGeometry geometry = machine.kernel().machine().architecture().geometry();
        long pages = (site.open() + geometry.usableEntries() - 1) / geometry.usableEntries();
        tableBytes = site.open() < geometry.usableEntries() ? site.open() * geometry.entryBytes() : pages * TableGeometry.PAGE_BYTES;
    }

    static FindingsFrame.LeakSuspect of(Machine machine, History history, CallSite site, OpenSites open) {
        return new Suspect(machine, site, open, RecentRate.of(machine.program(), history, machine.position(), site)).frame(history);
    }

    private FindingsFrame.LeakSuspect frame(History history) {
        SiteHistory.Series series = site.series(history);
        return new FindingsFrame.LeakSuspect(
                sentence(),
                ProcessNames.of(machine, site.pid()),
                site.pid(),
                site.type(),
                site.open(),
                site.opened(),
                site.closed(),
                lost(site),
                site.place(),
                site.call().stack(),
                Trends.upTo(history, machine.position(), sample -> series.open((int) (sample.position() / history.stride())), site.open()),
                rate,
                pools(),
                runsOut(),
                site.values(open));
    }

    /// Returns the handles that no variable of the program holds, or when none is open those that the end of the process closed.
    static long lost(CallSite site) {
        return site.open() == 0 ? site.closedByExit() : site.lost();
    }

    private String sentence() {
        String things = site.type().isEmpty() ? "Handles" : Words.plural(site.type());
        String verb = site.call().service().contains("Duplicate") ? "duplicated" : "opened";
        String end;
        if (site.open() == 0) {
            end = "are closed only by the end of the process";
        } else if (site.closed() == 0) {
            end = "are never closed";
        } else {
            end = "are not all closed";
        }
        String subject = verb.equals("duplicated") && !site.type().isEmpty() ? site.type() + " handles" : things;
        return subject + " " + verb + " in " + CallSites.function(site.place()) + " " + end;
    }

    private List<FindingsFrame.PoolUse> pools() {
        List<FindingsFrame.PoolUse> pools = new ArrayList<>();
        ObjectType type = site.objectType();
        if (objectBytes > 0 && type != null) {
            pools.add(new FindingsFrame.PoolUse(type.poolKind(), type.tag().strip(), objectBytes));
        }
        if (tableBytes > 0) {
            pools.add(new FindingsFrame.PoolUse(PoolKind.PAGED, PoolTag.HANDLE_TABLE, tableBytes));
        }
        return List.copyOf(pools);
    }

    /// Which limit comes first if it goes on like this.
    private String runsOut() {
        ObjectType type = site.objectType();
        if (site.open() < FEW || rate.perSecond() <= 0 || type == null) {
            return "";
        }
        double perHandle = (double) objectBytes / site.open();
        double tablePerHandle = (double) tableBytes / site.open();
        boolean objectsPaged = type.poolKind() == PoolKind.PAGED;
        double paged = seconds(PoolKind.PAGED, tablePerHandle + (objectsPaged ? perHandle : 0));
        double nonpaged = seconds(PoolKind.NONPAGED, objectsPaged ? 0 : perHandle);
        double table = tableSeconds();
        double first = Math.min(table, Math.min(paged, nonpaged));
        if (Double.isInfinite(first)) {
            return "";
        }
        String what = first == nonpaged ? "nonpaged pool" : first == paged ? "paged pool" : "the handle table";
        return Math.round(first) == 0 ? what + ", which is full" : what + ", in about " + Words.span(Math.round(first) * 1000);
    }

    private double seconds(PoolKind kind, double bytesPerHandle) {
        double left = machine.kernel().pool().limit(kind) - machine.kernel().pool().bytes(kind);
        return bytesPerHandle <= 0 ? Double.POSITIVE_INFINITY : left / (bytesPerHandle * rate.perSecond());
    }

    private double tableSeconds() {
        ProcessObject process = machine.kernel().process(site.pid());
        HandleTable table = process == null ? null : process.table();
        return table == null ? Double.POSITIVE_INFINITY : (table.geometry().maximumHandles() - table.count()) / rate.perSecond();
    }
}
