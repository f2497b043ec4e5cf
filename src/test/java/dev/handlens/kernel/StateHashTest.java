package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ob.ObjectType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The state hash tells states apart, and nothing but states.
class StateHashTest {

    @Test
    void twoMachinesWithTheSameStoryHaveTheSameHash() {
        assertThat(prepared().kernel().stateHash()).isEqualTo(prepared().kernel().stateHash());
    }

    @Test
    void aForkHasTheHashOfWhatItWasForkedFromUntilOneOfThemChanges() {
        Kernel kernel = prepared().kernel();
        long before = kernel.stateHash();
        Kernel fork = kernel.fork();
        assertThat(fork.stateHash()).isEqualTo(before);

        Caller fred = firstProgram(kernel);
        fork.execute(50, fred, new KernelCall.NtClose(4));
        assertThat(kernel.stateHash()).isEqualTo(before);
        assertThat(fork.stateHash()).isNotEqualTo(before);
        long changed = fork.stateHash();
        kernel.execute(51, fred, new KernelCall.NtClose(8));
        assertThat(fork.stateHash()).isEqualTo(changed);
    }

    static Stream<KernelCall> changingCalls() {
        return Stream.of(
                new KernelCall.NtSetEvent(4), new KernelCall.NtClose(4), Bench.event(ObjectAttributes.NONE),
                new KernelCall.NtSetInformationObject(4, true, false), new KernelCall.NtReleaseMutant(8),
                new KernelCall.NtWaitForSingleObject(8, 0), new KernelCall.NtWaitForSingleObject(4, -1),
                new KernelCall.NtMakePermanentObject(4), new KernelCall.NtSetHandleTracing(-1, true),
                new KernelCall.NtCreateKey(1, ObjectAttributes.named("\\REGISTRY\\USER\\new")), new KernelCall.NtTerminateThread(-2, 1),
                new KernelCall.NtTerminateProcess(-1, 1), new KernelCall.IoLoadDriver("new.sys"),
                new KernelCall.ObReferenceObjectByHandle(4, 0, null, PreviousMode.KERNEL, "ntfs.sys"),
                new KernelCall.NtClose(0x1234),
                new KernelCall.NtOpenObject(ObjectType.EVENT, 0,
                        new ObjectAttributes("\\BaseNamedObjects\\E", 0, ObjectAttributes.FORCE_ACCESS_CHECK)));
    }

    @ParameterizedTest
    @MethodSource("changingCalls")
    void everyCallThatChangesSomethingChangesTheHash(KernelCall call) {
        Kernel kernel = prepared().kernel();
        long before = kernel.stateHash();

        kernel.execute(50, Bench.inKernelMode(firstProgram(kernel)), call);

        assertThat(kernel.stateHash()).isNotEqualTo(before);
    }

    static Stream<KernelCall> idleCalls() {
        return Stream.of(
                new KernelCall.NtQueryObject(4), new KernelCall.NtClose(0), new KernelCall.NtSetEvent(8), new KernelCall.NtResetEvent(4),
                new KernelCall.NtWaitForSingleObject(4, 0), new KernelCall.NtOpenKey(1, ObjectAttributes.named("\\REGISTRY\\none")),
                new KernelCall.NtDuplicateObject(-1, 0x1000, -1, 0, 0, 0), new KernelCall.KeWaitTimeout(0),
                new KernelCall.NtWaitForMultipleObjects(List.of(4L), true, 0));
    }

    @ParameterizedTest
    @MethodSource("idleCalls")
    void aCallThatChangesNothingLeavesTheHash(KernelCall call) {
        Kernel kernel = prepared().kernel();
        long before = kernel.stateHash();

        kernel.execute(50, firstProgram(kernel), call);

        assertThat(kernel.stateHash()).isEqualTo(before);
    }

    @Test
    void emptyTextAndNoTextDifferAndSoDoOrders() {
        assertThat(new StateHash().add("").value()).isNotEqualTo(new StateHash().add((String) null).value());
        assertThat(new StateHash().add(1).add(2).value()).isNotEqualTo(new StateHash().add(2).add(1).value());
        assertThat(new StateHash().add("ab").add("c").value()).isNotEqualTo(new StateHash().add("a").add("bc").value());
    }

    /// A program with an event at 4 and a mutant of its own at 8.
    private static Bench prepared() {
        Bench bench = Bench.x64();
        Caller fred = bench.process("fred.exe");
        bench.event(fred, "\\BaseNamedObjects\\E");
        bench.handle(fred, new KernelCall.NtCreateMutant(Bench.ALL, ObjectAttributes.NONE, true));
        return bench;
    }

    private static Caller firstProgram(Kernel kernel) {
        int pid = kernel.processes().getLast().pid();
        int tid = kernel.threads().stream().filter(thread -> thread.pid() == pid).findFirst().orElseThrow().tid();
        return new Caller(pid, tid, PreviousMode.USER);
    }
}
