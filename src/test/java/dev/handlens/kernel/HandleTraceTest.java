package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ps.HandleTrace;
import dev.handlens.kernel.ps.HandleTrace.Operation;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What handle tracing of a process writes down.
class HandleTraceTest {
    private final Bench bench = Bench.x64();
    private Caller fred;

    @BeforeEach
    void start() {
        fred = bench.process("fred.exe");
    }

    @Test
    void nothingIsRecordedUntilItIsSwitchedOn() {
        bench.event(fred);
        assertThat(bench.kernel().process(fred.pid()).trace()).isNull();

        enable(true);

        assertThat(trace()).isEmpty();
    }

    @Test
    void opensClosesAndBadReferencesAreRecordedTheNewestFirst() {
        enable(true);
        long event = bench.event(fred);
        bench.close(fred, event);
        bench.call(fred, new KernelCall.NtSetEvent(event));

        assertThat(trace()).extracting(HandleTrace.Record::operation)
                .containsExactly(Operation.BAD_REFERENCE, Operation.CLOSE, Operation.OPEN);
        assertThat(trace()).extracting(HandleTrace.Record::handle).containsOnly(event);
        assertThat(trace()).extracting(HandleTrace.Record::tid).containsOnly(fred.tid());
        assertThat(trace().getLast().stamp()).isLessThan(trace().getFirst().stamp());
    }

    @Test
    void aHandleThatAnotherProcessGivesIsRecordedUnderThatProcess() {
        enable(true);
        Caller other = bench.process("other.exe");
        long to = bench.processHandle(other, fred);
        long event = bench.event(other);

        bench.handle(other, new KernelCall.NtDuplicateObject(-1, event, to, 0, 0, KernelCall.NtDuplicateObject.SAME_ACCESS));

        assertThat(trace().getFirst().pid()).isEqualTo(other.pid());
    }

    @Test
    void switchingItOnAgainKeepsTheRecordsAndSwitchingItOffForgetsThem() {
        enable(true);
        bench.event(fred);
        enable(true);
        assertThat(trace()).hasSize(1);

        enable(false);
        enable(true);

        assertThat(trace()).isEmpty();
    }

    @Test
    void theLast4096RecordsAreKept() {
        enable(true);
        long event = bench.event(fred);
        for (int i = 0; i < 5_000; i++) {
            bench.close(fred, bench.duplicate(fred, event));
        }

        assertThat(trace()).hasSize(HandleTrace.CAPACITY);
        assertThat(trace().subList(0, 2)).extracting(HandleTrace.Record::operation).containsExactly(Operation.CLOSE, Operation.OPEN);
        List<Long> stamps = trace().stream().map(HandleTrace.Record::stamp).toList();
        assertThat(stamps).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    private void enable(boolean on) {
        assertThat(bench.status(fred, new KernelCall.NtSetHandleTracing(-1, on))).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    private List<HandleTrace.Record> trace() {
        return bench.kernel().process(fred.pid()).trace().newestFirst();
    }
}
