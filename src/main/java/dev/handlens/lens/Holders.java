package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.io.DriverObject;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.Reference;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ThreadObject;

/// Who refers to an object by something that is not a handle.
final class Holders {
    private Holders() {}

    /// The holder in words, such as `gizmo.sys` or `fred.exe thread 2188`; of a holder that is no object, the cause.
    static String who(Kernel kernel, KObject object, Reference reference) {
        KObject holder = kernel.object(reference.holder());
        if (holder == null || holder.id() == object.id()) {
            return reference.kind().words();
        }
        return switch (holder) {
            case DriverObject driver -> driver.image();
            case ProcessObject _, ThreadObject _ -> kernel.nameOf(holder);
            default -> Naming.title(kernel, holder);
        };
    }

    /// Why the reference keeps the object, as the end of a sentence that begins with `because`.
    static String because(Kernel kernel, KObject object, Reference reference) {
        String who = who(kernel, object, reference);
        return switch (reference.kind()) {
            case SYSTEM -> "the system needs it";
            case RUNNING_THREAD -> "its thread is still running";
            case THREAD_OF_PROCESS -> who + " belongs to it";
            case DIRECTORY_ENTRY -> object.isPermanent() ? "it is permanent" : "it has a name";
            case LISTED_CHILD -> "it lists " + who;
            case DRIVER -> who + " holds a pointer to it";
            case DEVICE_OF_DRIVER -> "it belongs to " + who;
            case WAITING_THREAD -> who + " waits for it";
            case PENDING_IRP -> "a request is pending";
            case MAPPED_VIEW -> who + " has a view of it mapped";
            case SECTION_FILE -> who + " is backed by it";
            case PROCESS_TOKEN -> who + " has it as its token";
            case JOB_MEMBER -> who + " is in it";
            case POOL_BLOCK -> "a block of pool is charged to it";
        };
    }
}
