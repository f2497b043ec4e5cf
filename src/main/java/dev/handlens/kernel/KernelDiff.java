package dev.handlens.kernel;

import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ex.Pool;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectTable;
import dev.handlens.kernel.ps.ProcessObject;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The difference of two forks of one machine, in either direction. State that both share is not read.
///
/// @param opened handles that the later one has and the earlier has not, by process and value
/// @param closed handles that the earlier one has and the later has not, by process and value
/// @param changed handles whose attributes differ, as the later one has them
/// @param born objects that the later one has and the earlier has not
/// @param gone objects that the earlier one has and the later has not, as they were
/// @param counts objects that both have with other counts
/// @param pool tags whose use differs
public record KernelDiff(
        List<Handle> opened, List<Handle> closed, List<Handle> changed, List<KObject> born, List<KObject> gone, List<Counts> counts,
        List<PoolChange> pool) {

    /// A handle of a process.
    public record Handle(int pid, HandleEntry entry) {}

    /// An object before and after.
    public record Counts(KObject before, KObject after) {}

    /// Use of a pool under a tag, before and after.
    public record PoolChange(PoolKind kind, String tag, long bytesBefore, long bytesAfter, long blocksBefore, long blocksAfter) {}

    /// Whether a value that was closed is in use again: its handle is in `closed` and another one with its value in `opened`.
    public boolean isRecycled(Handle handle) {
        return opened.contains(handle)
                && closed.stream().anyMatch(c -> c.pid() == handle.pid() && c.entry().handle() == handle.entry().handle());
    }

    /// What is different in the later one.
    public static KernelDiff between(Kernel before, Kernel after) {
        KernelDiff diff = new KernelDiff(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        ObjectTable.difference(before.objects(), after.objects(), diff::takeObjects);
        List<Integer> pids = new ArrayList<>();
        before.processes().forEach(process -> pids.add(process.pid()));
        after.processes().stream().map(ProcessObject::pid).filter(pid -> !pids.contains(pid)).forEach(pids::add);
        pids.sort(Integer::compare);
        for (int pid : pids) {
            diff.takeTables(pid, before.process(pid), after.process(pid));
        }
        diff.takePool(before.pool(), after.pool());
        return diff;
    }

    private void takeObjects(KObject before, KObject after) {
        if (before == null) {
            born.add(after);
        } else if (after == null) {
            gone.add(before);
        } else if (before.handleCount() != after.handleCount() || before.pointerCount() != after.pointerCount()) {
            counts.add(new Counts(before, after));
        }
    }

    private void takeTables(int pid, ProcessObject before, ProcessObject after) {
        boolean sameProcess = before != null && after != null && before.id() == after.id();
        if (!sameProcess && before != null && after != null) {
            takeTables(pid, before, null);
            takeTables(pid, null, after);
            return;
        }
        HandleTable.difference(before == null ? null : before.table(), after == null ? null : after.table(), new HandleTable.DifferenceVisitor() {
            @Override
            public void opened(long handle, long first, long second) {
                opened.add(new Handle(pid, HandleEntry.of(handle, first, second)));
            }

            @Override
            public void closed(long handle, long first, long second) {
                closed.add(new Handle(pid, HandleEntry.of(handle, first, second)));
            }

            @Override
            public void changed(long handle, long firstBefore, long secondBefore, long firstAfter, long secondAfter) {
                changed.add(new Handle(pid, HandleEntry.of(handle, firstAfter, secondAfter)));
            }
        });
    }

    private void takePool(Pool before, Pool after) {
        if (before == after) {
            return;
        }
        for (PoolKind kind : PoolKind.values()) {
            SortedSet<String> tags = new TreeSet<>();
            before.tags(kind).forEach(use -> tags.add(use.tag()));
            after.tags(kind).forEach(use -> tags.add(use.tag()));
            for (String tag : tags) {
                Pool.TagUse then = useOf(before, kind, tag);
                Pool.TagUse now = useOf(after, kind, tag);
                if (then.bytes() != now.bytes() || then.allocs() != now.allocs() || then.frees() != now.frees()) {
                    pool.add(new PoolChange(kind, tag, then.bytes(), now.bytes(), then.allocs() - then.frees(), now.allocs() - now.frees()));
                }
            }
        }
    }

    private static Pool.TagUse useOf(Pool pool, PoolKind kind, String tag) {
        return pool.tags(kind).stream().filter(use -> use.tag().equals(tag)).findFirst().orElse(new Pool.TagUse(tag, kind, 0, 0, 0));
    }
}
