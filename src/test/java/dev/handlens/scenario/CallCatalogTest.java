package dev.handlens.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.EventKind;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.PreviousMode;
import dev.handlens.kernel.ob.ObjectType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallCatalogTest {
    private static final String HEAD = """
            handlens: 1
            title: x
            cast:
              fred:   { process: fred.exe }
              wilma:  { process: wilma.exe, pid: 1204, later: true }
              worker: { thread: fred, start: Worker, tid: 1208, later: true }
              gizmo:  { driver: gizmo.sys }
            steps:
              - CreateEvent: { as: h }
              - CreateEvent: { as: other }
              - CreateEvent: { as: queue* }
            """;
    private static final int HANDLE = 0x14;
    private static final int OTHER = 0x18;

    private static final Values VALUES = new Values() {
        @Override
        public long handle(int slot) {
            return HANDLE + 4L * slot;
        }

        @Override
        public int object(int slot) {
            return 700 + slot;
        }

        @Override
        public int pid(String castName) {
            return castName.equals("fred") ? 1000 : 0;
        }

        @Override
        public int tid(String castName) {
            return castName.equals("fred") ? 1004 : 0;
        }
    };

    @Test
    void everyCallOfTheKernelCanBeWritten() throws Exception {
        Set<Class<?>> reached = new LinkedHashSet<>();
        for (CallSpec spec : CallCatalog.all()) {
            reached.add(built(spec.name(), someArguments(spec)).getClass());
        }
        // These put the cast into place before the first step; scenarios declare a cast instead of making such calls.
        reached.add(KernelCall.PsInitialProcess.class);
        reached.add(KernelCall.PsInitialThread.class);
        reached.add(KernelCall.PsInitialLimits.class);
        assertThat(reached).containsExactlyInAnyOrderElementsOf(Arrays.asList(KernelCall.class.getPermittedSubclasses()));
    }

    @Test
    void everyCallNamesTheServiceThatItBuilds() throws Exception {
        for (CallSpec spec : CallCatalog.all()) {
            assertThat(built(spec.name(), someArguments(spec)).service()).as(spec.name()).isEqualTo(spec.service());
        }
    }

    @Test
    void whatIsNotWrittenHasTheDefaultsOfWin32() throws Exception {
        assertThat(built("CreateEvent", "")).isEqualTo(new KernelCall.NtCreateEvent(
                0x1F0003, new ObjectAttributes(null, 0, ObjectAttributes.OPENIF), EventKind.SYNCHRONIZATION, false));
        assertThat(built("DuplicateHandle", "handle: h")).isEqualTo(
                new KernelCall.NtDuplicateObject(-1, HANDLE, -1, 0, 0, KernelCall.NtDuplicateObject.SAME_ACCESS));
        assertThat(built("CreateFile", "path: C:\\log.txt")).isEqualTo(new KernelCall.NtCreateFile(
                0x8010_0080, new ObjectAttributes("\\??\\C:\\log.txt", 0, ObjectAttributes.CASE_INSENSITIVE), true, true));
        assertThat(built("WaitForSingleObject", "handle: h")).isEqualTo(new KernelCall.NtWaitForSingleObject(HANDLE, -1));
        assertThat(built("ExitProcess", "")).isEqualTo(new KernelCall.NtTerminateProcess(-1, 0));
        assertThat(built("ExitThread", "code: 3")).isEqualTo(new KernelCall.NtTerminateThread(-2, 3));
        assertThat(built("CreateMutex", "")).isEqualTo(
                new KernelCall.NtCreateMutant(0x1F0001, new ObjectAttributes(null, 0, ObjectAttributes.OPENIF), false));
    }

    @Test
    void whatIsWrittenArrives() throws Exception {
        assertThat(built("DuplicateHandle", "handle: h, targetProcess: other, access: [EVENT_MODIFY_STATE, SYNCHRONIZE], inherit: true"))
                .isEqualTo(new KernelCall.NtDuplicateObject(-1, HANDLE, OTHER, 0x10_0002, ObjectAttributes.INHERIT, 0));
        assertThat(built("NtDuplicateObject", "handle: 0x22C, options: [DUPLICATE_CLOSE_SOURCE, DUPLICATE_SAME_ATTRIBUTES]"))
                .isEqualTo(new KernelCall.NtDuplicateObject(-1, 0x22C, -1, 0, 0, 5));
        assertThat(built("CreateProcess", "new: wilma, inheritHandles: true, handles: [h, 0x30]")).isEqualTo(
                new KernelCall.NtCreateProcess(0x1FFFFF, ObjectAttributes.NONE, "wilma.exe", true, List.of((long) HANDLE, 0x30L), 1204));
        assertThat(built("CreateThread", "new: worker")).isEqualTo(
                new KernelCall.NtCreateThread(0x1FFFFF, ObjectAttributes.NONE, -1, "Worker", 1208));
        assertThat(built("OpenProcess", "process: fred, access: PROCESS_DUP_HANDLE")).isEqualTo(
                new KernelCall.NtOpenProcess(0x40, ObjectAttributes.NONE, 1000));
        assertThat(built("WaitTimesOut", "thread: fred")).isEqualTo(new KernelCall.KeWaitTimeout(1004));
        assertThat(built("WaitForMultipleObjects", "handles: [h, other], all: true, timeout: 2s")).isEqualTo(
                new KernelCall.NtWaitForMultipleObjects(List.of((long) HANDLE, (long) OTHER), true, 2_000));
        assertThat(built("ObReferenceObjectByHandle",
                "handle: h, driver: gizmo, type: Event, accessMode: UserMode, access: EVENT_MODIFY_STATE"))
                .isEqualTo(new KernelCall.ObReferenceObjectByHandle(HANDLE, 2, ObjectType.EVENT, PreviousMode.USER, "gizmo.sys"));
        assertThat(built("ObDereferenceObject", "object: h, driver: other.sys"))
                .isEqualTo(new KernelCall.ObDereferenceObject(700, "other.sys"));
        assertThat(built("DeviceIoControl", "handle: h, code: 0x222003, event: other")).isEqualTo(
                new KernelCall.NtDeviceIoControlFile(HANDLE, 0x222003, OTHER));
        assertThat(built("CreateFile", "path: \\Device\\Gizmo, access: FILE_READ_DATA, overlapped: true")).isEqualTo(
                new KernelCall.NtCreateFile(
                        0x10_0081, new ObjectAttributes("\\Device\\Gizmo", 0, ObjectAttributes.CASE_INSENSITIVE), true, false));
        assertThat(built("IoCompleteRequest", "driver: gizmo, request: other, status: STATUS_CANCELLED, information: 4")).isEqualTo(
                new KernelCall.IoCompleteRequest("gizmo.sys", 701, NtStatus.STATUS_CANCELLED, 4));
        assertThat(built("IoCompleteRequest", "driver: gizmo")).isEqualTo(
                new KernelCall.IoCompleteRequest("gizmo.sys", 0, NtStatus.STATUS_SUCCESS, 0));
        assertThat(built("CancelIoEx", "handle: h, request: other")).isEqualTo(new KernelCall.NtCancelIoFileEx(HANDLE, 701));
        assertThat(built("ExitWaitTimesOut", "process: fred")).isEqualTo(new KernelCall.KeExitWaitTimeout(1000));
        assertThat(built("ZwOpenKey",
                "name: \\REGISTRY\\MACHINE, root: h, attributes: [OBJ_KERNEL_HANDLE, OBJ_CASE_INSENSITIVE], access: KEY_READ"))
                .isEqualTo(new KernelCall.NtOpenKey(0x20019, new ObjectAttributes("\\REGISTRY\\MACHINE", HANDLE, 0x240)));
        assertThat(built("NtClose", "handle: 0xFFFFFFFF80000004")).isEqualTo(new KernelCall.NtClose(0xFFFF_FFFF_8000_0004L));
    }

    @Test
    void namesForKernelModeRunInKernelMode() throws Exception {
        assertThat(call("ZwClose", "handle: h").kernelMode()).isTrue();
        assertThat(call("KeSetEvent", "object: h").kernelMode()).isTrue();
        assertThat(call("NtClose", "handle: h").kernelMode()).isFalse();
        assertThat(call("NtClose", "handle: h, mode: kernel").kernelMode()).isTrue();
        assertThat(call("ZwClose", "handle: h, mode: user").kernelMode()).isFalse();
    }

    @Test
    void aHandleOfAnotherProcessIsNoUseOfTheCallersHandles() throws Exception {
        assertThat(call("DuplicateHandle", "handle: h").handleUses()).containsExactly(new Operand.Variable(0, false));
        assertThat(call("DuplicateHandle", "handle: h, sourceProcess: other").handleUses()).containsExactly(new Operand.Variable(1, false));
        assertThat(call("CloseHandle", "handle: queue*").handleUses()).containsExactly(new Operand.Variable(2, true));
        assertThat(call("CloseHandle", "handle: 0x44").handleUses()).as("a made-up number").containsExactly(new Operand.Literal(0x44));
        assertThat(call("CloseHandle", "handle: self").handleUses()).as("a pseudo-handle").isEmpty();
    }

    @Test
    void aCallWithoutVariablesIsBuiltOnce() throws Exception {
        Scenario.Call constant = call("CreateEvent", "name: Ready");
        assertThat(constant.builder().build(VALUES)).isSameAs(constant.builder().build(VALUES));
        Scenario.Call changing = call("CloseHandle", "handle: h");
        assertThat(changing.builder().build(VALUES)).isNotSameAs(changing.builder().build(VALUES));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Ready,              \\BaseNamedObjects\\Ready
            Global\\Ready,      \\BaseNamedObjects\\Ready
            Local\\Ready,       \\BaseNamedObjects\\Ready
            \\KernelObjects\\X, \\KernelObjects\\X
            """)
    void namesOfWin32ObjectsArePathsOfTheirDirectory(String written, String path) {
        assertThat(Win32Names.object(written)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            C:\\log.txt,             \\??\\C:\\log.txt
            \\\\.\\Gizmo,            \\??\\Gizmo
            \\\\?\\C:\\log.txt,      \\??\\C:\\log.txt
            \\\\server\\share\\a,    \\??\\UNC\\server\\share\\a
            \\Device\\Gizmo,         \\Device\\Gizmo
            """)
    void pathsOfWin32FilesArePathsOfTheNamespace(String written, String path) {
        assertThat(Win32Names.file(written)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            HKLM\\Software,               \\REGISTRY\\MACHINE\\Software
            HKEY_LOCAL_MACHINE,           \\REGISTRY\\MACHINE
            HKU\\.DEFAULT,                \\REGISTRY\\USER\\.DEFAULT
            \\REGISTRY\\MACHINE\\System,  \\REGISTRY\\MACHINE\\System
            """)
    void hivesOfWin32AreKeysOfTheRegistry(String written, String path) {
        assertThat(Win32Names.key(written)).isEqualTo(path);
    }

    /// The required arguments of a call, and those without which its member cannot be made.
    private static String someArguments(CallSpec spec) {
        List<String> arguments = new ArrayList<>();
        for (CallField field : spec.fields()) {
            if (field.required() || field.name().equals("image")) {
                arguments.add(field.name() + ": " + switch (field.kind()) {
                    case HANDLE, POINTER -> "h";
                    case HANDLES -> "[h]";
                    case FILE_PATH, NT_PATH -> "\\Device\\Gizmo";
                    case KEY_PATH -> "HKLM";
                    case CODE, COUNT -> "1";
                    case PROCESS, THREAD -> "fred";
                    case DRIVER -> "gizmo";
                    case OBJECT_NAME, TEXT -> "text";
                    case ACCESS, ATTRIBUTES, OPTIONS, SIZE, FLAG, TIMEOUT, EVENT_KIND, TYPE, MODE, STATUS, POOL, PRIORITY, TAG ->
                        throw new IllegalStateException(spec.name() + " requires " + field.name());
                });
            }
        }
        return String.join(", ", arguments);
    }

    private static KernelCall built(String name, String arguments) throws ScenarioException {
        return call(name, arguments).builder().build(VALUES);
    }

    private static Scenario.Call call(String name, String arguments) throws ScenarioException {
        Scenario scenario = ScenarioReader.read("x.yaml", HEAD + "  - " + name + ": { " + arguments + " }\n");
        return ((Scenario.Step) scenario.blocks().getLast()).call();
    }
}
