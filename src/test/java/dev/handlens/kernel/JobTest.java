package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Jobs and how their processes end.
class JobTest {
    private final Bench bench = Bench.x64();
    private final Caller fred = bench.process("fred.exe");
    private final Caller wilma = bench.process("wilma.exe");

    private long job() {
        return bench.handle(fred, new KernelCall.NtCreateJobObject(Bench.ALL, ObjectAttributes.NONE));
    }

    private NtStatus assign(long job) {
        return bench.status(fred, new KernelCall.NtAssignProcessToJobObject(job, bench.processHandle(fred, wilma)));
    }

    private boolean runs(int pid) {
        return bench.kernel().process(pid) != null && bench.kernel().process(pid).isRunning();
    }

    @Test
    void theLastHandleOfAJobEndsItsProcessesIfItWasToldTo() {
        long job = job();
        assertThat(bench.status(fred, new KernelCall.NtSetInformationJobObject(job, true))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(assign(job)).isEqualTo(NtStatus.STATUS_SUCCESS);
        long second = bench.duplicate(fred, job);

        bench.close(fred, job);
        assertThat(runs(wilma.pid())).isTrue();
        bench.close(fred, second);
        assertThat(runs(wilma.pid())).isFalse();
    }

    @Test
    void withoutThatItsProcessesKeepTheJob() {
        long job = job();
        int object = bench.entry(fred, job).object();
        assign(job);
        bench.close(fred, job);

        assertThat(runs(wilma.pid())).isTrue();
        assertThat(bench.counts(object)).isEqualTo("0/1");
        bench.call(wilma, new KernelCall.NtTerminateProcess(-1, 0));
        assertThat(bench.counts(object)).isEqualTo("gone");
    }

    @Test
    void aProcessIsInOneJobAndItsChildrenAreInTheSame() {
        long job = job();
        assign(job);
        assertThat(assign(job())).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        bench.handle(wilma, new KernelCall.NtCreateProcess(Bench.ALL, ObjectAttributes.NONE, "child.exe", false, List.of(), 4000));

        assertThat(bench.status(fred, new KernelCall.NtTerminateJobObject(job, 7))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(runs(wilma.pid())).isFalse();
        assertThat(runs(4000)).isFalse();
        assertThat(runs(fred.pid())).isTrue();
    }

    @Test
    void aMemberThatHoldsTheLastHandleEndsItselfByClosingIt() {
        long job = job();
        bench.call(fred, new KernelCall.NtSetInformationJobObject(job, true));
        bench.call(fred, new KernelCall.NtAssignProcessToJobObject(job, -1));

        assertThat(bench.status(fred, new KernelCall.NtClose(job))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(runs(fred.pid())).isFalse();
        KernelInvariants.check(bench.kernel());
    }
}
