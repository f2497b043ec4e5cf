package dev.handlens.scenario;

import dev.handlens.kernel.BugCheck;
import dev.handlens.kernel.CallResult;
import dev.handlens.kernel.Caller;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.PreviousMode;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ps.ProcessObject;

/// Watches one call after the other for misuse: looks at the handles a call uses before it is made, and at what came of it. There is one
/// of it for a machine, because a run makes sixteen million calls of which hardly one is suspicious.
final class Suspicion {
    private static final int VERIFIER = 0xC4;
    private static final int USER_HANDLE = 0xF6;
    private static final int KERNEL_HANDLE = 0xF7;

    private int slot;
    private long handle;
    private int object;
    private HeldHandle was;
    /// Whether the value names another handle by now.
    private boolean stale;
    /// Whether the value names no handle any more.
    private boolean gone;
    /// What the value names, in words: the call may make it go.
    private String hit;

    Suspicion() {
        note(-1, 0, 0, null);
    }

    /// Variable whose handle is suspicious, or -1.
    int slot() {
        return slot;
    }

    /// The handle value, 0 for none.
    long handle() {
        return handle;
    }

    /// Id of the object that the call's first handle names, or 0.
    int object() {
        return object;
    }

    /// What the variable held when it was bound, or null.
    HeldHandle was() {
        return was;
    }

    /// Looks at the handles that a call uses: remembers the first that is suspicious, or else the first.
    void look(Kernel kernel, Caller caller, Operand[] uses, Bindings bindings) {
        note(-1, 0, 0, null);
        for (Operand use : uses) {
            lookAt(kernel, caller, use, bindings);
            if (stale || gone) {
                return;
            }
        }
        if (uses.length > 1) {
            lookAt(kernel, caller, uses[0], bindings);
        }
    }

    private void lookAt(Kernel kernel, Caller caller, Operand use, Bindings bindings) {
        int variable = use instanceof Operand.Variable named ? named.slot() : -1;
        HeldHandle held = variable < 0 ? null : bindings.held(variable);
        long value = use.value(bindings);
        if (value == 0 || value == Kernel.CURRENT_PROCESS || value == Kernel.CURRENT_THREAD) {
            note(variable, value, held == null ? 0 : held.object(), held);
            return;
        }
        if (value < 0 && caller.mode() == PreviousMode.USER) {
            // Handles of System are none in user mode, whoever holds the number.
            note(variable, value, 0, null);
            gone = true;
            return;
        }
        ProcessObject process = kernel.process(value < 0 ? Kernel.SYSTEM_PID : caller.pid());
        HandleTable table = process == null ? null : process.table();
        long place = value < 0 ? value & ~Kernel.KERNEL_HANDLE_BITS : value;
        long entry = table == null ? 0 : table.first(place);
        note(variable, value, entry == 0 ? 0 : HandleEntry.object(entry), held);
        gone = entry == 0;
        stale = !gone && held != null && isAnother(held, process, object, table.generation(place));
        hit = stale ? words(kernel, object) : "";
    }

    /// @param slot variable whose handle it is, or -1
    /// @param handle the handle value, 0 for none
    /// @param object id of the object that it names, or 0
    /// @param was what the variable held when it was bound, or null
    private void note(int slot, long handle, int object, HeldHandle was) {
        this.slot = slot;
        this.handle = handle;
        this.object = object;
        this.was = was;
        stale = false;
        gone = false;
        hit = "";
    }

    /// A value that was handed out again, or that is looked up in the table of another process and means something else there. A handle
    /// that was inherited is the same object at the same value.
    private static boolean isAnother(HeldHandle was, ProcessObject process, int object, int generation) {
        return was.pid() == process.pid() ? was.generation() != generation : was.pid() != 0 && was.object() != object;
    }

    /// The kind of misuse that a call was, or empty text.
    String after(Kernel kernel, Caller caller, KernelCall call, CallResult result) {
        if (kernel.bugCheck() != null) {
            return stopped(kernel, call);
        }
        if (handle < 0 && slot < 0 && result.status().isSuccess() && caller.pid() != Kernel.SYSTEM_PID && isTrusted(caller, call)
                && Kernel.isKernelHandle(handle)) {
            return "forged-kernel-handle";
        }
        if (call instanceof KernelCall.ObReferenceObjectByHandle reference && reference.accessMode() == PreviousMode.KERNEL
                && reference.handle() > 0 && caller.pid() != Kernel.SYSTEM_PID && result.status().isSuccess() && !stale) {
            return "user-handle-as-kernel";
        }
        if (stale) {
            return "stale-handle";
        }
        if (gone && result.status() == NtStatus.STATUS_INVALID_HANDLE) {
            if (was == null) {
                return "invalid-handle";
            }
            return call instanceof KernelCall.NtClose ? "double-close" : "use-after-close";
        }
        return switch (result.status()) {
            case STATUS_OBJECT_TYPE_MISMATCH -> handle == 0 ? "" : "wrong-type";
            case STATUS_ACCESS_DENIED -> handle == 0 ? "" : "access-denied";
            case STATUS_HANDLE_NOT_CLOSABLE -> "protected-close";
            default -> "";
        };
    }

    /// Whether a call takes a handle for one of the kernel's own.
    private static boolean isTrusted(Caller caller, KernelCall call) {
        return call instanceof KernelCall.ObReferenceObjectByHandle reference
                ? reference.accessMode() == PreviousMode.KERNEL : caller.mode() == PreviousMode.KERNEL;
    }

    /// Which misuse stopped the machine, as far as it has a name.
    private static String stopped(Kernel kernel, KernelCall call) {
        BugCheck stop = kernel.bugCheck();
        if (stop.code() == VERIFIER && stop.p1() == USER_HANDLE) {
            return "user-handle-as-kernel";
        }
        if (stop.code() == VERIFIER && stop.p1() == KERNEL_HANDLE) {
            return "forged-kernel-handle";
        }
        int pointer = switch (call) {
            case KernelCall.ObDereferenceObject c -> c.object();
            case KernelCall.ObDereferenceObjectDeferDelete c -> c.object();
            case KernelCall.ObReferenceObject c -> c.object();
            case KernelCall.ObReferenceObjectByPointer c -> c.object();
            case KernelCall.ObOpenObjectByPointer c -> c.object();
            case KernelCall.ObMakeTemporaryObject c -> c.object();
            case KernelCall.KeSetEvent c -> c.object();
            default -> 0;
        };
        if (pointer == 0) {
            return "bug-check";
        }
        boolean gone = kernel.object(pointer) == null;
        boolean dereference = call instanceof KernelCall.ObDereferenceObject || call instanceof KernelCall.ObDereferenceObjectDeferDelete;
        if (dereference) {
            return "over-dereference";
        }
        return gone ? "use-after-free" : "unchecked-type";
    }

    /// What happened, in words.
    String sentence(String kind, Kernel kernel, Caller caller, String service, String variable, CallResult result) {
        ProcessObject process = kernel.process(caller.pid());
        String who = process == null ? "A process that has ended" : process.imageName();
        String value = String.format("0x%X", handle);
        String what = variable.isEmpty() ? value : variable + " (" + value + ")";
        return switch (kind) {
            case "double-close" -> who + " closes " + what + " again: it was closed before.";
            case "use-after-close" -> who + " uses " + what + " in " + service + " after it was closed.";
            case "stale-handle" -> who + " uses " + what + " in " + service + ", but "
                    + (was.pid() == caller.pid() ? "that value has been handed out again" : "in this process that value means something else")
                    + ": it hits " + hit + ", and the call " + (result.status().isSuccess() ? "succeeds." : "fails with " + result.status() + ".");
            case "invalid-handle" -> who + " uses " + what + " in " + service + ", which is no open handle.";
            case "wrong-type" -> who + " uses " + what + " in " + service + ", but it is a handle to " + words(kernel, object) + ".";
            case "access-denied" -> who + " uses " + what + " in " + service + " for more than it was opened for.";
            case "protected-close" -> who + " closes " + what + ", which is protected from close.";
            case "user-handle-as-kernel" -> who + " has " + service + " trust " + what + " as if the kernel had opened it"
                    + (kernel.bugCheck() == null ? ": neither it nor its access is checked." : ". " + stop(kernel.bugCheck(), who, service));
            case "forged-kernel-handle" -> who + " hands " + value + " to " + service + ", a value that it cannot have been given"
                    + (kernel.bugCheck() == null ? ": it hits " + words(kernel, object) + " of System." : ". "
                    + stop(kernel.bugCheck(), who, service));
            case "over-dereference" -> "A driver gives back a reference that it does not hold. " + stop(kernel.bugCheck(), who, service);
            case "use-after-free" -> "A driver uses an object that is gone. " + stop(kernel.bugCheck(), who, service);
            case "unchecked-type" -> "A driver takes an object of another type for an event: nobody checked the type of its handle. "
                    + stop(kernel.bugCheck(), who, service);
            case "mixed-modes" -> "A driver closes " + what + " by " + service + " that it opened by an Nt call: the open was checked as a"
                    + " program's, the close is not.";
            default -> stop(kernel.bugCheck(), who, service);
        };
    }

    private static String words(Kernel kernel, int id) {
        KObject object = kernel.object(id);
        if (object == null) {
            return "an object that is gone by now";
        }
        String name = kernel.nameOf(object);
        return "the " + object.type().typeName() + (name.isEmpty() ? String.format(" 0x%X", id) : " " + name);
    }

    private static String stop(BugCheck stop, String who, String service) {
        return String.format("%s in %s stops the machine: 0x%X %s (0x%X, 0x%X, 0x%X, 0x%X).",
                who, service, stop.code(), stop.name(), stop.p1(), stop.p2(), stop.p3(), stop.p4());
    }
}
