package dev.handlens.kernel.peer;

import dev.handlens.kernel.CallResult;
import dev.handlens.kernel.EventKind;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.ps.ProcessObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs one recorded sequence against our kernel and notes what ours says at each step.
final class Replay {
    private final PeerMachine machine = new PeerMachine();
    private final PeerCalls calls = new PeerCalls(machine);
    private final Map<String, Map<String, Long>> seen = new LinkedHashMap<>();
    private final List<Long> grown = new ArrayList<>();

    private Replay() {}

    /// What our kernel says, by step: the fields that the recording has, and those by which Windows differs from it.
    static Map<String, Map<String, Long>> run(List<RecordedStep> sequence) {
        Replay replay = new Replay();
        for (RecordedStep step : sequence) {
            // A child's lines stand after its exit and ran right after its creation.
            if (step.proc().equals("p")) {
                replay.step(step, sequence);
            }
        }
        return replay.seen;
    }

    private void step(RecordedStep step, List<RecordedStep> sequence) {
        Map<String, Long> ours = new LinkedHashMap<>();
        seen.put(step.key(), ours);
        CallResult result = perform(step);
        if (step.call().equals("CreateProcess")) {
            sequence.stream().filter(other -> !other.proc().equals("p")).forEach(other -> step(other, sequence));
        }
        if (result != null) {
            ours.put("status", Integer.toUnsignedLong(result.status().code()));
            extras(step, result, ours);
        }
        processHandleCount(step, ours);
        Object of = step.fields().get("of");
        if (of != null) {
            ours.putAll(machine.observe(step.proc(), machine.handle(of.toString())));
        }
    }

    private CallResult perform(RecordedStep step) {
        CallResult result = switch (step.call()) {
            case "CreateProcess" -> machine.createChild(step.argument("inheritHandles") == 1);
            case "_childExit" -> machine.exitChild();
            case "_readback" -> readBack();
            case "_grow" -> grow(step.argument("created"));
            case "_shrink" -> shrink();
            default -> {
                KernelCall call = calls.call(step);
                boolean badPointer = step.has("outPointer") || step.has("targetPointer");
                if (call == null) {
                    yield null;
                }
                yield badPointer ? machine.executeWithBadPointer(step.proc(), call) : machine.execute(step.proc(), call);
            }
        };
        bind(step, result);
        return result;
    }

    private void bind(RecordedStep step, CallResult result) {
        if (step.call().equals("NtDuplicateObject")) {
            // Two values that the recorded program kept for later: the source that is closed, and the handle that nobody was told of.
            machine.bind("$old", machine.handle(step.text("source")));
            machine.bind("$leak", result.handle());
        }
        Object out = step.fields().get("out");
        if (out != null && step.number("handle") == 0 && result.handle() != 0) {
            // A handle that the recorded run did not get is closed at once, so that both go on from the same.
            machine.execute(step.proc(), new KernelCall.NtClose(result.handle()));
            machine.bind(out.toString(), 0);
        } else if (out != null) {
            machine.bind(out.toString(), result.handle());
        }
    }

    /// A duplicate of the child's handle `$r3` comes back to the parent.
    private CallResult readBack() {
        long child = machine.handle("$child");
        return machine.execute("p",
                new KernelCall.NtDuplicateObject(child, machine.handle("$r3"), -1, 0, 0, KernelCall.NtDuplicateObject.SAME_ACCESS));
    }

    private CallResult grow(int count) {
        CallResult last = null;
        for (int i = 0; i < count; i++) {
            last = machine.execute("p", new KernelCall.NtCreateEvent(0x1F0003, ObjectAttributes.NONE, EventKind.SYNCHRONIZATION, false));
            grown.add(last.handle());
        }
        return last;
    }

    private CallResult shrink() {
        CallResult last = null;
        for (long handle : grown) {
            last = machine.execute("p", new KernelCall.NtClose(handle));
        }
        return last;
    }

    /// What is compared with Windows alone, because it differs from the recording by design.
    private void extras(RecordedStep step, CallResult result, Map<String, Long> ours) {
        ours.put("handle", result.handle());
        // Our process has no handles when a sequence begins: the first one is 4.
        ours.put("rel", result.handle() / 4 - 1);
        ours.put("object", (long) result.object());
        if (step.call().equals("_grow")) {
            ours.put("gaps", (grown.getLast() - grown.getFirst()) / 4 + 1 - grown.size());
        }
        if (step.call().equals("NtDuplicateObject")) {
            ours.put("source", machine.handle(step.text("source")));
        }
        if (machine.isBound("$child")) {
            ours.put("child", (long) machine.childObject());
        }
        // A wait for one of several adds the index to the status.
        if (step.call().equals("NtWaitForMultipleObjects") && result.status() == NtStatus.STATUS_SUCCESS) {
            ours.merge("status", result.information(), Long::sum);
        }
    }

    private void processHandleCount(RecordedStep step, Map<String, Long> ours) {
        if (step.call().equals("NtQueryInformationProcess")) {
            ProcessObject process = machine.kernel().process(machine.caller(step.text("process").equals("$self") ? "p" : "c1").pid());
            ours.put("processHandleCount", process.table() == null ? 0L : process.table().count());
        }
    }
}
