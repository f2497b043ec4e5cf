package dev.handlens.kernel;

import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ob.ReferenceKind;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.se.AccessMask;
import dev.handlens.kernel.se.Privilege;

/// Calls about handles themselves.
final class HandleCalls {
    private static final int PROCESS_DUP_HANDLE = 0x40;
    /// Bits of an access mask that mean nothing: asking for them is refused.
    private static final int RESERVED_ACCESS = 0x0CE0_0000;

    private final Kernel kernel;

    HandleCalls(Kernel kernel) {
        this.kernel = kernel;
    }

    /// Closes a handle: the handle, whatever else refers to its object.
    CallResult close(Caller caller, long handle) {
        if (handle == 0 || handle == Kernel.KERNEL_HANDLE_BITS || handle == Kernel.CURRENT_PROCESS || handle == Kernel.CURRENT_THREAD) {
            return CallResult.of(NtStatus.STATUS_INVALID_HANDLE);
        }
        ProcessObject process = kernel.handles.owner(caller, handle, caller.mode());
        long value = HandleManager.tableValue(handle);
        long first = process == null || process.table() == null ? 0 : process.table().first(value);
        if (first == 0) {
            kernel.handles.badReference(process, handle, caller);
            if (caller.mode() == PreviousMode.KERNEL) {
                kernel.stop(new BugCheck(0x93, "INVALID_KERNEL_HANDLE", handle, 1, 0, 0));
            }
            return CallResult.of(NtStatus.STATUS_INVALID_HANDLE);
        }
        if ((HandleEntry.attributes(process.table().second(value)) & ObjectAttributes.PROTECT_CLOSE) != 0) {
            if (caller.mode() == PreviousMode.KERNEL) {
                kernel.stop(new BugCheck(0x93, "INVALID_KERNEL_HANDLE", handle, 0, 0, 0));
            }
            return CallResult.of(NtStatus.STATUS_HANDLE_NOT_CLOSABLE);
        }
        kernel.handles.close(process, value, false, caller);
        return CallResult.of(NtStatus.STATUS_SUCCESS);
    }

    /// Makes another handle to the object of a handle.
    CallResult duplicate(Caller caller, KernelCall.NtDuplicateObject c) {
        boolean closeSource = (c.options() & KernelCall.NtDuplicateObject.CLOSE_SOURCE) != 0;
        ProcessObject from = process(caller, c.sourceProcess());
        if (from == null) {
            return CallResult.of(kernel.handles.status());
        }
        if (c.targetProcess() == 0) {
            if (!closeSource) {
                return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
            }
            closeSource(caller, from, c.sourceHandle());
            return CallResult.of(NtStatus.STATUS_SUCCESS);
        }
        ProcessObject to = c.targetProcess() == c.sourceProcess() ? from : process(caller, c.targetProcess());
        if (to == null) {
            NtStatus status = kernel.handles.status();
            if (closeSource) {
                closeSource(caller, from, c.sourceHandle());
            }
            return CallResult.of(status);
        }
        return duplicate(caller, c, from, to, closeSource);
    }

    /// A process whose handles may be duplicated, or null with the reason in `status()`.
    private ProcessObject process(Caller caller, long handle) {
        return (ProcessObject) kernel.handles.reference(caller, handle, PROCESS_DUP_HANDLE, ObjectType.PROCESS, caller.mode());
    }

    private CallResult duplicate(Caller caller, KernelCall.NtDuplicateObject c, ProcessObject from, ProcessObject to, boolean closeSource) {
        boolean sameAccess = (c.options() & KernelCall.NtDuplicateObject.SAME_ACCESS) != 0;
        if (!sameAccess && (c.access() & RESERVED_ACCESS) != 0) {
            return CallResult.of(NtStatus.STATUS_ACCESS_DENIED);
        }
        if (from.table() == null) {
            return CallResult.of(NtStatus.STATUS_PROCESS_IS_TERMINATING);
        }
        // The caller is attached to the source process meanwhile, and keeps its thread: that is what the two pseudo-handles mean here.
        Caller inSource = from.pid() == caller.pid() ? caller : new Caller(from.pid(), caller.tid(), caller.mode());
        KObject object = kernel.handles.reference(inSource, c.sourceHandle(), 0, null, caller.mode());
        if (object == null) {
            return CallResult.of(kernel.handles.status());
        }
        if (to.table() == null) {
            if (closeSource) {
                closeSource(caller, from, c.sourceHandle());
            }
            return CallResult.of(NtStatus.STATUS_PROCESS_IS_TERMINATING);
        }
        int sourceAttributes = kernel.handles.attributes();
        int granted = grantedAccess(caller, c, object, kernel.handles.grantedAccess());
        NtStatus refused = granted == -1 ? kernel.handles.status() : NtStatus.STATUS_SUCCESS;
        boolean sameAttributes = (c.options() & KernelCall.NtDuplicateObject.SAME_ATTRIBUTES) != 0;
        int attributes = sameAttributes
                ? sourceAttributes
                : c.attributes() & ObjectAttributes.HANDLE_BITS | sourceAttributes & ObjectAttributes.AUDIT_OBJECT_CLOSE;
        int objectId = object.id();
        if (refused.isSuccess() && closeSource) {
            // The new handle counts before the old one is closed, so that the old one is not the last: the name stays, no driver is told.
            kernel.writable(object).addHandle();
        }
        if (closeSource) {
            closeSource(caller, from, c.sourceHandle());
        }
        if (!refused.isSuccess()) {
            return CallResult.of(refused);
        }
        if (!closeSource) {
            return insert(caller, c, to, object, granted, attributes);
        }
        // The source may have been the last handle to a job that the target process was in.
        ProcessObject stillThere = kernel.process(to.pid());
        CallResult result = stillThere == null || stillThere.table() == null
                ? CallResult.of(NtStatus.STATUS_PROCESS_IS_TERMINATING)
                : insert(caller, c, stillThere, kernel.object(objectId), granted, attributes);
        kernel.ob.closeHandle(kernel.object(objectId));
        return result;
    }

    private CallResult insert(Caller caller, KernelCall.NtDuplicateObject c, ProcessObject to, KObject object, int granted, int attributes) {
        boolean kernelHandle = to.pid() == Kernel.SYSTEM_PID && caller.mode() == PreviousMode.KERNEL
                && (c.attributes() & ObjectAttributes.KERNEL_HANDLE) != 0;
        if (object.exclusiveOwner() != 0) {
            return CallResult.of(NtStatus.STATUS_ACCESS_DENIED);
        }
        long value = kernel.handles.insert(to, object, granted, attributes, caller);
        if (value == 0) {
            return CallResult.of(kernel.handles.status());
        }
        return CallResult.handle(NtStatus.STATUS_SUCCESS, kernelHandle ? value | Kernel.KERNEL_HANDLE_BITS : value, object.id());
    }

    private int grantedAccess(Caller caller, KernelCall.NtDuplicateObject c, KObject object, int sourceAccess) {
        if ((c.options() & KernelCall.NtDuplicateObject.SAME_ACCESS) != 0) {
            return sourceAccess;
        }
        ObjectType type = object.type();
        int wanted = type.genericMapping().map(c.access()) & (type.validAccess() | AccessMask.ACCESS_SYSTEM_SECURITY);
        if ((wanted & ~sourceAccess) == 0) {
            return wanted;
        }
        if (type.hasCustomSecurity()) {
            kernel.handles.refuse(NtStatus.STATUS_ACCESS_DENIED);
            return -1;
        }
        return kernel.handles.grant(caller, object, wanted, caller.mode() == PreviousMode.USER);
    }

    /// Closes the source of a duplication; a source that is protected or not there stays as it is.
    private void closeSource(Caller caller, ProcessObject from, long handle) {
        ProcessObject process = kernel.handles.owner(new Caller(from.pid(), caller.tid(), caller.mode()), handle, caller.mode());
        long value = HandleManager.tableValue(handle);
        if (process != null && process.table() != null && process.table().first(value) != 0
                && (HandleEntry.attributes(process.table().second(value)) & ObjectAttributes.PROTECT_CLOSE) == 0) {
            kernel.handles.close(process, value, false, caller);
        }
    }

    /// Sets both flags of a handle in one go.
    CallResult setInformation(Caller caller, KernelCall.NtSetInformationObject c) {
        if (c.infoClass() == KernelCall.NtSetInformationObject.SESSION) {
            return setSession(caller, c.handle());
        }
        if (c.infoClass() != KernelCall.NtSetInformationObject.HANDLE_FLAGS) {
            return CallResult.of(NtStatus.STATUS_INVALID_INFO_CLASS);
        }
        if (c.length() != KernelCall.NtSetInformationObject.HANDLE_FLAGS_BYTES) {
            return CallResult.of(NtStatus.STATUS_INFO_LENGTH_MISMATCH);
        }
        if (c.handle() == Kernel.CURRENT_PROCESS || c.handle() == Kernel.CURRENT_THREAD) {
            return CallResult.of(NtStatus.STATUS_ACCESS_DENIED);
        }
        KObject object = kernel.handles.reference(caller, c.handle(), 0, null, caller.mode());
        if (object == null) {
            return CallResult.of(kernel.handles.status());
        }
        if (c.inherit() && (object.type().refusedAttributes() & ObjectAttributes.INHERIT) != 0) {
            return CallResult.of(NtStatus.STATUS_ACCESS_DENIED);
        }
        ProcessObject process = kernel.writable(kernel.handles.owner(caller, c.handle(), caller.mode()));
        long value = HandleManager.tableValue(c.handle());
        int audit = HandleEntry.attributes(process.table().second(value)) & ObjectAttributes.AUDIT_OBJECT_CLOSE;
        int flags = (c.inherit() ? ObjectAttributes.INHERIT : 0) | (c.protectFromClose() ? ObjectAttributes.PROTECT_CLOSE : 0);
        kernel.writableTable(process).setAttributes(value, audit | flags);
        return CallResult.of(NtStatus.STATUS_SUCCESS);
    }

    /// Moves a directory to another session: nothing here depends on it, but not everybody may.
    private CallResult setSession(Caller caller, long handle) {
        if (!kernel.security.holds(caller, Privilege.TCB)) {
            return CallResult.of(NtStatus.STATUS_PRIVILEGE_NOT_HELD);
        }
        KObject directory = kernel.handles.reference(caller, handle, 0, ObjectType.DIRECTORY, caller.mode());
        return CallResult.of(directory == null ? kernel.handles.status() : NtStatus.STATUS_SUCCESS);
    }

    CallResult makeTemporary(Caller caller, long handle) {
        KObject object = kernel.handles.reference(caller, handle, AccessMask.DELETE, null, caller.mode());
        if (object == null) {
            return CallResult.of(kernel.handles.status());
        }
        kernel.ob.makeTemporary(object);
        return CallResult.of(NtStatus.STATUS_SUCCESS);
    }

    CallResult makePermanent(Caller caller, long handle) {
        if (!kernel.security.holds(caller, Privilege.CREATE_PERMANENT)) {
            return CallResult.of(NtStatus.STATUS_PRIVILEGE_NOT_HELD);
        }
        KObject object = kernel.handles.reference(caller, handle, 0, null, caller.mode());
        if (object == null) {
            return CallResult.of(kernel.handles.status());
        }
        kernel.writable(object).setPermanent(true);
        return CallResult.of(NtStatus.STATUS_SUCCESS);
    }
}
