package dev.handlens.kernel;

import static dev.handlens.kernel.KernelInvariants.require;

import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.se.AccessMask;

/// What a program may do with a handle, told a second time and in the plainest way: from the entry in its table before the call.
final class StormRights {
    /// A handle that a call uses, and the rights it takes.
    private record Use(long handle, int access) {}

    private StormRights() {}

    /// Whether a call must fail, whatever else is right about it: it comes from a program, and the handle it uses is not open, is the
    /// kernel's, grants too little, or is to be closed and protected from that.
    static boolean forbid(Kernel kernel, Caller caller, KernelCall call) {
        Use use = caller.mode() == PreviousMode.USER ? use(call) : null;
        if (use == null || use.handle == Kernel.CURRENT_PROCESS || use.handle == Kernel.CURRENT_THREAD) {
            return false;
        }
        HandleTable table = kernel.process(caller.pid()).table();
        HandleEntry entry = use.handle < 0 ? null : table.entry(use.handle);
        return entry == null || (use.access & ~entry.grantedAccess()) != 0
                || call instanceof KernelCall.NtClose && (entry.attributes() & ObjectAttributes.PROTECT_CLOSE) != 0;
    }

    /// The use that a call makes of a handle, or null for calls that no simple rule is known of.
    private static Use use(KernelCall call) {
        return switch (call) {
            case KernelCall.NtClose c -> new Use(c.handle(), 0);
            case KernelCall.NtSetEvent c -> new Use(c.handle(), 0x2);
            case KernelCall.NtResetEvent c -> new Use(c.handle(), 0x2);
            case KernelCall.NtPulseEvent c -> new Use(c.handle(), 0x2);
            case KernelCall.NtClearEvent c -> new Use(c.handle(), 0x2);
            case KernelCall.NtReleaseSemaphore c -> new Use(c.handle(), 0x2);
            case KernelCall.NtReleaseMutant c -> new Use(c.handle(), 0);
            case KernelCall.NtWaitForSingleObject c -> new Use(c.handle(), AccessMask.SYNCHRONIZE);
            case KernelCall.NtQueryState c -> new Use(c.handle(), 0x1);
            case KernelCall.NtQueryDirectoryObject c -> new Use(c.handle(), 0x1);
            case KernelCall.NtQuerySymbolicLinkObject c -> new Use(c.handle(), 0x1);
            case KernelCall.NtReadFile c -> new Use(c.handle(), 0x1);
            case KernelCall.NtDeviceIoControlFile c -> new Use(c.handle(), c.controlCode() >>> 14 & 0x3);
            case KernelCall.NtMapViewOfSection c -> new Use(c.handle(), c.write() ? 0x6 : 0x4);
            case KernelCall.NtSetSecurityObject c -> new Use(c.handle(), AccessMask.WRITE_DAC);
            case KernelCall.NtMakeTemporaryObject c -> new Use(c.handle(), AccessMask.DELETE);
            case KernelCall.NtCreateThread c -> new Use(c.process(), 0x2);
            case KernelCall.NtTerminateProcess c when c.process() != 0 -> new Use(c.process(), 0x1);
            case KernelCall.NtTerminateThread c when c.thread() != 0 -> new Use(c.thread(), 0x1);
            case KernelCall.NtAssignProcessToJobObject c -> new Use(c.job(), 0x1);
            case KernelCall.NtSetInformationJobObject c -> new Use(c.job(), 0x2);
            case KernelCall.NtTerminateJobObject c -> new Use(c.job(), 0x8);
            default -> null;
        };
    }

    /// What a new process has is what its maker had, marked to be inherited; nothing if nothing was to be.
    static void checkInherited(Kernel kernel, Caller caller, KernelCall.NtCreateProcess call, CallResult result) {
        ProcessObject child = (ProcessObject) kernel.object(result.object());
        HandleTable parent = kernel.process(caller.pid()).table();
        require(call.inheritHandles() || child.table().count() == 0, "a child has handles that it was not to inherit");
        child.table().forEach((handle, first, second) -> {
            boolean marked = (HandleEntry.attributes(second) & ObjectAttributes.INHERIT) != 0
                    && HandleEntry.object(parent.first(handle)) == HandleEntry.object(first);
            require(marked, "a child has a handle that its parent did not mark");
        });
    }
}
