package dev.handlens.kernel.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.BugCheck;
import dev.handlens.kernel.CallResult;
import dev.handlens.kernel.Caller;
import dev.handlens.kernel.EventKind;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.PreviousMode;
import dev.handlens.kernel.ob.ObjectType;
import org.junit.jupiter.api.Test;

/// How a driver can be fooled by a handle, each with the call that is not fooled; and what Driver Verifier says.
class DriverTrustTest {
    private static final int QUERY_STATE = 0x1;
    private static final int MODIFY_STATE = 0x2;
    private static final int REFERENCE_BY_POINTER = 0x18;
    private static final int VERIFIER = 0xC4;

    private final IoBench bench = new IoBench(IoctlAnswer.AT_ONCE);
    private final Caller fred = bench.start("fred.exe");

    private static CallResult take(IoBench on, Caller context, long handle, int access, ObjectType type, PreviousMode mode) {
        return on.call(IoBench.inKernel(context), new KernelCall.ObReferenceObjectByHandle(handle, access, type, mode, IoBench.GIZMO));
    }

    private static void expectStop(IoBench on, int code, long p1, long p2) {
        BugCheck stop = on.kernel.bugCheck();
        assertThat(stop).isNotNull();
        assertThat(stop.code()).isEqualTo(code);
        assertThat(stop.p1()).isEqualTo(p1);
        assertThat(stop.p2()).isEqualTo(p2);
    }

    private static long kernelHandle(IoBench on) {
        return on.done(IoBench.DRIVER, new KernelCall.NtCreateEvent(
                0x1F0003, new ObjectAttributes(null, 0, ObjectAttributes.KERNEL_HANDLE), EventKind.NOTIFICATION, false)).handle();
    }

    // ---- wrong type -----------------------------------------------------------------------------------------------

    @Test
    void withoutATypeADriverTakesAFileForAnEventAndStopsTheMachine() {
        int file = take(bench, fred, bench.open(fred), 0, null, PreviousMode.USER).object();
        bench.call(IoBench.DRIVER, new KernelCall.KeSetEvent(file));
        expectStop(bench, REFERENCE_BY_POINTER, ObjectType.FILE.typeIndex(), file);
    }

    @Test
    void withATypeAFileIsNoEvent() {
        assertThat(take(bench, fred, bench.open(fred), MODIFY_STATE, ObjectType.EVENT, PreviousMode.USER).status())
                .isEqualTo(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
    }

    // ---- missing access -------------------------------------------------------------------------------------------

    @Test
    void asKernelModeAHandleWithoutTheAccessWorksAndAsUserModeItDoesNot() {
        long handle = bench.done(fred, new KernelCall.NtCreateEvent(
                QUERY_STATE, ObjectAttributes.NONE, EventKind.NOTIFICATION, false)).handle();
        assertThat(take(bench, fred, handle, MODIFY_STATE, ObjectType.EVENT, PreviousMode.KERNEL).status())
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(take(bench, fred, handle, MODIFY_STATE, ObjectType.EVENT, PreviousMode.USER).status())
                .isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
    }

    // ---- forged kernel handle -------------------------------------------------------------------------------------

    @Test
    void asKernelModeAForgedValueReachesTheHandlesOfTheSystemAndAsUserModeItDoesNot() {
        long secret = kernelHandle(bench);
        assertThat(take(bench, fred, secret, MODIFY_STATE, ObjectType.EVENT, PreviousMode.KERNEL).status())
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(take(bench, fred, secret, MODIFY_STATE, ObjectType.EVENT, PreviousMode.USER).status())
                .isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
    }

    // ---- another driver's file ------------------------------------------------------------------------------------

    @Test
    void theFileOfAnotherDriverIsToldByItsDevice() {
        bench.load("acme.sys", "\\Device\\Acme", DriverBehavior.DEFAULT);
        int mine = take(bench, fred, bench.open(fred), 0, ObjectType.FILE, PreviousMode.USER).object();
        int other = take(bench, fred, bench.open(fred, "\\Device\\Acme"), 0, ObjectType.FILE, PreviousMode.USER).object();
        assertThat(driverOf(mine)).isEqualTo(IoBench.GIZMO);
        assertThat(driverOf(other)).isEqualTo("acme.sys");
    }

    private String driverOf(int file) {
        DeviceObject device = (DeviceObject) bench.kernel.object(((FileObject) bench.kernel.object(file)).device());
        return ((DriverObject) bench.kernel.object(device.driver())).image();
    }

    // ---- use after the last reference -----------------------------------------------------------------------------

    @Test
    void anEventThatTheUserClosedIsGoneForADriverThatHoldsNoReference() {
        long handle = bench.event(fred);
        int pointer = bench.object(fred, handle).id();
        bench.close(fred, handle);
        bench.call(IoBench.DRIVER, new KernelCall.KeSetEvent(pointer));
        expectStop(bench, REFERENCE_BY_POINTER, 0, pointer);
    }

    @Test
    void aReferenceToAFreedObjectStopsTheMachine() {
        long handle = bench.event(fred);
        int pointer = bench.object(fred, handle).id();
        bench.close(fred, handle);
        bench.call(IoBench.DRIVER, new KernelCall.ObReferenceObjectByPointer(
                pointer, 0, ObjectType.EVENT, PreviousMode.KERNEL, IoBench.GIZMO));
        expectStop(bench, REFERENCE_BY_POINTER, 0, pointer);
    }

    @Test
    void oneDereferenceTooManyStopsTheMachine() {
        int pointer = take(bench, fred, bench.event(fred), MODIFY_STATE, ObjectType.EVENT, PreviousMode.USER).object();
        bench.done(IoBench.DRIVER, new KernelCall.ObDereferenceObject(pointer, IoBench.GIZMO));
        bench.call(IoBench.DRIVER, new KernelCall.ObDereferenceObject(pointer, IoBench.GIZMO));
        expectStop(bench, REFERENCE_BY_POINTER, ObjectType.EVENT.typeIndex(), pointer);
    }

    @Test
    void aDriverThatClosesAHandleTheUserHasClosedStopsTheMachine() {
        long handle = bench.event(fred);
        bench.close(fred, handle);
        bench.call(IoBench.inKernel(fred), new KernelCall.NtClose(handle));
        expectStop(bench, 0x93, handle, 1);
    }

    @Test
    void nothingHappensAfterTheMachineHasStopped() {
        bench.call(IoBench.inKernel(fred), new KernelCall.NtClose(0x400));
        assertThat(bench.status(fred, new KernelCall.NtClose(4))).isEqualTo(NtStatus.STATUS_UNSUCCESSFUL);
    }

    @Test
    void aForkFromBeforeTheStopRunsOn() {
        Kernel before = bench.kernel.fork();
        bench.call(IoBench.inKernel(fred), new KernelCall.NtClose(0x400));
        assertThat(bench.kernel.bugCheck()).isNotNull();
        assertThat(before.bugCheck()).isNull();
        KernelCall create = new KernelCall.NtCreateEvent(0x1F0003, ObjectAttributes.NONE, EventKind.NOTIFICATION, false);
        assertThat(before.execute(1, fred, create).status())
                .isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    // ---- Driver Verifier ------------------------------------------------------------------------------------------

    @Test
    void verifierStopsAtAUserHandleThatIsUsedAsKernelMode() {
        IoBench watched = new IoBench(new DriverBehavior(IoctlAnswer.AT_ONCE, true));
        Caller program = watched.start("fred.exe");
        long handle = watched.event(program);
        assertThat(take(watched, program, handle, MODIFY_STATE, ObjectType.EVENT, PreviousMode.USER).status())
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        take(watched, program, handle, MODIFY_STATE, ObjectType.EVENT, PreviousMode.KERNEL);
        expectStop(watched, VERIFIER, 0xF6, handle);
    }

    @Test
    void verifierStopsAtAKernelHandleThatIsCheckedAsAUsersInSystem() {
        IoBench watched = new IoBench(new DriverBehavior(IoctlAnswer.AT_ONCE, true));
        long handle = kernelHandle(watched);
        take(watched, IoBench.DRIVER, handle, MODIFY_STATE, ObjectType.EVENT, PreviousMode.USER);
        expectStop(watched, VERIFIER, 0xF7, handle);
    }

    @Test
    void verifierStopsAtNoHandle() {
        IoBench watched = new IoBench(new DriverBehavior(IoctlAnswer.AT_ONCE, true));
        take(watched, watched.start("fred.exe"), 0, MODIFY_STATE, ObjectType.EVENT, PreviousMode.USER);
        expectStop(watched, VERIFIER, 0xF5, 0);
    }

    @Test
    void verifierStopsAtABadKernelHandle() {
        IoBench watched = new IoBench(new DriverBehavior(IoctlAnswer.AT_ONCE, true));
        long bad = Kernel.KERNEL_HANDLE_BITS | 0x3FC;
        take(watched, watched.start("fred.exe"), bad, MODIFY_STATE, ObjectType.EVENT, PreviousMode.KERNEL);
        expectStop(watched, VERIFIER, 0x3C, bad);
    }

    @Test
    void verifierSeesThatTheCountWasZero() {
        IoBench watched = new IoBench(new DriverBehavior(IoctlAnswer.AT_ONCE, true));
        Caller program = watched.start("fred.exe");
        long handle = watched.event(program);
        int pointer = watched.object(program, handle).id();
        watched.close(program, handle);
        watched.call(IoBench.DRIVER, new KernelCall.ObDereferenceObject(pointer, IoBench.GIZMO));
        expectStop(watched, VERIFIER, 0x3F, pointer);
    }

    @Test
    void withoutVerifierTheSameMistakesGoUnnoticed() {
        long handle = bench.event(fred);
        take(bench, fred, handle, MODIFY_STATE, ObjectType.EVENT, PreviousMode.KERNEL);
        take(bench, fred, 0, MODIFY_STATE, ObjectType.EVENT, PreviousMode.USER);
        take(bench, fred, Kernel.KERNEL_HANDLE_BITS | 0x3FC, 0, null, PreviousMode.KERNEL);
        assertThat(bench.kernel.bugCheck()).isNull();
    }
}
