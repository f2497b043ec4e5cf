package dev.handlens.kernel;

import dev.handlens.kernel.io.DriverObject;
import dev.handlens.kernel.io.FileObject;
import dev.handlens.kernel.io.IoEvent;
import dev.handlens.kernel.io.IoctlAnswer;
import dev.handlens.kernel.io.Irp;
import dev.handlens.kernel.io.IrpTable;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.List;

/// Cancelling requests: by programs, by drivers, at the last close of a file, and at the end of a thread.
final class IoCancel {
    private static final int THREAD_TERMINATE = 0x1;

    private final Kernel kernel;

    IoCancel(Kernel kernel) {
        this.kernel = kernel;
    }

    // ---- one request ----------------------------------------------------------------------------------------------

    /// Sets the cancel flag of a request and calls its cancel routine, if it has one.
    ///
    /// @return whether there was a cancel routine
    private boolean cancel(Irp irp) {
        Irp flagged = irp.cancelRequested();
        kernel.irps().set(irp.id(), flagged);
        if (!irp.cancel()) {
            kernel.observer().io(new IoEvent(IoEvent.Kind.CANCEL, irp.driver(), irp.file(), irp.id()));
        }
        if (!hasCancelRoutine(irp)) {
            return false;
        }
        kernel.requests.complete(flagged, NtStatus.STATUS_CANCELLED, 0);
        return true;
    }

    private boolean hasCancelRoutine(Irp irp) {
        IoctlAnswer answer = ((DriverObject) kernel.object(irp.driver())).behavior().answer();
        return answer.cancels() && (irp.state() == Irp.State.QUEUED || answer.races());
    }

    /// Cancels those of some requests that are still there.
    private void cancelAll(List<Irp> requests) {
        for (Irp irp : requests) {
            // The cancel routine of one may have completed another.
            Irp now = kernel.irps().get(irp.id());
            if (now != null) {
                cancel(now);
            }
        }
    }

    private List<Integer> left(List<Irp> requests) {
        return requests.stream().map(Irp::id).filter(id -> kernel.irps().get(id) != null).toList();
    }

    /// A driver cancels a request; its information says whether there was a cancel routine to call.
    CallResult cancelIrp(KernelCall.IoCancelIrp c) {
        Irp irp = kernel.irps().get(c.irp());
        if (c.irp() == 0) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        if (irp == null) {
            kernel.stop(new BugCheck(0x48, "CANCEL_STATE_IN_COMPLETED_IRP", c.irp(), 0, 0, 0));
            return CallResult.of(NtStatus.STATUS_UNSUCCESSFUL);
        }
        return CallResult.of(NtStatus.STATUS_SUCCESS, cancel(irp) ? 1 : 0);
    }

    // ---- by programs ----------------------------------------------------------------------------------------------

    /// Cancels what the calling thread sent through a file and waits until all of it is completed.
    CallResult cancelFile(Caller caller, KernelCall.NtCancelIoFile c) {
        KObject file = kernel.handles.reference(caller, c.handle(), 0, ObjectType.FILE, caller.mode());
        if (file == null) {
            return CallResult.of(kernel.handles.status());
        }
        int fileId = file.id();
        int threadId = kernel.thread(caller.tid()).id();
        List<Irp> requests = kernel.irps().all(irp -> irp.file() == fileId && irp.thread() == threadId);
        cancelAll(requests);
        List<Integer> left = left(requests);
        if (left.isEmpty()) {
            return CallResult.of(NtStatus.STATUS_SUCCESS);
        }
        kernel.writable((ThreadObject) kernel.object(threadId)).waitForRequests(left);
        return new CallResult(NtStatus.STATUS_PENDING, 0, 0, 0, true);
    }

    /// Cancels what any thread of the caller's process sent through a file, or one request of it, and waits for nothing.
    CallResult cancelFileEx(Caller caller, KernelCall.NtCancelIoFileEx c) {
        KObject file = kernel.handles.reference(caller, c.handle(), 0, ObjectType.FILE, caller.mode());
        if (file == null) {
            return CallResult.of(kernel.handles.status());
        }
        int fileId = file.id();
        int process = kernel.process(caller.pid()).id();
        return cancelSome(kernel.irps().all(irp ->
                irp.file() == fileId && irp.process() == process && !irp.isDisowned() && (c.irp() == 0 || c.irp() == irp.id())));
    }

    /// Cancels the request that another thread waits for inside its call.
    CallResult cancelSynchronous(Caller caller, KernelCall.NtCancelSynchronousIoFile c) {
        KObject thread = kernel.handles.reference(caller, c.thread(), THREAD_TERMINATE, ObjectType.THREAD, caller.mode());
        if (thread == null) {
            return CallResult.of(kernel.handles.status());
        }
        int threadId = thread.id();
        return cancelSome(kernel.irps().all(irp -> irp.thread() == threadId && irp.synchronous()));
    }

    private CallResult cancelSome(List<Irp> requests) {
        cancelAll(requests);
        return CallResult.of(requests.isEmpty() ? NtStatus.STATUS_NOT_FOUND : NtStatus.STATUS_SUCCESS);
    }

    // ---- at the end of files and threads --------------------------------------------------------------------------

    /// What a driver does when it is told that the last handle to a file is closed: it completes the requests that wait in its queue.
    void cleanUp(FileObject file) {
        int fileId = file.id();
        if (kernel.requests.driverOf(file).behavior().answer().cancels()) {
            for (Irp irp : kernel.irps().all(i -> i.file() == fileId && i.state() == Irp.State.QUEUED)) {
                Irp now = kernel.irps().get(irp.id());
                if (now != null) {
                    kernel.requests.complete(now, NtStatus.STATUS_CANCELLED, 0);
                }
            }
        }
    }

    /// Cancels all requests of a thread that ends.
    ///
    /// @param thread id of the thread object
    /// @return ids of the requests that are not completed by that
    List<Integer> cancelThread(int thread) {
        List<Irp> requests = kernel.irps().ofThread(thread);
        cancelAll(requests);
        return left(requests);
    }

    /// The time is over that the threads of a process wait for their requests when they end: they give them up, and go on.
    CallResult exitWaitTimesOut(int pid) {
        ProcessObject process = kernel.process(pid);
        List<ThreadObject> stuck = process == null ? List.of() : kernel.threads().stream()
                .filter(thread -> thread.process() == process.id() && thread.isExiting() && !thread.waitsForRequests().isEmpty()).toList();
        for (ThreadObject thread : stuck) {
            for (Irp irp : kernel.irps().ofThread(thread.id())) {
                disown(irp);
            }
            ThreadObject released = kernel.writable((ThreadObject) kernel.object(thread.id()));
            released.waitForRequests(List.of());
            kernel.exits.finish(released);
        }
        return CallResult.of(stuck.isEmpty() ? NtStatus.STATUS_INVALID_PARAMETER : NtStatus.STATUS_SUCCESS);
    }

    private void disown(Irp irp) {
        DriverObject driver = (DriverObject) kernel.object(irp.driver());
        kernel.irps().set(irp.id(), irp.disowned());
        kernel.irps().write(new IrpTable.LogEntry(kernel.stamp(), irp, driver.image()));
        kernel.observer().io(new IoEvent(IoEvent.Kind.DISOWNED, irp.driver(), irp.file(), irp.id()));
    }
}
