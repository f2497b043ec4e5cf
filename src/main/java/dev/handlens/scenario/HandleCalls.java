package dev.handlens.scenario;

import static dev.handlens.scenario.CallField.access;
import static dev.handlens.scenario.CallField.optional;
import static dev.handlens.scenario.CallField.required;

import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.scenario.CallSpec.Result;
import java.util.List;

/// Calls on handles themselves, and calls that use what they refer to.
final class HandleCalls {
    static final List<CallSpec> SPECS = List.of(
            duplicate("DuplicateHandle", List.of(ObjectCalls.inherit()), a -> a.flag("inherit") ? ObjectAttributes.INHERIT : 0),
            duplicate("NtDuplicateObject", List.of(optional("attributes", FieldKind.ATTRIBUTES, "", "OBJ_ attributes of the new handle")),
                    a -> a.attributes("attributes")),
            on("CloseHandle", "NtClose", "Closes a handle.", KernelCall.NtClose::new),
            on("RegCloseKey", "NtClose", "Closes the handle of a registry key.", KernelCall.NtClose::new),
            on("NtClose", "NtClose", "Closes a handle.", KernelCall.NtClose::new),
            setFlags("SetHandleInformation"),
            setInformation(),
            on("NtMakeTemporaryObject", "NtMakeTemporaryObject", "Takes the permanence of an object away.",
                    KernelCall.NtMakeTemporaryObject::new),
            on("NtMakePermanentObject", "NtMakePermanentObject", "Makes an object permanent.", KernelCall.NtMakePermanentObject::new),
            on("SetEvent", "NtSetEvent", "Signals an event.", KernelCall.NtSetEvent::new),
            on("NtSetEvent", "NtSetEvent", "Signals an event.", KernelCall.NtSetEvent::new),
            on("ResetEvent", "NtResetEvent", "Takes an event's signal away.", KernelCall.NtResetEvent::new),
            on("NtResetEvent", "NtResetEvent", "Takes an event's signal away.", KernelCall.NtResetEvent::new),
            on("PulseEvent", "NtPulseEvent", "Signals an event for those who wait now.", KernelCall.NtPulseEvent::new),
            on("NtPulseEvent", "NtPulseEvent", "Signals an event for those who wait now.", KernelCall.NtPulseEvent::new),
            on("NtClearEvent", "NtClearEvent", "Takes an event's signal away without asking what it was.", KernelCall.NtClearEvent::new),
            on("ReleaseMutex", "NtReleaseMutant", "Gives a mutex up.", KernelCall.NtReleaseMutant::new),
            on("NtReleaseMutant", "NtReleaseMutant", "Gives a mutant up.", KernelCall.NtReleaseMutant::new),
            releaseSemaphore("ReleaseSemaphore"),
            releaseSemaphore("NtReleaseSemaphore"),
            waitForOne("WaitForSingleObject"),
            waitForOne("NtWaitForSingleObject"),
            waitForSeveral("WaitForMultipleObjects"),
            waitForSeveral("NtWaitForMultipleObjects"),
            signalAndWait("SignalObjectAndWait"),
            signalAndWait("NtSignalAndWaitForSingleObject"));

    private HandleCalls() {}

    private interface AttributeBits {
        int of(Arguments arguments);
    }

    private static CallSpec on(String name, String service, String doc, FileCalls.OfHandle call) {
        return FileCalls.onHandle(name, service, doc, call);
    }

    private static CallSpec duplicate(String name, List<CallField> more, AttributeBits attributeBits) {
        List<CallField> fields = ObjectCalls.join(
                List.of(required("handle", FieldKind.HANDLE, "the source handle"),
                        optional("sourceProcess", FieldKind.HANDLE, FieldKind.SELF,
                                "handle of the process that the source handle belongs to"),
                        optional("targetProcess", FieldKind.HANDLE, FieldKind.SELF, "handle of the process that gets the new handle"),
                        access(null, "0"),
                        optional("options", FieldKind.OPTIONS, "", "DUPLICATE_SAME_ACCESS when neither this nor `access` is given")),
                more.toArray(new CallField[0]));
        String doc = "Makes another handle to the object of a handle.";
        return new CallSpec(name, "NtDuplicateObject", Result.HANDLE, null, false, fields, doc, a -> {
            Operand sourceProcess = a.handle("sourceProcess");
            Operand handle = a.handleOf(sourceProcess, "handle");
            Operand targetProcess = a.handle("targetProcess");
            int access = a.access("access");
            boolean sameAccess = !a.has("access") && !a.has("options");
            int options = sameAccess ? KernelCall.NtDuplicateObject.SAME_ACCESS : a.options("options");
            int attributes = attributeBits.of(a);
            return v -> new KernelCall.NtDuplicateObject(
                    sourceProcess.value(v), handle.value(v), targetProcess.value(v), access, attributes, options);
        });
    }

    private static CallSpec setFlags(String name) {
        List<CallField> fields = List.of(
                required("handle", FieldKind.HANDLE, "the handle"), ObjectCalls.inherit(),
                ObjectCalls.flag("protect", "whether closing it fails"));
        return new CallSpec(name, "NtSetInformationObject", Result.NOTHING, null, false, fields, "Sets both flags of a handle.", a -> {
            Operand handle = a.handle("handle");
            boolean inherit = a.flag("inherit");
            boolean protect = a.flag("protect");
            return v -> new KernelCall.NtSetInformationObject(handle.value(v), inherit, protect);
        });
    }

    private static CallSpec setInformation() {
        List<CallField> fields = List.of(
                required("handle", FieldKind.HANDLE, "the handle"), ObjectCalls.inherit(),
                ObjectCalls.flag("protect", "whether closing it fails"),
                optional("class", FieldKind.COUNT, "4", "4 flags of the handle, 5 session of a directory"),
                optional("length", FieldKind.COUNT, "2", "bytes of the buffer"));
        String doc = "Sets both flags of a handle, or the session of a directory.";
        return new CallSpec("NtSetInformationObject", "NtSetInformationObject", Result.NOTHING, null, false, fields, doc, a -> {
            Operand handle = a.handle("handle");
            boolean inherit = a.flag("inherit");
            boolean protect = a.flag("protect");
            int infoClass = (int) a.number("class");
            long length = a.number("length");
            return v -> new KernelCall.NtSetInformationObject(handle.value(v), inherit, protect, infoClass, length);
        });
    }

    private static CallSpec signalAndWait(String name) {
        List<CallField> fields = List.of(
                required("signal", FieldKind.HANDLE, "event, mutant or semaphore to signal"),
                required("handle", FieldKind.HANDLE, "what to wait for"), timeout());
        String doc = "Signals one object and waits for another.";
        return new CallSpec(name, "NtSignalAndWaitForSingleObject", Result.NOTHING, null, false, fields, doc, a -> {
            Operand signal = a.handle("signal");
            Operand handle = a.handle("handle");
            long timeout = a.amount("timeout");
            return v -> new KernelCall.NtSignalAndWaitForSingleObject(signal.value(v), handle.value(v), timeout);
        });
    }

    private static CallSpec releaseSemaphore(String name) {
        List<CallField> fields = List.of(
                required("handle", FieldKind.HANDLE, "the semaphore"),
                optional("count", FieldKind.COUNT, "1", "how much to add to its count"));
        return new CallSpec(name, "NtReleaseSemaphore", Result.NOTHING, null, false, fields, "Adds to the count of a semaphore.", a -> {
            Operand handle = a.handle("handle");
            int count = (int) a.number("count");
            return v -> new KernelCall.NtReleaseSemaphore(handle.value(v), count);
        });
    }

    private static CallSpec waitForOne(String name) {
        List<CallField> fields = List.of(required("handle", FieldKind.HANDLE, "what to wait for"), timeout());
        return new CallSpec(name, "NtWaitForSingleObject", Result.NOTHING, null, false, fields, "Waits until an object is signaled.", a -> {
            Operand handle = a.handle("handle");
            long timeout = a.amount("timeout");
            return v -> new KernelCall.NtWaitForSingleObject(handle.value(v), timeout);
        });
    }

    private static CallSpec waitForSeveral(String name) {
        List<CallField> fields = List.of(
                required("handles", FieldKind.HANDLES, "what to wait for"),
                optional("all", FieldKind.FLAG, "false", "whether all of them must be signaled"), timeout());
        return new CallSpec(name, "NtWaitForMultipleObjects", Result.NOTHING, null, false, fields,
                "Waits for one or all of several objects.", a -> {
            List<Operand> handles = a.handles("handles");
            boolean all = a.flag("all");
            long timeout = a.amount("timeout");
            return v -> new KernelCall.NtWaitForMultipleObjects(handles.stream().map(handle -> handle.value(v)).toList(), all, timeout);
        });
    }

    private static CallField timeout() {
        return optional("timeout", FieldKind.TIMEOUT, FieldKind.INFINITE, "how long at most; 0 only looks");
    }
}
