package dev.handlens.scenario;

import static dev.handlens.scenario.CallField.optional;
import static dev.handlens.scenario.CallField.required;

import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.NtStatus;
import dev.handlens.scenario.CallSpec.Result;
import java.util.List;
import java.util.function.ToIntFunction;

/// Requests to drivers: sent and cancelled by programs, completed by drivers, given up when the time is over.
final class RequestCalls {
    private static final String CANCEL = "Cancels what the calling thread sent through a file, and waits until it is completed.";
    private static final String CANCEL_SYNCHRONOUS = "Cancels the request that the thread of a handle waits for inside its call.";

    static final List<CallSpec> SPECS = List.of(
            control("DeviceIoControl"),
            control("NtDeviceIoControlFile"),
            FileCalls.onHandle("CancelIo", "NtCancelIoFile", CANCEL, KernelCall.NtCancelIoFile::new),
            FileCalls.onHandle("NtCancelIoFile", "NtCancelIoFile", CANCEL, KernelCall.NtCancelIoFile::new),
            cancelEx("CancelIoEx"),
            cancelEx("NtCancelIoFileEx"),
            FileCalls.onHandle("CancelSynchronousIo", "NtCancelSynchronousIoFile", CANCEL_SYNCHRONOUS,
                    KernelCall.NtCancelSynchronousIoFile::new),
            FileCalls.onHandle("NtCancelSynchronousIoFile", "NtCancelSynchronousIoFile", CANCEL_SYNCHRONOUS,
                    KernelCall.NtCancelSynchronousIoFile::new),
            driver("IoCsqRemoveNextIrp", Result.POINTER,
                    "Takes the oldest request off a driver's queue; `as` names the variable that takes it.", List.of(ofDriver()), a -> {
                        String driver = a.driver("driver");
                        return _ -> new KernelCall.IoCsqRemoveNextIrp(driver);
                    }),
            driver("IoCompleteRequest", Result.NOTHING, "Completes a request of a driver.",
                    List.of(ofDriver(), optional("request", FieldKind.POINTER, "", "variable with the request; the oldest when absent"),
                            optional("status", FieldKind.STATUS, "STATUS_SUCCESS", "its final status"),
                            optional("information", FieldKind.COUNT, "0", "bytes of output")), a -> {
                        String driver = a.driver("driver");
                        ToIntFunction<Values> request = a.optionalPointer("request");
                        NtStatus status = a.status("status");
                        long information = a.number("information");
                        return v -> new KernelCall.IoCompleteRequest(driver, request.applyAsInt(v), status, information);
                    }),
            driver("IoCancelIrp", Result.NOTHING, "Cancels a request; its information is 1 if there was a cancel routine.",
                    List.of(required("request", FieldKind.POINTER, "variable with the request")), a -> {
                        int request = a.pointer("request");
                        return v -> new KernelCall.IoCancelIrp(v.object(request));
                    }),
            new CallSpec("ExitWaitTimesOut", "KeExitWaitTimeout", Result.NOTHING, null, true,
                    List.of(required("process", FieldKind.PROCESS, "which process")),
                    "Ends the five minutes for which a process that is told to end waits for its requests.", a -> {
                        String process = a.process("process");
                        return v -> new KernelCall.KeExitWaitTimeout(v.pid(process));
                    }));

    private RequestCalls() {}

    private static CallSpec driver(String name, Result result, String doc, List<CallField> fields, CallSpec.Maker maker) {
        return new CallSpec(name, name, result, null, true, fields, doc, maker);
    }

    private static CallField ofDriver() {
        return required("driver", FieldKind.DRIVER, "which driver");
    }

    private static CallSpec control(String name) {
        List<CallField> fields = List.of(
                required("handle", FieldKind.HANDLE, "handle of the device's file object"),
                required("code", FieldKind.CODE, "control code; bits 14 and 15 name the access it needs"),
                optional("event", FieldKind.HANDLE, "0", "handle of the event to set at completion"));
        String doc = "Sends a control code to a device; `as` names the variable that takes the request if it stays with the driver.";
        return new CallSpec(name, "NtDeviceIoControlFile", Result.POINTER, null, false, fields, doc, a -> {
            Operand handle = a.handle("handle");
            int code = (int) a.number("code");
            Operand event = a.handle("event");
            return v -> new KernelCall.NtDeviceIoControlFile(handle.value(v), code, event.value(v));
        });
    }

    private static CallSpec cancelEx(String name) {
        List<CallField> fields = List.of(
                required("handle", FieldKind.HANDLE, "handle of the file"),
                optional("request", FieldKind.POINTER, "", "variable with the one request to cancel"));
        String doc = "Cancels what the process sent through a file, or one request of it; does not wait.";
        return new CallSpec(name, "NtCancelIoFileEx", Result.NOTHING, null, false, fields, doc, a -> {
            Operand handle = a.handle("handle");
            ToIntFunction<Values> request = a.optionalPointer("request");
            return v -> new KernelCall.NtCancelIoFileEx(handle.value(v), request.applyAsInt(v));
        });
    }
}
