package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ex.PoolTag;
import dev.handlens.kernel.ob.ObjectType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What counts as a reference, and when an object goes.
class ObjectLifetimeTest {
    private static final String NAME = "\\BaseNamedObjects\\E";

    private final Bench bench = Bench.x64();
    private Caller fred;

    @BeforeEach
    void start() {
        fred = bench.process("fred.exe");
    }

    @Test
    void anUnnamedObjectWithOneHandleIsCountedOneAndOne() {
        long handle = bench.event(fred);

        assertThat(bench.counts(bench.object(fred, handle).id())).isEqualTo("1/1");
        assertThat(bench.call(fred, new KernelCall.NtQueryObject(handle)).information()).as("a query counts itself").isEqualTo(2);
    }

    @Test
    void aNameIsAReferenceMore() {
        long handle = bench.event(fred, NAME);
        int id = bench.object(fred, handle).id();
        assertThat(bench.counts(id)).isEqualTo("1/2");

        bench.handle(fred, Bench.open(ObjectType.EVENT, Bench.EVENT_ALL, NAME));

        assertThat(bench.counts(id)).isEqualTo("2/3");
    }

    @Test
    void aDuplicateCountsOneAndOneAndLivesWithoutItsSource() {
        long handle = bench.event(fred);
        int id = bench.object(fred, handle).id();
        long duplicate = bench.duplicate(fred, handle);
        assertThat(bench.counts(id)).isEqualTo("2/2");

        bench.close(fred, handle);

        assertThat(bench.counts(id)).isEqualTo("1/1");
        assertThat(bench.status(fred, new KernelCall.NtSetEvent(duplicate))).isEqualTo(NtStatus.STATUS_SUCCESS);
        bench.close(fred, duplicate);
        assertThat(bench.counts(id)).isEqualTo("gone");
    }

    @Test
    void theNameGoesWithTheLastHandleThoughADriverKeepsTheObject() {
        loadGizmo();
        long handle = bench.event(fred, NAME);
        int id = bench.object(fred, handle).id();
        reference(handle);
        assertThat(bench.counts(id)).isEqualTo("1/3");

        bench.close(fred, handle);

        assertThat(bench.counts(id)).isEqualTo("0/1");
        assertThat(bench.status(fred, Bench.open(ObjectType.EVENT, Bench.EVENT_ALL, NAME)))
                .isEqualTo(NtStatus.STATUS_OBJECT_NAME_NOT_FOUND);
        assertThat(bench.pool().bytes(PoolKind.NONPAGED, "Even")).isPositive();
        assertThat(bench.status(fred, new KernelCall.KeSetEvent(id))).as("harmless").isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.call(fred, new KernelCall.ObDereferenceObject(id, "gizmo.sys")).information()).isZero();
        assertThat(bench.counts(id)).isEqualTo("gone");
    }

    @Test
    void aDriversReferenceOutlivesTheProcess() {
        loadGizmo();
        long handle = bench.event(fred);
        int id = bench.object(fred, handle).id();
        reference(handle);

        bench.call(fred, new KernelCall.NtTerminateProcess(-1, 0));

        assertThat(bench.kernel().process(fred.pid())).isNull();
        assertThat(bench.counts(id)).isEqualTo("0/1");
    }

    @Test
    void aPermanentObjectHasNoReferenceMoreAndKeepsItsName() {
        Caller kernelMode = Bench.inKernelMode(fred);
        long handle = bench.handle(kernelMode, Bench.event(new ObjectAttributes(NAME, 0, ObjectAttributes.PERMANENT)));
        int id = bench.object(fred, handle).id();
        assertThat(bench.counts(id)).isEqualTo("1/2");

        bench.close(fred, handle);

        assertThat(bench.counts(id)).isEqualTo("0/1");
        long again = bench.handle(fred, Bench.open(ObjectType.EVENT, Bench.EVENT_ALL, NAME));
        assertThat(bench.status(fred, new KernelCall.NtMakeTemporaryObject(again))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.counts(id)).as("nothing goes while a handle is open").isEqualTo("1/2");
        bench.close(fred, again);
        assertThat(bench.counts(id)).isEqualTo("gone");
    }

    @Test
    void permanenceNeedsAPrivilegeAndItsEndNeedsDelete() {
        long handle = bench.event(fred, NAME);
        long weak = bench.handle(fred, Bench.open(ObjectType.EVENT, 2, NAME));

        assertThat(bench.status(fred, Bench.event(new ObjectAttributes("\\BaseNamedObjects\\P", 0, ObjectAttributes.PERMANENT))))
                .isEqualTo(NtStatus.STATUS_PRIVILEGE_NOT_HELD);
        assertThat(bench.status(fred, new KernelCall.NtMakePermanentObject(handle))).isEqualTo(NtStatus.STATUS_PRIVILEGE_NOT_HELD);
        assertThat(bench.status(fred, new KernelCall.NtMakePermanentObject(0))).isEqualTo(NtStatus.STATUS_PRIVILEGE_NOT_HELD);
        assertThat(bench.status(Bench.inKernelMode(fred), new KernelCall.NtMakePermanentObject(0)))
                .isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(bench.status(Bench.inKernelMode(fred), new KernelCall.NtMakePermanentObject(handle))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(fred, new KernelCall.NtMakeTemporaryObject(weak))).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
    }

    @Test
    void aDirectoryIsReferredToByEachOfItsChildren() {
        long directory = bench.directory(fred, "\\BaseNamedObjects\\D");
        int id = bench.object(fred, directory).id();
        assertThat(bench.counts(id)).isEqualTo("1/2");
        long child = bench.event(fred, "\\BaseNamedObjects\\D\\C");
        assertThat(bench.counts(id)).isEqualTo("1/3");

        bench.close(fred, directory);
        assertThat(bench.counts(id)).as("its name is gone, its child keeps it").isEqualTo("0/1");
        bench.close(fred, child);

        assertThat(bench.counts(id)).isEqualTo("gone");
    }

    @Test
    void aReferenceThatIsNotThereCannotBeGivenBack() {
        loadGizmo();
        int id = bench.object(fred, bench.event(fred)).id();

        bench.call(fred, new KernelCall.ObDereferenceObject(id, "gizmo.sys"));

        assertThat(bench.kernel().bugCheck().code()).isEqualTo(0x18);
        assertThat(bench.status(fred, new KernelCall.NtQueryObject(4))).isEqualTo(NtStatus.STATUS_UNSUCCESSFUL);
    }

    @Test
    void referencesByPointerCheckTheTypeForUserModeAndForLinks() {
        loadGizmo();
        int id = bench.object(fred, bench.event(fred)).id();

        assertThat(byPointer(id, ObjectType.MUTANT, PreviousMode.USER)).isEqualTo(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        assertThat(byPointer(id, ObjectType.SYMBOLIC_LINK, PreviousMode.KERNEL)).isEqualTo(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        assertThat(byPointer(id, ObjectType.MUTANT, PreviousMode.KERNEL)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.counts(id)).isEqualTo("1/2");
    }

    @Test
    void aReferenceByHandleChecksHandleThenTypeThenAccessAndTheAccessOnlyForUserMode() {
        loadGizmo();
        bench.event(fred, NAME);
        long weak = bench.handle(fred, Bench.open(ObjectType.EVENT, 1, NAME));

        assertThat(byHandle(0x1000, ObjectType.EVENT, PreviousMode.USER)).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(byHandle(weak, ObjectType.FILE, PreviousMode.USER)).isEqualTo(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        assertThat(byHandle(weak, ObjectType.EVENT, PreviousMode.USER)).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(byHandle(weak, ObjectType.EVENT, PreviousMode.KERNEL)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(byHandle(-1, ObjectType.EVENT, PreviousMode.USER)).isEqualTo(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        assertThat(byHandle(-2, ObjectType.THREAD, PreviousMode.USER)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(byHandle(0xFFFF_FFFFL, null, PreviousMode.KERNEL)).as("not sign-extended").isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
    }

    @Test
    void nothingOfAnObjectIsLeftInThePoolsWhenItIsGone() {
        java.util.List<String> before = bench.bytesByTag();
        bench.close(fred, bench.event(fred, NAME));
        bench.close(fred, bench.directory(fred, "\\BaseNamedObjects\\D"));
        bench.close(fred, bench.handle(fred,
                new KernelCall.NtCreateSymbolicLinkObject(1, ObjectAttributes.named("\\BaseNamedObjects\\L"), "\\BaseNamedObjects")));
        bench.close(fred, bench.handle(fred, new KernelCall.NtCreateFile(Bench.ALL, ObjectAttributes.named("\\??\\C:\\a.txt"), true)));

        assertThat(bench.bytesByTag()).isEqualTo(before);
        assertThat(bench.pool().bytes(PoolKind.PAGED, PoolTag.FILE_NAME)).isPositive();
    }

    private void loadGizmo() {
        bench.call(Bench.SYSTEM, new KernelCall.IoLoadDriver("gizmo.sys"));
    }

    private void reference(long handle) {
        assertThat(byHandle(handle, ObjectType.EVENT, PreviousMode.USER)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    private NtStatus byHandle(long handle, ObjectType type, PreviousMode mode) {
        return bench.status(fred, new KernelCall.ObReferenceObjectByHandle(handle, 2, type, mode, "gizmo.sys"));
    }

    private NtStatus byPointer(int id, ObjectType type, PreviousMode mode) {
        return bench.status(fred, new KernelCall.ObReferenceObjectByPointer(id, 0, type, mode, "gizmo.sys"));
    }
}
