package dev.handlens.kernel.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.Architecture;
import dev.handlens.kernel.CallResult;
import dev.handlens.kernel.Caller;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.MachineConfig;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.ReusePolicy;
import dev.handlens.kernel.ex.PoolKind;
import org.junit.jupiter.api.Test;

/// Control codes: the checks in their order, and what completion does.
class RequestTest {
    private static final int READ_IOCTL = 0x226000;
    private static final int WRITE_IOCTL = 0x22A000;
    private static final int QUERY_STATE = 0x1;
    private static final long FOREVER = -1;

    private final IoBench bench = new IoBench(IoctlAnswer.CSQ);
    private final Caller fred = bench.start("fred.exe");

    // ---- checks ---------------------------------------------------------------------------------------------------

    @Test
    void theHandleMustBeOpenAndNameAFile() {
        assertThat(bench.send(fred, 0x44, 0).status()).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(bench.send(fred, bench.event(fred), 0).status()).isEqualTo(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
    }

    @Test
    void theControlCodeNamesTheAccessItNeeds() {
        long readOnly = bench.open(fred);
        assertThat(bench.status(fred, new KernelCall.NtDeviceIoControlFile(readOnly, READ_IOCTL, 0))).isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(bench.status(fred, new KernelCall.NtDeviceIoControlFile(readOnly, WRITE_IOCTL, 0)))
                .isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
    }

    @Test
    void theEventIsCheckedAsAnyHandleIs() {
        long file = bench.open(fred);
        long queryOnly = bench.done(fred, new KernelCall.NtCreateEvent(
                QUERY_STATE, ObjectAttributes.NONE, dev.handlens.kernel.EventKind.NOTIFICATION, false)).handle();
        assertThat(bench.send(fred, file, 0x44).status()).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(bench.send(fred, file, file).status()).isEqualTo(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        assertThat(bench.send(fred, file, queryOnly).status()).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(bench.kernel.irps().size()).isZero();
    }

    @Test
    void sendingResetsTheEvent() {
        long file = bench.open(fred);
        long event = bench.event(fred);
        bench.done(fred, new KernelCall.NtSetEvent(event));
        bench.pend(fred, file, event);
        assertThat(bench.isSet(bench.object(fred, event).id())).isFalse();
    }

    @Test
    void withoutPoolForTheRequestResourcesAreInsufficient() {
        long room = bench.nonpaged() + 2_000;
        IoBench small = new IoBench(Kernel.boot(new MachineConfig(Architecture.X64, 1L << 20, room, ReusePolicy.LIFO)));
        small.load(IoBench.GIZMO, "\\Device\\Gizmo", DriverBehavior.answering(IoctlAnswer.CSQ));
        Caller program = small.start("fred.exe");
        long file = small.open(program);
        CallResult last = small.send(program, file, 0);
        while (last.status() == NtStatus.STATUS_PENDING) {
            last = small.send(program, file, 0);
        }
        assertThat(last.status()).isEqualTo(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        assertThat(small.file(program, file).pointerCount()).isEqualTo(1 + small.kernel.irps().size());
    }

    // ---- in flight ------------------------------------------------------------------------------------------------

    @Test
    void aRequestInFlightRefersToItsFileAndItsEvent() {
        long file = bench.open(fred);
        long event = bench.event(fred);
        bench.pend(fred, file, event);
        assertThat(bench.object(fred, file).pointerCount()).isEqualTo(2);
        assertThat(bench.object(fred, event).pointerCount()).isEqualTo(2);
        assertThat(bench.object(fred, event).handleCount()).isEqualTo(1);
    }

    @Test
    void aRequestIsNonpagedPoolOfItsOwnTag() {
        long file = bench.open(fred);
        long before = bench.nonpaged();
        bench.pend(fred, file, 0);
        bench.pend(fred, file, 0);
        assertThat(bench.nonpaged("Irp ")).isEqualTo(2 * 304);
        assertThat(bench.nonpaged()).isEqualTo(before + 2 * 304);
        bench.complete(0, NtStatus.STATUS_SUCCESS, 0);
        assertThat(bench.nonpaged("Irp ")).isEqualTo(304);
    }

    @Test
    void onX86ARequestIsSmaller() {
        IoBench x86 = new IoBench(Kernel.boot(new MachineConfig(Architecture.X86, 1L << 24, 1L << 24, ReusePolicy.LIFO)));
        x86.load(IoBench.GIZMO, "\\Device\\Gizmo", DriverBehavior.answering(IoctlAnswer.CSQ));
        Caller program = x86.start("fred.exe");
        x86.pend(program, x86.open(program), 0);
        assertThat(x86.nonpaged("Irp ")).isEqualTo(160);
    }

    @Test
    void theRequestIsChargedToItsSender() {
        long file = bench.open(fred);
        long before = bench.process(fred).charge(PoolKind.NONPAGED);
        bench.pend(fred, file, 0);
        assertThat(bench.process(fred).charge(PoolKind.NONPAGED)).isEqualTo(before + 304);
        bench.complete(0, NtStatus.STATUS_SUCCESS, 0);
        assertThat(bench.process(fred).charge(PoolKind.NONPAGED)).isEqualTo(before);
    }

    @Test
    void anAsynchronousFileReturnsAtOnceAndASynchronousOneWaits() {
        assertThat(bench.send(fred, bench.open(fred), 0).blocked()).isFalse();
        assertThat(bench.threadOf(fred).isWaiting()).isFalse();
        CallResult synchronous = bench.send(fred, bench.openSynchronous(fred), 0);
        assertThat(synchronous.blocked()).isTrue();
        assertThat(bench.threadOf(fred).waitsForRequests()).containsExactly(synchronous.object());
        bench.complete(synchronous.object(), NtStatus.STATUS_SUCCESS, 8);
        assertThat(bench.threadOf(fred).isWaiting()).isFalse();
        assertThat(bench.threadOf(fred).wokenWith()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void aSynchronousFileNeedsTheRightToWait() {
        NtStatus status = bench.status(fred, new KernelCall.NtCreateFile(0x1, ObjectAttributes.named("\\Device\\Gizmo"), true, true));
        assertThat(status).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }

    // ---- completion -----------------------------------------------------------------------------------------------

    @Test
    void completionWritesTheStatusSetsTheEventAndLetsGo() {
        long file = bench.open(fred);
        long event = bench.event(fred);
        int irp = bench.pend(fred, file, event);
        bench.done(IoBench.DRIVER, new KernelCall.IoCompleteRequest(IoBench.GIZMO, irp, NtStatus.STATUS_SUCCESS, 16));
        assertThat(bench.file(fred, file).lastStatus()).isEqualTo(new IoStatusBlock(irp, NtStatus.STATUS_SUCCESS, 16));
        assertThat(bench.isSet(bench.object(fred, event).id())).isTrue();
        assertThat(bench.object(fred, event).pointerCount()).isEqualTo(1);
        assertThat(bench.object(fred, file).pointerCount()).isEqualTo(1);
        assertThat(bench.kernel.irps().get(irp)).isNull();
    }

    @Test
    void completionWakesWhoWaitsForTheEvent() {
        long file = bench.open(fred);
        long event = bench.event(fred);
        int irp = bench.pend(fred, file, event);
        assertThat(bench.call(fred, new KernelCall.NtWaitForSingleObject(event, FOREVER)).blocked()).isTrue();
        bench.complete(irp, NtStatus.STATUS_SUCCESS, 0);
        assertThat(bench.threadOf(fred).isWaiting()).isFalse();
    }

    @Test
    void withoutAnEventTheFileItselfIsSignaledUntilTheNextRequest() {
        long file = bench.open(fred);
        bench.pend(fred, file, 0);
        assertThat(bench.status(fred, new KernelCall.NtWaitForSingleObject(file, 0))).isEqualTo(NtStatus.STATUS_TIMEOUT);
        bench.complete(0, NtStatus.STATUS_SUCCESS, 0);
        assertThat(bench.status(fred, new KernelCall.NtWaitForSingleObject(file, 0))).isEqualTo(NtStatus.STATUS_SUCCESS);
        bench.pend(fred, file, 0);
        assertThat(bench.status(fred, new KernelCall.NtWaitForSingleObject(file, 0))).isEqualTo(NtStatus.STATUS_TIMEOUT);
    }

    @Test
    void aRequestWithAnEventLeavesAnAsynchronousFileUnsignaledAndSignalsASynchronousOne() {
        long asynchronous = bench.open(fred);
        bench.complete(bench.pend(fred, asynchronous, bench.event(fred)), NtStatus.STATUS_SUCCESS, 0);
        assertThat(bench.file(fred, asynchronous).isSignaled(fred.tid())).isFalse();
        long synchronous = bench.openSynchronous(fred);
        long event = bench.event(fred);
        bench.complete(bench.pend(fred, synchronous, event), NtStatus.STATUS_SUCCESS, 0);
        assertThat(bench.file(fred, synchronous).isSignaled(fred.tid())).isTrue();
        assertThat(bench.isSet(bench.object(fred, event).id())).isTrue();
    }

    @Test
    void completionUsesThePointerAndNotTheHandleThatWasRecycled() {
        long file = bench.open(fred);
        long event = bench.event(fred);
        int first = bench.object(fred, event).id();
        int irp = bench.pend(fred, file, event);
        bench.close(fred, event);
        long other = bench.event(fred);
        assertThat(other).as("the value is recycled").isEqualTo(event);
        assertThat(bench.kernel.object(first).pointerCount()).isEqualTo(1);
        bench.complete(irp, NtStatus.STATUS_SUCCESS, 0);
        assertThat(bench.kernel.object(first)).as("gone with the request").isNull();
        assertThat(bench.isSet(bench.object(fred, other).id())).isFalse();
    }

    @Test
    void theOldestRequestIsCompletedFirst() {
        long file = bench.open(fred);
        int first = bench.pend(fred, file, 0);
        int second = bench.pend(fred, file, 0);
        bench.complete(0, NtStatus.STATUS_SUCCESS, 0);
        assertThat(bench.kernel.irps().all()).extracting(Irp::id).containsExactly(second);
        assertThat(bench.file(fred, file).lastStatus().irp()).isEqualTo(first);
    }

    @Test
    void withNothingQueuedThereIsNothingToComplete() {
        assertThat(bench.complete(0, NtStatus.STATUS_SUCCESS, 0).status()).isEqualTo(NtStatus.STATUS_NOT_FOUND);
    }

    @Test
    void completingARequestTwiceStopsTheMachine() {
        int irp = bench.pend(fred, bench.open(fred), 0);
        bench.complete(irp, NtStatus.STATUS_SUCCESS, 0);
        bench.complete(irp, NtStatus.STATUS_SUCCESS, 0);
        assertThat(bench.kernel.bugCheck().code()).isEqualTo(0x44);
        assertThat(bench.kernel.bugCheck().p1()).isEqualTo(irp);
    }

    // ---- drivers that keep nothing --------------------------------------------------------------------------------

    @Test
    void aDriverThatAnswersAtOnceLeavesNothingBehind() {
        IoBench quick = new IoBench(IoctlAnswer.AT_ONCE);
        Caller program = quick.start("fred.exe");
        long file = quick.open(program);
        long event = quick.event(program);
        long before = quick.nonpaged();
        assertThat(quick.send(program, file, event).status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(quick.isSet(quick.object(program, event).id())).isTrue();
        assertThat(quick.kernel.irps().size()).isZero();
        assertThat(quick.nonpaged()).isEqualTo(before);
    }

    @Test
    void aDriverThatRefusesWritesNothingAndDoesNotSetTheEvent() {
        IoBench refusing = new IoBench(IoctlAnswer.REFUSES);
        Caller program = refusing.start("fred.exe");
        long file = refusing.open(program);
        long event = refusing.event(program);
        assertThat(refusing.send(program, file, event).status()).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_REQUEST);
        assertThat(refusing.isSet(refusing.object(program, event).id())).isFalse();
        assertThat(refusing.object(program, event).pointerCount()).isEqualTo(1);
        assertThat(refusing.file(program, file).lastStatus()).isNull();
    }
}
