package dev.handlens.kernel;

import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ps.HandleTrace;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.se.AccessMask;
import dev.handlens.kernel.se.Privilege;

/// Handles: made, looked up, closed. A method that fails gives nothing back and leaves the reason in `status()`.
final class HandleManager {
    static final String TABLE_TAG = "Obtb";

    /// How a handle comes about; it decides what access is checked.
    enum Reason {
        /// For a new object: what is asked for is granted.
        CREATE,
        /// For an object that was there: what is asked for is checked.
        OPEN,
        /// From another handle; access was settled by the caller.
        DUPLICATE,
        /// Copied into a new process.
        INHERIT
    }

    private final Kernel kernel;
    private NtStatus status = NtStatus.STATUS_SUCCESS;
    private int grantedAccess;
    private int attributes;

    HandleManager(Kernel kernel) {
        this.kernel = kernel;
    }

    /// Why the last method that failed did.
    NtStatus status() {
        return status;
    }

    /// Access of the handle that `reference` looked up last: what OBJECT_HANDLE_INFORMATION tells. A pseudo-handle has all of its type.
    int grantedAccess() {
        return grantedAccess;
    }

    /// Attributes of the handle that `reference` looked up last.
    int attributes() {
        return attributes;
    }

    /// Says why a check that a caller made failed.
    void refuse(NtStatus reason) {
        status = reason;
    }

    // ---- looking up -----------------------------------------------------------------------------------------------

    /// The process whose table a handle value belongs to, or null: a kernel handle is refused to user mode.
    ProcessObject owner(Caller caller, long handle, PreviousMode mode) {
        if (handle >= 0) {
            return kernel.process(caller.pid());
        }
        return mode == PreviousMode.KERNEL && isKernelHandle(handle) ? kernel.process(Kernel.SYSTEM_PID) : null;
    }

    private boolean isKernelHandle(long handle) {
        return Kernel.isKernelHandle(handle) && (handle & Kernel.KERNEL_HANDLE_BITS) == Kernel.KERNEL_HANDLE_BITS;
    }

    /// A handle value without the bits that mark a kernel handle and without its tag bits.
    static long tableValue(long handle) {
        return (handle < 0 ? handle & ~Kernel.KERNEL_HANDLE_BITS : handle) & ~3L;
    }

    /// The object of a handle, checked as ObReferenceObjectByHandle checks: first the handle, then the type, then the access, and the
    /// access only for user mode.
    ///
    /// @param type the type that must match, or null
    /// @return the object, or null with the reason in `status()`
    KObject reference(Caller caller, long handle, int access, ObjectType type, PreviousMode mode) {
        if (handle == Kernel.CURRENT_PROCESS || handle == Kernel.CURRENT_THREAD) {
            KObject self = handle == Kernel.CURRENT_PROCESS ? kernel.process(caller.pid()) : kernel.thread(caller.tid());
            grantedAccess = self.type().validAccess();
            attributes = 0;
            return check(self, access, type, mode);
        }
        ProcessObject process = owner(caller, handle, mode);
        HandleTable table = process == null ? null : process.table();
        long value = tableValue(handle);
        long first = table == null ? 0 : table.first(value);
        if (first == 0) {
            badReference(process, handle, caller);
            status = NtStatus.STATUS_INVALID_HANDLE;
            return null;
        }
        grantedAccess = HandleEntry.access(first);
        attributes = HandleEntry.attributes(table.second(value));
        return check(kernel.object(HandleEntry.object(first)), access, type, mode);
    }

    private KObject check(KObject object, int access, ObjectType type, PreviousMode mode) {
        if (type != null && object.type() != type) {
            status = NtStatus.STATUS_OBJECT_TYPE_MISMATCH;
            return null;
        }
        if (mode == PreviousMode.USER && (access & ~grantedAccess) != 0) {
            status = NtStatus.STATUS_ACCESS_DENIED;
            return null;
        }
        return object;
    }

    void badReference(ProcessObject process, long handle, Caller caller) {
        if (process != null) {
            kernel.trace(process, HandleTrace.Operation.BAD_REFERENCE, handle, caller);
        }
    }

    // ---- making ---------------------------------------------------------------------------------------------------

    /// Makes a handle to an object in the caller's table, or in System's for a kernel handle.
    ///
    /// @param access access asked for, generic bits included
    /// @param attributes `OBJ_…` bits
    /// @return the value, or 0 with the reason in `status()`
    long open(Caller caller, KObject object, int access, int attributes, Reason reason) {
        // What System makes for itself lies in the table of kernel handles too: it has no other.
        boolean kernelHandle = caller.mode() == PreviousMode.KERNEL
                && ((attributes & ObjectAttributes.KERNEL_HANDLE) != 0 || caller.pid() == Kernel.SYSTEM_PID);
        ProcessObject process = kernel.process(kernelHandle ? Kernel.SYSTEM_PID : caller.pid());
        if (!mayShare(caller, object, process, attributes)) {
            return 0;
        }
        boolean checked = Security.isChecked(caller, attributes);
        int mapped = reason == Reason.CREATE ? grantAll(object, access, checked) : grant(caller, object, access, checked);
        if (mapped == -1) {
            return 0;
        }
        long value = insert(process, object, mapped, attributes, caller);
        return value == 0 || !kernelHandle ? value : value | Kernel.KERNEL_HANDLE_BITS;
    }

    /// What a creator is granted: everything it asks for that the type knows, or -1 with the reason in `status()`. Only the right to change
    /// what is audited is not a creator's: it takes a privilege.
    private int grantAll(KObject object, int access, boolean checked) {
        if (checked && (access & AccessMask.ACCESS_SYSTEM_SECURITY) != 0) {
            status = NtStatus.STATUS_PRIVILEGE_NOT_HELD;
            return -1;
        }
        int asked = (access & AccessMask.MAXIMUM_ALLOWED) != 0 ? access | AccessMask.GENERIC_ALL : access;
        return object.type().genericMapping().map(asked) & (object.type().validAccess() | AccessMask.ACCESS_SYSTEM_SECURITY);
    }

    /// What someone who opens an object is granted, or -1 with the reason in `status()`.
    int grant(Caller caller, KObject object, int access, boolean checked) {
        int valid = object.type().validAccess();
        int asked = object.type().genericMapping().map(access);
        if (!checked) {
            return ((asked & AccessMask.MAXIMUM_ALLOWED) != 0 ? valid : asked) & valid;
        }
        kernel.countAccessCheck();
        if ((asked & AccessMask.ACCESS_SYSTEM_SECURITY) != 0) {
            status = NtStatus.STATUS_PRIVILEGE_NOT_HELD;
            return -1;
        }
        boolean debugs = (object.type() == ObjectType.PROCESS || object.type() == ObjectType.THREAD)
                && kernel.security.holds(caller, Privilege.DEBUG);
        int allowed = debugs ? valid : valid & object.allowedAccess();
        int wanted = asked & ~AccessMask.MAXIMUM_ALLOWED;
        if (asked == 0 || (wanted & ~allowed) != 0) {
            status = NtStatus.STATUS_ACCESS_DENIED;
            return -1;
        }
        return (asked & AccessMask.MAXIMUM_ALLOWED) != 0 ? allowed : wanted;
    }

    /// Whether a handle may be made to an object that may be one process's own, or the kernel's.
    private boolean mayShare(Caller caller, KObject object, ProcessObject process, int attributes) {
        boolean exclusive = (attributes & ObjectAttributes.EXCLUSIVE) != 0;
        boolean madeExclusive = (object.exclusiveBits() & ObjectAttributes.EXCLUSIVE) != 0;
        if (exclusive && ((attributes & ObjectAttributes.INHERIT) != 0 || !madeExclusive)) {
            status = NtStatus.STATUS_INVALID_PARAMETER;
            return false;
        }
        int owner = object.exclusiveOwner();
        boolean kernels = (object.exclusiveBits() & ObjectAttributes.KERNEL_EXCLUSIVE) != 0 && caller.mode() == PreviousMode.USER;
        boolean taken = exclusive ? owner != process.id() && (owner != 0 || object.handleCount() > 0) : owner != 0;
        if (kernels || taken) {
            status = NtStatus.STATUS_ACCESS_DENIED;
            return false;
        }
        return true;
    }

    /// Puts a handle to an object into a table; the table grows by a page when no entry is free.
    ///
    /// @param granted access that the entry keeps
    /// @return the value, or 0 with the reason in `status()`
    long insert(ProcessObject process, KObject object, int granted, int attributes, Caller caller) {
        if (!kernel.quotas.chargeFirstHandle(caller, object)) {
            status = NtStatus.STATUS_QUOTA_EXCEEDED;
            return 0;
        }
        ProcessObject writable = kernel.writable(process);
        HandleTable table = kernel.writableTable(writable);
        int kept = attributes & ObjectAttributes.HANDLE_BITS;
        long pin = tableValue(kernel.takePin());
        long value = pin != 0 && growTo(writable, table, pin) && table.insertAt(pin, object.id(), granted, kept, kernel.stamp()) ? pin : 0;
        if (value == 0) {
            if (!table.hasFree() && !grow(writable, table)) {
                if (object.handleCount() == 0) {
                    kernel.quotas.giveBack(kernel.object(object.id()));
                }
                status = NtStatus.STATUS_INSUFFICIENT_RESOURCES;
                return 0;
            }
            value = table.insert(object.id(), granted, kept, kernel.stamp());
        }
        kernel.writable(object).addHandle();
        if ((attributes & ObjectAttributes.EXCLUSIVE) != 0) {
            kernel.writable(object).setExclusiveOwner(process.id());
        }
        kernel.observer().opened(writable.pid(), value, table.first(value), table.second(value));
        kernel.trace(writable, HandleTrace.Operation.OPEN, value, caller);
        return value;
    }

    private boolean growTo(ProcessObject process, HandleTable table, long value) {
        long page = HandleTable.slot(value) / table.geometry().entriesPerPage();
        if (page >= table.geometry().maximumPages()) {
            return false;
        }
        while (table.pages() <= page) {
            if (!grow(process, table)) {
                return false;
            }
        }
        return true;
    }

    boolean grow(ProcessObject process, HandleTable table) {
        if (table.pages() == table.geometry().maximumPages()) {
            return false;
        }
        if (!allocateBlocks(process.id(), table.growthBytes())) {
            return false;
        }
        table.grow();
        return true;
    }

    /// Pays for the blocks by which a table grows: for all of them, or for none.
    boolean allocateBlocks(int process, int[] blocks) {
        for (int i = 0; i < blocks.length; i++) {
            if (!kernel.allocate(process, PoolKind.PAGED, TABLE_TAG, blocks[i])) {
                for (int undo = 0; undo < i; undo++) {
                    kernel.free(process, PoolKind.PAGED, TABLE_TAG, 1, blocks[undo]);
                }
                return false;
            }
        }
        return true;
    }

    /// Copies the inheritable handles of a table into the empty table of a new process, value for value.
    ///
    /// @param only the only values to copy, or an empty array for all
    /// @return whether the pool had room for the pages
    boolean inherit(ProcessObject parent, ProcessObject child, long[] only, Caller caller) {
        HandleTable table = kernel.writableTable(child);
        while (table.pages() < parent.table().pages()) {
            if (!grow(child, table)) {
                return false;
            }
        }
        parent.table().forEach((handle, first, second) -> {
            boolean listed = only.length == 0 || java.util.Arrays.stream(only).anyMatch(value -> tableValue(value) == handle);
            if (listed && (HandleEntry.attributes(second) & ObjectAttributes.INHERIT) != 0) {
                KObject object = kernel.object(HandleEntry.object(first));
                if (object.exclusiveOwner() == 0) {
                    table.insertAt(handle, object.id(), HandleEntry.access(first), HandleEntry.attributes(second), kernel.stamp());
                    kernel.writable(object).addHandle();
                    kernel.observer().opened(child.pid(), handle, table.first(handle), table.second(handle));
                    kernel.trace(child, HandleTrace.Operation.OPEN, handle, caller);
                }
            }
        });
        table.rechain();
        return true;
    }

    // ---- closing --------------------------------------------------------------------------------------------------

    /// Closes an open handle: the entry is free before the object is let go.
    ///
    /// @param byExit whether the end of the process closes it
    void close(ProcessObject process, long handle, boolean byExit, Caller caller) {
        ProcessObject writable = kernel.writable(process);
        HandleTable table = kernel.writableTable(writable);
        long first = table.first(handle);
        long second = table.second(handle);
        table.remove(handle);
        kernel.observer().closed(writable.pid(), handle, first, second, byExit);
        kernel.trace(writable, HandleTrace.Operation.CLOSE, handle, caller);
        kernel.ob.closeHandle(kernel.object(HandleEntry.object(first)));
    }

    /// Frees the pool of a table that goes with its process.
    void dropTable(ProcessObject process) {
        HandleTable table = process.table();
        long blocks = 1L + table.pages() + table.midPages() + (table.levels() == 3 ? 1 : 0);
        kernel.free(process.id(), PoolKind.PAGED, TABLE_TAG, blocks, table.bytes() + structureBytes());
        kernel.writable(process).dropTable();
    }

    /// Bytes of the block that describes a table: 0x68 bytes of structure on x64, 0x3C on x86.
    long structureBytes() {
        return kernel.blockBytes(kernel.machine().architecture() == Architecture.X64 ? 0x68 : 0x3C);
    }

    /// Pays for an empty table of a process: its structure and its first page.
    boolean allocateTable(int process) {
        if (!kernel.allocate(process, PoolKind.PAGED, TABLE_TAG, structureBytes())) {
            return false;
        }
        if (!kernel.allocate(process, PoolKind.PAGED, TABLE_TAG, 4096)) {
            kernel.free(process, PoolKind.PAGED, TABLE_TAG, 1, structureBytes());
            return false;
        }
        return true;
    }
}
