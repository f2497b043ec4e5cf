package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ex.EventObject;
import dev.handlens.kernel.ex.MutantObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Signals, waits, and in which order waits end.
class DispatcherTest {
    private final Bench bench = Bench.x64();
    private Caller fred;
    private Caller second;
    private Caller third;

    @BeforeEach
    void start() {
        fred = bench.process("fred.exe");
        second = bench.thread(fred);
        third = bench.thread(fred);
    }

    @Test
    void anEventTellsItsStateBefore() {
        long event = bench.event(fred);

        assertThat(bench.call(fred, new KernelCall.NtSetEvent(event)).information()).isZero();
        assertThat(bench.call(fred, new KernelCall.NtSetEvent(event)).information()).isOne();
        assertThat(bench.call(fred, new KernelCall.NtPulseEvent(event)).information()).isOne();
        assertThat(bench.call(fred, new KernelCall.NtResetEvent(event)).information()).isZero();
        assertThat(((EventObject) bench.object(fred, event)).isSignaled()).isFalse();
    }

    @Test
    void aSynchronizationEventEndsOneWaitTheFirstComeFirst() {
        long event = bench.event(fred);
        blocks(second, event);
        blocks(third, event);

        bench.call(fred, new KernelCall.NtSetEvent(event));
        assertThat(wokenWith(second)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(waits(third)).isTrue();
        assertThat(((EventObject) bench.object(fred, event)).isSignaled()).isFalse();

        bench.call(fred, new KernelCall.NtPulseEvent(event));
        assertThat(wokenWith(third)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void aNotificationEventEndsAllWaitsAndStaysSignaled() {
        long event = bench.handle(fred,
                new KernelCall.NtCreateEvent(Bench.EVENT_ALL, ObjectAttributes.NONE, EventKind.NOTIFICATION, false));
        blocks(second, event);
        blocks(third, event);

        bench.call(fred, new KernelCall.NtSetEvent(event));

        assertThat(waits(second) || waits(third)).isFalse();
        assertThat(waitFor(fred, event, 0)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(waitFor(fred, event, 0)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void aWaitKeepsItsObjectAliveWhenTheHandleIsClosed() {
        bench.call(Bench.SYSTEM, new KernelCall.IoLoadDriver("gizmo.sys"));
        long event = bench.event(fred);
        int id = bench.object(fred, event).id();
        blocks(second, event);
        assertThat(bench.counts(id)).isEqualTo("1/2");

        bench.close(fred, event);
        assertThat(bench.counts(id)).isEqualTo("0/1");
        bench.call(fred, new KernelCall.KeSetEvent(id));

        assertThat(wokenWith(second)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.counts(id)).isEqualTo("gone");
    }

    @Test
    void aWaitWithoutTimeOnlyLooksAndOneWithTimeCanRunOut() {
        long event = bench.event(fred);

        assertThat(waitFor(fred, event, 0)).isEqualTo(NtStatus.STATUS_TIMEOUT);
        blocks(second, event);
        assertThat(bench.status(fred, new KernelCall.KeWaitTimeout(second.tid()))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(wokenWith(second)).isEqualTo(NtStatus.STATUS_TIMEOUT);
        assertThat(bench.status(fred, new KernelCall.KeWaitTimeout(second.tid()))).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }

    @Test
    void aMutantIsOwnedByAThreadAndCountsHowOften() {
        long mutant = mutant(true);

        assertThat(waitFor(fred, mutant, 0)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(waitFor(second, mutant, 0)).isEqualTo(NtStatus.STATUS_TIMEOUT);
        assertThat(bench.status(second, new KernelCall.NtReleaseMutant(mutant))).isEqualTo(NtStatus.STATUS_MUTANT_NOT_OWNED);
        assertThat(bench.call(fred, new KernelCall.NtReleaseMutant(mutant)).information()).isEqualTo(-1);
        blocks(second, mutant);
        assertThat(bench.call(fred, new KernelCall.NtReleaseMutant(mutant)).information()).isZero();
        assertThat(((MutantObject) bench.object(fred, mutant)).owner()).isEqualTo(second.tid());
        assertThat(thread(second).ownedMutants()).containsExactly(bench.object(fred, mutant).id());
        assertThat(thread(fred).ownedMutants()).isEmpty();
    }

    @Test
    void aMutantWhoseOwnerEndsIsAbandonedToTheNext() {
        long mutant = mutant(false);
        waitFor(second, mutant, 0);
        blocks(third, mutant);

        bench.call(second, new KernelCall.NtTerminateThread(-2, 0));
        assertThat(wokenWith(third)).isEqualTo(NtStatus.STATUS_ABANDONED_WAIT_0);

        bench.call(third, new KernelCall.NtTerminateThread(-2, 0));
        assertThat(bench.status(fred, new KernelCall.NtReleaseMutant(mutant))).as("STATUS_ABANDONED")
                .isEqualTo(NtStatus.STATUS_ABANDONED_WAIT_0);
        assertThat(waitFor(fred, mutant, 0)).isEqualTo(NtStatus.STATUS_ABANDONED_WAIT_0);
        assertThat(bench.call(fred, new KernelCall.NtReleaseMutant(mutant)).information()).isZero();
        assertThat(waitFor(fred, mutant, 0)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void aMutantThatGoesIsOwnedByNobody() {
        bench.close(fred, mutant(true));

        assertThat(thread(fred).ownedMutants()).isEmpty();
    }

    @Test
    void aSemaphoreEndsAsManyWaitsAsItsCount() {
        long semaphore = bench.handle(fred, new KernelCall.NtCreateSemaphore(0x1F0003, ObjectAttributes.NONE, 0, 2));
        blocks(second, semaphore);
        blocks(third, semaphore);

        assertThat(bench.status(fred, new KernelCall.NtReleaseSemaphore(semaphore, 3))).isEqualTo(NtStatus.STATUS_SEMAPHORE_LIMIT_EXCEEDED);
        assertThat(bench.status(fred, new KernelCall.NtReleaseSemaphore(0, 0))).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(bench.call(fred, new KernelCall.NtReleaseSemaphore(semaphore, 1)).information()).isZero();
        assertThat(List.of(waits(second), waits(third))).containsExactly(false, true);
        assertThat(bench.call(fred, new KernelCall.NtReleaseSemaphore(semaphore, 2)).information()).isZero();
        assertThat(waits(third)).isFalse();
        assertThat(waitFor(fred, semaphore, 0)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(waitFor(fred, semaphore, 0)).isEqualTo(NtStatus.STATUS_TIMEOUT);
    }

    @Test
    void aWaitForOneOfSeveralTakesTheLowestAndThatOneOnly() {
        long a = bench.event(fred);
        long b = bench.event(fred);
        long c = bench.event(fred);
        bench.call(fred, new KernelCall.NtSetEvent(b));
        bench.call(fred, new KernelCall.NtSetEvent(c));

        CallResult result = bench.call(fred, new KernelCall.NtWaitForMultipleObjects(List.of(a, b, c), false, 0));

        assertThat(result.information()).isOne();
        assertThat(((EventObject) bench.object(fred, b)).isSignaled()).isFalse();
        assertThat(((EventObject) bench.object(fred, c)).isSignaled()).isTrue();
    }

    @Test
    void aWaitForAllTakesNothingUntilAllAreThere() {
        long a = bench.event(fred);
        long b = bench.event(fred);
        bench.call(second, new KernelCall.NtWaitForMultipleObjects(List.of(a, b), true, -1));
        bench.call(fred, new KernelCall.NtSetEvent(a));
        assertThat(waits(second)).isTrue();
        assertThat(((EventObject) bench.object(fred, a)).isSignaled()).isTrue();

        bench.call(fred, new KernelCall.NtSetEvent(b));

        assertThat(waits(second)).isFalse();
        assertThat(((EventObject) bench.object(fred, a)).isSignaled() || ((EventObject) bench.object(fred, b)).isSignaled()).isFalse();
    }

    @Test
    void aWaitForOneOfSeveralThatASignalEndsLaterTellsWhichOneItWas() {
        long a = bench.event(fred);
        long b = mutant(true);
        long c = bench.event(fred);
        bench.call(second, new KernelCall.NtWaitForMultipleObjects(List.of(a, b, c), false, -1));

        bench.call(fred, new KernelCall.NtSetEvent(c));
        assertThat(wokenWith(second)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(thread(second).wokenBy()).as("STATUS_WAIT_0 + 2").isEqualTo(2);

        bench.call(second, new KernelCall.NtWaitForMultipleObjects(List.of(a, b, c), false, -1));
        bench.call(fred, new KernelCall.NtTerminateThread(-2, 0));
        assertThat(wokenWith(second)).isEqualTo(NtStatus.STATUS_ABANDONED_WAIT_0);
        assertThat(thread(second).wokenBy()).as("STATUS_ABANDONED_WAIT_0 + 1").isOne();

        bench.call(second, new KernelCall.NtWaitForMultipleObjects(List.of(a, c), true, -1));
        bench.call(third, new KernelCall.NtSetEvent(c));
        bench.call(third, new KernelCall.NtSetEvent(a));
        assertThat(thread(second).wokenBy()).as("all of them").isZero();
    }

    @Test
    void waitsCheckTheirHandles() {
        long event = bench.event(fred);
        long weak = bench.handle(fred, new KernelCall.NtDuplicateObject(-1, event, -1, 2, 0, 0));
        long directory = bench.handle(fred, Bench.open(ObjectType.DIRECTORY, 3, "\\BaseNamedObjects"));

        assertThat(waitFor(fred, 0x1000, 0)).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(waitFor(fred, weak, 0)).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(waitFor(fred, directory, 0)).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(waitFor(Bench.inKernelMode(fred), directory, -1)).as("signaled by default").isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(waitFor(fred, -1, 0)).isEqualTo(NtStatus.STATUS_TIMEOUT);
        assertThat(waitForAll(List.of())).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER_1);
        assertThat(waitForAll(java.util.Collections.nCopies(65, event))).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER_1);
        assertThat(waitForAll(List.of(event, -1L))).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(waitForAll(List.of(event, event + 1))).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER_MIX);
    }

    private long mutant(boolean owned) {
        return bench.handle(fred, new KernelCall.NtCreateMutant(Bench.ALL, ObjectAttributes.NONE, owned));
    }

    private NtStatus waitFor(Caller caller, long handle, long timeout) {
        return bench.status(caller, new KernelCall.NtWaitForSingleObject(handle, timeout));
    }

    private NtStatus waitForAll(List<Long> handles) {
        return bench.status(fred, new KernelCall.NtWaitForMultipleObjects(handles, true, 0));
    }

    private void blocks(Caller caller, long handle) {
        assertThat(bench.call(caller, new KernelCall.NtWaitForSingleObject(handle, -1)).blocked()).isTrue();
    }

    private ThreadObject thread(Caller caller) {
        return bench.kernel().thread(caller.tid());
    }

    private boolean waits(Caller caller) {
        return !thread(caller).waitsFor().isEmpty();
    }

    private NtStatus wokenWith(Caller caller) {
        assertThat(waits(caller)).isFalse();
        return thread(caller).wokenWith();
    }
}
