package dev.handlens.kernel;

import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ex.PoolTag;
import dev.handlens.kernel.io.DeviceObject;
import dev.handlens.kernel.io.DriverObject;
import dev.handlens.kernel.io.FileObject;
import dev.handlens.kernel.io.IoEvent;
import dev.handlens.kernel.io.IoStatusBlock;
import dev.handlens.kernel.io.IoctlAnswer;
import dev.handlens.kernel.io.Irp;
import dev.handlens.kernel.io.MajorFunction;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ob.ReferenceKind;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.List;

/// Requests on their way to drivers and back.
final class IoRequests {
    private static final int EVENT_MODIFY_STATE = 0x2;

    private final Kernel kernel;

    IoRequests(Kernel kernel) {
        this.kernel = kernel;
    }

    // ---- to the driver --------------------------------------------------------------------------------------------

    /// Sends a control code. File and event are referred to by pointer until the request is completed, whatever becomes of the handles.
    CallResult control(Caller caller, KernelCall.NtDeviceIoControlFile c) {
        int needed = c.controlCode() >>> 14 & 3;
        KObject file = kernel.handles.reference(caller, c.handle(), needed, ObjectType.FILE, caller.mode());
        if (file == null) {
            return CallResult.of(kernel.handles.status());
        }
        int event = 0;
        if (c.event() != 0) {
            KObject object = kernel.handles.reference(caller, c.event(), EVENT_MODIFY_STATE, ObjectType.EVENT, caller.mode());
            if (object == null) {
                return CallResult.of(kernel.handles.status());
            }
            event = object.id();
            kernel.dispatcher.resetByPointer(event);
        }
        int payer = kernel.process(caller.pid()).id();
        if (!kernel.allocate(payer, PoolKind.NONPAGED, PoolTag.IRP, poolBytes())) {
            return CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        }
        FileObject writable = kernel.writable((FileObject) file);
        writable.setSignaled(false);
        DriverObject driver = driverOf(writable);
        Irp irp = new Irp(kernel.objects().takeId(), file.id(), event, driver.id(), payer, kernel.thread(caller.tid()).id(), caller.pid(),
                caller.tid(), c.controlCode(), writable.isSynchronous(), Irp.State.QUEUED, false, kernel.stamp());
        return call(irp, driver);
    }

    private CallResult call(Irp irp, DriverObject driver) {
        kernel.irps().set(irp.id(), irp);
        kernel.ob.refer(kernel.object(irp.file()), ReferenceKind.PENDING_IRP, irp.id());
        if (irp.event() != 0) {
            kernel.ob.refer(kernel.object(irp.event()), ReferenceKind.PENDING_IRP, irp.id());
        }
        kernel.writable(driver).see(MajorFunction.IRP_MJ_DEVICE_CONTROL);
        return switch (driver.behavior().answer()) {
            case AT_ONCE -> {
                complete(irp, NtStatus.STATUS_SUCCESS, 0);
                yield CallResult.of(NtStatus.STATUS_SUCCESS);
            }
            case REFUSES -> {
                // An error that comes without a pending request: nothing is written, and the event stays as it is.
                drop(irp);
                yield CallResult.of(NtStatus.STATUS_INVALID_DEVICE_REQUEST);
            }
            case WDF_QUEUE, CSQ, LIST, LIST_WITHOUT_CANCEL, NEVER -> {
                kernel.observer().io(new IoEvent(IoEvent.Kind.PENDING, driver.id(), irp.file(), irp.id()));
                if (irp.synchronous()) {
                    kernel.writable((ThreadObject) kernel.object(irp.thread())).waitForRequests(List.of(irp.id()));
                }
                yield new CallResult(NtStatus.STATUS_PENDING, 0, irp.id(), 0, irp.synchronous());
            }
        };
    }

    DriverObject driverOf(FileObject file) {
        return (DriverObject) kernel.object(((DeviceObject) kernel.object(file.device())).driver());
    }

    /// Bytes of the block of a request.
    private long poolBytes() {
        return kernel.blockBytes(Irp.bytes(kernel.machine().architecture()));
    }

    // ---- and back -------------------------------------------------------------------------------------------------

    /// A driver takes the oldest request off its queue.
    CallResult removeNext(KernelCall.IoCsqRemoveNextIrp c) {
        DriverObject driver = kernel.io.driver(c.driver());
        if (driver == null) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        Irp oldest = kernel.irps().first(irp -> irp.driver() == driver.id() && irp.state() == Irp.State.QUEUED);
        if (oldest == null || !driver.behavior().answer().hasQueue()) {
            return CallResult.of(NtStatus.STATUS_NOT_FOUND);
        }
        kernel.irps().set(oldest.id(), oldest.taken());
        kernel.observer().io(new IoEvent(IoEvent.Kind.TAKEN, driver.id(), oldest.file(), oldest.id()));
        return new CallResult(NtStatus.STATUS_SUCCESS, 0, oldest.id(), 0, false);
    }

    /// A driver completes a request: the one it names, or the oldest that it took or finds in its queue.
    CallResult complete(KernelCall.IoCompleteRequest c) {
        DriverObject driver = kernel.io.driver(c.driver());
        if (driver == null || c.status() == NtStatus.STATUS_PENDING) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        if (c.irp() != 0 && kernel.irps().get(c.irp()) == null) {
            // What is no request any more was completed before.
            kernel.stop(new BugCheck(0x44, "MULTIPLE_IRP_COMPLETE_REQUESTS", c.irp(), 0, 0, 0));
            return CallResult.of(NtStatus.STATUS_UNSUCCESSFUL);
        }
        IoctlAnswer answer = driver.behavior().answer();
        Irp irp = c.irp() != 0
                ? kernel.irps().get(c.irp())
                : kernel.irps().first(i -> i.driver() == driver.id() && (i.state() == Irp.State.TAKEN || answer.hasQueue()));
        if (irp == null) {
            return CallResult.of(NtStatus.STATUS_NOT_FOUND);
        }
        complete(irp, c.status(), c.information());
        return CallResult.of(NtStatus.STATUS_SUCCESS);
    }

    /// Completes a request: its sender finds the status and is woken, then event and file are let go and the request is freed. A thread
    /// that gave the request up is not told.
    void complete(Irp irp, NtStatus status, long information) {
        kernel.observer().io(new IoEvent(IoEvent.Kind.COMPLETED, irp.driver(), irp.file(), irp.id(), status));
        if (!irp.isDisowned()) {
            kernel.writable((FileObject) kernel.object(irp.file())).write(new IoStatusBlock(irp.id(), status, information));
            signal(irp);
        }
        drop(irp);
        tellSender(irp, status);
    }

    private void signal(Irp irp) {
        if (irp.event() != 0) {
            // The pointer is used: it does not matter whether the handle is still open, or what its value names by now.
            kernel.dispatcher.setEventByPointer(irp.event());
        }
        if (irp.event() == 0 || irp.synchronous()) {
            FileObject file = kernel.writable((FileObject) kernel.object(irp.file()));
            file.setSignaled(true);
            kernel.dispatcher.wakeWaiters(file);
        }
    }

    /// Lets go of what a request refers to, and frees it.
    private void drop(Irp irp) {
        kernel.irps().set(irp.id(), null);
        kernel.free(irp.process(), PoolKind.NONPAGED, PoolTag.IRP, 1, poolBytes());
        if (irp.event() != 0) {
            kernel.ob.release(kernel.object(irp.event()), ReferenceKind.PENDING_IRP, irp.id());
        }
        kernel.ob.release(kernel.object(irp.file()), ReferenceKind.PENDING_IRP, irp.id());
    }

    /// Ends what the sender's thread waits for, if this request was the last of it: its synchronous call, its call to cancel, or its end.
    private void tellSender(Irp irp, NtStatus status) {
        if (kernel.object(irp.thread()) instanceof ThreadObject thread && thread.waitsForRequests().contains(irp.id())) {
            ThreadObject writable = kernel.writable(thread);
            writable.requestCompleted(irp.id());
            if (!writable.waitsForRequests().isEmpty()) {
                return;
            }
            if (writable.isExiting()) {
                kernel.exits.finish(writable);
            } else {
                writable.wake(irp.synchronous() ? status : NtStatus.STATUS_SUCCESS, 0);
            }
        }
    }
}
