package dev.handlens.scenario;

import static dev.handlens.scenario.CallField.access;
import static dev.handlens.scenario.CallField.optional;
import static dev.handlens.scenario.CallField.required;

import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.scenario.CallSpec.Result;
import java.util.List;

/// Calls on processes and threads.
final class ProcessCalls {
    static final List<CallSpec> SPECS = List.of(
            createProcess("CreateProcess"),
            createProcess("NtCreateProcess"),
            openProcess("OpenProcess"),
            openProcess("NtOpenProcess"),
            terminateProcess("TerminateProcess"),
            terminateProcess("NtTerminateProcess"),
            new CallSpec("ExitProcess", "NtTerminateProcess", Result.NOTHING, null, false, List.of(exitCode()),
                    "Ends the caller's process.", a -> {
                int code = (int) a.number("code");
                return _ -> new KernelCall.NtTerminateProcess(-1, code);
            }),
            createThread("CreateThread"),
            createThread("NtCreateThread"),
            openThread("OpenThread"),
            openThread("NtOpenThread"),
            terminateThread("TerminateThread"),
            terminateThread("NtTerminateThread"),
            setPriority("SetThreadPriority"),
            setPriority("NtSetInformationThread"),
            new CallSpec("ExitThread", "NtTerminateThread", Result.NOTHING, null, false, List.of(exitCode()), "Ends the calling thread.",
                    a -> {
                int code = (int) a.number("code");
                return _ -> new KernelCall.NtTerminateThread(-2, code);
            }),
            new CallSpec("NtSetInformationProcess", "NtSetInformationProcess", Result.NOTHING, null, false, List.of(
                    optional("process", FieldKind.HANDLE, FieldKind.SELF, "handle of the process"),
                    optional("tracing", FieldKind.FLAG, "true", "whether handle tracing is on")),
                    "Turns handle tracing of a process on or off (ProcessHandleTracing).", a -> {
                        Operand process = a.handle("process");
                        boolean enable = a.flag("tracing");
                        return v -> new KernelCall.NtSetHandleTracing(process.value(v), enable);
                    }),
            new CallSpec("HtraceSnapshot", "HtraceSnapshot", Result.NOTHING, null, false, List.of(
                    optional("process", FieldKind.HANDLE, FieldKind.SELF, "handle of the process")),
                    "Remembers the place in a process's handle trace, as the debugger's `!htrace -snapshot` does.", a -> {
                        Operand process = a.handle("process");
                        return v -> new KernelCall.HtraceSnapshot(process.value(v));
                    }));

    private ProcessCalls() {}

    private static CallSpec setPriority(String name) {
        List<CallField> fields = List.of(
                required("thread", FieldKind.HANDLE, "handle with THREAD_SET_INFORMATION"),
                optional("priority", FieldKind.PRIORITY, "THREAD_PRIORITY_NORMAL", "the priority"));
        String doc = "Changes the base priority of a thread (ThreadBasePriority).";
        return new CallSpec(name, "NtSetInformationThread", Result.NOTHING, null, false, fields, doc, a -> {
            Operand thread = a.handle("thread");
            int increment = a.priority("priority");
            return v -> new KernelCall.NtSetInformationThread(thread.value(v), increment);
        });
    }

    private static CallField exitCode() {
        return optional("code", FieldKind.CODE, "0", "exit code");
    }

    private static AttributesOperand inheritable(Arguments a) {
        return a.win32Attributes(null, 0);
    }

    private static CallSpec createProcess(String name) {
        List<CallField> fields = List.of(
                optional("image", FieldKind.TEXT, "", "file name of the program; that of the cast member named by `new` when absent"),
                optional("inheritHandles", FieldKind.FLAG, "false", "whether it gets copies of inheritable handles"),
                optional("handles", FieldKind.HANDLES, "", "the only handles to inherit"),
                access(ObjectType.PROCESS, "PROCESS_ALL_ACCESS"), ObjectCalls.inherit());
        String doc = "Creates a process with its first thread; gives the handle of the process.";
        return new CallSpec(name, "NtCreateProcess", Result.HANDLE_OF_NEW_OBJECT, ObjectType.PROCESS, false, fields, doc, a -> {
            int access = a.access("access");
            AttributesOperand attributes = inheritable(a);
            boolean member = a.created() instanceof Scenario.CastMember.ProcessMember;
            Scenario.CastMember.ProcessMember process = member ? (Scenario.CastMember.ProcessMember) a.created() : null;
            String image = a.has("image") || process == null ? a.text("image") : process.image();
            int pid = process == null ? 0 : process.pid();
            boolean inherit = a.flag("inheritHandles");
            List<Operand> handles = a.handles("handles");
            return v -> {
                List<Long> list = handles.stream().map(handle -> handle.value(v)).toList();
                return new KernelCall.NtCreateProcess(access, attributes.value(v), image, inherit, list, pid);
            };
        });
    }

    private static CallSpec openProcess(String name) {
        List<CallField> fields = List.of(
                required("process", FieldKind.PROCESS, "which process"), access(ObjectType.PROCESS, "PROCESS_ALL_ACCESS"),
                ObjectCalls.inherit());
        return new CallSpec(name, "NtOpenProcess", Result.HANDLE, ObjectType.PROCESS, false, fields, "Opens a process by its id.", a -> {
            int access = a.access("access");
            AttributesOperand attributes = inheritable(a);
            String process = a.process("process");
            return v -> new KernelCall.NtOpenProcess(access, attributes.value(v), v.pid(process));
        });
    }

    private static CallSpec terminateProcess(String name) {
        List<CallField> fields = List.of(required("process", FieldKind.HANDLE, "handle of the process"), exitCode());
        return new CallSpec(name, "NtTerminateProcess", Result.NOTHING, null, false, fields, "Ends a process.", a -> {
            Operand process = a.handle("process");
            int code = (int) a.number("code");
            return v -> new KernelCall.NtTerminateProcess(process.value(v), code);
        });
    }

    private static CallSpec createThread(String name) {
        List<CallField> fields = List.of(
                optional("process", FieldKind.HANDLE, FieldKind.SELF, "handle of the process it runs in"),
                optional("start", FieldKind.TEXT, "", "name of its start routine; that of the cast member named by `new` when absent"),
                access(ObjectType.THREAD, "THREAD_ALL_ACCESS"), ObjectCalls.inherit());
        return new CallSpec(name, "NtCreateThread", Result.HANDLE_OF_NEW_OBJECT, ObjectType.THREAD, false, fields, "Creates a thread.",
                a -> {
            int access = a.access("access");
            AttributesOperand attributes = inheritable(a);
            Operand process = a.handle("process");
            boolean member = a.created() instanceof Scenario.CastMember.ThreadMember;
            Scenario.CastMember.ThreadMember thread = member ? (Scenario.CastMember.ThreadMember) a.created() : null;
            String given = a.text("start");
            String routine = given == null ? "" : given;
            String start = a.has("start") || thread == null ? routine : thread.start();
            int tid = thread == null ? 0 : thread.tid();
            return v -> new KernelCall.NtCreateThread(access, attributes.value(v), process.value(v), start, tid);
        });
    }

    private static CallSpec openThread(String name) {
        List<CallField> fields = List.of(
                required("thread", FieldKind.THREAD, "which thread, or the first one of which process"),
                access(ObjectType.THREAD, "THREAD_ALL_ACCESS"), ObjectCalls.inherit());
        return new CallSpec(name, "NtOpenThread", Result.HANDLE, ObjectType.THREAD, false, fields, "Opens a thread by its id.", a -> {
            int access = a.access("access");
            AttributesOperand attributes = inheritable(a);
            String thread = a.thread("thread");
            return v -> new KernelCall.NtOpenThread(access, attributes.value(v), v.tid(thread));
        });
    }

    private static CallSpec terminateThread(String name) {
        List<CallField> fields = List.of(required("thread", FieldKind.HANDLE, "handle of the thread"), exitCode());
        return new CallSpec(name, "NtTerminateThread", Result.NOTHING, null, false, fields, "Ends a thread.", a -> {
            Operand thread = a.handle("thread");
            int code = (int) a.number("code");
            return v -> new KernelCall.NtTerminateThread(thread.value(v), code);
        });
    }
}
