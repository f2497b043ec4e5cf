package dev.handlens.lens;

import dev.handlens.kernel.HandleObserver;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.KernelDiff;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.ex.EventObject;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.MutantObject;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ex.PoolTag;
import dev.handlens.kernel.ex.SemaphoreObject;
import dev.handlens.kernel.io.IoEvent;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectTable;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ThreadObject;
import dev.handlens.scenario.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What a step changed, a line each, from the difference of the moments before and after it.
final class StepEffects {
    private static final int LINES = 8;
    private static final int HANDLES_NAMED = 3;

    private final Kernel before;
    private final Kernel after;
    private final Machine.Outcome outcome;
    private final KernelDiff diff;
    private final List<String> lines = new ArrayList<>();

    private StepEffects(Kernel before, Kernel after, Machine.Outcome outcome) {
        this.before = before;
        this.after = after;
        this.outcome = outcome;
        diff = KernelDiff.between(before, after);
    }

    /// The lines; one that says so when nothing that is counted changed.
    ///
    /// @param before the machine before the step
    /// @param after the machine after it; the step made a call
    static List<String> of(Machine before, Machine after) {
        StepEffects effects = new StepEffects(before.kernel(), after.kernel(), after.last());
        effects.tracing();
        effects.accessChecks();
        effects.requests();
        effects.counts();
        effects.handles("opened", diff -> diff.opened(), effects.after);
        effects.handles("closed", diff -> diff.closed(), effects.before);
        effects.attributes();
        effects.objects();
        effects.security();
        effects.signals();
        effects.threads();
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

    /// What the debugger says when tracing is switched on or off, or a snapshot is taken.
    private void tracing() {
        for (ProcessObject now : after.processes()) {
            ProcessObject then = before.process(now.pid());
            if (then != null && then.id() == now.id()) {
                HandleTraceText.reply(then.trace(), now.trace()).forEach(line -> lines.add("!htrace: " + line));
            }
        }
    }

    /// Whether the security of an object was asked: by each open, by no use.
    private void accessChecks() {
        long checks = after.accessChecks() - before.accessChecks();
        if (checks > 0) {
            String often = checks == 1 ? "" : " " + Words.count(checks) + " times";
            lines.add("access checked" + often + ", " + Words.count(after.accessChecks(), "check") + " so far");
        }
    }

    /// What became of requests, told by the call itself, which is made once more where nobody else sees it.
    private void requests() {
        if (before.irps().size() == 0 && !(outcome.call() instanceof KernelCall.NtDeviceIoControlFile)) {
            return;
        }
        List<IoEvent> events = new ArrayList<>();
        before.fork().execute(outcome.position(), outcome.caller(), outcome.call(), outcome.step().call().value(), new HandleObserver() {
            @Override
            public void opened(int pid, long handle, long first, long second) {
                // The difference of the two kernels tells of handles.
            }

            @Override
            public void closed(int pid, long handle, long first, long second, boolean byExit) {
                // The difference of the two kernels tells of handles.
            }

            @Override
            public void io(IoEvent event) {
                events.add(event);
            }
        });
        lines.addAll(Requests.effects(before, events));
    }

    private void counts() {
        for (KernelDiff.Counts counts : diff.counts()) {
            KObject then = counts.before();
            KObject now = counts.after();
            String handles = then.handleCount() == now.handleCount()
                    ? "" : "handles " + Words.count(then.handleCount()) + " → " + Words.count(now.handleCount());
            boolean pointersToo = now.pointerCount() - then.pointerCount() != now.handleCount() - then.handleCount();
            String pointers = pointersToo ? "pointers " + Words.count(then.pointerCount()) + " → " + Words.count(now.pointerCount()) : "";
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

    private void attributes() {
        for (KernelDiff.Handle handle : diff.changed()) {
            List<String> has = new ArrayList<>();
            if ((handle.entry().attributes() & ObjectAttributes.INHERIT) != 0) {
                has.add("inherited by children");
            }
            if ((handle.entry().attributes() & ObjectAttributes.PROTECT_CLOSE) != 0) {
                has.add("protected from close");
            }
            lines.add(Naming.process(after, handle.pid()) + ": " + Words.hex(handle.entry().handle()) + " now "
                    + (has.isEmpty() ? "neither inherited nor protected" : Words.list(has)));
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

    /// Access lists that were changed.
    private void security() {
        ObjectTable.difference(before.objects(), after.objects(), (then, now) -> {
            if (then != null && now != null && then.allowedAccess() != now.allowedAccess()) {
                lines.add(Naming.title(after, now) + ": programs may open it for " + StateWords.mayBeOpenedFor(now));
            }
        });
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
                if (then.basePriority() != now.basePriority()) {
                    lines.add(name + ": base priority " + then.basePriority() + " → " + now.basePriority());
                }
                if (then.waitsFor().isEmpty() && !now.waitsFor().isEmpty()) {
                    lines.add(name + " waits");
                } else if (!then.waitsFor().isEmpty() && now.waitsFor().isEmpty() && now.isRunning()) {
                    lines.add(name + " woken" + woken(then, now));
                } else if (then.isRunning() && !now.isRunning()) {
                    lines.add(name + " ended");
                }
            }
        }
    }

    private static String woken(ThreadObject then, ThreadObject now) {
        boolean oneOfSeveral = then.waitsFor().size() > 1 && !then.waitsForAll();
        return now.wokenWith() == null ? "" : " with " + StateWords.wait(now.wokenWith(), now.wokenBy(), oneOfSeveral);
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
