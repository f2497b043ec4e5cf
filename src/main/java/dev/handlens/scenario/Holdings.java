package dev.handlens.scenario;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ps.ProcessObject;

/// Binds and releases variables, and counts for each call site how many of its open handles some variable holds. The count changes where a
/// variable or a handle changes, so that nothing has to be counted when it is read.
final class Holdings {
    private final Program program;
    private final Kernel kernel;
    private final Bindings bindings;
    private final SiteCounts sites;

    Holdings(Program program, Kernel kernel, Bindings bindings, SiteCounts sites) {
        this.program = program;
        this.kernel = kernel;
        this.bindings = bindings;
        this.sites = sites;
    }

    /// Binds a variable, or adds to a collection.
    void bind(int slot, HeldHandle handle, boolean collect) {
        if (!collect) {
            release(bindings.held(slot));
        }
        bindings.bind(slot, handle, collect);
        count(handle, 1);
    }

    /// Takes the oldest handle out of a collection.
    void takeFirst(int slot) {
        release(bindings.held(slot));
        bindings.takeFirst(slot);
    }

    /// Lets a variable or a whole collection go out of scope.
    void forget(int slot) {
        if (bindings.held(slot) != null) {
            bindings.all(slot).forEach(this::release);
        }
        bindings.forget(slot);
    }

    private void release(HeldHandle held) {
        if (held != null) {
            count(held, -1);
        }
    }

    /// Counts a handle that a step opened, as long as it is open.
    private void count(HeldHandle held, int change) {
        if (held.stamp() == 0 || held.value() == 0) {
            return;
        }
        ProcessObject process = kernel.process(held.pid());
        HandleTable table = process == null ? null : process.table();
        long first = table == null ? 0 : table.first(held.place());
        if (first != 0 && HandleEntry.stamp(table.second(held.place())) == held.stamp()) {
            KObject object = kernel.object(HandleEntry.object(first));
            sites.held(opening(held.stamp()), held.pid(), object.type(), change);
        }
    }

    /// Counts a handle out that is closed while a variable holds it.
    ///
    /// @param position the step that closes it
    /// @param pid process whose table had it
    /// @param handle its value in the table
    /// @param stamp position of the step that opened it
    void closed(long position, int pid, long handle, ObjectType type, long stamp) {
        PreparedStep opening = opening(stamp);
        // A call that closes what it has opened itself has bound nothing yet.
        if (stamp != position && isHeld(opening.call(), pid, handle, stamp)) {
            sites.held(opening, pid, type, -1);
        }
    }

    /// Returns whether the variable that a call bound still holds the handle. A collection gives its handles back in the order in which it
    /// got them, so that the oldest of them tells.
    private boolean isHeld(Scenario.Call call, int pid, long handle, long stamp) {
        HeldHandle oldest = call.result() < 0 ? null : bindings.held(call.result());
        if (oldest == null || oldest.stamp() > stamp) {
            return false;
        }
        if (oldest.stamp() == stamp) {
            return isThat(oldest, pid, handle);
        }
        // Only a call that makes a process opens handles beside the one that it returns: those that the process inherits.
        return call.collect() && (call.creates().isEmpty()
                || bindings.all(call.result()).stream().anyMatch(held -> held.stamp() == stamp && isThat(held, pid, handle)));
    }

    private static boolean isThat(HeldHandle held, int pid, long handle) {
        return held.pid() == pid && HandleTable.slot(held.place()) == HandleTable.slot(handle);
    }

    private PreparedStep opening(long stamp) {
        return program.prepared(program.step(stamp).id());
    }
}
