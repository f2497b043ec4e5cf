package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.StepIds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts the open handles of one process, all of them or those to one object, by type and call site. Every page of the table is counted by
/// itself and again only when it is not shared with the frame before, and pages are summed in blocks, so that a frame of a table of sixteen
/// million handles costs what changed in it. What is remembered never changes a result.
final class HandleCensus {
    private static final int BLOCK_SHIFT = 6;

    private final int object;
    private Program program;
    private StepIds steps;
    private int pid;
    private ChangedPages changes = new ChangedPages();
    private long[][] pages = {};
    private long[][] blocks = {};
    private final Map<String, Integer> kinds = new LinkedHashMap<>();
    private final List<String[]> kindNames = new ArrayList<>();
    /// By step and type: its kind and one, or 0 while it is not known.
    private int[][] kindOf = {};
    private final Tally scratch = new Tally();
    /// Pages that are not counted as they are now.
    private final BitSet uncounted = new BitSet();
    private int lastObject;
    private ObjectType lastType;
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

    /// Counts all handles.
    HandleCensus() {
        this(0);
    }

    /// @param object the object whose handles are counted, or 0 for those of all
    HandleCensus(int object) {
        this.object = object;
    }

    /// The groups of a process, the largest first; in the same order every time. What was not counted yet is in none of them.
    List<Group> of(Program run, Kernel kernel, ProcessObject process, Allowance allowance) {
        if (run != program || process.pid() != pid) {
            forget(run, process.pid());
        }
        HandleTable table = process.table();
        int count = table == null ? 0 : table.pages();
        if (pages.length < count) {
            pages = Arrays.copyOf(pages, Math.max(count, 2 * pages.length));
            blocks = Arrays.copyOf(blocks, (pages.length >> BLOCK_SHIFT) + 1);
        }
        boolean[] stale = new boolean[blocks.length];
        changes.look(table, page -> {
            if (page < pages.length) {
                // What it was is no more; that it holds anything is known when it is counted again.
                pages[page] = null;
                stale[page >> BLOCK_SHIFT] = true;
                uncounted.set(page, page < count);
            }
        });
        for (int page = uncounted.nextSetBit(0); page >= 0 && !allowance.isSpent(); page = uncounted.nextSetBit(page + 1)) {
            uncounted.clear(page);
            pages[page] = countPage(kernel, table, page);
            stale[page >> BLOCK_SHIFT] = true;
            allowance.spend(table.geometry().entriesPerPage());
        }
        return groups(sum(stale));
    }

    /// Whether every page of the table is counted as it is now.
    boolean isComplete() {
        return uncounted.isEmpty();
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
                if (entry != null && counts(entry.object()) && kind(entry.stamp(), type(kernel, entry.object())) == group.kind()) {
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
        steps = new StepIds(run);
        uncounted.clear();
        lastObject = 0;
    }

    private long[] countPage(Kernel kernel, HandleTable table, int page) {
        scratch.clear();
        Stretch stretch = new Stretch(kernel);
        table.forEachIn(page, stretch);
        stretch.end();
        read += table.geometry().entriesPerPage();
        return scratch.size() == 0 ? null : scratch.packed();
    }

    /// Entries of one kind that follow each other, as most do: they are added up here and counted together.
    private final class Stretch implements HandleTable.EntryVisitor {
        private final Kernel kernel;
        private int kind = -1;
        private long count;
        private long lowest;
        private long oldest;
        private long newest;

        Stretch(Kernel kernel) {
            this.kernel = kernel;
        }

        @Override
        public void entry(long handle, long first, long second) {
            int named = HandleEntry.object(first);
            if (!counts(named)) {
                return;
            }
            long stamp = HandleEntry.stamp(second);
            int its = kind(stamp, type(kernel, named));
            if (its != kind) {
                end();
                kind = its;
                lowest = handle;
                oldest = stamp;
                newest = stamp;
            }
            count++;
            oldest = Math.min(oldest, stamp);
            newest = Math.max(newest, stamp);
        }

        void end() {
            if (count > 0) {
                scratch.add(kind, count, lowest, oldest, newest);
                count = 0;
            }
        }
    }

    private boolean counts(int named) {
        return object == 0 || named == object;
    }

    /// An object keeps its type, and its id is no other's.
    private ObjectType type(Kernel kernel, int named) {
        if (named != lastObject) {
            lastObject = named;
            lastType = kernel.object(named).type();
        }
        return lastType;
    }

    private int kind(long stamp, ObjectType type) {
        // The system's own handles come before the first step.
        int step = stamp == 0 ? 0 : steps.at(stamp) + 1;
        if (step >= kindOf.length) {
            kindOf = Arrays.copyOf(kindOf, Math.max(step + 1, 2 * kindOf.length));
        }
        if (kindOf[step] == null) {
            kindOf[step] = new int[ObjectType.values().length];
        }
        int known = kindOf[step][type.ordinal()];
        if (known != 0) {
            return known - 1;
        }
        String site = CallSites.place(program, stamp);
        int kind = kinds.computeIfAbsent(type.typeName() + "\n" + site, _ -> {
            kindNames.add(new String[] {type.typeName(), site});
            return kindNames.size() - 1;
        });
        kindOf[step][type.ordinal()] = kind + 1;
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
