package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.scenario.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts the open handles of one process by type and call site. Every page of the table is counted by itself and again only when it is
/// not shared with the frame before, and pages are summed in blocks, so that a frame of a table of a million handles costs what changed
/// in it. What is remembered never changes a result.
final class HandleCensus {
    /// Pages read at most, a million handles on x64: the rest of sixteen million is one number.
    private static final int PAGES_READ = 4_112;
    private static final int BLOCK_SHIFT = 6;

    private Program program;
    private int pid;
    private ChangedPages changes = new ChangedPages();
    private long[][] pages = {};
    private long[][] blocks = {};
    private final Map<String, Integer> kinds = new LinkedHashMap<>();
    private final List<String[]> kindNames = new ArrayList<>();
    /// By step and type: its kind and one, or 0 while it is not known.
    private int[][] kindOf = {};
    private final Tally scratch = new Tally();
    private long lastStamp = -1;
    private int lastStep;
    private long read;

    /// Open handles of one type that were opened at one place.
    ///
    /// @param kind their number, for [HandleCensus#handles]
    /// @param type type name of their objects
    /// @param site where they were opened, see [CallSites#place]
    /// @param count how many
    /// @param first the lowest value
    /// @param oldest position at which the first of them was opened
    /// @param newest position at which the last of them was opened
    record Group(int kind, String type, String site, long count, long first, long oldest, long newest) {}

    /// The groups of a process, the largest first; in the same order every time.
    List<Group> of(Program run, Kernel kernel, ProcessObject process) {
        if (run != program || process.pid() != pid) {
            forget(run, process.pid());
        }
        HandleTable table = process.table();
        int count = table == null ? 0 : Math.min(PAGES_READ, table.pages());
        if (pages.length < count) {
            pages = Arrays.copyOf(pages, Math.max(count, Math.min(PAGES_READ, 2 * pages.length)));
            blocks = Arrays.copyOf(blocks, (pages.length >> BLOCK_SHIFT) + 1);
        }
        boolean[] stale = new boolean[blocks.length];
        changes.look(table, page -> {
            if (page < pages.length) {
                pages[page] = page < count ? countPage(kernel, table, page) : null;
                stale[page >> BLOCK_SHIFT] = true;
            }
        });
        return groups(sum(stale));
    }

    /// The lowest handles of a group.
    ///
    /// @param process the process that [#of] was asked about last
    /// @param most how many at most
    List<HandleEntry> handles(Kernel kernel, ProcessObject process, Group group, int most) {
        HandleTable table = process.table();
        int perPage = table.geometry().entriesPerPage();
        List<HandleEntry> found = new ArrayList<>();
        for (int page = 0; page < Math.min(pages.length, table.pages()) && found.size() < most; page++) {
            if (pages[page] == null || !Tally.has(pages[page], group.kind())) {
                continue;
            }
            for (long slot = (long) page * perPage + 1; slot < (page + 1L) * perPage && found.size() < most; slot++) {
                HandleEntry entry = table.entry(slot << 2);
                if (entry != null && kind(entry.stamp(), kernel.object(entry.object()).type()) == group.kind()) {
                    found.add(entry);
                }
            }
            read += perPage;
        }
        return found;
    }

    /// Entries read so far; tests hold the census to a bound without a clock.
    long read() {
        return read;
    }

    private void forget(Program run, int process) {
        program = run;
        pid = process;
        changes = new ChangedPages();
        pages = new long[][] {};
        blocks = new long[][] {};
        kinds.clear();
        kindNames.clear();
        kindOf = new int[][] {};
        lastStamp = -1;
    }

    private long[] countPage(Kernel kernel, HandleTable table, int page) {
        int perPage = table.geometry().entriesPerPage();
        scratch.clear();
        for (long slot = (long) page * perPage + 1; slot < (page + 1L) * perPage; slot++) {
            long handle = slot << 2;
            long first = table.first(handle);
            if (first != 0) {
                long stamp = HandleEntry.stamp(table.second(handle));
                scratch.add(kind(stamp, kernel.object(HandleEntry.object(first)).type()), handle, stamp);
            }
        }
        read += perPage;
        return scratch.packed();
    }

    private int kind(long stamp, ObjectType type) {
        if (stamp != lastStamp) {
            lastStamp = stamp;
            // The system's own handles come before the first step.
            lastStep = stamp == 0 ? 0 : program.step(stamp).id() + 1;
        }
        if (lastStep >= kindOf.length) {
            kindOf = Arrays.copyOf(kindOf, Math.max(lastStep + 1, 2 * kindOf.length));
        }
        if (kindOf[lastStep] == null) {
            kindOf[lastStep] = new int[ObjectType.values().length];
        }
        int known = kindOf[lastStep][type.ordinal()];
        if (known != 0) {
            return known - 1;
        }
        String site = CallSites.place(program, stamp);
        int kind = kinds.computeIfAbsent(type.typeName() + "\n" + site, _ -> {
            kindNames.add(new String[] {type.typeName(), site});
            return kindNames.size() - 1;
        });
        kindOf[lastStep][type.ordinal()] = kind + 1;
        return kind;
    }

    private Tally sum(boolean[] stale) {
        for (int block = 0; block < blocks.length; block++) {
            if (stale[block]) {
                scratch.clear();
                for (int page = block << BLOCK_SHIFT; page < Math.min(pages.length, block + 1 << BLOCK_SHIFT); page++) {
                    if (pages[page] != null) {
                        scratch.add(pages[page]);
                    }
                }
                blocks[block] = scratch.packed();
            }
        }
        scratch.clear();
        for (long[] block : blocks) {
            if (block != null) {
                scratch.add(block);
            }
        }
        return scratch;
    }

    private List<Group> groups(Tally tally) {
        List<Group> groups = new ArrayList<>();
        for (int index = 0; index < tally.size(); index++) {
            int kind = tally.kind(index);
            groups.add(new Group(kind, kindNames.get(kind)[0], kindNames.get(kind)[1], tally.count(kind), tally.first(kind),
                    tally.oldest(kind), tally.newest(kind)));
        }
        groups.sort(Comparator.comparingLong(Group::count).reversed().thenComparing(Group::type).thenComparing(Group::site));
        return groups;
    }
}
