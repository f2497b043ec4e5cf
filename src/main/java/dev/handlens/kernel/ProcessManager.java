package dev.handlens.kernel;

import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ex.MutantObject;
import dev.handlens.kernel.ex.TableGeometry;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ob.Reference;
import dev.handlens.kernel.ob.ReferenceKind;
import dev.handlens.kernel.ps.HandleTrace;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Processes and threads: their start, their ids, their end.
final class ProcessManager {
    private static final int PROCESS_TERMINATE = 0x1;
    private static final int PROCESS_CREATE_THREAD = 0x2;
    private static final int PROCESS_SET_INFORMATION = 0x200;
    private static final int THREAD_TERMINATE = 0x1;
    private static final int SECTION_MAP_READ = 0x4;

    private final Kernel kernel;

    ProcessManager(Kernel kernel) {
        this.kernel = kernel;
    }

    // ---- making ---------------------------------------------------------------------------------------------------

    CallResult createProcess(Caller caller, KernelCall.NtCreateProcess c) {
        if ((c.attributes().attributes() & ObjectType.PROCESS.refusedAttributes()) != 0) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        ProcessObject parent = kernel.process(caller.pid());
        ProcessObject process = newProcess(parent, c.imageName(), c.pid());
        if (process == null) {
            return CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        }
        int id = process.id();
        long[] only = c.handleList().stream().mapToLong(Long::longValue).toArray();
        boolean inherited = !c.inheritHandles() || kernel.handles.inherit(kernel.process(caller.pid()), process, only, caller);
        ThreadObject thread = inherited ? newThread(process, "", 0) : null;
        if (thread == null) {
            discard(id, caller);
            return CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        }
        long handle = kernel.handles.open(caller, kernel.object(id), c.access(), c.attributes().attributes(), HandleManager.Reason.CREATE);
        if (handle == 0) {
            NtStatus status = kernel.handles.status();
            discard(id, caller);
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
            discard(id, new Caller(Kernel.SYSTEM_PID, 0, PreviousMode.KERNEL));
            return CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        }
        return new CallResult(NtStatus.STATUS_SUCCESS, 0, id, 0, false);
    }

    CallResult initialThread(KernelCall.PsInitialThread c) {
        ProcessObject process = kernel.process(c.pid());
        ThreadObject thread = process == null ? null : newThread(process, c.startAddress(), c.tid());
        return thread == null
                ? CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES)
                : new CallResult(NtStatus.STATUS_SUCCESS, 0, thread.id(), 0, false);
    }

    /// Takes a process back whose start failed half-way.
    private void discard(int id, Caller caller) {
        ProcessObject process = (ProcessObject) kernel.object(id);
        // The start itself refers to the process until it is known whether it succeeds.
        kernel.ob.refer(process, ReferenceKind.SYSTEM, id);
        exit((ProcessObject) kernel.object(id), 0, caller);
        kernel.ob.release(kernel.object(id), ReferenceKind.SYSTEM, id);
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
        if ((c.attributes().attributes() & ObjectType.THREAD.refusedAttributes()) != 0) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        if (caller.mode() == PreviousMode.USER && ((ProcessObject) target).pid() == Kernel.SYSTEM_PID) {
            return CallResult.of(NtStatus.STATUS_INVALID_HANDLE);
        }
        if (!((ProcessObject) target).isRunning()) {
            return CallResult.of(NtStatus.STATUS_PROCESS_IS_TERMINATING);
        }
        ThreadObject thread = newThread((ProcessObject) target, c.startAddress(), c.tid());
        if (thread == null) {
            return CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        }
        int id = thread.id();
        long handle = kernel.handles.open(caller, thread, c.access(), c.attributes().attributes(), HandleManager.Reason.CREATE);
        if (handle == 0) {
            NtStatus status = kernel.handles.status();
            exit((ThreadObject) kernel.object(id), 0);
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
        return open(caller, kernel.process(c.pid()), c.access(), c.attributes());
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

    CallResult mapView(Caller caller, long handle) {
        KObject section = kernel.handles.reference(caller, handle, SECTION_MAP_READ, ObjectType.SECTION, caller.mode());
        if (section == null) {
            return CallResult.of(kernel.handles.status());
        }
        kernel.ob.refer(section, ReferenceKind.MAPPED_VIEW, kernel.process(caller.pid()).id());
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

    // ---- ending ---------------------------------------------------------------------------------------------------

    CallResult terminateThread(Caller caller, KernelCall.NtTerminateThread c) {
        KObject target = kernel.handles.reference(caller, c.thread(), THREAD_TERMINATE, ObjectType.THREAD, caller.mode());
        if (target == null) {
            return CallResult.of(kernel.handles.status());
        }
        ThreadObject thread = (ThreadObject) target;
        if (thread.pid() == Kernel.SYSTEM_PID) {
            return CallResult.of(NtStatus.STATUS_ACCESS_DENIED);
        }
        if (!thread.isRunning()) {
            return CallResult.of(NtStatus.STATUS_SUCCESS);
        }
        ProcessObject process = (ProcessObject) kernel.object(thread.process());
        if (process.threads() == 1) {
            exit(process, c.exitStatus(), caller);
        } else {
            exit(thread, c.exitStatus());
        }
        return CallResult.of(NtStatus.STATUS_SUCCESS);
    }

    CallResult terminateProcess(Caller caller, KernelCall.NtTerminateProcess c) {
        KObject target = kernel.handles.reference(caller, c.process(), PROCESS_TERMINATE, ObjectType.PROCESS, caller.mode());
        if (target == null) {
            return CallResult.of(kernel.handles.status());
        }
        if (((ProcessObject) target).pid() == Kernel.SYSTEM_PID) {
            return CallResult.of(NtStatus.STATUS_ACCESS_DENIED);
        }
        if (!((ProcessObject) target).isRunning()) {
            return CallResult.of(NtStatus.STATUS_PROCESS_IS_TERMINATING);
        }
        exit((ProcessObject) target, c.exitStatus(), caller);
        return CallResult.of(NtStatus.STATUS_SUCCESS);
    }

    /// Ends a process: its threads, then its handles in the order of their values, then its table.
    private void exit(ProcessObject process, int status, Caller caller) {
        int id = process.id();
        // What ends it needs it to the last line.
        kernel.ob.refer(process, ReferenceKind.SYSTEM, id);
        for (ThreadObject thread : threadsOf(id)) {
            exit(thread, status);
        }
        ProcessObject ending = kernel.writable((ProcessObject) kernel.object(id));
        List<Long> open = new ArrayList<>();
        ending.table().forEach((handle, _, _) -> open.add(handle));
        for (long handle : open) {
            kernel.handles.close((ProcessObject) kernel.object(id), handle, true, caller);
        }
        kernel.handles.dropTable((ProcessObject) kernel.object(id));
        releaseViews(id);
        ProcessObject ended = kernel.writable((ProcessObject) kernel.object(id));
        ended.exit(status);
        kernel.dispatcher.wakeWaiters(ended);
        kernel.ob.release(kernel.object(id), ReferenceKind.SYSTEM, id);
    }

    private List<ThreadObject> threadsOf(int process) {
        return kernel.threads().stream().filter(thread -> thread.process() == process && thread.isRunning()).toList();
    }

    private void releaseViews(int process) {
        List<KObject> mapped = new ArrayList<>();
        kernel.objects().forEach(object -> {
            if (object.type() == ObjectType.SECTION) {
                object.references().stream().filter(r -> r.kind() == ReferenceKind.MAPPED_VIEW && r.holder() == process).forEach(_ -> mapped.add(object));
            }
        });
        for (KObject section : mapped) {
            kernel.ob.release(kernel.object(section.id()), ReferenceKind.MAPPED_VIEW, process);
        }
    }

    /// Ends a thread: its wait, the mutants it owns, and at last its reference to itself.
    private void exit(ThreadObject exiting, int status) {
        // A thread of the same process that ended just before may have ended its wait by abandoning a mutant.
        ThreadObject thread = kernel.thread(exiting.tid());
        if (!thread.waitsFor().isEmpty()) {
            kernel.dispatcher.endWait(thread, NtStatus.STATUS_UNSUCCESSFUL);
        }
        for (int mutantId : kernel.thread(thread.tid()).ownedMutants()) {
            if (kernel.object(mutantId) instanceof MutantObject mutant) {
                MutantObject abandoned = kernel.writable(mutant);
                abandoned.abandon();
                kernel.dispatcher.wakeWaiters(abandoned);
            }
        }
        ThreadObject ending = kernel.writable(kernel.thread(thread.tid()));
        ending.setOwnedMutants(List.of());
        ending.exit(status);
        kernel.writable((ProcessObject) kernel.object(ending.process())).addThread(-1);
        kernel.dispatcher.wakeWaiters(ending);
        kernel.ob.release(kernel.thread(thread.tid()), ReferenceKind.RUNNING_THREAD, thread.id());
    }

    /// A process object goes: its id is free again.
    void deleted(ProcessObject process) {
        if (process.table() != null) {
            kernel.handles.dropTable(process);
        }
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
