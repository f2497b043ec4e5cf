package dev.handlens.lens;

import dev.handlens.kernel.EventKind;
import dev.handlens.kernel.Kernel;
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
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.PreviousMode;
import java.util.List;
import java.util.Locale;

/// A call with its arguments as one would write it, such as `NtDuplicateObject(self, 0x14, self)`. What a reader does not need (access
/// masks have a column of their own, buffers do not exist) is left out.
final class CallText {
    private CallText() {}

    static String of(KernelCall call) {
        return call.service() + "(" + arguments(call) + ")";
    }

    private static String arguments(KernelCall call) {
        return switch (call) {
            case NtCreateEvent c -> join(name(c.attributes()), c.kind() == EventKind.NOTIFICATION ? "manual reset" : "auto reset");
            case NtCreateSemaphore c -> join(name(c.attributes()), String.valueOf(c.initialCount()), String.valueOf(c.maximumCount()));
            case NtCreateMutant c -> join(name(c.attributes()), c.initialOwner() ? "owned" : "");
            case NtCreateTimer c -> name(c.attributes());
            case NtCreateSection c -> join(name(c.attributes()), c.size() == 0 ? "" : Words.bytes(c.size()), handleOrNone(c.file()));
            case NtCreateKey c -> name(c.attributes());
            case NtOpenKey c -> name(c.attributes());
            case NtCreateDirectoryObject c -> name(c.attributes());
            case NtCreateSymbolicLinkObject c -> join(name(c.attributes()), c.target());
            case NtOpenObject c -> name(c.attributes());
            case NtCreateFile c -> name(c.attributes());
            case NtCreateProcess c -> join(c.imageName(), c.inheritHandles() ? "inherit handles" : "");
            case NtOpenProcess c -> String.valueOf(c.pid());
            case NtTerminateProcess c -> handle(c.process());
            case NtCreateThread c -> join(handle(c.process()), c.startAddress());
            case NtSetInformationThread c ->
                    join(handle(c.thread()), "base priority " + (c.increment() < 0 ? "−" : "+") + Math.abs(c.increment()));
            case NtOpenThread c -> String.valueOf(c.tid());
            case NtTerminateThread c -> handle(c.thread());
            case NtDuplicateObject c -> join(handle(c.sourceProcess()), handle(c.sourceHandle()), handleOrNone(c.targetProcess()),
                    (c.options() & NtDuplicateObject.CLOSE_SOURCE) == 0 ? "" : "close source");
            case NtClose c -> handle(c.handle());
            case NtSetInformationObject c -> join(handle(c.handle()), c.inherit() ? "inherit" : "",
                    c.protectFromClose() ? "protect from close" : "");
            case NtQueryObject c -> handle(c.handle());
            case NtMakeTemporaryObject c -> handle(c.handle());
            case NtMakePermanentObject c -> handle(c.handle());
            case NtSetEvent c -> handle(c.handle());
            case NtResetEvent c -> handle(c.handle());
            case NtPulseEvent c -> handle(c.handle());
            case NtReleaseMutant c -> handle(c.handle());
            case NtReleaseSemaphore c -> join(handle(c.handle()), String.valueOf(c.count()));
            case NtWaitForSingleObject c -> join(handle(c.handle()), timeout(c.timeout()));
            case NtWaitForMultipleObjects c -> join(handles(c.handles()), c.waitAll() ? "all" : "any", timeout(c.timeout()));
            case NtCompareObjects c -> join(handle(c.first()), handle(c.second()));
            case NtQueryState c -> handle(c.handle());
            case NtQueryDirectoryObject c -> join(handle(c.handle()), c.single() ? "one" : "");
            case NtQuerySymbolicLinkObject c -> handle(c.handle());
            case ObCloseHandle c -> join(handle(c.handle()), mode(c.accessMode()));
            case NtSetSecurityObject c -> join(handle(c.handle()), Words.hex(c.allowed() & 0xFFFF_FFFFL));
            case NtOpenProcessToken c -> handle(c.process());
            case NtOpenThreadToken c -> handle(c.thread());
            case NtCreateJobObject c -> name(c.attributes());
            case NtAssignProcessToJobObject c -> join(handle(c.job()), handle(c.process()));
            case NtSetInformationJobObject c -> join(handle(c.job()), c.killOnClose() ? "kill on close" : "");
            case NtTerminateJobObject c -> handle(c.job());
            case NtCreateIoCompletion c -> name(c.attributes());
            case NtCreateKeyedEvent c -> name(c.attributes());
            case NtClearEvent c -> handle(c.handle());
            case NtSignalAndWaitForSingleObject c -> join(handle(c.signal()), handle(c.handle()), timeout(c.timeout()));
            case NtUnmapViewOfSection c -> Words.hex(c.section());
            case HtraceSnapshot c -> handle(c.process());
            case ObReferenceObject c -> join(Words.hex(c.object()), c.driver());
            case ObDereferenceObjectDeferDelete c -> join(Words.hex(c.object()), c.driver());
            case ObReferenceObjectByName c -> join(name(c.attributes()), c.driver());
            case ObOpenObjectByPointer c -> join(Words.hex(c.object()), c.type() == null ? "" : c.type().typeName(), mode(c.accessMode()));
            case ObOpenObjectByName c -> join(name(c.attributes()), c.type() == null ? "" : c.type().typeName(), mode(c.accessMode()));
            case ObMakeTemporaryObject c -> Words.hex(c.object());
            case IoCreateEvent c -> c.name() == null ? "" : c.name();
            case IoDeleteDevice c -> c.name();
            case IoOpenDeviceRegistryKey c -> c.device();
            case PsCreateSystemThread c -> join(handleOrNone(c.process()), c.startAddress());
            case PsTerminateSystemThread _ -> "";
            case PsLookupProcessByProcessId c -> join(String.valueOf(c.pid()), c.driver());
            case PsLookupThreadByThreadId c -> join(String.valueOf(c.tid()), c.driver());
            case ExAllocatePoolWithTag c -> join(c.kind().name().toLowerCase(Locale.ROOT), Words.bytes(c.bytes()), c.tag());
            case ExAllocatePoolWithQuotaTag c -> join(c.kind().name().toLowerCase(Locale.ROOT), Words.bytes(c.bytes()), c.tag());
            case ExFreePoolWithTag c -> join(Words.hex(c.block()), c.tag() == null ? "" : c.tag());
            case TouchBuffer _ -> "";
            case PsInitialLimits c -> "process " + c.pid();
            case NtReadFile c -> handle(c.handle());
            case NtWriteFile c -> handle(c.handle());
            case NtDeviceIoControlFile c -> join(handle(c.handle()), Words.hex(c.controlCode() & 0xFFFF_FFFFL), handleOrNone(c.event()));
            case NtCancelIoFile c -> handle(c.handle());
            case NtCancelIoFileEx c -> join(handle(c.handle()), c.irp() == 0 ? "" : "IRP " + Words.hex(c.irp()));
            case NtCancelSynchronousIoFile c -> handle(c.thread());
            case NtMapViewOfSection c -> handle(c.handle());
            case NtSetHandleTracing c -> join(handle(c.process()), "handle tracing " + (c.enable() ? "on" : "off"));
            case ObReferenceObjectByHandle c -> join(handle(c.handle()), c.type() == null ? "" : c.type().typeName(), c.driver());
            case ObReferenceObjectByPointer c -> join(Words.hex(c.object()), c.type() == null ? "" : c.type().typeName(), c.driver());
            case ObDereferenceObject c -> join(Words.hex(c.object()), c.driver());
            case KeSetEvent c -> Words.hex(c.object());
            case IoLoadDriver c -> c.name();
            case IoCreateDevice c -> join(c.driver(), c.name());
            case IoCsqRemoveNextIrp c -> c.driver();
            case IoCompleteRequest c -> join(c.driver(), c.irp() == 0 ? "oldest IRP" : "IRP " + Words.hex(c.irp()), c.status().name());
            case IoCancelIrp c -> "IRP " + Words.hex(c.irp());
            case PsInitialProcess c -> c.imageName();
            case PsInitialThread c -> c.startAddress();
            case KeWaitTimeout c -> "thread " + c.tid();
            case KeExitWaitTimeout c -> "process " + c.pid();
        };
    }

    private static String mode(PreviousMode mode) {
        return mode == PreviousMode.USER ? "UserMode" : "KernelMode";
    }

    /// A handle value, or what a pseudo-handle stands for.
    static String handle(long handle) {
        if (handle == Kernel.CURRENT_PROCESS) {
            return "self";
        }
        return handle == Kernel.CURRENT_THREAD ? "self-thread" : Words.hex(handle);
    }

    private static String handleOrNone(long handle) {
        return handle == 0 ? "" : handle(handle);
    }

    private static String handles(List<Long> handles) {
        return "[" + String.join(", ", handles.stream().map(CallText::handle).toList()) + "]";
    }

    private static String name(ObjectAttributes attributes) {
        if (attributes == null) {
            return "";
        }
        String name = attributes.name() == null ? "" : attributes.name();
        return attributes.root() == 0 ? name : join(Words.hex(attributes.root()), name);
    }

    private static String timeout(long millis) {
        return millis < 0 ? "for ever" : Words.span(millis);
    }

    private static String join(String... parts) {
        return String.join(", ", List.of(parts).stream().filter(part -> !part.isEmpty()).toList());
    }
}
