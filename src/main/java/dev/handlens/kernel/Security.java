package dev.handlens.kernel;

import dev.handlens.kernel.ob.DirectoryObject;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ob.ReferenceKind;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.QuotaBlock;
import dev.handlens.kernel.se.AccessMask;
import dev.handlens.kernel.se.Privilege;
import dev.handlens.kernel.se.TokenObject;

/// Privileges, tokens and security descriptors. A descriptor here is one mask: the rights that programs can be granted.
final class Security {
    private static final int PROCESS_QUERY_INFORMATION = 0x400;
    private static final int THREAD_QUERY_INFORMATION = 0x40;
    private static final int DIRECTORY_TRAVERSE = 0x2;
    private static final int DIRECTORY_CREATE_OBJECT = 0x4;
    private static final int DIRECTORY_CREATE_SUBDIRECTORY = 0x8;
    private static final String SESSIONS = "\\Sessions\\";
    private static final String OWN_SESSION = SESSIONS + "0";

    private final Kernel kernel;

    Security(Kernel kernel) {
        this.kernel = kernel;
    }

    // ---- privileges -----------------------------------------------------------------------------------------------

    /// Whether a caller holds a privilege; kernel mode holds all of them.
    boolean holds(Caller caller, Privilege privilege) {
        return caller.mode() == PreviousMode.KERNEL || (kernel.process(caller.pid()).privileges() & privilege.bit()) != 0;
    }

    CallResult initialLimits(KernelCall.PsInitialLimits c) {
        ProcessObject process = kernel.process(c.pid());
        if (process == null) {
            return CallResult.of(NtStatus.STATUS_INVALID_CID);
        }
        ProcessObject writable = kernel.writable(process);
        writable.setPrivileges(c.privileges());
        QuotaBlock used = writable.quota();
        writable.setQuota(new QuotaBlock(c.pagedQuota(), c.nonpagedQuota(), used.pagedUsed(), used.nonpagedUsed()));
        return CallResult.of(NtStatus.STATUS_SUCCESS);
    }

    // ---- the namespace --------------------------------------------------------------------------------------------

    /// Whether access is checked at all: for programs, and for drivers that ask for it on behalf of one.
    static boolean isChecked(Caller caller, int attributes) {
        return caller.mode() == PreviousMode.USER || (attributes & ObjectAttributes.FORCE_ACCESS_CHECK) != 0;
    }

    /// Whether a name may lead through a directory. SeChangeNotifyPrivilege spares the check, and everybody has it by default.
    boolean mayTraverse(Caller caller, int attributes, DirectoryObject directory) {
        return !isChecked(caller, attributes) || holds(caller, Privilege.CHANGE_NOTIFY)
                || (directory.allowedAccess() & DIRECTORY_TRAVERSE) != 0;
    }

    /// Whether an object may be made in a directory.
    boolean mayInsert(Caller caller, int attributes, ObjectType type, KObject directory) {
        if (!isChecked(caller, attributes)) {
            return true;
        }
        int needed = type == ObjectType.DIRECTORY ? DIRECTORY_CREATE_SUBDIRECTORY : DIRECTORY_CREATE_OBJECT;
        boolean global = type == ObjectType.SECTION || type == ObjectType.SYMBOLIC_LINK;
        kernel.countAccessCheck();
        return (directory.allowedAccess() & needed) != 0
                && (!global || !isOfAnotherSession(directory) || holds(caller, Privilege.CREATE_GLOBAL));
    }

    /// Every process here is in session 0, whose objects have no directory of their own below `\Sessions`.
    private boolean isOfAnotherSession(KObject directory) {
        String path = kernel.nameOf(directory);
        return path.startsWith(SESSIONS) && !path.equals(OWN_SESSION) && !path.startsWith(OWN_SESSION + "\\");
    }

    // ---- calls ----------------------------------------------------------------------------------------------------

    CallResult setSecurity(Caller caller, KernelCall.NtSetSecurityObject c) {
        KObject object = kernel.handles.reference(caller, c.handle(), AccessMask.WRITE_DAC, null, caller.mode());
        if (object == null) {
            return CallResult.of(kernel.handles.status());
        }
        kernel.writable(object).allow(object.type().genericMapping().map(c.allowed()));
        return new CallResult(NtStatus.STATUS_SUCCESS, 0, object.id(), 0, false);
    }

    CallResult openProcessToken(Caller caller, KernelCall.NtOpenProcessToken c) {
        KObject target = kernel.handles.reference(caller, c.process(), PROCESS_QUERY_INFORMATION, ObjectType.PROCESS, caller.mode());
        if (target == null) {
            return CallResult.of(kernel.handles.status());
        }
        KObject token = token((ProcessObject) target);
        if (token == null) {
            return CallResult.of(kernel.handles.status());
        }
        long handle = kernel.handles.open(caller, token, c.access(), 0, HandleManager.Reason.OPEN);
        return handle == 0 ? CallResult.of(kernel.handles.status()) : CallResult.handle(NtStatus.STATUS_SUCCESS, handle, token.id());
    }

    /// The token of a process, made now if nobody asked for it before; null with the reason in the handle manager's status.
    private KObject token(ProcessObject process) {
        if (process.token() != 0) {
            return kernel.object(process.token());
        }
        if (!process.isRunning()) {
            kernel.handles.refuse(NtStatus.STATUS_PROCESS_IS_TERMINATING);
            return null;
        }
        KObject token = kernel.ob.allocate(process.id(), ObjectType.TOKEN, null, false, birth -> new TokenObject(birth, process.id()));
        if (token == null) {
            kernel.handles.refuse(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
            return null;
        }
        kernel.ob.refer(token, ReferenceKind.PROCESS_TOKEN, process.id());
        kernel.writable((ProcessObject) kernel.object(process.id())).setToken(token.id());
        return kernel.object(token.id());
    }

    CallResult openThreadToken(Caller caller, KernelCall.NtOpenThreadToken c) {
        KObject thread = kernel.handles.reference(caller, c.thread(), THREAD_QUERY_INFORMATION, ObjectType.THREAD, caller.mode());
        return CallResult.of(thread == null ? kernel.handles.status() : NtStatus.STATUS_NO_TOKEN);
    }

    /// The object of a process goes, and with it its hold on the token.
    void deleted(ProcessObject process) {
        if (process.token() != 0) {
            kernel.ob.release(kernel.object(process.token()), ReferenceKind.PROCESS_TOKEN, process.id());
        }
    }
}
