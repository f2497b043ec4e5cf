package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.io.Irp;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.scenario.Machine;
import dev.handlens.timeline.Timeline;
import java.util.OptionalLong;

/// Finds the next or previous position at which what is selected changes.
public final class ChangeSearch {
    /// Positions looked at in one direction at most: a person waits for the answer.
    private static final int REACH = 50_000;
    private static final int CHUNK = 512;

    private ChangeSearch() {}

    /// The nearest position that changes the selected thing, or the process whose handles are listed when nothing is selected.
    ///
    /// @param next whether to look forwards
    public static OptionalLong find(Timeline timeline, View view, boolean next) {
        long from = timeline.position();
        for (long looked = 0; looked < REACH; looked += CHUNK) {
            long low = next ? from + looked : from - looked - CHUNK - 1;
            long high = next ? from + looked + CHUNK : from - looked - 1;
            OptionalLong found = search(timeline, view, Math.max(low, 0), Math.min(high, timeline.length()), next);
            if (found.isPresent()) {
                return found;
            }
            if (next ? high >= timeline.length() : low <= 0) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.empty();
    }

    /// The first or last position in (low, high] whose state of the thing differs from the one before.
    private static OptionalLong search(Timeline timeline, View view, long low, long high, boolean first) {
        if (high <= low) {
            return OptionalLong.empty();
        }
        long[] positions = new long[(int) (high - low + 1)];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = low + i;
        }
        long[] found = {-1};
        String[] before = {null};
        timeline.walk(positions, machine -> {
            String now = state(machine, view);
            if (before[0] != null && !before[0].equals(now) && (!first || found[0] < 0)) {
                found[0] = machine.position();
            }
            before[0] = now;
        });
        return found[0] < 0 ? OptionalLong.empty() : OptionalLong.of(found[0]);
    }

    private static String state(Machine machine, View view) {
        Kernel kernel = machine.kernel();
        return switch (view.selection()) {
            case Selection.OfHandle handle -> {
                ProcessObject process = kernel.process(handle.key().pid());
                HandleEntry entry = process == null || process.table() == null ? null : process.table().entry(handle.key().value());
                boolean open = entry != null && entry.stamp() == handle.key().openedAt();
                yield open ? entry.attributes() + " " + counts(kernel.object(entry.object())) : "closed";
            }
            case Selection.OfObject object -> counts(kernel.object(object.object()));
            case Selection.OfRequest request -> request(kernel.irps().get(request.irp()));
            case Selection.OfProcess process -> process(kernel.process(process.pid()));
            case null -> process(kernel.process(view.pid()));
        };
    }

    private static String counts(KObject object) {
        return object == null ? "gone" : object.handleCount() + "/" + object.pointerCount();
    }

    private static String request(Irp irp) {
        return irp == null ? "gone" : irp.state() + "/" + irp.cancel() + "/" + irp.isDisowned();
    }

    private static String process(ProcessObject process) {
        return process == null ? "gone" : process.opened() + "/" + process.closed() + "/" + process.isRunning();
    }
}
