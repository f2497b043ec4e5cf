package dev.handlens.kernel;

import dev.handlens.kernel.io.DriverObject;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ps.ProcessObject;

/// Further calls of drivers on objects: by name, by id, and from pointers back to handles.
final class ReferenceCalls {
    private final Kernel kernel;

    ReferenceCalls(Kernel kernel) {
        this.kernel = kernel;
    }

    // ---- pointers -------------------------------------------------------------------------------------------------

    /// A reference that nothing is checked for. The safe form leaves an object alone that is about to go.
    CallResult reference(KernelCall.ObReferenceObject c) {
        DriverObject driver = kernel.io.driver(c.driver());
        KObject object = kernel.object(c.object());
        if (driver == null) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        if (object == null) {
            return c.safe() ? CallResult.of(NtStatus.STATUS_SUCCESS, 0) : kernel.pointers.stopAtGone(driver, c.object(), 0);
        }
        CallResult result = kernel.pointers.refer(object, driver);
        return c.safe() ? new CallResult(NtStatus.STATUS_SUCCESS, 0, object.id(), 1, false) : result;
    }

    CallResult byName(Caller caller, KernelCall.ObReferenceObjectByName c) {
        String name = c.attributes() == null ? null : c.attributes().name();
        if (name == null || name.isEmpty()) {
            return CallResult.of(NtStatus.STATUS_OBJECT_NAME_INVALID);
        }
        DriverObject driver = kernel.io.driver(c.driver());
        if (driver == null) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        Caller as = as(caller, c.accessMode());
        KObject object = find(as, c.attributes(), c.type());
        if (object == null) {
            return CallResult.of(kernel.handles.status());
        }
        boolean checked = Security.isChecked(as, c.attributes().attributes());
        if (kernel.handles.grant(as, object, c.access(), checked) == -1) {
            return CallResult.of(kernel.handles.status());
        }
        return kernel.pointers.refer(object, driver);
    }

    CallResult lookUpProcess(KernelCall.PsLookupProcessByProcessId c) {
        return lookUp(kernel.process(c.pid()), c.driver());
    }

    CallResult lookUpThread(KernelCall.PsLookupThreadByThreadId c) {
        return lookUp(kernel.thread(c.tid()), c.driver());
    }

    private CallResult lookUp(KObject object, String image) {
        DriverObject driver = kernel.io.driver(image);
        if (driver == null) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        return object == null ? CallResult.of(NtStatus.STATUS_INVALID_CID) : kernel.pointers.refer(object, driver);
    }

    CallResult makeTemporary(KernelCall.ObMakeTemporaryObject c) {
        KObject object = kernel.object(c.object());
        if (object == null) {
            return kernel.pointers.stopAtGone(null, c.object(), 0);
        }
        kernel.ob.makeTemporary(object);
        return CallResult.of(NtStatus.STATUS_SUCCESS);
    }

    // ---- handles --------------------------------------------------------------------------------------------------

    /// A handle to an object that is known by pointer. It can bring handles back to an object that has none; its name does not come back.
    CallResult openByPointer(Caller caller, KernelCall.ObOpenObjectByPointer c) {
        KObject object = kernel.object(c.object());
        if (object == null) {
            return kernel.pointers.stopAtGone(null, c.object(), 0);
        }
        if (c.type() != null && c.type() != object.type()) {
            return CallResult.of(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        }
        if ((c.attributes() & object.type().refusedAttributes()) != 0) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        // The driver of a file was told of its last handle and cannot be told that there is one again.
        if (object.type() == ObjectType.FILE && object.handleCount() == 0) {
            return CallResult.of(NtStatus.STATUS_UNSUCCESSFUL);
        }
        return open(as(caller, c.accessMode()), object, c.access(), c.attributes());
    }

    CallResult openByName(Caller caller, KernelCall.ObOpenObjectByName c) {
        if (c.attributes() == null) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        if (c.attributes().name() == null) {
            return CallResult.of(NtStatus.STATUS_OBJECT_PATH_SYNTAX_BAD);
        }
        Caller as = as(caller, c.accessMode());
        KObject object = find(as, c.attributes(), c.type());
        if (object == null) {
            return CallResult.of(kernel.handles.status());
        }
        if ((c.attributes().attributes() & object.type().refusedAttributes()) != 0) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        return open(as, object, c.access(), c.attributes().attributes());
    }

    private CallResult open(Caller caller, KObject object, int access, int attributes) {
        if (object instanceof ProcessObject process && process.pid() == 0) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        long handle = kernel.handles.open(caller, object, access, attributes, HandleManager.Reason.OPEN);
        return handle == 0 ? CallResult.of(kernel.handles.status()) : CallResult.handle(NtStatus.STATUS_SUCCESS, handle, object.id());
    }

    /// The object of a name, or null with the reason in the handle manager's status. A device is found as itself, since nothing is opened.
    private KObject find(Caller caller, ObjectAttributes attributes, ObjectType type) {
        Namespace.Lookup lookup = kernel.names.lookup(caller, attributes, type);
        NtStatus status = lookup.status();
        if (status.isSuccess() && lookup.object() == null) {
            status = NtStatus.STATUS_OBJECT_NAME_NOT_FOUND;
        } else if (status.isSuccess() && type != null && lookup.object().type() != type) {
            status = NtStatus.STATUS_OBJECT_TYPE_MISMATCH;
        }
        kernel.handles.refuse(status);
        return status.isSuccess() ? lookup.object() : null;
    }

    private static Caller as(Caller caller, PreviousMode mode) {
        return new Caller(caller.pid(), caller.tid(), mode);
    }
}
