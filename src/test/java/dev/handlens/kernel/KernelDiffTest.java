package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ex.Pool;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ob.KObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The difference of two forks.
class KernelDiffTest {
    private final Bench bench = Bench.x64();
    private Caller fred;

    @BeforeEach
    void start() {
        fred = bench.process("fred.exe");
    }

    @Test
    void whatOpenedAndWasBornOneWayClosedAndIsGoneTheOther() {
        Kernel before = bench.kernel().fork();
        long event = bench.event(fred);

        KernelDiff forwards = KernelDiff.between(before, bench.kernel());
        KernelDiff backwards = KernelDiff.between(bench.kernel(), before);

        assertThat(forwards.opened()).containsExactly(new KernelDiff.Handle(fred.pid(), bench.entry(fred, event)));
        assertThat(forwards.born()).extracting(KObject::id).containsExactly(bench.object(fred, event).id());
        assertThat(forwards.closed()).isEmpty();
        assertThat(backwards.closed()).isEqualTo(forwards.opened());
        assertThat(backwards.gone()).isEqualTo(forwards.born());
    }

    @Test
    void aTagThatOnlyTheEarlierForkUsesIsInTheDifferenceBackwardsToo() {
        Kernel before = bench.kernel().fork();
        assertThat(before.pool().tags(PoolKind.NONPAGED)).extracting(Pool.TagUse::tag).doesNotContain("Even");
        bench.event(fred);

        assertThat(KernelDiff.between(before, bench.kernel()).pool()).extracting(KernelDiff.PoolChange::tag).containsExactly("Even");
        assertThat(KernelDiff.between(bench.kernel(), before).pool()).extracting(KernelDiff.PoolChange::tag).containsExactly("Even");
        assertThat(KernelDiff.between(bench.kernel(), before).pool().getFirst().bytesAfter()).isZero();
    }

    @Test
    void aValueThatWasClosedAndGivenAgainIsBothClosedAndOpenedAndRecycled() {
        long event = bench.event(fred);
        Kernel before = bench.kernel().fork();
        bench.close(fred, event);
        bench.event(fred);

        KernelDiff diff = KernelDiff.between(before, bench.kernel());

        assertThat(diff.closed()).hasSize(1);
        assertThat(diff.opened()).hasSize(1);
        assertThat(diff.isRecycled(diff.opened().getFirst())).isTrue();
    }

    @Test
    void whatOpenedAndClosedInBetweenIsInNeither() {
        Kernel before = bench.kernel().fork();
        bench.close(fred, bench.event(fred));

        KernelDiff diff = KernelDiff.between(before, bench.kernel());

        assertThat(diff.opened()).isEmpty();
        assertThat(diff.closed()).isEmpty();
        assertThat(diff.born()).isEmpty();
    }

    @Test
    void changedAttributesAndCountsAreToldApartFromNewHandles() {
        long event = bench.event(fred);
        Kernel before = bench.kernel().fork();
        bench.call(fred, new KernelCall.NtSetInformationObject(event, true, false));
        bench.duplicate(fred, event);

        KernelDiff diff = KernelDiff.between(before, bench.kernel());

        assertThat(diff.changed()).extracting(handle -> handle.entry().attributes()).containsExactly(ObjectAttributes.INHERIT);
        assertThat(diff.opened()).hasSize(1);
        assertThat(diff.counts()).extracting(counts -> counts.before().handleCount() + " " + counts.after().handleCount())
                .containsExactly("1 2");
    }

    @Test
    void theHandlesOfAProcessThatEndsAreClosed() {
        bench.event(fred);
        Kernel before = bench.kernel().fork();
        bench.call(fred, new KernelCall.NtTerminateProcess(-1, 0));

        KernelDiff diff = KernelDiff.between(before, bench.kernel());

        assertThat(diff.closed()).extracting(KernelDiff.Handle::pid).containsExactly(fred.pid());
        assertThat(diff.gone()).extracting(object -> object.type().typeName()).containsExactly("Process", "Thread", "Event");
    }
}
