package dev.handlens.lens;

import dev.handlens.kernel.EventKind;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall.*;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.ObjectAttributes;
import java.util.List;

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
