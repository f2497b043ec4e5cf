package dev.handlens.kernel;

import dev.handlens.kernel.io.DriverObject;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ob.ReferenceKind;

/// Calls with which drivers refer to objects by pointer.
final class PointerCalls {
    // What Driver Verifier stops for: the first parameter of its bug check.
    private static final int BAD_HANDLE = 0x3C;
    private static final int COUNT_IS_ZERO = 0x3F;
    private static final int NULL_HANDLE = 0xF5;
    private static final int USER_HANDLE_AS_KERNEL = 0xF6;
    private static final int KERNEL_HANDLE_AS_USER = 0xF7;

    private final Kernel kernel;

    PointerCalls(Kernel kernel) {
        this.kernel = kernel;
    }

    CallResult byHandle(Caller caller, KernelCall.ObReferenceObjectByHandle c) {
        DriverObject driver = kernel.io.driver(c.driver());
        if (driver == null) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        int violation = driver.behavior().verified() ? handleViolation(caller, c) : 0;
        if (violation != 0) {
            kernel.stop(verifier(violation, c.handle(), caller.pid()));
            return CallResult.of(NtStatus.STATUS_UNSUCCESSFUL);
        }
        KObject object = kernel.handles.reference(caller, c.handle(), c.access(), c.type(), c.accessMode());
        if (object != null) {
            return refer(object, driver);
        }
        NtStatus status = kernel.handles.status();
        if (status == NtStatus.STATUS_INVALID_HANDLE && driver.behavior().verified() && c.accessMode() == PreviousMode.KERNEL) {
            kernel.stop(verifier(BAD_HANDLE, c.handle(), c.type() == null ? 0 : c.type().typeIndex()));
        }
        return CallResult.of(status);
    }

    /// What Driver Verifier stops at before a handle is looked up, or 0.
    private static int handleViolation(Caller caller, KernelCall.ObReferenceObjectByHandle c) {
        if (c.handle() == 0) {
            return NULL_HANDLE;
        }
        if (c.accessMode() == PreviousMode.KERNEL && c.handle() > 0 && caller.pid() != Kernel.SYSTEM_PID) {
            return USER_HANDLE_AS_KERNEL;
        }
        boolean inSystem = caller.pid() == Kernel.SYSTEM_PID && Kernel.isKernelHandle(c.handle());
        return c.accessMode() == PreviousMode.USER && inSystem ? KERNEL_HANDLE_AS_USER : 0;
    }

    private static BugCheck verifier(int violation, long p2, long p3) {
        return new BugCheck(0xC4, "DRIVER_VERIFIER_DETECTED_VIOLATION", violation, p2, p3, 0);
    }

    CallResult byPointer(KernelCall.ObReferenceObjectByPointer c) {
        DriverObject driver = kernel.io.driver(c.driver());
        KObject object = kernel.object(c.object());
        if (driver == null || c.object() == 0) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        if (object == null) {
            return stopAtGone(driver, c.object(), 0);
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
            return stopAtGone(driver, c.object(), object == null ? 0 : object.type().typeIndex());
        }
        KObject left = kernel.object(c.object());
        return CallResult.of(NtStatus.STATUS_SUCCESS, left == null ? 0 : left.pointerCount());
    }

    /// Stops the machine at a reference that is not the driver's to use: Driver Verifier sees it as what it is.
    private CallResult stopAtGone(DriverObject driver, int object, int type) {
        boolean verified = driver != null && driver.behavior().verified() && kernel.object(object) == null;
        kernel.stop(verified ? verifier(COUNT_IS_ZERO, object, 0) : new BugCheck(0x18, "REFERENCE_BY_POINTER", type, object, 0, 0));
        return CallResult.of(NtStatus.STATUS_UNSUCCESSFUL);
    }
}
