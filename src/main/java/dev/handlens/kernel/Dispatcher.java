package dev.handlens.kernel;

import dev.handlens.kernel.ex.EventObject;
import dev.handlens.kernel.ex.MutantObject;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ex.PoolTag;
import dev.handlens.kernel.ex.SemaphoreObject;
import dev.handlens.kernel.ex.WaitableObject;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ob.ReferenceKind;
import dev.handlens.kernel.ps.ThreadObject;
import dev.handlens.kernel.se.AccessMask;
import java.util.ArrayList;
import java.util.List;

/// Waits, and what ends them.
final class Dispatcher {
    private static final int MODIFY_STATE = 2;
    /// Waits for so many objects need no memory beside the thread itself.
    private static final int THREAD_WAIT_BLOCKS = 3;

    private final Kernel kernel;

    Dispatcher(Kernel kernel) {
        this.kernel = kernel;
    }

    // ---- events, mutants, semaphores ------------------------------------------------------------------------------

    CallResult setEvent(Caller caller, long handle) {
        KObject object = kernel.handles.reference(caller, handle, MODIFY_STATE, ObjectType.EVENT, caller.mode());
        return object == null ? CallResult.of(kernel.handles.status()) : set((EventObject) object);
    }

    /// A driver signals through a pointer. Nothing checks a pointer: one to a freed object, or to something that is no event, stops the
    /// machine.
    CallResult keSetEvent(int id) {
        if (kernel.object(id) instanceof EventObject) {
            return setEventByPointer(id);
        }
        KObject wrong = kernel.object(id);
        kernel.stop(new BugCheck(0x18, "REFERENCE_BY_POINTER", wrong == null ? 0 : wrong.type().typeIndex(), id, 0, 0));
        return CallResult.of(NtStatus.STATUS_UNSUCCESSFUL);
    }

    CallResult setEventByPointer(int id) {
        return set((EventObject) kernel.object(id));
    }

    /// Takes the signal of an event away, as sending a request that is to set it does.
    void resetByPointer(int id) {
        kernel.writable((EventObject) kernel.object(id)).setSignaled(false);
    }

    private CallResult set(EventObject event) {
        EventObject writable = kernel.writable(event);
        boolean before = writable.isSignaled();
        writable.setSignaled(true);
        wakeWaiters(writable);
        return CallResult.of(NtStatus.STATUS_SUCCESS, before ? 1 : 0);
    }

    CallResult resetEvent(Caller caller, long handle) {
        KObject object = kernel.handles.reference(caller, handle, MODIFY_STATE, ObjectType.EVENT, caller.mode());
        if (object == null) {
            return CallResult.of(kernel.handles.status());
        }
        EventObject event = kernel.writable((EventObject) object);
        boolean before = event.isSignaled();
        event.setSignaled(false);
        return CallResult.of(NtStatus.STATUS_SUCCESS, before ? 1 : 0);
    }

    CallResult pulseEvent(Caller caller, long handle) {
        CallResult result = setEvent(caller, handle);
        if (result.status().isSuccess()) {
            resetEvent(caller, handle);
        }
        return result;
    }

    CallResult clearEvent(Caller caller, long handle) {
        CallResult result = resetEvent(caller, handle);
        return CallResult.of(result.status());
    }

    CallResult releaseMutant(Caller caller, long handle) {
        KObject object = kernel.handles.reference(caller, handle, 0, ObjectType.MUTANT, caller.mode());
        if (object == null) {
            return CallResult.of(kernel.handles.status());
        }
        MutantObject mutant = kernel.writable((MutantObject) object);
        if (mutant.owner() != caller.tid()) {
            // STATUS_ABANDONED has the value of the first abandoned wait.
            return CallResult.of(mutant.isAbandoned() ? NtStatus.STATUS_ABANDONED_WAIT_0 : NtStatus.STATUS_MUTANT_NOT_OWNED);
        }
        int before = mutant.count();
        mutant.release();
        if (mutant.owner() == 0) {
            disown(caller.tid(), mutant);
            wakeWaiters(mutant);
        }
        return CallResult.of(NtStatus.STATUS_SUCCESS, before);
    }

    CallResult releaseSemaphore(Caller caller, KernelCall.NtReleaseSemaphore c) {
        if (c.count() <= 0) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        KObject object = kernel.handles.reference(caller, c.handle(), MODIFY_STATE, ObjectType.SEMAPHORE, caller.mode());
        if (object == null) {
            return CallResult.of(kernel.handles.status());
        }
        SemaphoreObject semaphore = kernel.writable((SemaphoreObject) object);
        int before = semaphore.count();
        if (c.count() > semaphore.limit() - before) {
            return CallResult.of(NtStatus.STATUS_SEMAPHORE_LIMIT_EXCEEDED);
        }
        semaphore.release(c.count());
        wakeWaiters(semaphore);
        return CallResult.of(NtStatus.STATUS_SUCCESS, before);
    }

    // ---- waits ----------------------------------------------------------------------------------------------------

    CallResult waitForSingle(Caller caller, KernelCall.NtWaitForSingleObject c) {
        KObject object = kernel.handles.reference(caller, c.handle(), AccessMask.SYNCHRONIZE, null, caller.mode());
        return object == null ? CallResult.of(kernel.handles.status()) : wait(caller, List.of(object.id()), false, c.timeout());
    }

    CallResult waitForMultiple(Caller caller, KernelCall.NtWaitForMultipleObjects c) {
        int count = c.handles().size();
        if (count == 0 || count > KernelCall.NtWaitForMultipleObjects.MOST) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER_1);
        }
        List<Integer> objects = new ArrayList<>(count);
        for (long handle : c.handles()) {
            if (handle == Kernel.CURRENT_PROCESS || handle == Kernel.CURRENT_THREAD) {
                return CallResult.of(NtStatus.STATUS_INVALID_HANDLE);
            }
            KObject object = kernel.handles.reference(caller, handle, AccessMask.SYNCHRONIZE, null, caller.mode());
            if (object == null) {
                return CallResult.of(kernel.handles.status());
            }
            objects.add(object.id());
        }
        if (c.waitAll() && objects.stream().distinct().count() < count) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER_MIX);
        }
        return wait(caller, objects, c.waitAll(), c.timeout());
    }

    /// Signals an object and waits for another. What is to be waited for is looked up first, so that a failure signals nothing.
    CallResult signalAndWait(Caller caller, KernelCall.NtSignalAndWaitForSingleObject c) {
        KObject signal = kernel.handles.reference(caller, c.signal(), 0, null, caller.mode());
        KObject object = signal == null ? null
                : kernel.handles.reference(caller, c.handle(), AccessMask.SYNCHRONIZE, null, caller.mode());
        if (object == null) {
            return CallResult.of(kernel.handles.status());
        }
        CallResult signaled = switch (signal) {
            case EventObject _ -> setEvent(caller, c.signal());
            case MutantObject _ -> releaseMutant(caller, c.signal());
            case SemaphoreObject _ -> releaseSemaphore(caller, new KernelCall.NtReleaseSemaphore(c.signal(), 1));
            default -> CallResult.of(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        };
        // STATUS_ABANDONED of a mutant that is not the caller's counts as a success, and no wait follows it.
        return signaled.status() == NtStatus.STATUS_SUCCESS ? wait(caller, List.of(object.id()), false, c.timeout()) : signaled;
    }

    private CallResult wait(Caller caller, List<Integer> objects, boolean all, long timeout) {
        int satisfied = satisfied(objects, all, caller.tid());
        if (satisfied >= 0) {
            return CallResult.of(consume(objects, all, satisfied, caller.tid()), satisfied);
        }
        if (timeout == 0) {
            return CallResult.of(NtStatus.STATUS_TIMEOUT);
        }
        if (objects.size() > THREAD_WAIT_BLOCKS
                && !kernel.allocate(0, PoolKind.NONPAGED, PoolTag.WAIT_BLOCKS, waitBlockBytes(objects.size()))) {
            return CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        }
        ThreadObject thread = kernel.writable(kernel.thread(caller.tid()));
        for (int id : objects) {
            kernel.ob.refer(kernel.object(id), ReferenceKind.WAITING_THREAD, thread.id());
            if (kernel.object(id) instanceof WaitableObject waitable) {
                kernel.writable(waitable).addWaiter(caller.tid());
            }
        }
        kernel.writable(thread).waitFor(objects, all);
        return new CallResult(NtStatus.STATUS_PENDING, 0, 0, 0, true);
    }

    /// Bytes of the block that a thread waits with for more objects than it has wait blocks of its own.
    private long waitBlockBytes(int objects) {
        return kernel.blockBytes((kernel.machine().architecture() == Architecture.X64 ? 0x30L : 0x18L) * objects);
    }

    /// Index of the object that satisfies a wait now, or -1.
    private int satisfied(List<Integer> objects, boolean all, int tid) {
        for (int i = 0; i < objects.size(); i++) {
            boolean signaled = kernel.object(objects.get(i)).isSignaled(tid);
            if (signaled != all) {
                return all ? -1 : i;
            }
        }
        return all ? 0 : -1;
    }

    private NtStatus consume(List<Integer> objects, boolean all, int index, int tid) {
        boolean abandoned = false;
        for (int id : all ? objects : List.of(objects.get(index))) {
            if (kernel.object(id) instanceof WaitableObject waitable) {
                WaitableObject writable = kernel.writable(waitable);
                abandoned |= writable instanceof MutantObject mutant && mutant.isAbandoned();
                writable.consume(tid);
                if (writable instanceof MutantObject mutant && mutant.count() == 0) {
                    own(tid, mutant);
                }
            }
        }
        return abandoned ? NtStatus.STATUS_ABANDONED_WAIT_0 : NtStatus.STATUS_SUCCESS;
    }

    private void own(int tid, MutantObject mutant) {
        ThreadObject thread = kernel.writable(kernel.thread(tid));
        List<Integer> owned = new ArrayList<>(thread.ownedMutants());
        owned.add(mutant.id());
        thread.setOwnedMutants(owned);
    }

    /// A mutant is no longer owned by a thread.
    void disown(int tid, MutantObject mutant) {
        ThreadObject thread = kernel.writable(kernel.thread(tid));
        thread.setOwnedMutants(thread.ownedMutants().stream().filter(id -> id != mutant.id()).toList());
    }

    /// Ends the waits that an object's new state satisfies, the first come first.
    void wakeWaiters(WaitableObject object) {
        // The object must stay while threads are taken off it, whatever they give back.
        int id = object.id();
        kernel.ob.refer(object, ReferenceKind.SYSTEM, id);
        for (int tid : object.waiters()) {
            ThreadObject thread = kernel.thread(tid);
            int satisfied = satisfied(thread.waitsFor(), thread.waitsForAll(), tid);
            if (satisfied >= 0) {
                NtStatus status = consume(thread.waitsFor(), thread.waitsForAll(), satisfied, tid);
                endWait(thread, status, satisfied);
            }
        }
        kernel.ob.release(kernel.object(id), ReferenceKind.SYSTEM, id);
    }

    /// Takes a thread off everything it waits for.
    ///
    /// @param by which of the objects ended the wait, counted from 0; 0 when none of them did
    void endWait(ThreadObject waiting, NtStatus status, int by) {
        ThreadObject thread = kernel.writable(kernel.thread(waiting.tid()));
        List<Integer> objects = thread.waitsFor();
        thread.wake(status, by);
        if (objects.size() > THREAD_WAIT_BLOCKS) {
            kernel.free(0, PoolKind.NONPAGED, PoolTag.WAIT_BLOCKS, 1, waitBlockBytes(objects.size()));
        }
        for (int id : objects) {
            if (kernel.object(id) instanceof WaitableObject waitable) {
                kernel.writable(waitable).removeWaiter(thread.tid());
            }
            kernel.ob.release(kernel.object(id), ReferenceKind.WAITING_THREAD, thread.id());
        }
    }

    /// Ends a wait whose time is over.
    CallResult timeOut(int tid) {
        ThreadObject thread = kernel.thread(tid);
        if (thread == null || thread.waitsFor().isEmpty()) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        endWait(thread, NtStatus.STATUS_TIMEOUT, 0);
        return CallResult.of(NtStatus.STATUS_SUCCESS);
    }
}
