package dev.handlens.kernel;

import dev.handlens.kernel.ex.MutantObject;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ob.ReferenceKind;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ProcessState;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.ArrayList;
import java.util.List;

/// The end of threads and processes.
///
/// A thread first cancels its requests and stays until all of them are completed; only then it gives up its mutants and is gone. A process
/// closes its handles when its last thread is gone. So one request that is never completed keeps a process, and all it has open.
final class ProcessExit {
    private static final int PROCESS_TERMINATE = 0x1;
    private static final int THREAD_TERMINATE = 0x1;

    private final Kernel kernel;

    ProcessExit(Kernel kernel) {
        this.kernel = kernel;
    }

    // ---- calls ----------------------------------------------------------------------------------------------------

    CallResult terminateThread(Caller caller, KernelCall.NtTerminateThread c) {
        if (c.thread() == 0 && threadsOf(kernel.process(caller.pid()).id()).size() == 1) {
            return CallResult.of(NtStatus.STATUS_CANT_TERMINATE_SELF);
        }
        long handle = c.thread() == 0 ? Kernel.CURRENT_THREAD : c.thread();
        KObject target = kernel.handles.reference(caller, handle, THREAD_TERMINATE, ObjectType.THREAD, caller.mode());
        if (target == null) {
            return CallResult.of(kernel.handles.status());
        }
        ThreadObject thread = (ThreadObject) target;
        if (thread.pid() == Kernel.SYSTEM_PID) {
            return CallResult.of(NtStatus.STATUS_ACCESS_DENIED);
        }
        if (!thread.isRunning() || thread.isExiting()) {
            return CallResult.of(NtStatus.STATUS_SUCCESS);
        }
        if (threadsOf(thread.process()).size() == 1) {
            exit((ProcessObject) kernel.object(thread.process()), c.exitStatus());
        } else {
            exit(thread, c.exitStatus());
        }
        return CallResult.of(NtStatus.STATUS_SUCCESS);
    }

    CallResult terminateProcess(Caller caller, KernelCall.NtTerminateProcess c) {
        if (c.process() == 0) {
            return terminateOthers(caller, c.exitStatus());
        }
        KObject target = kernel.handles.reference(caller, c.process(), PROCESS_TERMINATE, ObjectType.PROCESS, caller.mode());
        if (target == null) {
            return CallResult.of(kernel.handles.status());
        }
        if (((ProcessObject) target).pid() == Kernel.SYSTEM_PID) {
            return CallResult.of(NtStatus.STATUS_ACCESS_DENIED);
        }
        return CallResult.of(switch (((ProcessObject) target).state()) {
            case RUNNING -> {
                exit((ProcessObject) target, c.exitStatus());
                yield NtStatus.STATUS_SUCCESS;
            }
            // Its threads are told to end already; that once more does not help.
            case TERMINATING -> NtStatus.STATUS_SUCCESS;
            case ENDED -> NtStatus.STATUS_PROCESS_IS_TERMINATING;
        });
    }

    /// Ends all threads of the caller's process but the caller itself.
    private CallResult terminateOthers(Caller caller, int status) {
        if (caller.pid() == Kernel.SYSTEM_PID) {
            return CallResult.of(NtStatus.STATUS_ACCESS_DENIED);
        }
        for (ThreadObject thread : threadsOf(kernel.process(caller.pid()).id())) {
            if (thread.tid() != caller.tid()) {
                exit(thread, status);
            }
        }
        return CallResult.of(NtStatus.STATUS_SUCCESS);
    }

    // ---- threads --------------------------------------------------------------------------------------------------

    /// Ends a thread, or begins to: the end waits for requests that are not completed when they are cancelled.
    void exit(ThreadObject told, int status) {
        // A thread of the same process that ended just before may have ended its wait by abandoning a mutant.
        ThreadObject thread = kernel.thread(told.tid());
        if (!thread.waitsFor().isEmpty()) {
            kernel.dispatcher.endWait(thread, NtStatus.STATUS_UNSUCCESSFUL, 0);
        }
        ThreadObject ending = kernel.writable(kernel.thread(thread.tid()));
        ending.beginExit(status);
        List<Integer> left = kernel.cancels.cancelThread(ending.id());
        if (left.isEmpty()) {
            finish(ending);
        } else {
            ending.waitForRequests(left);
        }
    }

    /// The rest of a thread's end: the mutants it owns, and at last its reference to itself. The process goes with its last thread.
    void finish(ThreadObject thread) {
        int tid = thread.tid();
        int process = thread.process();
        // What ends the process needs it to the last line.
        kernel.ob.refer(kernel.object(process), ReferenceKind.SYSTEM, process);
        for (int mutantId : thread.ownedMutants()) {
            if (kernel.object(mutantId) instanceof MutantObject mutant) {
                MutantObject abandoned = kernel.writable(mutant);
                abandoned.abandon();
                kernel.dispatcher.wakeWaiters(abandoned);
            }
        }
        ThreadObject ending = kernel.writable(kernel.thread(tid));
        ending.setOwnedMutants(List.of());
        ending.exit();
        kernel.writable((ProcessObject) kernel.object(process)).addThread(-1);
        kernel.dispatcher.wakeWaiters(ending);
        kernel.ob.release(kernel.thread(tid), ReferenceKind.RUNNING_THREAD, ending.id());
        finishWithoutThreads(process, tid);
        kernel.ob.release(kernel.object(process), ReferenceKind.SYSTEM, process);
    }

    /// Threads that have not ended and were not told to.
    private List<ThreadObject> threadsOf(int process) {
        return kernel.threads().stream()
                .filter(thread -> thread.process() == process && thread.isRunning() && !thread.isExiting()).toList();
    }

    // ---- processes ------------------------------------------------------------------------------------------------

    /// Ends a process, or begins to: it ends with its last thread.
    void exit(ProcessObject process, int status) {
        int id = process.id();
        kernel.ob.refer(process, ReferenceKind.SYSTEM, id);
        kernel.writable((ProcessObject) kernel.object(id)).beginExit(status);
        for (ThreadObject thread : threadsOf(id)) {
            exit(thread, status);
        }
        // One that never had a thread ends here.
        finishWithoutThreads(id, 0);
        kernel.ob.release(kernel.object(id), ReferenceKind.SYSTEM, id);
    }

    /// The rest of a process's end once its threads are gone: its handles in the order of their values, then its table.
    ///
    /// @param lastThread id of the thread that does it, or 0
    private void finishWithoutThreads(int id, int lastThread) {
        ProcessObject ending = (ProcessObject) kernel.object(id);
        if (ending.state() != ProcessState.TERMINATING || ending.threads() > 0) {
            return;
        }
        Caller self = new Caller(ending.pid(), lastThread, PreviousMode.KERNEL);
        List<Long> open = new ArrayList<>();
        ending.table().forEach((handle, _, _) -> open.add(handle));
        for (long handle : open) {
            kernel.handles.close((ProcessObject) kernel.object(id), handle, true, self);
        }
        kernel.handles.dropTable((ProcessObject) kernel.object(id));
        releaseViews(id);
        kernel.jobs.leave((ProcessObject) kernel.object(id));
        ProcessObject ended = kernel.writable((ProcessObject) kernel.object(id));
        ended.exit();
        kernel.dispatcher.wakeWaiters(ended);
    }

    private void releaseViews(int process) {
        List<KObject> mapped = new ArrayList<>();
        kernel.objects().forEach(object -> {
            if (object.type() == ObjectType.SECTION) {
                object.references().stream()
                        .filter(r -> r.kind() == ReferenceKind.MAPPED_VIEW && r.holder() == process).forEach(_ -> mapped.add(object));
            }
        });
        for (KObject section : mapped) {
            kernel.ob.release(kernel.object(section.id()), ReferenceKind.MAPPED_VIEW, process);
        }
    }
}
