package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ProcessState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The process list: those there are, and those that went in the time watched.
final class ProcessesProjector {
    /// More open handles than that are poor design or a leak.
    static final int MANY_HANDLES = 10_000;

    private final Sight sight;
    private final Kernel now;
    private final Kernel baseline;
    private final Map<Integer, List<SuspectId>> suspects;
    private final Map<Integer, ProcessObject> processes = new TreeMap<>();
    private final List<ProcessRow> rows = new ArrayList<>();

    private ProcessesProjector(Sight sight, FindingsFrame findings) {
        this.sight = sight;
        suspects = findings.suspected().stream().map(FindingsFrame.Suspected::id)
                .collect(Collectors.groupingBy(SuspectId::pid, TreeMap::new, Collectors.toList()));
        now = sight.shown().kernel();
        baseline = sight.baseline().kernel();
    }

    /// Returns the process list.
    ///
    /// @param findings whose suspects mark their processes
    static ProcessesFrame project(Sight sight, FindingsFrame findings) {
        return new ProcessesProjector(sight, findings).project();
    }

    private ProcessesFrame project() {
        baseline.processes().forEach(process -> processes.put(process.pid(), process));
        now.processes().forEach(process -> processes.put(process.pid(), process));
        if (sight.view().tree()) {
            for (ProcessObject process : processes.values()) {
                if (isRoot(process)) {
                    addWithChildren(process, 0);
                }
            }
        } else {
            processes.values().forEach(process -> rows.add(row(process, 0)));
        }
        int zombies = (int) rows.stream().filter(ProcessRow::zombie).count();
        return new ProcessesFrame(List.copyOf(rows), zombies, sight.view().tree());
    }

    /// A process whose parent is gone is a root. So is one whose parent id was given to a younger process.
    private boolean isRoot(ProcessObject process) {
        ProcessObject parent = processes.get(process.parentPid());
        return parent == null || parent.id() >= process.id();
    }

    private void addWithChildren(ProcessObject process, int depth) {
        rows.add(row(process, depth));
        for (ProcessObject child : processes.values()) {
            if (child.parentPid() == process.pid() && !isRoot(child)) {
                addWithChildren(child, depth + 1);
            }
        }
    }

    private ProcessRow row(ProcessObject process, int depth) {
        int pid = process.pid();
        boolean present = now.process(pid) != null;
        int handles = present && process.table() != null ? process.table().count() : 0;
        double[] trend = Trends.upTo(sight, sample -> sample.handles(pid), handles);
        return new ProcessRow(
                pid,
                process.parentPid(),
                depth,
                process.imageName(),
                handles,
                process.peakHandles(),
                sight.changes().opened(pid),
                sight.changes().closed(pid),
                trend,
                present ? process.charge(PoolKind.PAGED) : 0,
                present ? process.charge(PoolKind.NONPAGED) : 0,
                present && process.table() != null ? process.table().bytes() : 0,
                change(process, present),
                present && !process.isRunning(),
                present ? terminating(process) : "",
                suspects.getOrDefault(pid, List.of()),
                handles > MANY_HANDLES);
    }

    private String terminating(ProcessObject process) {
        String keeps = Requests.keeps(now, process);
        return process.state() == ProcessState.TERMINATING && keeps.isEmpty() ? "its threads are ending" : keeps;
    }

    private Change change(ProcessObject process, boolean present) {
        if (!present) {
            return Change.CLOSED;
        }
        ProcessObject then = baseline.process(process.pid());
        return then == null || then.id() != process.id() ? Change.OPENED : Change.NONE;
    }
}
