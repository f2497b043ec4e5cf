package dev.handlens.scenario;

import static dev.handlens.scenario.CallField.access;
import static dev.handlens.scenario.CallField.optional;
import static dev.handlens.scenario.CallField.required;

import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.PreviousMode;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.scenario.CallSpec.Result;
import java.util.List;

/// Calls that drivers make, and the one that time makes.
final class DriverCalls {
    static final List<CallSpec> SPECS = List.of(
            kernel("ObReferenceObjectByHandle", Result.POINTER,
                    "Takes a pointer reference through a handle; `as` names the variable that takes the pointer.",
                    List.of(required("handle", FieldKind.HANDLE, "the handle"), driver(), access(null, "0"), type(),
                            optional("accessMode", FieldKind.MODE, "KernelMode", "whether handle and access are checked as a program's")),
                    a -> {
                        Operand handle = a.handle("handle");
                        int access = a.access("access");
                        ObjectType type = a.objectType("type");
                        PreviousMode mode = mode(a);
                        String driver = a.driver("driver");
                        return v -> new KernelCall.ObReferenceObjectByHandle(handle.value(v), access, type, mode, driver);
                    }),
            kernel("ObReferenceObjectByPointer", Result.NOTHING, "Takes a further pointer reference through a pointer.",
                    List.of(pointer(), driver(), access(null, "0"), type(),
                            optional("accessMode", FieldKind.MODE, "KernelMode", "whether the type is checked as for a program")),
                    a -> {
                        int pointer = a.pointer("object");
                        int access = a.access("access");
                        ObjectType type = a.objectType("type");
                        PreviousMode mode = mode(a);
                        String driver = a.driver("driver");
                        return v -> new KernelCall.ObReferenceObjectByPointer(v.object(pointer), access, type, mode, driver);
                    }),
            kernel("ObDereferenceObject", Result.NOTHING, "Gives a driver's pointer reference back.", List.of(pointer(), driver()), a -> {
                int pointer = a.pointer("object");
                String driver = a.driver("driver");
                return v -> new KernelCall.ObDereferenceObject(v.object(pointer), driver);
            }),
            kernel("KeSetEvent", Result.NOTHING, "Signals an event through a pointer.", List.of(pointer()), a -> {
                int pointer = a.pointer("object");
                return v -> new KernelCall.KeSetEvent(v.object(pointer));
            }),
            kernel("IoLoadDriver", Result.NOTHING, "Loads a driver: makes its driver object.",
                    List.of(required("driver", FieldKind.TEXT, "its file name, such as gizmo.sys")), a -> {
                        String driver = a.text("driver");
                        return _ -> new KernelCall.IoLoadDriver(driver);
                    }),
            kernel("IoCreateDevice", Result.NOTHING, "Makes a device of a driver.",
                    List.of(driver(), required("name", FieldKind.NT_PATH, "path of the device")), a -> {
                        String driver = a.driver("driver");
                        String name = a.text("name");
                        return _ -> new KernelCall.IoCreateDevice(driver, name);
                    }),
            kernel("WaitTimesOut", Result.NOTHING, "KeWaitTimeout", "Ends the wait of a thread whose time is up.",
                    List.of(required("thread", FieldKind.THREAD, "which thread, or the first one of which process")), a -> {
                        String thread = a.thread("thread");
                        return v -> new KernelCall.KeWaitTimeout(v.tid(thread));
                    }));

    private DriverCalls() {}

    static CallSpec kernel(String name, Result result, String doc, List<CallField> fields, CallSpec.Maker maker) {
        return kernel(name, result, name, doc, fields, maker);
    }

    private static CallSpec kernel(String name, Result result, String service, String doc, List<CallField> fields, CallSpec.Maker maker) {
        return new CallSpec(name, service, result, null, true, fields, doc, maker);
    }

    static CallField driver() {
        return required("driver", FieldKind.DRIVER, "which driver");
    }

    static CallField pointer() {
        return required("object", FieldKind.POINTER, "variable with the pointer, or with a handle to the object");
    }

    static CallField type() {
        return optional("type", FieldKind.TYPE, "", "the type it must have");
    }

    static PreviousMode mode(Arguments a) {
        return a.text("accessMode").equals("UserMode") ? PreviousMode.USER : PreviousMode.KERNEL;
    }
}
