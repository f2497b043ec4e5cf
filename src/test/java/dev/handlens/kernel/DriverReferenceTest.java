package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import org.junit.jupiter.api.Test;

/// What drivers do with names, ids and pointers.
class DriverReferenceTest {
    private static final String GIZMO = "gizmo.sys";
    private static final String NAME = "\\BaseNamedObjects\\e";

    private final Bench bench = Bench.x64();
    private final Caller fred = bench.process("fred.exe");
    private final Caller driver = Bench.inKernelMode(fred);

    DriverReferenceTest() {
        bench.call(Bench.SYSTEM, new KernelCall.IoLoadDriver(GIZMO));
    }

    private static KernelCall.ObReferenceObjectByName byName(String name, ObjectType type, PreviousMode mode) {
        return new KernelCall.ObReferenceObjectByName(0x2, ObjectAttributes.named(name), type, mode, GIZMO);
    }

    @Test
    void aReferenceByNameCountsAPointerAndChecksTypeAndAccess() {
        long event = bench.handle(fred, Bench.event(new ObjectAttributes(NAME, 0, 0, 1)));

        assertThat(bench.call(driver, byName(NAME, ObjectType.EVENT, PreviousMode.KERNEL)).information()).isEqualTo(3);
        assertThat(bench.status(driver, byName(NAME, ObjectType.EVENT, PreviousMode.USER))).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(bench.status(driver, byName(NAME, ObjectType.MUTANT, PreviousMode.KERNEL))).isEqualTo(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        assertThat(bench.status(driver, byName("", ObjectType.EVENT, PreviousMode.KERNEL))).isEqualTo(NtStatus.STATUS_OBJECT_NAME_INVALID);
        assertThat(bench.object(fred, event).pointerCount()).isEqualTo(3);
    }

    @Test
    void plainReferencesTellTheNewCountAndSafeOnesWhetherTheObjectIsThere() {
        long event = bench.event(fred);
        int object = bench.entry(fred, event).object();
        assertThat(bench.call(driver, new KernelCall.ObReferenceObject(object, false, GIZMO)).information()).isEqualTo(2);
        assertThat(bench.call(driver, new KernelCall.ObReferenceObject(object, true, GIZMO)).information()).isEqualTo(1);
        bench.close(fred, event);
        bench.call(driver, new KernelCall.ObDereferenceObject(object, GIZMO));
        bench.call(driver, new KernelCall.ObDereferenceObjectDeferDelete(object, GIZMO));

        assertThat(bench.kernel().object(object)).isNull();
        assertThat(bench.call(driver, new KernelCall.ObReferenceObject(object, true, GIZMO)).information()).isZero();
        bench.call(driver, new KernelCall.ObReferenceObject(object, false, GIZMO));
        assertThat(bench.kernel().bugCheck().code()).isEqualTo(0x18);
    }

    @Test
    void withTheVerifierAUseOfAFreedObjectIsSeenAsWhatItIs() {
        Bench watched = Bench.of(new MachineConfig(Architecture.X64, 1L << 26, 1L << 26, ReusePolicy.LIFO, true));
        watched.call(Bench.SYSTEM, new KernelCall.IoLoadDriver(GIZMO));
        Caller wilma = Bench.inKernelMode(watched.process("wilma.exe"));
        long event = watched.event(wilma);
        Kernel trusting = watched.kernel().fork();
        trusting.execute(90, wilma, new KernelCall.ObReferenceObjectByHandle(event, 0, null, PreviousMode.KERNEL, GIZMO));
        assertThat(trusting.bugCheck().p1()).isEqualTo(0xF6);

        watched.call(Bench.SYSTEM, new KernelCall.ObReferenceObject(0x7FFFFF, false, GIZMO));
        assertThat(watched.kernel().bugCheck().code()).isEqualTo(0xC4);
        assertThat(watched.kernel().bugCheck().p1()).isEqualTo(0x3F);
    }

    @Test
    void aPointerMakesAHandleAgainButNotAName() {
        long event = bench.event(fred, NAME);
        int object = bench.entry(fred, event).object();
        bench.call(driver, new KernelCall.ObReferenceObject(object, false, GIZMO));
        bench.close(fred, event);
        int kernelHandle = ObjectAttributes.KERNEL_HANDLE;
        KernelCall wrong = new KernelCall.ObOpenObjectByPointer(object, 1, kernelHandle, ObjectType.FILE, PreviousMode.KERNEL);
        KernelCall right = new KernelCall.ObOpenObjectByPointer(object, 1, kernelHandle, ObjectType.EVENT, PreviousMode.KERNEL);

        assertThat(bench.status(driver, wrong)).isEqualTo(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        assertThat(Kernel.isKernelHandle(bench.handle(driver, right))).isTrue();
        assertThat(bench.counts(object)).isEqualTo("1/2");
        assertThat(bench.status(fred, Bench.open(ObjectType.EVENT, 1, NAME))).isEqualTo(NtStatus.STATUS_OBJECT_NAME_NOT_FOUND);
    }

    @Test
    void aHandleByNameMayBeOfAnyType() {
        bench.event(fred, NAME);
        KernelCall any = new KernelCall.ObOpenObjectByName(1, ObjectAttributes.named(NAME), null, PreviousMode.USER);
        KernelCall mutant = new KernelCall.ObOpenObjectByName(1, ObjectAttributes.named(NAME), ObjectType.MUTANT, PreviousMode.USER);

        assertThat(bench.status(driver, any)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(driver, mutant)).isEqualTo(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
    }

    @Test
    void aPermanentObjectWithoutHandlesGoesWhenItIsMadeTemporary() {
        long event = bench.handle(driver, Bench.event(new ObjectAttributes(NAME, 0, ObjectAttributes.PERMANENT)));
        int object = bench.entry(fred, event).object();
        bench.close(fred, event);
        assertThat(bench.counts(object)).isEqualTo("0/1");

        bench.call(driver, new KernelCall.ObMakeTemporaryObject(object));
        assertThat(bench.counts(object)).isEqualTo("gone");
    }

    @Test
    void aHandleIsClosedOnBehalfOfAMode() {
        long handle = bench.handle(driver, Bench.event(new ObjectAttributes(null, 0, ObjectAttributes.KERNEL_HANDLE)));

        assertThat(bench.status(driver, new KernelCall.ObCloseHandle(handle, PreviousMode.USER))).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(bench.status(driver, new KernelCall.ObCloseHandle(handle, PreviousMode.KERNEL))).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void idsLeadToProcessesAndThreads() {
        CallResult process = bench.call(driver, new KernelCall.PsLookupProcessByProcessId(fred.pid(), GIZMO));
        assertThat(process.object()).isEqualTo(bench.kernel().process(fred.pid()).id());
        assertThat(bench.status(driver, new KernelCall.PsLookupThreadByThreadId(fred.tid(), GIZMO))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(driver, new KernelCall.PsLookupProcessByProcessId(fred.tid(), GIZMO))).isEqualTo(NtStatus.STATUS_INVALID_CID);
        assertThat(bench.status(driver, new KernelCall.PsLookupThreadByThreadId(0, GIZMO))).isEqualTo(NtStatus.STATUS_INVALID_CID);
    }

    @Test
    void namedEventsOfDriversBeginSignaledAndAreShared() {
        CallResult first = bench.call(driver, new KernelCall.IoCreateEvent(NAME, EventKind.NOTIFICATION));
        CallResult second = bench.call(driver, new KernelCall.IoCreateEvent(NAME, EventKind.SYNCHRONIZATION));

        assertThat(Kernel.isKernelHandle(first.handle())).isTrue();
        assertThat(second.status()).isEqualTo(NtStatus.STATUS_OBJECT_NAME_EXISTS);
        assertThat(second.object()).isEqualTo(first.object());
        assertThat(bench.counts(first.object())).isEqualTo("2/3");
        assertThat(bench.kernel().object(first.object()).isSignaled(0)).isTrue();
    }

    @Test
    void aSystemThreadHasAKernelHandleAndEndsItself() {
        CallResult made = bench.call(driver, new KernelCall.PsCreateSystemThread(Bench.ALL, ObjectAttributes.NONE, 0, "gizmo!Worker", 0));
        assertThat(Kernel.isKernelHandle(made.handle())).isTrue();
        KObject thread = bench.kernel().object(made.object());
        int tid = bench.kernel().threads().stream().filter(t -> t.id() == thread.id()).findFirst().orElseThrow().tid();
        KernelCall end = new KernelCall.PsTerminateSystemThread(0);

        assertThat(bench.status(driver, end)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(bench.status(new Caller(Kernel.SYSTEM_PID, tid, PreviousMode.KERNEL), end)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.kernel().object(made.object()).isSignaled(0)).isTrue();
    }

    @Test
    void aDeletedDeviceWaitsForItsFiles() {
        int device = bench.call(Bench.SYSTEM, new KernelCall.IoCreateDevice(GIZMO, "\\Device\\Gizmo")).object();
        KernelCall open = new KernelCall.NtCreateFile(0x8000_0000, ObjectAttributes.named("\\Device\\Gizmo"), true);
        long file = bench.handle(fred, open);
        assertThat(bench.status(driver, new KernelCall.IoDeleteDevice("\\Device\\Gizmo"))).isEqualTo(NtStatus.STATUS_SUCCESS);

        assertThat(bench.status(fred, open)).isEqualTo(NtStatus.STATUS_OBJECT_NAME_NOT_FOUND);
        assertThat(bench.kernel().object(device)).isNotNull();
        bench.close(fred, file);
        assertThat(bench.kernel().object(device)).isNull();
        assertThat(bench.status(driver, new KernelCall.IoDeleteDevice("\\Device\\Gizmo"))).isEqualTo(NtStatus.STATUS_NO_SUCH_DEVICE);
    }

    @Test
    void theKeyOfADeviceIsAKernelHandle() {
        bench.call(Bench.SYSTEM, new KernelCall.IoCreateDevice(GIZMO, "\\Device\\Gizmo"));

        assertThat(Kernel.isKernelHandle(bench.handle(driver, new KernelCall.IoOpenDeviceRegistryKey("\\Device\\Gizmo", 0x20019)))).isTrue();
        assertThat(bench.status(driver, new KernelCall.IoOpenDeviceRegistryKey("\\Device\\None", 0x20019)))
                .isEqualTo(NtStatus.STATUS_INVALID_DEVICE_REQUEST);
    }

    @Test
    void signallingAndWaitingAreOneCall() {
        long set = bench.event(fred);
        long other = bench.event(fred);
        long directory = bench.directory(fred, "\\d");

        assertThat(bench.status(fred, new KernelCall.NtSignalAndWaitForSingleObject(set, set, 0))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(fred, new KernelCall.NtSignalAndWaitForSingleObject(set, other, 0))).isEqualTo(NtStatus.STATUS_TIMEOUT);
        assertThat(bench.status(fred, new KernelCall.NtSignalAndWaitForSingleObject(directory, other, 0)))
                .isEqualTo(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        assertThat(bench.status(fred, new KernelCall.NtClearEvent(set))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.object(fred, set).isSignaled(0)).isFalse();
    }

    @Test
    void aViewOutlivesItsHandleUntilItIsUnmapped() {
        long handle = bench.handle(fred, new KernelCall.NtCreateSection(Bench.ALL, ObjectAttributes.NONE, 4096, 0));
        int section = bench.entry(fred, handle).object();
        bench.call(fred, new KernelCall.NtMapViewOfSection(handle));
        bench.close(fred, handle);
        assertThat(bench.counts(section)).isEqualTo("0/1");

        assertThat(bench.status(fred, new KernelCall.NtUnmapViewOfSection(section))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(fred, new KernelCall.NtUnmapViewOfSection(section))).isEqualTo(NtStatus.STATUS_NOT_MAPPED_VIEW);
    }

    @Test
    void aSnapshotOfTheTraceNeedsATrace() {
        assertThat(bench.status(fred, new KernelCall.HtraceSnapshot(-1))).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        bench.call(fred, new KernelCall.NtSetHandleTracing(-1, true));
        assertThat(bench.status(fred, new KernelCall.HtraceSnapshot(-1))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.kernel().process(fred.pid()).trace().snapshot()).isPositive();
    }

    @Test
    void portsAndKeyedEventsAreNamedLikeAnythingElse() {
        KernelCall port = new KernelCall.NtCreateIoCompletion(Bench.ALL, ObjectAttributes.named(NAME), 2);
        bench.handle(fred, port);
        assertThat(bench.status(fred, Bench.open(ObjectType.IO_COMPLETION, 1, NAME))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(fred, new KernelCall.NtCreateKeyedEvent(Bench.ALL, ObjectAttributes.named(NAME), 0)))
                .isEqualTo(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        assertThat(bench.status(fred, new KernelCall.NtCreateKeyedEvent(Bench.ALL, ObjectAttributes.NONE, 1)))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER_4);
    }

    @Test
    void aDriverCannotGiveBackWhatKeepsItsDeviceUnderAnOpenFile() {
        int device = bench.call(Bench.SYSTEM, new KernelCall.IoCreateDevice(GIZMO, "\\Device\\Gizmo")).object();
        bench.handle(fred, new KernelCall.NtCreateFile(0x120089, ObjectAttributes.named("\\Device\\Gizmo"), true));

        bench.call(driver, new KernelCall.ObDereferenceObject(device, GIZMO));

        assertThat(bench.kernel().bugCheck().code()).isEqualTo(0x18);
        assertThat(bench.kernel().object(device)).isNotNull();
    }
}
