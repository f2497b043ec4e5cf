package dev.handlens.kernel;

import static dev.handlens.kernel.KernelCall.NtDuplicateObject.CLOSE_SOURCE;
import static dev.handlens.kernel.KernelCall.NtDuplicateObject.SAME_ACCESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.io.FileObject;
import dev.handlens.kernel.ob.ObjectType;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rules about handles that are easily overlooked, because they show only in a combination.
class HandleRulesTest {
    private static final String NAME = "\\BaseNamedObjects\\Rule";
    private static final String FILE = "\\Device\\HarddiskVolume2\\rule.txt";

    private final Bench bench = Bench.x64();
    private final Caller fred = bench.process("fred.exe");

    @Test
    void anObjectKeepsItsNameWhenItsOnlyHandleIsReplaced() {
        long event = bench.event(fred, NAME);
        replace(event);
        bench.handle(fred, Bench.open(ObjectType.EVENT, Bench.EVENT_ALL, NAME));
        KernelInvariants.check(bench.kernel());
    }

    @Test
    void theDriverOfAFileIsNotToldOfALastHandleWhenItIsReplaced() {
        long file = bench.handle(fred, new KernelCall.NtCreateFile(0x120089, ObjectAttributes.named(FILE), true));
        replace(file);
        assertThat(((FileObject) bench.object(fred, file)).isCleanedUp()).isFalse();
        bench.close(fred, file);
        KernelInvariants.check(bench.kernel());
    }

    private void replace(long handle) {
        KernelCall call = new KernelCall.NtDuplicateObject(-1, handle, -1, 0, 0, SAME_ACCESS | CLOSE_SOURCE);
        assertThat(bench.handle(fred, call)).isEqualTo(handle);
    }

    @Test
    void aWaitForAllLooksUpEveryHandleBeforeItComparesThem() {
        long event = bench.event(fred);
        assertThat(bench.status(fred, new KernelCall.NtWaitForMultipleObjects(List.of(event, event, 0xDEADL), true, 0)))
                .isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(bench.status(fred, new KernelCall.NtWaitForMultipleObjects(List.of(event, event), true, 0)))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER_MIX);
    }

    @Test
    void aThreadThatWaitsForMoreThanThreeObjectsTakesABlockOfNonpagedPoolUntilItIsWoken() {
        List<Long> events = List.of(bench.event(fred), bench.event(fred), bench.event(fred), bench.event(fred));
        long before = bench.pool().bytes(PoolKind.NONPAGED);
        assertThat(bench.status(fred, new KernelCall.NtWaitForMultipleObjects(events.subList(0, 3), false, -1)))
                .isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(bench.pool().bytes(PoolKind.NONPAGED)).isEqualTo(before);

        Caller second = bench.thread(fred);
        before = bench.pool().bytes(PoolKind.NONPAGED);
        bench.status(second, new KernelCall.NtWaitForMultipleObjects(events, false, -1));
        assertThat(bench.pool().bytes(PoolKind.NONPAGED)).as("4 wait blocks of 48 bytes and a header").isEqualTo(before + 4 * 48 + 16);
        KernelInvariants.check(bench.kernel());
        bench.call(second, new KernelCall.KeWaitTimeout(second.tid()));
        assertThat(bench.pool().bytes(PoolKind.NONPAGED)).isEqualTo(before);
    }

    @Test
    void aHandleOf0EndsTheOtherThreadsOfTheProcess() {
        Caller second = bench.thread(fred);
        assertThat(bench.status(fred, new KernelCall.NtTerminateProcess(0, 1))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.kernel().thread(second.tid())).isNull();
        assertThat(bench.kernel().thread(fred.tid()).isRunning()).isTrue();
        assertThat(bench.kernel().process(fred.pid()).isRunning()).isTrue();
    }

    @Test
    void aThreadEndsItselfByAHandleOf0UnlessItIsTheOnlyOne() {
        assertThat(bench.status(fred, new KernelCall.NtTerminateThread(0, 1))).isEqualTo(NtStatus.STATUS_CANT_TERMINATE_SELF);
        Caller second = bench.thread(fred);
        assertThat(bench.status(second, new KernelCall.NtTerminateThread(0, 1))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.kernel().thread(second.tid())).isNull();
        assertThat(bench.kernel().process(fred.pid()).isRunning()).isTrue();
    }

    @Test
    void handlesThatSystemMakesAreKernelHandles() {
        long event = bench.event(Bench.SYSTEM);
        assertThat(Kernel.isKernelHandle(event)).isTrue();
        bench.close(Bench.inKernelMode(fred), event);
    }

    @Test
    void aFileWithoutAHandleGetsNoneAgain() {
        Caller driver = Bench.inKernelMode(fred);
        bench.call(Bench.SYSTEM, new KernelCall.IoLoadDriver("rule.sys"));
        long file = bench.handle(fred, new KernelCall.NtCreateFile(0x120089, ObjectAttributes.named(FILE), true));
        long event = bench.event(fred);
        int fileObject = keep(driver, file);
        int eventObject = keep(driver, event);

        assertThat(bench.status(driver, reopen(fileObject))).isEqualTo(NtStatus.STATUS_UNSUCCESSFUL);
        assertThat(bench.status(driver, reopen(eventObject))).isEqualTo(NtStatus.STATUS_SUCCESS);
        KernelInvariants.check(bench.kernel());
    }

    /// Closes a handle whose object a driver goes on referring to.
    private int keep(Caller driver, long handle) {
        KernelCall refer = new KernelCall.ObReferenceObjectByHandle(handle, 0, null, PreviousMode.KERNEL, "rule.sys");
        int object = bench.call(driver, refer).object();
        bench.close(fred, handle);
        return object;
    }

    private static KernelCall reopen(int object) {
        return new KernelCall.ObOpenObjectByPointer(object, Bench.ALL, 0, null, PreviousMode.KERNEL);
    }

    @Test
    void callsWithoutAttributesAreAnsweredAndNeverAMistakeOfOurs() {
        assertThat(bench.status(fred, new KernelCall.NtCreateFile(1, null, true))).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(bench.status(fred, new KernelCall.NtOpenKey(1, null))).isEqualTo(NtStatus.STATUS_ACCESS_VIOLATION);
        assertThat(bench.status(fred, new KernelCall.NtOpenThread(1, null, fred.tid()))).isEqualTo(NtStatus.STATUS_ACCESS_VIOLATION);
        bench.handle(fred, new KernelCall.NtCreateProcess(Bench.ALL, null, "child.exe", false, List.of(), 0));
        bench.handle(fred, new KernelCall.NtCreateThread(Bench.ALL, null, -1, "start", 0));
        bench.handle(fred, new KernelCall.NtCreateSection(Bench.ALL, null, 4096, 0));
    }

    @Test
    void argumentsThatNameNothingAreToldApartByTheirPlace() {
        assertThat(bench.status(fred, new KernelCall.NtCreateTimer(Bench.ALL, ObjectAttributes.NONE, null)))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER_4);
        assertThat(bench.status(fred, new KernelCall.NtCreateSection(Bench.ALL, ObjectAttributes.NONE, 0, 0)))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER_4);
        assertThat(bench.status(fred, new KernelCall.NtCreateSection(Bench.ALL, ObjectAttributes.NONE, -1, 0)))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }

    @Test
    void theRightToChangeAuditingIsNotForCreators() {
        int asked = Bench.EVENT_ALL | 0x100_0000;
        KernelCall create = new KernelCall.NtCreateEvent(asked, ObjectAttributes.named(NAME), EventKind.NOTIFICATION, false);
        assertThat(bench.status(fred, create)).isEqualTo(NtStatus.STATUS_PRIVILEGE_NOT_HELD);
        assertThat(bench.status(fred, Bench.open(ObjectType.EVENT, 1, NAME))).isEqualTo(NtStatus.STATUS_OBJECT_NAME_NOT_FOUND);
    }
}
