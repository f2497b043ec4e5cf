package dev.handlens.kernel.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.CallResult;
import dev.handlens.kernel.Caller;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ObjectAttributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Cancelling requests, by drivers and by programs.
class CancelTest {
    private final IoBench bench = new IoBench(IoctlAnswer.CSQ);
    private final Caller fred = bench.start("fred.exe");

    @ParameterizedTest
    @EnumSource(names = {"WDF_QUEUE", "CSQ", "LIST"})
    void aQueueWithACancelRoutineCompletesWithCancelled(IoctlAnswer answer) {
        IoBench queue = new IoBench(answer);
        Caller program = queue.start("fred.exe");
        long file = queue.open(program);
        int irp = queue.pend(program, file, queue.event(program));
        queue.log.clear();
        assertThat(queue.done(IoBench.DRIVER, new KernelCall.IoCancelIrp(irp)).information()).isEqualTo(1);
        assertThat(queue.log).containsExactly("CANCEL", "COMPLETED");
        assertThat(queue.file(program, file).lastStatus()).isEqualTo(new IoStatusBlock(irp, NtStatus.STATUS_CANCELLED, 0));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIST_WITHOUT_CANCEL", "NEVER"})
    void withoutACancelRoutineARequestKeepsRunningWithItsFlagSet(IoctlAnswer answer) {
        IoBench deaf = new IoBench(answer);
        Caller program = deaf.start("fred.exe");
        long file = deaf.open(program);
        int irp = deaf.pend(program, file, 0);
        deaf.log.clear();
        assertThat(deaf.done(IoBench.DRIVER, new KernelCall.IoCancelIrp(irp)).information()).isZero();
        assertThat(deaf.done(IoBench.DRIVER, new KernelCall.IoCancelIrp(irp)).information()).isZero();
        assertThat(deaf.log).as("the second call changes nothing").containsExactly("CANCEL");
        assertThat(deaf.kernel.irps().get(irp).cancel()).isTrue();
        assertThat(deaf.status(program, new KernelCall.NtCancelIoFileEx(file, 0))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(deaf.status(program, new KernelCall.NtCancelIoFileEx(file, 0))).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void cancellingACompletedRequestStopsTheMachine() {
        int irp = bench.pend(fred, bench.open(fred), 0);
        bench.complete(irp, NtStatus.STATUS_SUCCESS, 0);
        bench.call(IoBench.DRIVER, new KernelCall.IoCancelIrp(irp));
        assertThat(bench.kernel.bugCheck().code()).isEqualTo(0x48);
    }

    @Test
    void aCancelSafeQueueTakesTheCancelRoutineAwayWithTheRequest() {
        long file = bench.open(fred);
        int irp = bench.pend(fred, file, 0);
        assertThat(bench.done(IoBench.DRIVER, new KernelCall.IoCsqRemoveNextIrp(IoBench.GIZMO)).object()).isEqualTo(irp);
        assertThat(bench.done(IoBench.DRIVER, new KernelCall.IoCancelIrp(irp)).information()).isZero();
        assertThat(bench.complete(irp, NtStatus.STATUS_SUCCESS, 4).status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.file(fred, file).lastStatus().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void aHandWrittenListLetsACancelInBetweenAndCompletesTwice() {
        IoBench list = new IoBench(IoctlAnswer.LIST);
        Caller program = list.start("fred.exe");
        int irp = list.pend(program, list.open(program), 0);
        list.done(IoBench.DRIVER, new KernelCall.IoCsqRemoveNextIrp(IoBench.GIZMO));
        assertThat(list.done(IoBench.DRIVER, new KernelCall.IoCancelIrp(irp)).information()).isEqualTo(1);
        list.complete(irp, NtStatus.STATUS_SUCCESS, 0);
        assertThat(list.kernel.bugCheck().name()).isEqualTo("MULTIPLE_IRP_COMPLETE_REQUESTS");
    }

    @Test
    void removingFromAnEmptyQueueFindsNothing() {
        assertThat(bench.status(IoBench.DRIVER, new KernelCall.IoCsqRemoveNextIrp(IoBench.GIZMO))).isEqualTo(NtStatus.STATUS_NOT_FOUND);
    }

    // ---- NtCancelIoFile -------------------------------------------------------------------------------------------

    @Test
    void cancelIoCancelsWhatTheThreadSentThroughThatFileAndNothingElse() {
        Caller other = bench.thread(fred);
        long file = bench.open(fred);
        long another = bench.open(fred);
        bench.pend(fred, file, 0);
        int ofOtherFile = bench.pend(fred, another, 0);
        int ofOtherThread = bench.pend(other, file, 0);
        bench.pend(fred, file, 0);
        bench.done(fred, new KernelCall.NtCancelIoFile(file));
        assertThat(bench.kernel.irps().all()).extracting(Irp::id).containsExactly(ofOtherFile, ofOtherThread);
    }

    @Test
    void cancelIoSucceedsWhenThereIsNothing() {
        assertThat(bench.status(fred, new KernelCall.NtCancelIoFile(bench.open(fred)))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(fred, new KernelCall.NtCancelIoFile(bench.event(fred)))).isEqualTo(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
    }

    @Test
    void cancelIoWaitsUntilTheRequestsAreCompleted() {
        IoBench deaf = new IoBench(IoctlAnswer.LIST_WITHOUT_CANCEL);
        Caller program = deaf.start("fred.exe");
        long file = deaf.open(program);
        int first = deaf.pend(program, file, 0);
        int second = deaf.pend(program, file, 0);
        CallResult result = deaf.call(program, new KernelCall.NtCancelIoFile(file));
        assertThat(result.blocked()).isTrue();
        deaf.complete(first, NtStatus.STATUS_SUCCESS, 0);
        assertThat(deaf.threadOf(program).waitsForRequests()).containsExactly(second);
        deaf.complete(second, NtStatus.STATUS_CANCELLED, 0);
        assertThat(deaf.threadOf(program).isWaiting()).isFalse();
        assertThat(deaf.threadOf(program).wokenWith()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    // ---- NtCancelIoFileEx -----------------------------------------------------------------------------------------

    @Test
    void cancelIoExCancelsForAllThreadsOfTheProcessButNotForOtherProcesses() {
        Caller other = bench.thread(fred);
        Caller wilma = bench.start("wilma.exe");
        long file = bench.open(fred);
        bench.pend(fred, file, 0);
        bench.pend(other, file, 0);
        int ofWilma = bench.pend(wilma, bench.open(wilma), 0);
        bench.done(fred, new KernelCall.NtCancelIoFileEx(file, 0));
        assertThat(bench.kernel.irps().all()).extracting(Irp::id).containsExactly(ofWilma);
    }

    @Test
    void cancelIoExCanNameOneRequest() {
        long file = bench.open(fred);
        int first = bench.pend(fred, file, 0);
        int second = bench.pend(fred, file, 0);
        bench.done(fred, new KernelCall.NtCancelIoFileEx(file, second));
        assertThat(bench.kernel.irps().all()).extracting(Irp::id).containsExactly(first);
    }

    @Test
    void cancelIoExFindsNothingWhenThereIsNothing() {
        long file = bench.open(fred);
        assertThat(bench.status(fred, new KernelCall.NtCancelIoFileEx(file, 0))).isEqualTo(NtStatus.STATUS_NOT_FOUND);
        int irp = bench.pend(fred, bench.open(fred), 0);
        assertThat(bench.status(fred, new KernelCall.NtCancelIoFileEx(file, irp))).isEqualTo(NtStatus.STATUS_NOT_FOUND);
    }

    @Test
    void cancelIoExReachesARequestSentThroughADuplicateOfTheHandle() {
        long file = bench.open(fred);
        long copy = bench.done(fred, new KernelCall.NtDuplicateObject(
                Kernel.CURRENT_PROCESS, file, Kernel.CURRENT_PROCESS, 0, 0, KernelCall.NtDuplicateObject.SAME_ACCESS)).handle();
        bench.pend(fred, copy, 0);
        bench.done(fred, new KernelCall.NtCancelIoFileEx(file, 0));
        assertThat(bench.kernel.irps().size()).isZero();
    }

    // ---- NtCancelSynchronousIoFile --------------------------------------------------------------------------------

    @Test
    void cancelSynchronousIoWakesTheThreadWithCancelled() {
        Caller waiting = bench.thread(fred);
        bench.send(waiting, bench.openSynchronous(fred), 0);
        long thread = bench.done(fred, new KernelCall.NtOpenThread(0x1FFFFF, ObjectAttributes.NONE, waiting.tid())).handle();
        bench.done(fred, new KernelCall.NtCancelSynchronousIoFile(thread));
        assertThat(bench.threadOf(waiting).isWaiting()).isFalse();
        assertThat(bench.threadOf(waiting).wokenWith()).isEqualTo(NtStatus.STATUS_CANCELLED);
    }

    @Test
    void cancelSynchronousIoFindsNothingForAThreadThatWaitsForNoRequest() {
        Caller idle = bench.thread(fred);
        bench.pend(idle, bench.open(fred), 0);
        long thread = bench.done(fred, new KernelCall.NtOpenThread(0x1FFFFF, ObjectAttributes.NONE, idle.tid())).handle();
        assertThat(bench.status(fred, new KernelCall.NtCancelSynchronousIoFile(thread))).isEqualTo(NtStatus.STATUS_NOT_FOUND);
        assertThat(bench.kernel.irps().size()).isEqualTo(1);
    }

    @Test
    void cancelSynchronousIoNeedsTheRightToEndTheThread() {
        long thread = bench.done(fred, new KernelCall.NtOpenThread(0x40, ObjectAttributes.NONE, fred.tid())).handle();
        assertThat(bench.status(fred, new KernelCall.NtCancelSynchronousIoFile(thread))).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
    }
}
