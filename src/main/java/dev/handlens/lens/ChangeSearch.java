package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.io.Irp;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.scenario.Machine;
import dev.handlens.timeline.Timeline;
import java.util.OptionalLong;

/// Looks for the next or previous position at which something changes: as many steps at a time as is allowed, on a machine of its own, so
/// that the run stays where it is. Forwards it runs on from there; backwards it runs through one stretch between two keyframes after the
/// other, the last one first.
public final class ChangeSearch {
    private final Timeline timeline;
    private final View view;
    private final boolean next;
    private final long from;
    private Machine machine;
    private State before;
    /// Where the stretch begins and ends that is being run through.
    private long begin;
    private long end;
    private long found = -1;
    private boolean done;

    /// What is compared, in numbers: it is made at every step.
    private record State(Object what, long first, long second) {
        private static final State GONE = new State("gone", 0, 0);
    }

    /// @param view what is selected; when nothing is, the process whose handles are listed is looked at
    /// @param next whether to look forwards
    public ChangeSearch(Timeline timeline, View view, boolean next) {
        this.timeline = timeline;
        this.view = view;
        this.next = next;
        from = timeline.position();
        if (next) {
            lookThrough(from, timeline.length());
        } else {
            lookBefore(from - 1);
        }
    }

    private void lookThrough(long low, long high) {
        begin = low;
        end = high;
        machine = timeline.at(low);
        before = state();
    }

    private void lookBefore(long high) {
        if (high <= 0) {
            done = true;
        } else {
            lookThrough(timeline.keyframeBefore(high), high);
        }
    }

    /// Looks on.
    ///
    /// @param steps steps to run at most
    /// @return whether the search is over
    public boolean advance(long steps) {
        for (long left = steps; !done && left > 0; left--) {
            if (machine.position() < end) {
                step();
            } else if (next || found >= 0) {
                done = true;
            } else {
                lookBefore(begin);
            }
        }
        return done;
    }

    private void step() {
        timeline.stepAhead(machine);
        State now = state();
        if (!now.equals(before)) {
            found = machine.position();
            done = next;
        }
        before = now;
    }

    /// The position found, or empty when there is none; of a search that is over.
    public OptionalLong found() {
        return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
    }

    /// How far it is.
    public Progress progress() {
        String what = (next ? "Looking for the next change of " : "Looking for the change before of ") + name();
        return next
                ? new Progress(what, machine.position() - from, timeline.length() - from, "steps")
                : new Progress(what, from - 1 - end + (machine == null ? 0 : machine.position() - begin), Math.max(1, from - 1), "steps");
    }

    /// That there was nothing to be found, in words.
    public String nothing() {
        return "No " + (next ? "later" : "earlier") + " step changes " + name() + ".";
    }

    private String name() {
        return switch (view.selection()) {
            case Selection.OfHandle handle -> Words.hex(handle.key().value());
            case Selection.OfObject object -> "object " + Words.hex(object.object());
            case Selection.OfRequest request -> "request " + Words.hex(request.irp());
            case Selection.OfProcess process -> "process " + process.pid();
            case null -> "process " + view.pid();
        };
    }

    private State state() {
        Kernel kernel = machine.kernel();
        return switch (view.selection()) {
            case Selection.OfHandle handle -> handle(kernel, handle.key());
            case Selection.OfObject object -> counts(kernel.object(object.object()), "there");
            case Selection.OfRequest request -> request(kernel.irps().get(request.irp()));
            case Selection.OfProcess process -> process(kernel.process(process.pid()));
            case null -> process(kernel.process(view.pid()));
        };
    }

    private static State handle(Kernel kernel, HandleKey key) {
        ProcessObject process = kernel.process(key.pid());
        HandleEntry entry = process == null || process.table() == null ? null : process.table().entry(key.value());
        boolean open = entry != null && entry.stamp() == key.openedAt();
        return open ? counts(kernel.object(entry.object()), entry.attributes()) : State.GONE;
    }

    private static State counts(KObject object, Object what) {
        return object == null ? State.GONE : new State(what, object.handleCount(), object.pointerCount());
    }

    private static State request(Irp irp) {
        return irp == null ? State.GONE : new State(irp.state(), irp.cancel() ? 1 : 0, irp.isDisowned() ? 1 : 0);
    }

    private static State process(ProcessObject process) {
        return process == null ? State.GONE : new State(process.isRunning(), process.opened(), process.closed());
    }
}
