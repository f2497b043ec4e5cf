package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ps.ProcessObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What things cost in pool, who is charged, and what happens when there is none left.
class PoolTest {

    @Test
    void anEventCostsItsBlockOfNonpagedPool() {
        Bench bench = Bench.x64();
        Caller fred = bench.process("fred.exe");
        long before = bench.pool().bytes(PoolKind.NONPAGED);

        bench.event(fred);
        assertThat(bench.pool().bytes(PoolKind.NONPAGED) - before).isEqualTo(96);
        bench.event(fred, "\\BaseNamedObjects\\E");
        assertThat(bench.pool().bytes(PoolKind.NONPAGED) - before).as("a name header more").isEqualTo(96 + 128);
    }

    @Test
    void namesAndDirectoryEntriesArePagedPool() {
        Bench bench = Bench.x64();
        Caller fred = bench.process("fred.exe");
        long names = bench.pool().bytes(PoolKind.PAGED, "ObNm");
        long entries = bench.pool().bytes(PoolKind.PAGED, "ObDi");

        bench.event(fred, "\\BaseNamedObjects\\Event");

        assertThat(bench.pool().bytes(PoolKind.PAGED, "ObNm") - names).as("10 + 2 bytes in a block of 16 and a header").isEqualTo(32);
        assertThat(bench.pool().bytes(PoolKind.PAGED, "ObDi") - entries).as("three pointers").isEqualTo(48);
    }

    @Test
    void whoMakesAnObjectIsChargedUntilItGoes() {
        Bench bench = Bench.x64();
        Caller fred = bench.process("fred.exe");
        Caller other = bench.process("other.exe");
        ProcessObject process = bench.kernel().process(fred.pid());
        long charge = process.charge(PoolKind.NONPAGED);
        long event = bench.event(fred);
        long to = bench.processHandle(fred, other);
        bench.handle(fred, new KernelCall.NtDuplicateObject(-1, event, to, 0, 0, KernelCall.NtDuplicateObject.SAME_ACCESS));

        bench.close(fred, event);
        assertThat(bench.kernel().process(fred.pid()).charge(PoolKind.NONPAGED)).isEqualTo(charge + 96);
        bench.close(other, 4);
        assertThat(bench.kernel().process(fred.pid()).charge(PoolKind.NONPAGED)).isEqualTo(charge);
        KernelInvariants.check(bench.kernel());
    }

    @Test
    void leakedEventsEndWithNonpagedPoolAndOthersSufferToo() {
        Bench bench = Bench.of(new MachineConfig(Architecture.X64, 1 << 20, 1 << 16, ReusePolicy.LIFO));
        Caller leaker = bench.process("leak.exe");
        Caller victim = bench.process("victim.exe");
        int leaked = 0;
        while (bench.status(leaker, Bench.event(ObjectAttributes.NONE)).isSuccess()) {
            leaked++;
        }
        assertThat(leaked).isEqualTo(bench.kernel().process(leaker.pid()).table().count()).isPositive();
        assertThat(bench.status(victim, Bench.event(ObjectAttributes.NONE))).isEqualTo(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        assertThat(bench.pool().bytes(PoolKind.NONPAGED)).isGreaterThan((1 << 16) - 96).isLessThanOrEqualTo(1 << 16);

        bench.call(leaker, new KernelCall.NtTerminateProcess(-1, 0));

        assertThat(bench.status(victim, Bench.event(ObjectAttributes.NONE))).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    /// Calls that allocate, each on machines whose pools end at every place on its way.
    static Stream<KernelCall> allocatingCalls() {
        ObjectAttributes name = ObjectAttributes.named("\\BaseNamedObjects\\New");
        return Stream.of(
                Bench.event(name),
                new KernelCall.NtCreateDirectoryObject(1, name),
                new KernelCall.NtCreateSymbolicLinkObject(1, name, "\\BaseNamedObjects\\" + "x".repeat(60)),
                new KernelCall.NtCreateSection(1, name, 0, 4),
                new KernelCall.NtCreateKey(1, ObjectAttributes.named("\\REGISTRY\\USER\\new")),
                new KernelCall.NtCreateFile(1, ObjectAttributes.named("\\??\\C:\\" + "f".repeat(90)), true),
                new KernelCall.NtCreateProcess(Bench.ALL, ObjectAttributes.NONE, "child.exe", true, List.of(), 0),
                new KernelCall.PsInitialProcess("initial.exe", 0, 0),
                new KernelCall.NtCreateThread(Bench.ALL, ObjectAttributes.NONE, -1, "start", 0),
                new KernelCall.IoLoadDriver("new.sys"),
                new KernelCall.IoCreateDevice("ntfs.sys", "\\Device\\New"));
    }

    @ParameterizedTest
    @MethodSource("allocatingCalls")
    void aCallThatFindsNoPoolChangesNothing(KernelCall call) {
        int refusals = 0;
        Bench roomy = prepared(1 << 20, 1 << 20);
        long paged = roomy.pool().bytes(PoolKind.PAGED);
        long nonpaged = roomy.pool().bytes(PoolKind.NONPAGED);
        for (long room = 0; room <= 16_384; room += 32) {
            refusals += tryWith(paged + room, 1 << 20, call) + tryWith(1 << 20, nonpaged + room, call);
        }
        assertThat(refusals).isPositive();
    }

    /// Makes a call on a machine with pools of a size.
    ///
    /// @return 1 if it was refused
    private static int tryWith(long paged, long nonpaged, KernelCall call) {
        Bench bench = prepared(paged, nonpaged);
        Caller fred = firstProgram(bench);
        List<String> before = bench.bytesByTag();
        int objects = bench.kernel().objects().size();
        int handles = bench.kernel().process(fred.pid()).table().count();
        NtStatus status = bench.status(fred, call);
        KernelInvariants.check(bench.kernel());
        if (status.isSuccess()) {
            return 0;
        }
        assertThat(status).isEqualTo(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        assertThat(bench.bytesByTag()).isEqualTo(before);
        assertThat(bench.kernel().objects().size()).isEqualTo(objects);
        assertThat(bench.kernel().process(fred.pid()).table().count()).isEqualTo(handles);
        return 1;
    }

    /// A machine with a program that has an open file and whose handle table is full to the last entry of its page.
    private static Bench prepared(long paged, long nonpaged) {
        Bench bench = Bench.of(new MachineConfig(Architecture.X64, paged, nonpaged, ReusePolicy.LIFO));
        Caller fred = bench.process("fred.exe");
        long file = bench.handle(fred,
                new KernelCall.NtCreateFile(1, new ObjectAttributes("\\??\\C:\\a", 0, ObjectAttributes.INHERIT), true));
        for (int i = 1; i < 255; i++) {
            bench.duplicate(fred, file);
        }
        return bench;
    }

    private static Caller firstProgram(Bench bench) {
        ProcessObject process = bench.kernel().processes().getLast();
        int tid = bench.kernel().threads().stream().filter(thread -> thread.process() == process.id()).findFirst().orElseThrow().tid();
        return new Caller(process.pid(), tid, PreviousMode.USER);
    }
}
