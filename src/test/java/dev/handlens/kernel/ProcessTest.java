package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ex.MutantObject;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Processes and threads: what a child inherits, what keeps their objects, how they end.
class ProcessTest {
    private final Bench bench = Bench.x64();
    private Caller fred;

    @BeforeEach
    void start() {
        fred = bench.process("fred.exe");
    }

    @Test
    void aChildInheritsMarkedHandlesWithTheirValues() {
        bench.event(fred);
        long inheritable = bench.handle(fred, Bench.event(new ObjectAttributes(null, 0, ObjectAttributes.INHERIT)));
        int id = bench.object(fred, inheritable).id();

        ProcessObject child = child(true, List.of());

        assertThat(handles(child)).containsExactly(inheritable);
        assertThat(child.table().entry(inheritable).attributes()).isEqualTo(ObjectAttributes.INHERIT);
        assertThat(bench.counts(id)).isEqualTo("2/2");
        bench.close(fred, inheritable);
        assertThat(bench.counts(id)).isEqualTo("1/1");
    }

    /// The smallest number there is has no absolute value.
    @ParameterizedTest
    @ValueSource(ints = {3, -3, 15, 17, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aPriorityOutsideOfItsRangeIsRefusedAndChangesNothing(int increment) {
        assertThat(bench.status(fred, new KernelCall.NtSetInformationThread(Kernel.CURRENT_THREAD, increment)))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(bench.kernel().thread(fred.tid()).basePriority()).isEqualTo(8);
    }

    @Test
    void theFirstNewHandleOfAChildThatInheritedIsTheHighestFreeOne() {
        bench.handle(fred, Bench.event(new ObjectAttributes(null, 0, ObjectAttributes.INHERIT)));

        assertThat(bench.event(callerOf(child(true, List.of())))).isEqualTo(0x3FC);
        assertThat(bench.event(callerOf(child(false, List.of())))).isEqualTo(4);
    }

    @Test
    void aListRestrictsWhatIsInherited() {
        long one = bench.handle(fred, Bench.event(new ObjectAttributes(null, 0, ObjectAttributes.INHERIT)));
        bench.handle(fred, Bench.event(new ObjectAttributes(null, 0, ObjectAttributes.INHERIT)));
        long unmarked = bench.event(fred);

        assertThat(handles(child(true, List.of(one, unmarked)))).containsExactly(one);
        assertThat(handles(child(false, List.of()))).isEmpty();
    }

    @Test
    void aRunningThreadKeepsItselfAndItsProcess() {
        long handle = bench.handle(fred, new KernelCall.NtCreateThread(Bench.ALL, ObjectAttributes.NONE, -1, "fred!work", 0));
        ThreadObject thread = (ThreadObject) bench.object(fred, handle);
        assertThat(bench.counts(thread.id())).isEqualTo("1/2");

        bench.close(fred, handle);
        assertThat(bench.counts(thread.id())).isEqualTo("0/1");
        bench.call(new Caller(fred.pid(), thread.tid(), PreviousMode.USER), new KernelCall.NtTerminateThread(-2, 0));

        assertThat(bench.counts(thread.id())).isEqualTo("gone");
        assertThat(bench.kernel().process(fred.pid()).isRunning()).isTrue();
    }

    @Test
    void anEndedProcessStaysAsLongAsAHandleNamesIt() {
        Caller child = callerOf(child(false, List.of()));
        int id = bench.kernel().process(child.pid()).id();
        bench.event(child);

        bench.call(child, new KernelCall.NtTerminateProcess(-1, 3));

        ProcessObject zombie = bench.kernel().process(child.pid());
        assertThat(zombie.isRunning()).isFalse();
        assertThat(zombie.table()).isNull();
        assertThat(zombie.exitStatus()).isEqualTo(3);
        assertThat(zombie.closed()).isOne();
        assertThat(zombie.charge(PoolKind.PAGED)).isZero();
        assertThat(bench.status(fred, new KernelCall.NtWaitForSingleObject(4, 0))).as("signaled").isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(fred, new KernelCall.NtTerminateProcess(4, 0))).isEqualTo(NtStatus.STATUS_PROCESS_IS_TERMINATING);
        bench.close(fred, 4);
        assertThat(bench.counts(id)).isEqualTo("gone");
        assertThat(bench.kernel().process(child.pid())).isNull();
    }

    @Test
    void theEndOfAProcessAbandonsItsMutantsAndThenClosesItsHandlesInOrderProtectedOnesToo() {
        Caller other = bench.process("other.exe");
        long mutant = bench.handle(fred, new KernelCall.NtCreateMutant(Bench.ALL, ObjectAttributes.named("\\BaseNamedObjects\\M"), true));
        bench.event(fred);
        bench.event(fred);
        bench.call(fred, new KernelCall.NtSetInformationObject(8, false, true));
        long theirs = bench.handle(other, Bench.open(ObjectType.MUTANT, Bench.ALL, "\\BaseNamedObjects\\M"));
        List<Long> closed = new ArrayList<>();
        List<Boolean> abandoned = new ArrayList<>();

        bench.kernel().execute(99, fred, new KernelCall.NtTerminateProcess(-1, 0), 0, new HandleObserver() {
            @Override
            public void opened(int pid, long handle, long first, long second) {
                throw new AssertionError("nothing opens");
            }

            @Override
            public void closed(int pid, long handle, long first, long second, boolean byExit) {
                assertThat(byExit).isTrue();
                closed.add(handle);
                abandoned.add(((MutantObject) bench.object(other, theirs)).isAbandoned());
            }
        });

        assertThat(closed).containsExactly(mutant, 8L, 12L);
        assertThat(abandoned).containsExactly(true, true, true);
        KernelInvariants.check(bench.kernel());
    }

    @Test
    void aThreadThatWaitsEndsWithItsProcessWhoeverEndsFirst() {
        Caller second = bench.thread(fred);
        Caller other = bench.process("other.exe");
        long mutant = bench.handle(fred, new KernelCall.NtCreateMutant(Bench.ALL, ObjectAttributes.NONE, true));
        bench.call(second, new KernelCall.NtWaitForSingleObject(mutant, -1));
        bench.handle(other, new KernelCall.NtOpenThread(Bench.ALL, ObjectAttributes.NONE, second.tid()));
        Kernel fork = bench.kernel().fork();

        // The first thread abandons the mutant to the second, which ends next; a fork in between must not be seen.
        long unforked = forkless(mutant);
        bench.call(fred, new KernelCall.NtTerminateProcess(-1, 0));

        assertThat(bench.kernel().thread(second.tid()).wokenWith()).isEqualTo(NtStatus.STATUS_ABANDONED_WAIT_0);
        assertThat(bench.kernel().stateHash()).isEqualTo(unforked);
        assertThat(fork.thread(second.tid()).isRunning()).isTrue();
    }

    /// The same story on a machine that was never forked.
    private long forkless(long mutant) {
        Bench plain = Bench.x64();
        Caller first = plain.process("fred.exe");
        Caller second = plain.thread(first);
        Caller other = plain.process("other.exe");
        plain.handle(first, new KernelCall.NtCreateMutant(Bench.ALL, ObjectAttributes.NONE, true));
        plain.call(second, new KernelCall.NtWaitForSingleObject(mutant, -1));
        plain.handle(other, new KernelCall.NtOpenThread(Bench.ALL, ObjectAttributes.NONE, second.tid()));
        plain.call(first, new KernelCall.NtTerminateProcess(-1, 0));
        return plain.kernel().stateHash();
    }

    @Test
    void aHandleOfAProcessToItselfSurvivesAFork() {
        bench.kernel().fork();

        long handle = bench.processHandle(fred, fred);

        assertThat(bench.object(fred, handle)).isEqualTo(bench.kernel().process(fred.pid()));
        KernelInvariants.check(bench.kernel());
    }

    @Test
    void idsAreFoundOnlyForWhatHasThem() {
        assertThat(bench.status(fred, new KernelCall.NtOpenProcess(1, ObjectAttributes.NONE, 0))).isEqualTo(NtStatus.STATUS_INVALID_CID);
        assertThat(bench.status(fred, new KernelCall.NtOpenProcess(1, ObjectAttributes.NONE, fred.tid())))
                .isEqualTo(NtStatus.STATUS_INVALID_CID);
        assertThat(bench.status(fred, new KernelCall.NtOpenThread(1, ObjectAttributes.NONE, fred.pid())))
                .isEqualTo(NtStatus.STATUS_INVALID_CID);
        assertThat(bench.status(fred, new KernelCall.NtOpenProcess(0, ObjectAttributes.NONE, fred.pid())))
                .isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
    }

    @Test
    void systemCannotBeEndedNorEnteredByPrograms() {
        long system = bench.handle(fred, new KernelCall.NtOpenProcess(Bench.ALL, ObjectAttributes.NONE, Kernel.SYSTEM_PID));
        int tid = bench.kernel().threads().getFirst().tid();
        long thread = bench.handle(fred, new KernelCall.NtOpenThread(Bench.ALL, ObjectAttributes.NONE, tid));

        assertThat(bench.status(fred, new KernelCall.NtTerminateProcess(system, 0))).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(bench.status(fred, new KernelCall.NtTerminateThread(thread, 0))).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(bench.status(fred, new KernelCall.NtCreateThread(Bench.ALL, ObjectAttributes.NONE, system, "evil", 0)))
                .isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
    }

    @Test
    void aMappedViewKeepsItsSectionUntilTheProcessEnds() {
        long section = bench.handle(fred, new KernelCall.NtCreateSection(Bench.ALL, ObjectAttributes.NONE, 4096, 0));
        int id = bench.object(fred, section).id();
        bench.call(fred, new KernelCall.NtMapViewOfSection(section));
        bench.close(fred, section);
        assertThat(bench.counts(id)).isEqualTo("0/1");

        bench.call(fred, new KernelCall.NtTerminateProcess(-1, 0));

        assertThat(bench.counts(id)).isEqualTo("gone");
    }

    @Test
    void idsAreGivenAgainTheLongestFreeFirst() {
        int before = fred.pid();
        bench.call(fred, new KernelCall.NtTerminateProcess(-1, 0));

        assertThat(bench.process("next.exe").pid()).isNotEqualTo(before);
        assertThat(bench.status(Bench.SYSTEM, new KernelCall.PsInitialProcess("x.exe", 0, Kernel.SYSTEM_PID)))
                .isEqualTo(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        assertThat(bench.status(Bench.SYSTEM, new KernelCall.PsInitialProcess("x.exe", 0, Integer.MAX_VALUE - 3)))
                .as("no table of ids is that large").isEqualTo(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
    }

    private ProcessObject child(boolean inherit, List<Long> only) {
        CallResult result = bench.call(fred,
                new KernelCall.NtCreateProcess(Bench.ALL, ObjectAttributes.NONE, "child.exe", inherit, only, 0));
        return (ProcessObject) bench.kernel().object(result.object());
    }

    private Caller callerOf(ProcessObject process) {
        int tid = bench.kernel().threads().stream().filter(thread -> thread.process() == process.id()).findFirst().orElseThrow().tid();
        return new Caller(process.pid(), tid, PreviousMode.USER);
    }

    private static List<Long> handles(ProcessObject process) {
        List<Long> handles = new ArrayList<>();
        process.table().forEach((handle, _, _) -> handles.add(handle));
        return handles;
    }
}
