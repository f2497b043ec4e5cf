package dev.handlens.lens;

import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.scenario.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Compares the machines before and after the current step, process by process. With polling it compares the two looks, as the lists do.
final class StepProjector {
    private static final int STEPS_OF_PACE = 4;
    private static final List<NtStatus> POOL_EXHAUSTED =
            List.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES, NtStatus.STATUS_QUOTA_EXCEEDED, NtStatus.STATUS_PAGEFILE_QUOTA_EXCEEDED);

    private final Sight sight;
    private final Machine before;
    private final Machine after;
    private final List<HandleKey> handles = new ArrayList<>();
    private final List<Integer> processes = new ArrayList<>();
    private long handleCount;
    private int elsewhere;

    private StepProjector(Sight sight) {
        this.sight = sight;
        before = sight.changes().isEveryEvent() ? sight.before() : sight.baseline();
        after = sight.shown();
    }

    /// Returns what the current step changed.
    ///
    /// @param chapters the titled steps of the program
    static StepFrame project(Sight sight, List<Chapter> chapters) {
        return new StepProjector(sight).project(chapters);
    }

    private StepFrame project(List<Chapter> chapters) {
        TreeSet<Integer> pids = new TreeSet<>();
        before.kernel().processes().forEach(process -> pids.add(process.pid()));
        after.kernel().processes().forEach(process -> pids.add(process.pid()));
        for (int pid : pids) {
            ProcessObject then = before.kernel().process(pid);
            ProcessObject now = after.kernel().process(pid);
            if (then != now) {
                compare(pid, then, now);
            }
        }
        long position = sight.position();
        return new StepFrame(position, List.copyOf(handles), handleCount, List.copyOf(processes), handleCount > 0 ? 0 : elsewhere, isTraced(),
                isPoolExhausted(), pace(position), chapters, Chapters.at(chapters, position));
    }

    private void compare(int pid, ProcessObject then, ProcessObject now) {
        boolean same = then != null && now != null && then.id() == now.id();
        if (!same || then.isRunning() != now.isRunning()) {
            processes.add(pid);
        }
        if (pid == sight.view().pid()) {
            takeHandles(pid, then, same || now == null ? now : null);
            if (!same && then != null && now != null) {
                takeHandles(pid, null, now);
            }
        } else if (then == null ? now.opened() > 0 : now == null || then.opened() != now.opened() || then.closed() != now.closed()) {
            boolean caller = sight.now().last() != null && sight.now().last().caller() != null && sight.now().last().caller().pid() == pid;
            elsewhere = elsewhere == 0 || caller ? pid : elsewhere;
        }
    }

    private void takeHandles(int pid, ProcessObject then, ProcessObject now) {
        HandleTable.difference(then == null ? null : then.table(), now == null ? null : now.table(), new HandleTable.DifferenceVisitor() {
            @Override
            public void opened(long handle, long first, long second) {
                take(pid, HandleEntry.of(handle, first, second));
            }

            @Override
            public void closed(long handle, long first, long second) {
                take(pid, HandleEntry.of(handle, first, second));
            }

            @Override
            public void changed(long handle, long firstBefore, long secondBefore, long firstAfter, long secondAfter) {
                take(pid, HandleEntry.of(handle, firstAfter, secondAfter));
            }
        });
    }

    private void take(int pid, HandleEntry entry) {
        handleCount++;
        if (handles.size() < StepFrame.MOST_HANDLES) {
            handles.add(new HandleKey(pid, entry.handle(), entry.stamp()));
        }
    }

    private boolean isTraced() {
        return after.kernel().processes().stream().anyMatch(now -> {
            ProcessObject then = before.kernel().process(now.pid());
            return then != null && then.id() == now.id() && !HandleTraceText.reply(then.trace(), now.trace()).isEmpty();
        });
    }

    private boolean isPoolExhausted() {
        Machine.Outcome outcome = sight.now().last();
        return outcome != null && outcome.result() != null && POOL_EXHAUSTED.contains(outcome.result().status());
    }

    private double pace(long position) {
        long from = Math.max(0, position - STEPS_OF_PACE);
        return position == from ? 0 : (double) (sight.program().time(position) - sight.program().time(from)) / (position - from);
    }
}
