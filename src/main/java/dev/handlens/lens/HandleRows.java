package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.se.AccessMask;
import dev.handlens.kernel.ObjectAttributes;
import java.util.List;

/// Makes rows of the handle list of one process, each when it is asked for.
final class HandleRows {
    private final Sight sight;
    private final Kernel kernel;
    private final int pid;
    private final String process;
    private final long shownTime;

    HandleRows(Sight sight, int pid, String process) {
        this.sight = sight;
        this.pid = pid;
        this.process = process;
        kernel = sight.shown().kernel();
        shownTime = sight.program().time(sight.position());
    }

    /// The process whose handles these are.
    int pid() {
        return pid;
    }

    /// The call stack that opened a handle.
    List<String> stack(long stamp) {
        return CallSites.stack(sight.program(), stamp);
    }

    /// Returns where the program called from to open a handle; empty for one that was open before step 1.
    String site(long stamp) {
        return stamp == 0 ? "" : CallSites.place(sight.program(), stamp);
    }

    /// Id of the step that opened a handle: those of one step have all but the time in common.
    int step(long stamp) {
        return stamp == 0 ? -1 : sight.program().step(stamp).id();
    }

    /// Age of a handle in simulated ms.
    ///
    /// @param closed it as a closed one, or null while it is open
    long age(SpanChanges.Closed closed, long stamp) {
        return (closed == null ? shownTime : sight.program().time(closed.position())) - sight.program().time(stamp);
    }

    /// The row of an open handle.
    HandleRow open(HandleEntry entry) {
        KObject object = kernel.object(entry.object());
        return row(entry, object, kernel.nameOf(object), object, shownTime, sight.changes().ofOpen(entry.stamp()));
    }

    /// The row of a closed handle. Its counts are those of now while its object lives on, else the last ones.
    HandleRow closed(SpanChanges.Closed closed) {
        KObject alive = kernel.object(closed.object().id());
        KObject counted = alive == null ? closed.object() : alive;
        return row(closed.entry(), closed.object(), closed.name(), counted, sight.program().time(closed.position()),
                sight.changes().ofClosed(closed));
    }

    private HandleRow row(HandleEntry entry, KObject object, String name, KObject counted, long until, Change change) {
        long openedTime = sight.program().time(entry.stamp());
        return new HandleRow(
                new HandleKey(pid, entry.handle(), entry.stamp()),
                process,
                object.type(),
                name,
                entry.grantedAccess(),
                AccessMask.describe(object.type(), entry.grantedAccess()),
                (entry.attributes() & ObjectAttributes.INHERIT) != 0,
                (entry.attributes() & ObjectAttributes.PROTECT_CLOSE) != 0,
                pid == Kernel.SYSTEM_PID,
                object.id(),
                counted.handleCount(),
                counted.pointerCount(),
                openedTime,
                until - openedTime,
                CallSites.stack(sight.program(), entry.stamp()),
                site(entry.stamp()),
                change,
                entry.generation() > 1,
                null);
    }
}
