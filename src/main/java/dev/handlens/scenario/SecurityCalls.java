package dev.handlens.scenario;

import static dev.handlens.scenario.CallField.access;
import static dev.handlens.scenario.CallField.optional;
import static dev.handlens.scenario.CallField.required;

import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.scenario.CallSpec.Result;
import java.util.List;

/// Calls on security descriptors, tokens and jobs.
final class SecurityCalls {
    static final List<CallSpec> SPECS = List.of(
            setSecurity("SetKernelObjectSecurity"),
            setSecurity("NtSetSecurityObject"),
            processToken("OpenProcessToken"),
            processToken("NtOpenProcessToken"),
            threadToken("OpenThreadToken"),
            threadToken("NtOpenThreadToken"),
            ObjectCalls.win32(
                    "CreateJobObject", "NtCreateJobObject", ObjectType.JOB, "Creates a job, or opens the one of that name.", a -> {
                int access = a.access("access");
                AttributesOperand attributes = ObjectCalls.openIf(a);
                return v -> new KernelCall.NtCreateJobObject(access, attributes.value(v));
            }),
            ObjectCalls.create("NtCreateJobObject", ObjectType.JOB, "Creates a job.", a -> {
                int access = a.access("access");
                AttributesOperand attributes = a.attributes();
                return v -> new KernelCall.NtCreateJobObject(access, attributes.value(v));
            }),
            ObjectCalls.open("NtOpenJobObject", ObjectType.JOB),
            assign("AssignProcessToJobObject"),
            assign("NtAssignProcessToJobObject"),
            setJob("SetInformationJobObject"),
            setJob("NtSetInformationJobObject"),
            terminateJob("TerminateJobObject"),
            terminateJob("NtTerminateJobObject"));

    private SecurityCalls() {}

    private static CallSpec setSecurity(String name) {
        List<CallField> fields = List.of(
                required("handle", FieldKind.HANDLE, "handle with WRITE_DAC"),
                optional("allow", FieldKind.ACCESS, "0", "rights that programs can be granted from now on"));
        String doc = "Changes who may open an object for what; open handles keep their access.";
        return new CallSpec(name, "NtSetSecurityObject", Result.NOTHING, null, false, fields, doc, a -> {
            Operand handle = a.handle("handle");
            int allowed = a.access("allow");
            return v -> new KernelCall.NtSetSecurityObject(handle.value(v), allowed);
        });
    }

    private static CallSpec processToken(String name) {
        List<CallField> fields = List.of(
                optional("process", FieldKind.HANDLE, FieldKind.SELF, "handle of the process"), access(ObjectType.TOKEN, "TOKEN_QUERY"));
        String doc = "Opens the token of a process.";
        return new CallSpec(name, "NtOpenProcessToken", Result.HANDLE, ObjectType.TOKEN, false, fields, doc, a -> {
            Operand process = a.handle("process");
            int access = a.access("access");
            return v -> new KernelCall.NtOpenProcessToken(process.value(v), access);
        });
    }

    private static CallSpec threadToken(String name) {
        List<CallField> fields = List.of(
                optional("thread", FieldKind.HANDLE, FieldKind.SELF_THREAD, "handle of the thread"),
                access(ObjectType.TOKEN, "TOKEN_QUERY"));
        String doc = "Opens the token that a thread impersonates with; none does, so that it fails.";
        return new CallSpec(name, "NtOpenThreadToken", Result.HANDLE, ObjectType.TOKEN, false, fields, doc, a -> {
            Operand thread = a.handle("thread");
            int access = a.access("access");
            return v -> new KernelCall.NtOpenThreadToken(thread.value(v), access);
        });
    }

    private static CallSpec assign(String name) {
        List<CallField> fields = List.of(job(), optional("process", FieldKind.HANDLE, FieldKind.SELF, "handle of the process"));
        String doc = "Puts a process into a job.";
        return new CallSpec(name, "NtAssignProcessToJobObject", Result.NOTHING, null, false, fields, doc, a -> {
            Operand job = a.handle("job");
            Operand process = a.handle("process");
            return v -> new KernelCall.NtAssignProcessToJobObject(job.value(v), process.value(v));
        });
    }

    private static CallSpec setJob(String name) {
        List<CallField> fields = List.of(job(), ObjectCalls.flag("killOnClose", "whether its processes end with the last handle to it"));
        return new CallSpec(name, "NtSetInformationJobObject", Result.NOTHING, null, false, fields, "Changes the limits of a job.", a -> {
            Operand job = a.handle("job");
            boolean killOnClose = a.flag("killOnClose");
            return v -> new KernelCall.NtSetInformationJobObject(job.value(v), killOnClose);
        });
    }

    private static CallSpec terminateJob(String name) {
        List<CallField> fields = List.of(job(), optional("code", FieldKind.CODE, "0", "exit code"));
        return new CallSpec(name, "NtTerminateJobObject", Result.NOTHING, null, false, fields, "Ends every process of a job.", a -> {
            Operand job = a.handle("job");
            int code = (int) a.number("code");
            return v -> new KernelCall.NtTerminateJobObject(job.value(v), code);
        });
    }

    private static CallField job() {
        return required("job", FieldKind.HANDLE, "handle of the job");
    }
}
