package dev.handlens.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// The handles of every process as the kernel's observer tells of them: a second account, kept apart from the tables.
final class OpenHandles implements HandleObserver {
    private final Map<Integer, TreeSet<Long>> open = new TreeMap<>();
    private final Map<Integer, TreeSet<Long>> closed = new TreeMap<>();

    @Override
    public void opened(int pid, long handle, long first, long second) {
        of(open, pid).add(handle);
        of(closed, pid).remove(handle);
    }

    @Override
    public void closed(int pid, long handle, long first, long second, boolean byExit) {
        if (!of(open, pid).remove(handle)) {
            throw new AssertionError("handle " + handle + " of " + pid + " was closed and not open");
        }
        of(closed, pid).add(handle);
    }

    /// Values open in a process, ascending.
    List<Long> open(int pid) {
        return new ArrayList<>(of(open, pid));
    }

    /// Values that were open in a process and are not now, ascending.
    List<Long> closed(int pid) {
        return new ArrayList<>(of(closed, pid));
    }

    /// Forgets a process that has ended.
    void forget(int pid) {
        open.remove(pid);
        closed.remove(pid);
    }

    private static TreeSet<Long> of(Map<Integer, TreeSet<Long>> handles, int pid) {
        return handles.computeIfAbsent(pid, _ -> new TreeSet<>());
    }
}
