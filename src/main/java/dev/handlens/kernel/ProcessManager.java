package dev.handlens.kernel;

import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ex.TableGeometry;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ob.Reference;
import dev.handlens.kernel.ob.ReferenceKind;
import dev.handlens.kernel.ps.HandleTrace;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ProcessState;
import dev.handlens.kernel.ps.QuotaBlock;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.function.Function;

/// Processes and threads: their start and their ids.
final class ProcessManager {
    private static final int PROCESS_CREATE_THREAD = 0x2;
    private static final int PROCESS_SET_INFORMATION = 0x200;
    private static final int THREAD_SET_INFORMATION = 0x20;
    private static final int THREAD_SET_LIMITED_INFORMATION = 0x400;
    private static final int SECTION_MAP_WRITE = 0x2;
    private static final int SECTION_MAP_READ = 0x4;

    private final Kernel kernel;

    ProcessManager(Kernel kernel) {
        this.kernel = kernel;
    }

    // ---- making ---------------------------------------------------------------------------------------------------

    CallResult createProcess(Caller caller, KernelCall.NtCreateProcess c) {
        if ((ObjectAttributes.bitsOf(c.attributes()) & ObjectType.PROCESS.refusedAttributes()) != 0) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        ProcessObject parent = kernel.process(caller.pid());
        ProcessObject process = newProcess(parent, c.imageName(), c.pid());
        if (process == null) {
            return CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        }
        int id = process.id();
        ProcessObject writable = kernel.writable(process);
        writable.setPrivileges(parent.privileges());
        writable.setQuota(QuotaBlock.limitedTo(parent.quota().pagedLimit(), parent.quota().nonpagedLimit()));
        kernel.jobs.join(writable, parent.job());
        long[] only = c.handleList().stream().mapToLong(Long::longValue).toArray();
        boolean inherited = !c.inheritHandles() || kernel.handles.inherit(kernel.process(caller.pid()), process, only, caller);
        ThreadObject thread = inherited ? newThread(process, "", 0) : null;
        if (thread == null) {
            kernel.exits.exit((ProcessObject) kernel.object(id), 0);
            return CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        }
        long handle = kernel.handles.open(caller, kernel.object(id), c.access(), ObjectAttributes.bitsOf(c.attributes()), HandleManager.Reason.CREATE);
        if (handle == 0) {
            NtStatus status = kernel.handles.status();
            kernel.exits.exit((ProcessObject) kernel.object(id), 0);
            return CallResult.of(status);
        }
        return CallResult.handle(NtStatus.STATUS_SUCCESS, handle, id);
    }

    CallResult initialProcess(KernelCall.PsInitialProcess c) {
        ProcessObject parent = kernel.process(c.parentPid() == 0 ? Kernel.SYSTEM_PID : c.parentPid());
        ProcessObject process = newProcess(parent, c.imageName(), c.pid());
        if (process == null) {
            return CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        }
        int id = process.id();
        if (newThread(process, "", 0) == null) {
            kernel.exits.exit((ProcessObject) kernel.object(id), 0);
            return CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        }
        return new CallResult(NtStatus.STATUS_SUCCESS, 0, id, 0, false);
    }

    CallResult initialThread(KernelCall.PsInitialThread c) {
        ProcessObject process = kernel.process(c.pid());
        if (process != null && process.state() != ProcessState.RUNNING) {
            return CallResult.of(NtStatus.STATUS_PROCESS_IS_TERMINATING);
        }
        ThreadObject thread = process == null ? null : newThread(process, c.startAddress(), c.tid());
        return thread == null
                ? CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES)
                : new CallResult(NtStatus.STATUS_SUCCESS, 0, thread.id(), 0, false);
    }

    /// A process with an empty handle table and no thread; null when the pool has no room or the id is taken.
    ///
    /// @param parent the process that makes it, or null for System itself
    /// @param pid the id it gets, or 0 for the next in turn
    ProcessObject newProcess(ProcessObject parent, String imageName, int pid) {
        int parentPid = parent == null ? 0 : parent.pid();
        ProcessObject process = (ProcessObject) withClientId(pid, ObjectType.PROCESS, parent == null ? 0 : parent.id(),
                id -> birth -> new ProcessObject(birth, id, parentPid, imageName));
        if (process == null) {
            return null;
        }
        if (!kernel.handles.allocateTable(process.id())) {
            kernel.ob.delete(process);
            return null;
        }
        process.setTable(new HandleTable(kernel.machine().architecture().geometry(), kernel.machine().reuse() == ReusePolicy.FIFO, kernel.epoch()));
        return process;
    }

    CallResult createThread(Caller caller, KernelCall.NtCreateThread c) {
        KObject target = kernel.handles.reference(caller, c.process(), PROCESS_CREATE_THREAD, ObjectType.PROCESS, caller.mode());
        if (target == null) {
            return CallResult.of(kernel.handles.status());
        }
        if ((ObjectAttributes.bitsOf(c.attributes()) & ObjectType.THREAD.refusedAttributes()) != 0) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        if (caller.mode() == PreviousMode.USER && ((ProcessObject) target).pid() == Kernel.SYSTEM_PID) {
            return CallResult.of(NtStatus.STATUS_INVALID_HANDLE);
        }
        if (((ProcessObject) target).state() != ProcessState.RUNNING) {
            return CallResult.of(NtStatus.STATUS_PROCESS_IS_TERMINATING);
        }
        ThreadObject thread = newThread((ProcessObject) target, c.startAddress(), c.tid());
        if (thread == null) {
            return CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        }
        int id = thread.id();
        long handle = kernel.handles.open(caller, thread, c.access(), ObjectAttributes.bitsOf(c.attributes()), HandleManager.Reason.CREATE);
        if (handle == 0) {
            NtStatus status = kernel.handles.status();
            kernel.exits.exit((ThreadObject) kernel.object(id), 0);
            return CallResult.of(status);
        }
        return CallResult.handle(NtStatus.STATUS_SUCCESS, handle, id);
    }

    /// A running thread, which refers to itself and to its process; null when the pool has no room or the id is taken.
    ThreadObject newThread(ProcessObject process, String startAddress, int tid) {
        ThreadObject thread = (ThreadObject) withClientId(tid, ObjectType.THREAD, process.id(),
                id -> birth -> new ThreadObject(birth, id, process.id(), process.pid(), startAddress));
        if (thread != null) {
            thread.addReference(new Reference(ReferenceKind.RUNNING_THREAD, thread.id(), kernel.stamp()));
            kernel.ob.refer(kernel.object(process.id()), ReferenceKind.THREAD_OF_PROCESS, thread.id());
            kernel.writable((ProcessObject) kernel.object(process.id())).addThread(1);
        }
        return thread;
    }

    /// Makes an object that has an id in the table of client ids: a handle table too, which is strictly first in, first out.
    private KObject withClientId(int wanted, ObjectType type, int owner, Function<Integer, Function<KObject.Birth, KObject>> maker) {
        HandleTable ids = kernel.writableClientIds();
        if (wanted != 0 && !makeRoom(ids, wanted) || wanted == 0 && !ids.hasFree() && !growClientIds(ids)) {
            return null;
        }
        int[] taken = {0};
        KObject object = kernel.ob.allocate(owner, type, null, false, birth -> {
            if (wanted == 0) {
                taken[0] = (int) ids.insert(birth.id(), 0, 0, kernel.stamp());
            } else if (ids.insertAt(wanted, birth.id(), 0, 0, kernel.stamp())) {
                taken[0] = wanted;
            }
            return maker.apply(taken[0]).apply(birth);
        });
        return object;
    }

    private boolean makeRoom(HandleTable ids, int wanted) {
        if (wanted < 0 || HandleTable.slot(wanted) >= TableGeometry.MAXIMUM_ENTRIES) {
            return false;
        }
        while (HandleTable.slot(wanted) / ids.geometry().entriesPerPage() >= ids.pages()) {
            if (!growClientIds(ids)) {
                return false;
            }
        }
        return ids.first(wanted) == 0 && (wanted & 3) == 0 && HandleTable.slot(wanted) % ids.geometry().entriesPerPage() != 0;
    }

    private boolean growClientIds(HandleTable ids) {
        if (ids.pages() == ids.geometry().maximumPages()) {
            return false;
        }
        int system = kernel.process(Kernel.SYSTEM_PID) == null ? 0 : kernel.process(Kernel.SYSTEM_PID).id();
        if (!kernel.handles.allocateBlocks(system, ids.growthBytes())) {
            return false;
        }
        ids.grow();
        return true;
    }

    // ---- opening --------------------------------------------------------------------------------------------------

    CallResult openProcess(Caller caller, KernelCall.NtOpenProcess c) {
        if (c.attributes() == null) {
            return CallResult.of(NtStatus.STATUS_ACCESS_VIOLATION);
        }
        // A process is named by its id or by an object name, and by one of them only; no process here has an object name.
        if ((c.clientId() == null) == (c.attributes().name() == null)) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER_MIX);
        }
        if (c.clientId() == null) {
            return CallResult.of(NtStatus.STATUS_OBJECT_NAME_NOT_FOUND);
        }
        ThreadObject thread = kernel.thread(c.clientId().thread());
        boolean itsThread = c.clientId().thread() == 0 || thread != null && thread.pid() == c.pid();
        return open(caller, itsThread ? kernel.process(c.pid()) : null, c.access(), c.attributes());
    }

    CallResult openThread(Caller caller, KernelCall.NtOpenThread c) {
        return open(caller, kernel.thread(c.tid()), c.access(), c.attributes());
    }

    private CallResult open(Caller caller, KObject object, int access, ObjectAttributes attributes) {
        if (attributes == null) {
            return CallResult.of(NtStatus.STATUS_ACCESS_VIOLATION);
        }
        if (object == null) {
            return CallResult.of(NtStatus.STATUS_INVALID_CID);
        }
        long handle = kernel.handles.open(caller, object, access, attributes.attributes(), HandleManager.Reason.OPEN);
        return handle == 0
                ? CallResult.of(kernel.handles.status())
                : CallResult.handle(NtStatus.STATUS_SUCCESS, handle, object.id());
    }

    /// Either right to set information will do: the limited one is part of the other since Vista.
    CallResult setThreadPriority(Caller caller, KernelCall.NtSetInformationThread c) {
        KObject thread = kernel.handles.reference(caller, c.thread(), THREAD_SET_LIMITED_INFORMATION, ObjectType.THREAD, caller.mode());
        if (thread == null && kernel.handles.status() == NtStatus.STATUS_ACCESS_DENIED) {
            thread = kernel.handles.reference(caller, c.thread(), THREAD_SET_INFORMATION, ObjectType.THREAD, caller.mode());
        }
        if (thread == null) {
            return CallResult.of(kernel.handles.status());
        }
        // The absolute value of the smallest number there is would be negative.
        boolean withinRange = c.increment() >= -2 && c.increment() <= 2;
        if (!withinRange && c.increment() != ThreadObject.SATURATION && c.increment() != -ThreadObject.SATURATION) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        kernel.writable((ThreadObject) thread).setPriorityIncrement(c.increment());
        return CallResult.of(NtStatus.STATUS_SUCCESS);
    }

    CallResult mapView(Caller caller, KernelCall.NtMapViewOfSection c) {
        int access = c.write() ? SECTION_MAP_READ | SECTION_MAP_WRITE : SECTION_MAP_READ;
        KObject section = kernel.handles.reference(caller, c.handle(), access, ObjectType.SECTION, caller.mode());
        if (section == null) {
            return CallResult.of(kernel.handles.status());
        }
        kernel.ob.refer(section, ReferenceKind.MAPPED_VIEW, kernel.process(caller.pid()).id());
        return CallResult.of(NtStatus.STATUS_SUCCESS);
    }

    /// Takes a view away; the section may go with it.
    CallResult unmapView(Caller caller, KernelCall.NtUnmapViewOfSection c) {
        KObject section = kernel.object(c.section());
        boolean mapped = section != null
                && kernel.ob.release(section, ReferenceKind.MAPPED_VIEW, kernel.process(caller.pid()).id());
        return CallResult.of(mapped ? NtStatus.STATUS_SUCCESS : NtStatus.STATUS_NOT_MAPPED_VIEW);
    }

    CallResult snapshot(Caller caller, KernelCall.HtraceSnapshot c) {
        KObject target = kernel.handles.reference(caller, c.process(), PROCESS_SET_INFORMATION, ObjectType.PROCESS, caller.mode());
        if (target == null) {
            return CallResult.of(kernel.handles.status());
        }
        ProcessObject process = kernel.writable((ProcessObject) target);
        if (process.trace() == null) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        process.setTrace(process.trace().withSnapshot(kernel.stamp()));
        return CallResult.of(NtStatus.STATUS_SUCCESS);
    }

    CallResult setTracing(Caller caller, KernelCall.NtSetHandleTracing c) {
        KObject target = kernel.handles.reference(caller, c.process(), PROCESS_SET_INFORMATION, ObjectType.PROCESS, caller.mode());
        if (target == null) {
            return CallResult.of(kernel.handles.status());
        }
        ProcessObject process = kernel.writable((ProcessObject) target);
        if (!c.enable()) {
            process.setTrace(null);
        } else if (process.trace() == null) {
            process.setTrace(HandleTrace.EMPTY);
        }
        return CallResult.of(NtStatus.STATUS_SUCCESS);
    }

    // ---- gone -----------------------------------------------------------------------------------------------------

    /// A process object goes: its id is free again.
    void deleted(ProcessObject process) {
        if (process.table() != null) {
            kernel.handles.dropTable(process);
        }
        kernel.security.deleted(process);
        freeClientId(process.pid());
    }

    /// A thread object goes: its id is free again, and it no longer refers to its process.
    void deleted(ThreadObject thread) {
        freeClientId(thread.tid());
        kernel.ob.release(kernel.object(thread.process()), ReferenceKind.THREAD_OF_PROCESS, thread.id());
    }

    private void freeClientId(int id) {
        HandleTable ids = kernel.writableClientIds();
        if (ids.first(id) != 0) {
            ids.remove(id);
        }
    }
}
