package dev.handlens.kernel;

import dev.handlens.kernel.io.DriverObject;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ob.ReferenceKind;

/// Calls with which drivers refer to objects by pointer.
final class PointerCalls {
    private final Kernel kernel;

    PointerCalls(Kernel kernel) {
        this.kernel = kernel;
    }

    CallResult byHandle(Caller caller, KernelCall.ObReferenceObjectByHandle c) {
        DriverObject driver = kernel.io.driver(c.driver());
        if (driver == null) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        KObject object = kernel.handles.reference(caller, c.handle(), c.access(), c.type(), c.accessMode());
        return object == null ? CallResult.of(kernel.handles.status()) : refer(object, driver);
    }

    CallResult byPointer(KernelCall.ObReferenceObjectByPointer c) {
        DriverObject driver = kernel.io.driver(c.driver());
        KObject object = kernel.object(c.object());
        if (driver == null || object == null) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        boolean strict = c.accessMode() == PreviousMode.USER || c.type() == ObjectType.SYMBOLIC_LINK;
        if (strict && c.type() != object.type()) {
            return CallResult.of(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        }
        return refer(object, driver);
    }

    private CallResult refer(KObject object, DriverObject driver) {
        kernel.ob.refer(object, ReferenceKind.DRIVER, driver.id());
        long count = kernel.object(object.id()).pointerCount();
        return new CallResult(NtStatus.STATUS_SUCCESS, 0, object.id(), count, false);
    }

    /// Gives a reference back; giving back what was never taken stops the machine.
    CallResult dereference(KernelCall.ObDereferenceObject c) {
        DriverObject driver = kernel.io.driver(c.driver());
        KObject object = kernel.object(c.object());
        if (driver == null || object == null || !kernel.ob.release(object, ReferenceKind.DRIVER, driver.id())) {
            int type = object == null ? 0 : object.type().typeIndex();
            kernel.stop(new BugCheck(0x18, "REFERENCE_BY_POINTER", type, c.object(), 0, 0));
            return CallResult.of(NtStatus.STATUS_UNSUCCESSFUL);
        }
        KObject left = kernel.object(c.object());
        return CallResult.of(NtStatus.STATUS_SUCCESS, left == null ? 0 : left.pointerCount());
    }
}
