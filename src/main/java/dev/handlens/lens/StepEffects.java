package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelDiff;
import dev.handlens.kernel.ex.EventObject;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.MutantObject;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ex.PoolTag;
import dev.handlens.kernel.ex.SemaphoreObject;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectTable;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What a step changed, a line each, from the difference of the moments before and after it.
final class StepEffects {
    private static final int LINES = 8;
    private static final int HANDLES_NAMED = 3;

    private final Kernel before;
    private final Kernel after;
    private final KernelDiff diff;
    private final List<String> lines = new ArrayList<>();

    private StepEffects(Kernel before, Kernel after) {
        this.before = before;
        this.after = after;
        diff = KernelDiff.between(before, after);
    }

    /// The lines; one that says so when nothing that is counted changed.
    static List<String> of(Kernel before, Kernel after) {
        StepEffects effects = new StepEffects(before, after);
        effects.counts();
        effects.handles("opened", diff -> diff.opened(), effects.after);
        effects.handles("closed", diff -> diff.closed(), effects.before);
        effects.objects();
        effects.signals();
        effects.threads();
        effects.lines.addAll(Requests.effects(before, after));
        effects.pool();
        return effects.cut();
    }

    private List<String> cut() {
        if (lines.isEmpty()) {
            return List.of("Nothing changed.");
        }
        if (lines.size() <= LINES) {
            return List.copyOf(lines);
        }
        List<String> cut = new ArrayList<>(lines.subList(0, LINES - 1));
        cut.add("and " + (lines.size() - LINES + 1) + " more changes");
        return cut;
    }

    private void counts() {
        for (KernelDiff.Counts counts : diff.counts()) {
            KObject then = counts.before();
            KObject now = counts.after();
            String handles = then.handleCount() == now.handleCount() ? "" : "handles " + then.handleCount() + " → " + now.handleCount();
            boolean pointersToo = now.pointerCount() - then.pointerCount() != now.handleCount() - then.handleCount();
            String pointers = pointersToo ? "pointers " + then.pointerCount() + " → " + now.pointerCount() : "";
            lines.add(Naming.title(after, now) + ": " + String.join(" · ",
                    List.of(handles, pointers).stream().filter(s -> !s.isEmpty()).toList()));
        }
    }

    private void handles(String verb, Function<KernelDiff, List<KernelDiff.Handle>> which, Kernel kernel) {
        List<KernelDiff.Handle> handles = which.apply(diff);
        if (handles.size() > HANDLES_NAMED) {
            lines.add(Words.count(handles.size(), "handle") + " " + verb);
            return;
        }
        for (KernelDiff.Handle handle : handles) {
            HandleEntry entry = handle.entry();
            String again = verb.equals("opened") && entry.generation() > 1 ? ", a value used before" : "";
            lines.add(Naming.process(kernel, handle.pid()) + ": " + Words.hex(entry.handle()) + " " + verb + again);
        }
    }

    private void objects() {
        for (KObject object : diff.born()) {
            lines.add(Naming.title(after, object) + " made, " + block(object));
        }
        for (KObject object : diff.gone()) {
            lines.add(Naming.title(before, object) + " freed, " + block(object));
        }
    }

    private static String block(KObject object) {
        return Words.bytes(object.blockBytes()) + " of " + (object.type().poolKind() == PoolKind.PAGED ? "paged" : "nonpaged") + " pool";
    }

    /// What events, semaphores and mutants did, which changes no count of references.
    private void signals() {
        ObjectTable.difference(before.objects(), after.objects(), (then, now) -> {
            if (then instanceof EventObject was && now instanceof EventObject is && was.isSignaled() != is.isSignaled()) {
                lines.add(Naming.title(after, is) + (is.isSignaled() ? " signaled" : " reset"));
            } else if (then instanceof SemaphoreObject was && now instanceof SemaphoreObject is && was.count() != is.count()) {
                lines.add(Naming.title(after, is) + ": count " + was.count() + " → " + is.count());
            } else if (then instanceof MutantObject was && now instanceof MutantObject is && was.owner() != is.owner()) {
                lines.add(Naming.title(after, is) + (is.owner() == 0 ? " released" : " owned by thread " + is.owner()));
            }
        });
    }

    private void threads() {
        for (ThreadObject then : before.threads()) {
            ThreadObject now = after.thread(then.tid());
            if (now != null && now != then && now.id() == then.id()) {
                String name = after.nameOf(now);
                if (then.waitsFor().isEmpty() && !now.waitsFor().isEmpty()) {
                    lines.add(name + " waits");
                } else if (!then.waitsFor().isEmpty() && now.waitsFor().isEmpty() && now.isRunning()) {
                    lines.add(name + " woken" + (now.wokenWith() == null ? "" : " with " + now.wokenWith()));
                } else if (then.isRunning() && !now.isRunning()) {
                    lines.add(name + " ended");
                }
            }
        }
    }

    /// Handle tables that grew or went; the blocks of objects are told with the objects.
    private void pool() {
        for (KernelDiff.PoolChange change : diff.pool()) {
            if (change.tag().equals(PoolTag.HANDLE_TABLE)) {
                long bytes = change.bytesAfter() - change.bytesBefore();
                String amount = (bytes < 0 ? "−" : "+") + Words.count(Math.abs(bytes)) + " bytes";
                lines.add((change.kind() == PoolKind.PAGED ? "paged" : "nonpaged") + " pool " + change.tag() + " " + amount);
            }
        }
    }
}
