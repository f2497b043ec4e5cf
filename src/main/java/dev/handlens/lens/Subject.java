package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.io.Irp;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ProcessState;
import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Scenario;

/// What graph and properties are about: what is selected, or else the object of the narrated call, or else the listed process. A function
/// of position and view alone: the same whether the run plays or stands. See `docs/decisions/0045-what-the-graph-follows.md`.
///
/// @param object the object, or null for none; when it is gone, as it was last
/// @param kernel the kernel in which it was seen: that of the position, or the last one that had it
/// @param goneAt step at which it went, or 0 while it is there
/// @param handle the selected handle, or null
/// @param process the process that is selected as a holder, or 0
/// @param request the selected request, which is no object, or null; when it is gone, as it was last
/// @param empty why there is neither object nor request; empty text when there is one
record Subject(KObject object, Kernel kernel, long goneAt, HandleKey handle, int process, Irp request, String empty) {
    /// Most narrated steps without an object that are passed over.
    private static final int LOOKED_BACK = 32;
    private static final String NOTHING = "Select a handle, an object or a process to see what keeps it alive.";

    /// Whether the object or request is gone.
    boolean isGone() {
        return goneAt > 0;
    }

    /// Whether a handle is the subject that is no longer open.
    boolean isHandleClosed() {
        if (handle == null) {
            return false;
        }
        ProcessObject holder = kernel.process(handle.pid());
        HandleEntry entry = holder == null || holder.table() == null ? null : holder.table().entry(handle.value());
        // The kernel of an object that is gone is the last one that had it, and may have had this handle too.
        return isGone() || entry == null || entry.stamp() != handle.openedAt();
    }

    /// @param moments the run at the positions that frames asked for
    /// @param departures when things went that are gone
    static Subject of(Sight sight, Moments moments, Departures departures) {
        return switch (sight.view().selection()) {
            case null -> ofNarration(sight, moments, departures);
            case Selection.OfProcess(int pid) -> ofProcess(sight, moments, departures, pid);
            case Selection.OfObject(int id) -> ofObject(sight, moments, departures, id, null);
            case Selection.OfHandle(HandleKey key) -> ofHandle(sight, moments, departures, key);
            case Selection.OfRequest(int id) -> ofRequest(sight, moments, departures, id);
        };
    }

    private static Subject none(String why) {
        return new Subject(null, null, 0, null, 0, null, why);
    }

    private static Subject ofProcess(Sight sight, Moments moments, Departures departures, int pid) {
        ProcessObject process = sight.kernel().process(pid);
        if (process != null) {
            return new Subject(process, sight.kernel(), 0, null, pid, null, "");
        }
        ProcessObject then = sight.baseline().kernel().process(pid);
        return then == null ? none("There is no process " + pid + " at this step.") : ofObject(sight, moments, departures, then.id(), null);
    }

    private static Subject ofHandle(Sight sight, Moments moments, Departures departures, HandleKey key) {
        if (key.openedAt() > sight.position()) {
            return none(Words.hex(key.value()) + " is opened at " + Sight.step(key.openedAt()) + "; that is still to come.");
        }
        KObject object = entryObject(moments.at(sight.timeline(), Math.max(0, key.openedAt())), key);
        return object == null ? none(NOTHING) : ofObject(sight, moments, departures, object.id(), key);
    }

    private static KObject entryObject(Machine machine, HandleKey key) {
        ProcessObject process = machine.kernel().process(key.pid());
        HandleEntry entry = process == null || process.table() == null ? null : process.table().entry(key.value());
        return entry == null || entry.stamp() != key.openedAt() ? null : machine.kernel().object(entry.object());
    }

    private static Subject ofObject(Sight sight, Moments moments, Departures departures, int id, HandleKey handle) {
        KObject object = sight.kernel().object(id);
        if (object != null) {
            return new Subject(object, sight.kernel(), 0, handle, 0, null, "");
        }
        if (id <= 0 || id >= sight.kernel().objects().nextId()) {
            return none("The object is made later in the run.");
        }
        long goneAt = departures.of(sight.timeline(), id, kernel -> kernel.object(id) == null);
        Kernel last = moments.at(sight.timeline(), Math.max(0, goneAt - 1)).kernel();
        return last.object(id) == null
                ? none("The object came and went within " + Sight.step(goneAt) + ".")
                : new Subject(last.object(id), last, goneAt, handle, 0, null, "");
    }

    private static Subject ofRequest(Sight sight, Moments moments, Departures departures, int id) {
        Irp request = sight.kernel().irps().get(id);
        if (request != null) {
            return new Subject(null, sight.kernel(), 0, null, 0, request, "");
        }
        if (id <= 0 || id >= sight.kernel().objects().nextId()) {
            return none("The request is sent later in the run.");
        }
        long goneAt = departures.of(sight.timeline(), id, kernel -> kernel.irps().get(id) == null);
        Kernel last = moments.at(sight.timeline(), Math.max(0, goneAt - 1)).kernel();
        Irp then = last.irps().get(id);
        return then == null ? none("The request came and went within " + Sight.step(goneAt) + ".")
                : new Subject(null, last, goneAt, null, 0, then, "");
    }

    /// Returns the object of the call that is narrated now, or else the listed process. Calls without a narration, as in a repeat, never
    /// change the subject: a graph that followed each of them could not be read while the run plays.
    private static Subject ofNarration(Sight sight, Moments moments, Departures departures) {
        long end = sight.position();
        for (int looked = 0; looked < LOOKED_BACK && end > 0; looked++) {
            long narrated = sight.program().narratedPosition(end);
            boolean calls = narrated > 0 && sight.program().step(narrated).call() != null;
            if (narrated == 0 || !calls && sight.program().calledPosition(end) > narrated) {
                break;
            }
            Subject subject = calls ? ofCall(sight, moments, departures, narrated) : null;
            if (subject != null) {
                boolean old = subject.isGone() && subject.goneAt() <= sight.changes().time().baseline();
                return old ? ofListed(sight, moments, departures) : subject;
            }
            end = narrated - 1;
        }
        return ofListed(sight, moments, departures);
    }

    private static Subject ofListed(Sight sight, Moments moments, Departures departures) {
        int pid = sight.view().pid();
        return pid == 0 ? none(NOTHING) : ofProcess(sight, moments, departures, pid);
    }

    /// Returns the object that the call of a step was about, or null for none.
    private static Subject ofCall(Sight sight, Moments moments, Departures departures, long position) {
        Machine.Outcome outcome = moments.at(sight.timeline(), position).last();
        int id = outcome.call() == null ? 0 : objectOf(outcome, moments.at(sight.timeline(), position - 1));
        if (id == 0) {
            return null;
        }
        return isEnding(sight, outcome, id) ? ofProcess(sight, moments, departures, outcome.caller().pid())
                : ofObject(sight, moments, departures, id, null);
    }

    /// Whether a process has told itself to end and cannot: then all that it has is to be seen, with what keeps it.
    private static boolean isEnding(Sight sight, Machine.Outcome outcome, int id) {
        return outcome.result().object() == 0 && sight.kernel().object(id) instanceof ProcessObject process
                && process.pid() == outcome.caller().pid() && process.state() == ProcessState.TERMINATING;
    }

    private static int objectOf(Machine.Outcome outcome, Machine before) {
        if (outcome.result().object() != 0 && !CallHandle.givesRequest(outcome.call())) {
            return outcome.result().object();
        }
        long handle = CallHandle.of(outcome.call());
        if (handle == 0) {
            return CallHandle.pointerOf(outcome.call());
        }
        KObject object;
        if (handle == Kernel.CURRENT_PROCESS) {
            object = before.kernel().process(outcome.caller().pid());
        } else if (handle == Kernel.CURRENT_THREAD) {
            object = before.kernel().thread(outcome.caller().tid());
        } else if (handle < 0) {
            object = before.objectOf(Kernel.SYSTEM_PID, handle & ~Kernel.KERNEL_HANDLE_BITS);
        } else {
            object = before.objectOf(outcome.caller().pid(), handle);
        }
        return object == null ? 0 : object.id();
    }
}
