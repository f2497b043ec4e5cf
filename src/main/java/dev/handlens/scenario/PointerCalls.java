package dev.handlens.scenario;

import static dev.handlens.scenario.CallField.access;
import static dev.handlens.scenario.CallField.optional;
import static dev.handlens.scenario.CallField.required;

import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.PreviousMode;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.scenario.CallSpec.Result;
import java.util.List;

/// Calls of drivers that lead from names, ids and pointers to objects, and back from objects to handles.
final class PointerCalls {
    static final List<CallSpec> SPECS = List.of(
            reference("ObReferenceObject", false, "Takes a further pointer reference; nothing is checked."),
            reference("ObReferenceObjectSafe", true, "Takes a further pointer reference, unless the object is about to go."),
            DriverCalls.kernel("ObReferenceObjectByName", Result.POINTER, "Takes a pointer reference through a name.", List.of(
                    optional("name", FieldKind.NT_PATH, "", "path of the object"), DriverCalls.driver(), access(null, "0"),
                    attributes(), DriverCalls.type(), accessMode()), a -> {
                String driver = a.driver("driver");
                int access = a.access("access");
                ObjectAttributes attributes = new ObjectAttributes(a.text("name"), 0, a.attributes("attributes"));
                ObjectType type = a.objectType("type");
                PreviousMode mode = DriverCalls.mode(a);
                return _ -> new KernelCall.ObReferenceObjectByName(access, attributes, type, mode, driver);
            }),
            DriverCalls.kernel("ObDereferenceObjectDeferDelete", Result.NOTHING,
                    "Gives a driver's pointer reference back where the object must not go at once.",
                    List.of(DriverCalls.pointer(), DriverCalls.driver()), a -> {
                int pointer = a.pointer("object");
                String driver = a.driver("driver");
                return v -> new KernelCall.ObDereferenceObjectDeferDelete(v.object(pointer), driver);
            }),
            handle("ObOpenObjectByPointer", "Makes a handle through a pointer.", List.of(
                    DriverCalls.pointer(), access(null, "MAXIMUM_ALLOWED"), attributes(), DriverCalls.type(), accessMode()), a -> {
                int pointer = a.pointer("object");
                int access = a.access("access");
                int attributes = a.attributes("attributes");
                ObjectType type = a.objectType("type");
                PreviousMode mode = DriverCalls.mode(a);
                return v -> new KernelCall.ObOpenObjectByPointer(v.object(pointer), access, attributes, type, mode);
            }),
            handle("ObOpenObjectByName", "Makes a handle through a name, to an object of any type.", List.of(
                    required("name", FieldKind.NT_PATH, "path of the object"), access(null, "MAXIMUM_ALLOWED"), attributes(),
                    optional("root", FieldKind.HANDLE, "0", "handle of the directory that the path starts in"), DriverCalls.type(),
                    accessMode()), a -> {
                AttributesOperand attributes = a.attributes();
                int access = a.access("access");
                ObjectType type = a.objectType("type");
                PreviousMode mode = DriverCalls.mode(a);
                return v -> new KernelCall.ObOpenObjectByName(access, attributes.value(v), type, mode);
            }),
            DriverCalls.kernel("ObMakeTemporaryObject", Result.NOTHING, "Takes the permanence of an object away through a pointer.",
                    List.of(DriverCalls.pointer()), a -> {
                int pointer = a.pointer("object");
                return v -> new KernelCall.ObMakeTemporaryObject(v.object(pointer));
            }),
            DriverCalls.kernel("ObCloseHandle", Result.NOTHING, "Closes a handle on behalf of a mode.",
                    List.of(required("handle", FieldKind.HANDLE, "the handle"), accessMode()), a -> {
                Operand handle = a.handle("handle");
                PreviousMode mode = DriverCalls.mode(a);
                return v -> new KernelCall.ObCloseHandle(handle.value(v), mode);
            }),
            DriverCalls.kernel("PsLookupProcessByProcessId", Result.POINTER, "Takes a pointer reference to the process of an id.",
                    List.of(required("process", FieldKind.PROCESS, "which process"), DriverCalls.driver()), a -> {
                String process = a.process("process");
                String driver = a.driver("driver");
                return v -> new KernelCall.PsLookupProcessByProcessId(v.pid(process), driver);
            }),
            DriverCalls.kernel("PsLookupThreadByThreadId", Result.POINTER, "Takes a pointer reference to the thread of an id.",
                    List.of(required("thread", FieldKind.THREAD, "which thread, or the first one of which process"), DriverCalls.driver()),
                    a -> {
                String thread = a.thread("thread");
                String driver = a.driver("driver");
                return v -> new KernelCall.PsLookupThreadByThreadId(v.tid(thread), driver);
            }));

    private PointerCalls() {}

    private static CallSpec reference(String name, boolean safe, String doc) {
        return DriverCalls.kernel(name, Result.NOTHING, doc, List.of(DriverCalls.pointer(), DriverCalls.driver()), a -> {
            int pointer = a.pointer("object");
            String driver = a.driver("driver");
            return v -> new KernelCall.ObReferenceObject(v.object(pointer), safe, driver);
        });
    }

    private static CallSpec handle(String name, String doc, List<CallField> fields, CallSpec.Maker maker) {
        return DriverCalls.kernel(name, Result.HANDLE, doc, fields, maker);
    }

    private static CallField attributes() {
        return optional("attributes", FieldKind.ATTRIBUTES, "", "OBJ_ attributes");
    }

    private static CallField accessMode() {
        return optional("accessMode", FieldKind.MODE, "KernelMode", "whether it is checked as for a program");
    }
}
