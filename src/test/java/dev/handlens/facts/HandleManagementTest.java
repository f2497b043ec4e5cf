package dev.handlens.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.Buffer;
import dev.handlens.kernel.Caller;
import dev.handlens.kernel.EventKind;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.PreviousMode;
import dev.handlens.kernel.RaisingRoutine;
import dev.handlens.kernel.io.DeviceObject;
import dev.handlens.kernel.io.FileObject;
import dev.handlens.kernel.io.IoctlAnswer;
import dev.handlens.kernel.ob.ObjectType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Handles that cross from user to kernel mode: rows S3 that no other test shows. The code is `PointerCalls` for references by drivers,
/// `HandleManager` for who may use which table, and `Kernel` for the probing of pointers and for exceptions.
class HandleManagementTest {
    private static final int INVALID_KERNEL_HANDLE = 0x93;
    private static final int KMODE_EXCEPTION_NOT_HANDLED = 0x1E;

    private final Workbench bench = new Workbench();
    private final Caller fred = bench.start("fred.exe");

    private static Caller with(Caller caller, PreviousMode mode, Buffer buffer, boolean guarded) {
        return new Caller(caller.pid(), caller.tid(), mode, buffer, guarded);
    }

    private long kernelEvent() {
        return bench.handle(Workbench.inKernel(fred), Workbench.event(Workbench.attributes(ObjectAttributes.KERNEL_HANDLE)));
    }

    @Test
    @DisplayName("S3-5 A driver tells a foreign file by its device")
    void theFileOfAnotherDriverIsKnownByItsDevice() {
        bench.load("acme.sys", "\\Device\\Acme", IoctlAnswer.AT_ONCE);
        long own = bench.handle(fred, Workbench.file(Workbench.DEVICE));
        long foreign = bench.handle(fred, Workbench.file("\\Device\\Acme"));

        assertThat(deviceName(own)).isEqualTo("\\Device\\Gizmo");
        assertThat(deviceName(foreign)).isEqualTo("\\Device\\Acme");
    }

    private String deviceName(long file) {
        KernelCall take = new KernelCall.ObReferenceObjectByHandle(file, 0, ObjectType.FILE, PreviousMode.USER, Workbench.GIZMO);
        FileObject taken = (FileObject) bench.kernel().object(bench.done(Workbench.inKernel(fred), take).object());
        DeviceObject device = (DeviceObject) bench.kernel().object(taken.device());
        return bench.kernel().nameOf(device);
    }

    @Test
    @DisplayName("S3-6, S3-7 A handle that the driver makes for itself is marked and is not in the program's table")
    void aHandleMadeInTheDriversContextIsNotInTheProgramsTable() {
        int before = bench.process(fred).table().count();
        long handle = kernelEvent();

        assertThat(Kernel.isKernelHandle(handle)).isTrue();
        assertThat(bench.process(fred).table().count()).isEqualTo(before);
        assertThat(bench.kernel().process(Kernel.SYSTEM_PID).table().entry(handle & ~Kernel.KERNEL_HANDLE_BITS)).isNotNull();
    }

    @Test
    @DisplayName("S3-8, S3-9 A kernel handle is valid in any process's context, for kernel mode alone")
    void aKernelHandleIsValidInEveryContextForKernelModeAlone() {
        KernelCall set = new KernelCall.NtSetEvent(kernelEvent());
        Caller wilma = bench.start("wilma.exe");

        assertThat(bench.status(Workbench.inKernel(wilma), set)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(Workbench.SYSTEM, set)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(wilma, set)).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(bench.status(fred, set)).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
    }

    @Test
    @DisplayName("S3-10 (derived) A program's handle means something else in another process's context")
    void aProgramsHandleMeansSomethingElseInAnotherContext() {
        long event = bench.event(fred);
        Caller wilma = bench.start("wilma.exe");
        KernelCall take = Workbench.reference(event, ObjectType.EVENT, PreviousMode.USER);
        assertThat(bench.status(Workbench.inKernel(wilma), take)).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        long theirs = bench.event(wilma);

        assertThat(bench.done(Workbench.inKernel(wilma), take).object()).isEqualTo(bench.object(wilma, theirs).id())
                .isNotEqualTo(bench.object(fred, event).id());
    }

    @ParameterizedTest
    @CsvSource({"EVENT, USER, 2, STATUS_SUCCESS", "FILE, USER, 2, STATUS_OBJECT_TYPE_MISMATCH",
        "EVENT, USER, 0x10000, STATUS_ACCESS_DENIED", "EVENT, KERNEL, 0x10000, STATUS_SUCCESS",
        "FILE, KERNEL, 0x10000, STATUS_OBJECT_TYPE_MISMATCH"})
    @DisplayName("S3-11 ObReferenceObjectByHandle is told handle, access, type and mode, and each of them decides")
    void everyArgumentOfAReferenceByHandleDecides(ObjectType type, PreviousMode mode, String access, NtStatus status) {
        long handle = bench.handle(fred, new KernelCall.NtCreateEvent(
                Workbench.EVENT_MODIFY_STATE, ObjectAttributes.NONE, EventKind.NOTIFICATION, false));
        KernelCall.ObReferenceObjectByHandle call =
                new KernelCall.ObReferenceObjectByHandle(handle, Integer.decode(access), type, mode, Workbench.GIZMO);

        assertThat(bench.status(Workbench.inKernel(fred), call)).isEqualTo(status);
        assertThat(bench.status(Workbench.inKernel(fred), new KernelCall.ObReferenceObjectByHandle(
                handle + 0x100, call.access(), type, mode, Workbench.GIZMO))).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
    }

    @Test
    @DisplayName("S3-12 By its Nt name a call keeps the program's previous mode and is checked; by its Zw name it is not")
    void theNtNameKeepsThePreviousModeAndTheZwNameSetsKernelMode() {
        Story story = Story.of("""
                cast:
                  fred: { process: fred.exe, loader: false }
                steps:
                  - CreateEvent: { in: fred, as: all, name: Door }
                  - OpenEvent: { in: fred, name: Door, access: EVENT_QUERY_STATE, as: weak }
                  - NtSetEvent: { in: fred, handle: weak, expect: STATUS_ACCESS_DENIED }
                  - ZwSetEvent: { in: fred, handle: weak, expect: STATUS_SUCCESS }
                """, "fred").atEnd();

        assertThat(story.run().machine().failures()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"USER, USER, STATUS_SUCCESS", "USER, KERNEL, STATUS_ACCESS_VIOLATION", "USER, BAD, STATUS_ACCESS_VIOLATION",
        "KERNEL, USER, STATUS_SUCCESS", "KERNEL, KERNEL, STATUS_SUCCESS"})
    @DisplayName("S3-13 With previous mode user, pointers into the system fail validation")
    void pointersOfAnNtCallAreProbedForPreviousModeUserOnly(PreviousMode mode, Buffer buffer, NtStatus status) {
        int before = bench.process(fred).table().count();

        assertThat(bench.status(with(fred, mode, buffer, true), Workbench.event(ObjectAttributes.NONE))).isEqualTo(status);
        assertThat(bench.process(fred).table().count()).isEqualTo(status.isSuccess() ? before + 1 : before);
        assertThat(bench.kernel().bugCheck()).isNull();
    }

    @Test
    @DisplayName("S3-14 A request leaves its final status in the status block, which must be looked at")
    void theStatusBlockTellsHowARequestEndedThoughSendingItWentWell() {
        Workbench queue = new Workbench(IoctlAnswer.CSQ);
        Caller program = queue.start("fred.exe");
        long file = queue.handle(program, Workbench.file(Workbench.DEVICE));
        NtStatus sent = queue.status(program, Workbench.control(file));
        queue.done(Workbench.SYSTEM, new KernelCall.IoCompleteRequest(Workbench.GIZMO, 0, NtStatus.STATUS_ACCESS_DENIED, 0));

        assertThat(sent.isSuccess()).isTrue();
        assertThat(((FileObject) queue.object(program, file)).lastStatus().status()).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
    }

    @ParameterizedTest
    @EnumSource(RaisingRoutine.class)
    @DisplayName("S3-15 Routines that raise need __try and __except around them: without, the machine stops")
    void anExceptionThatNobodyCatchesStopsTheMachine(RaisingRoutine routine) {
        KernelCall touch = new KernelCall.TouchBuffer(routine);
        assertThat(bench.status(with(fred, PreviousMode.KERNEL, Buffer.BAD, true), touch)).isEqualTo(NtStatus.STATUS_ACCESS_VIOLATION);
        assertThat(bench.kernel().bugCheck()).as("caught").isNull();

        bench.call(with(fred, PreviousMode.KERNEL, Buffer.BAD, false), touch);

        assertThat(bench.kernel().bugCheck().code()).isEqualTo(KMODE_EXCEPTION_NOT_HANDLED);
    }

    @Test
    @DisplayName("S3-17 What Nt opened, Nt should close: as Zw the close is the kernel's own, and a mistake in it stops the machine")
    void aCloseByItsZwNameRunsInTheOtherPreviousMode() {
        long handle = bench.handle(fred, Workbench.file(Workbench.DEVICE));
        bench.done(fred, Workbench.close(handle));

        assertThat(bench.status(fred, Workbench.close(handle))).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(bench.kernel().bugCheck()).isNull();
        bench.call(Workbench.inKernel(fred), Workbench.close(handle));

        assertThat(bench.kernel().bugCheck().code()).isEqualTo(INVALID_KERNEL_HANDLE);
    }
}
