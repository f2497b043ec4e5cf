package dev.handlens.lens;

import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.KernelCall.*;

/// The handle that a call is about.
final class CallHandle {
    private CallHandle() {}

    /// The first handle a call is given, or 0 for a call that is given none.
    static long of(KernelCall call) {
        return switch (call) {
            case NtDuplicateObject c -> c.sourceHandle();
            case NtClose c -> c.handle();
            case NtSetInformationObject c -> c.handle();
            case NtQueryObject c -> c.handle();
            case NtMakeTemporaryObject c -> c.handle();
            case NtMakePermanentObject c -> c.handle();
            case NtSetEvent c -> c.handle();
            case NtResetEvent c -> c.handle();
            case NtPulseEvent c -> c.handle();
            case NtReleaseMutant c -> c.handle();
            case NtReleaseSemaphore c -> c.handle();
            case NtWaitForSingleObject c -> c.handle();
            case NtWaitForMultipleObjects c -> c.handles().isEmpty() ? 0 : c.handles().getFirst();
            case NtReadFile c -> c.handle();
            case NtWriteFile c -> c.handle();
            case NtDeviceIoControlFile c -> c.handle();
            case NtCancelIoFile c -> c.handle();
            case NtCancelIoFileEx c -> c.handle();
            case NtCancelSynchronousIoFile c -> c.thread();
            case NtMapViewOfSection c -> c.handle();
            case NtTerminateProcess c -> c.process();
            case NtTerminateThread c -> c.thread();
            case NtSetHandleTracing c -> c.process();
            case ObReferenceObjectByHandle c -> c.handle();
            case NtCreateEvent _, NtCreateSemaphore _, NtCreateMutant _, NtCreateTimer _, NtCreateSection _, NtCreateKey _, NtOpenKey _,
                    NtCreateDirectoryObject _, NtCreateSymbolicLinkObject _, NtOpenObject _, NtCreateFile _, NtCreateProcess _,
                            NtOpenProcess _,
                    NtCreateThread _, NtOpenThread _, ObReferenceObjectByPointer _, ObDereferenceObject _, KeSetEvent _, IoLoadDriver _,
                    IoCreateDevice _, IoCsqRemoveNextIrp _, IoCompleteRequest _, IoCancelIrp _, KeWaitTimeout _, KeExitWaitTimeout _,
                    PsInitialProcess _, PsInitialThread _ -> 0;
        };
    }

    /// Whether what a call gives back is a request to a driver rather than an object.
    static boolean givesRequest(KernelCall call) {
        return call instanceof NtDeviceIoControlFile || call instanceof IoCsqRemoveNextIrp;
    }

    /// The object whose pointer a call is given, or 0.
    static int pointerOf(KernelCall call) {
        if (call instanceof ObReferenceObjectByPointer byPointer) {
            return byPointer.object();
        }
        if (call instanceof ObDereferenceObject dereference) {
            return dereference.object();
        }
        return call instanceof KeSetEvent set ? set.object() : 0;
    }
}
