package dev.handlens.lens;

import dev.handlens.kernel.KernelCall.*;
import dev.handlens.kernel.KernelCall.ExAllocatePoolWithQuotaTag;
import dev.handlens.kernel.KernelCall.ExAllocatePoolWithTag;
import dev.handlens.kernel.KernelCall.ExFreePoolWithTag;
import dev.handlens.kernel.KernelCall.HtraceSnapshot;
import dev.handlens.kernel.KernelCall.IoCreateEvent;
import dev.handlens.kernel.KernelCall.IoDeleteDevice;
import dev.handlens.kernel.KernelCall.IoOpenDeviceRegistryKey;
import dev.handlens.kernel.KernelCall.NtAssignProcessToJobObject;
import dev.handlens.kernel.KernelCall.NtClearEvent;
import dev.handlens.kernel.KernelCall.NtCompareObjects;
import dev.handlens.kernel.KernelCall.NtCreateIoCompletion;
import dev.handlens.kernel.KernelCall.NtCreateJobObject;
import dev.handlens.kernel.KernelCall.NtCreateKeyedEvent;
import dev.handlens.kernel.KernelCall.NtOpenProcessToken;
import dev.handlens.kernel.KernelCall.NtOpenThreadToken;
import dev.handlens.kernel.KernelCall.NtQueryDirectoryObject;
import dev.handlens.kernel.KernelCall.NtQueryState;
import dev.handlens.kernel.KernelCall.NtQuerySymbolicLinkObject;
import dev.handlens.kernel.KernelCall.NtSetInformationJobObject;
import dev.handlens.kernel.KernelCall.NtSetSecurityObject;
import dev.handlens.kernel.KernelCall.NtSignalAndWaitForSingleObject;
import dev.handlens.kernel.KernelCall.NtTerminateJobObject;
import dev.handlens.kernel.KernelCall.NtUnmapViewOfSection;
import dev.handlens.kernel.KernelCall.ObCloseHandle;
import dev.handlens.kernel.KernelCall.ObDereferenceObjectDeferDelete;
import dev.handlens.kernel.KernelCall.ObMakeTemporaryObject;
import dev.handlens.kernel.KernelCall.ObOpenObjectByName;
import dev.handlens.kernel.KernelCall.ObOpenObjectByPointer;
import dev.handlens.kernel.KernelCall.ObReferenceObject;
import dev.handlens.kernel.KernelCall.ObReferenceObjectByName;
import dev.handlens.kernel.KernelCall.PsCreateSystemThread;
import dev.handlens.kernel.KernelCall.PsInitialLimits;
import dev.handlens.kernel.KernelCall.PsLookupProcessByProcessId;
import dev.handlens.kernel.KernelCall.PsLookupThreadByThreadId;
import dev.handlens.kernel.KernelCall.PsTerminateSystemThread;
import dev.handlens.kernel.KernelCall.TouchBuffer;
import dev.handlens.kernel.KernelCall;

/// The handle that a call is about.
final class CallHandle {
    private CallHandle() {}

    /// The first handle a call is given, or 0 for a call that is given none.
    static long of(KernelCall call) {
        return switch (call) {
            case NtDuplicateObject c -> c.sourceHandle();
            case NtClose c -> c.handle();
            case NtSetInformationThread c -> c.thread();
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
            case NtCompareObjects c -> c.first();
            case NtQueryState c -> c.handle();
            case NtQueryDirectoryObject c -> c.handle();
            case NtQuerySymbolicLinkObject c -> c.handle();
            case ObCloseHandle c -> c.handle();
            case NtSetSecurityObject c -> c.handle();
            case NtOpenProcessToken c -> c.process();
            case NtOpenThreadToken c -> c.thread();
            case NtAssignProcessToJobObject c -> c.job();
            case NtSetInformationJobObject c -> c.job();
            case NtTerminateJobObject c -> c.job();
            case NtClearEvent c -> c.handle();
            case NtSignalAndWaitForSingleObject c -> c.signal();
            case HtraceSnapshot c -> c.process();
            case PsCreateSystemThread c -> c.process();
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
                    PsInitialProcess _, PsInitialThread _, PsInitialLimits _, NtCreateJobObject _, NtCreateIoCompletion _,
                    NtCreateKeyedEvent _, NtUnmapViewOfSection _, ObDereferenceObjectDeferDelete _, ObReferenceObject _,
                    ObReferenceObjectByName _, ObOpenObjectByPointer _, ObOpenObjectByName _, ObMakeTemporaryObject _, IoCreateEvent _,
                    IoDeleteDevice _, IoOpenDeviceRegistryKey _, PsTerminateSystemThread _, PsLookupProcessByProcessId _,
                    PsLookupThreadByThreadId _, ExAllocatePoolWithTag _, ExAllocatePoolWithQuotaTag _, ExFreePoolWithTag _,
                    TouchBuffer _ -> 0;
        };
    }

    /// Whether what a call gives back is a request to a driver rather than an object.
    static boolean givesRequest(KernelCall call) {
        return call instanceof NtDeviceIoControlFile || call instanceof IoCsqRemoveNextIrp;
    }

    /// The object whose pointer a call is given, or 0.
    static int pointerOf(KernelCall call) {
        return switch (call) {
            case ObReferenceObjectByPointer c -> c.object();
            case ObReferenceObject c -> c.object();
            case ObDereferenceObject c -> c.object();
            case ObDereferenceObjectDeferDelete c -> c.object();
            case ObOpenObjectByPointer c -> c.object();
            case ObMakeTemporaryObject c -> c.object();
            case NtUnmapViewOfSection c -> c.section();
            case KeSetEvent c -> c.object();
            default -> 0;
        };
    }
}
