package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ps.ProcessObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which handles differ between two looks at a run.
///
/// @param byPid what differs in each process that has a difference
record SpanChanges(Map<Integer, InProcess> byPid) {
    /// Closed handles kept of one process and one span; more are only counted.
    private static final int MAXIMUM_CLOSED = 65_536;
    private static final SpanChanges NONE = new SpanChanges(new TreeMap<>());

    /// A handle that is gone, with what can no longer be asked when its object is gone too.
    ///
    /// @param entry the entry it had
    /// @param object its object as it was while the handle was open
    /// @param name the name of the object at that time
    /// @param position the look that found it gone
    record Closed(HandleEntry entry, KObject object, String name, long position) {}

    /// Changes in one process. Of the handles opened only the number is kept: an entry tells itself when it was opened.
    static final class InProcess {
        private long opened;
        private long closed;
        private final List<Closed> closedHandles = new ArrayList<>();

        long opened() {
            return opened;
        }

        long closed() {
            return closed;
        }

        List<Closed> closedHandles() {
            return closedHandles;
        }

        void add(InProcess later) {
            opened += later.opened;
            closed += later.closed;
            closedHandles.addAll(later.closedHandles);
        }
    }

    /// The changes of several spans that follow each other, as one.
    static SpanChanges sum(List<SpanChanges> spans) {
        TreeMap<Integer, InProcess> sum = new TreeMap<>();
        for (SpanChanges span : spans) {
            span.byPid.forEach((pid, changes) -> sum.computeIfAbsent(pid, _ -> new InProcess()).add(changes));
        }
        return sum.isEmpty() ? NONE : new SpanChanges(sum);
    }

    /// What differs in the later of two forks.
    ///
    /// @param position the position of the later one
    static SpanChanges between(Kernel before, Kernel after, long position) {
        TreeSet<Integer> pids = new TreeSet<>();
        before.processes().forEach(process -> pids.add(process.pid()));
        after.processes().forEach(process -> pids.add(process.pid()));
        TreeMap<Integer, InProcess> changes = new TreeMap<>();
        for (int pid : pids) {
            ProcessObject then = before.process(pid);
            ProcessObject now = after.process(pid);
            if (then != now) {
                InProcess inProcess = new InProcess();
                compare(before, then, now, position, inProcess);
                if (inProcess.opened + inProcess.closed > 0) {
                    changes.put(pid, inProcess);
                }
            }
        }
        return changes.isEmpty() ? NONE : new SpanChanges(changes);
    }

    private static void compare(Kernel before, ProcessObject then, ProcessObject now, long position, InProcess changes) {
        if (then != null && now != null && then.id() != now.id()) {
            // Another process has the id now.
            compare(before, then, null, position, changes);
            compare(before, null, now, position, changes);
            return;
        }
        HandleTable earlier = then == null ? null : then.table();
        HandleTable later = now == null ? null : now.table();
        if (earlier != null && later != null && earlier.closed() == later.closed()) {
            // Nothing was closed, so that all that was opened is open: the table need not be read, however much it grew.
            changes.opened += later.opened() - earlier.opened();
            return;
        }
        HandleTable.difference(earlier, later, new HandleTable.DifferenceVisitor() {
            @Override
            public void opened(long handle, long first, long second) {
                changes.opened++;
            }

            @Override
            public void closed(long handle, long first, long second) {
                changes.closed++;
                if (changes.closedHandles.size() < MAXIMUM_CLOSED) {
                    KObject object = before.object(HandleEntry.object(first));
                    changes.closedHandles.add(new Closed(HandleEntry.of(handle, first, second), object, before.nameOf(object), position));
                }
            }

            @Override
            public void changed(long handle, long firstBefore, long secondBefore, long firstAfter, long secondAfter) {
                // Its attributes differ; the handle is the same.
            }
        });
    }
}
