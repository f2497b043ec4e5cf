package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.se.AccessMask;
import dev.handlens.kernel.se.Privilege;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who may do what: access lists, privileges, previous mode, and what is for one process or for the kernel alone.
class SecurityTest {
    private static final int EVENT_QUERY = 0x1;
    private static final int EVENT_MODIFY = 0x2;
    private static final String NAME = "\\BaseNamedObjects\\e";

    private final Bench bench = Bench.x64();
    private final Caller fred = bench.process("fred.exe");
    private final Caller wilma = bench.process("wilma.exe");

    private void give(Caller caller, Privilege... privileges) {
        int bits = 0;
        for (Privilege privilege : privileges) {
            bits |= privilege.bit();
        }
        assertThat(bench.status(Bench.SYSTEM, new KernelCall.PsInitialLimits(caller.pid(), bits, -1, -1))).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    private static KernelCall.NtCreateEvent create(String name, int attributes, int allowed) {
        return Bench.event(new ObjectAttributes(name, 0, attributes, allowed));
    }

    @Test
    void anOpenHandleKeepsItsAccessWhenTheAccessListChanges() {
        long event = bench.event(fred, NAME);
        assertThat(bench.status(fred, new KernelCall.NtSetSecurityObject(event, EVENT_QUERY))).isEqualTo(NtStatus.STATUS_SUCCESS);

        assertThat(bench.status(fred, new KernelCall.NtSetEvent(event))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(wilma, Bench.open(ObjectType.EVENT, EVENT_MODIFY, NAME))).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(bench.status(wilma, Bench.open(ObjectType.EVENT, EVENT_QUERY, NAME))).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void theAccessListIsChangedWithWriteDacAlone() {
        bench.event(fred, NAME);
        long modify = bench.handle(wilma, Bench.open(ObjectType.EVENT, EVENT_MODIFY, NAME));
        long owner = bench.handle(wilma, Bench.open(ObjectType.EVENT, AccessMask.WRITE_DAC, NAME));

        assertThat(bench.status(wilma, new KernelCall.NtSetSecurityObject(modify, 0))).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(bench.status(wilma, new KernelCall.NtSetSecurityObject(owner, 0))).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void anObjectCanBeCreatedWithAnAccessListThatDoesNotBindItsCreator() {
        long event = bench.handle(fred, create(NAME, 0, EVENT_QUERY));

        assertThat(bench.status(fred, new KernelCall.NtSetEvent(event))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(fred, Bench.open(ObjectType.EVENT, EVENT_MODIFY, NAME))).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        long most = bench.handle(wilma, Bench.open(ObjectType.EVENT, AccessMask.MAXIMUM_ALLOWED, NAME));
        assertThat(bench.entry(wilma, most).grantedAccess()).isEqualTo(EVENT_QUERY);
    }

    @Test
    void kernelModeIsNotCheckedUnlessItAsksForIt() {
        bench.handle(fred, create(NAME, 0, EVENT_QUERY));
        Caller driver = Bench.inKernelMode(wilma);
        KernelCall forced = new KernelCall.NtOpenObject(
                ObjectType.EVENT, EVENT_MODIFY, new ObjectAttributes(NAME, 0, ObjectAttributes.FORCE_ACCESS_CHECK));

        assertThat(bench.status(driver, Bench.open(ObjectType.EVENT, EVENT_MODIFY, NAME))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(driver, forced)).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
    }

    @Test
    void aDriverThatForcesTheCheckCannotCreateWhereAProgramCannot() {
        bench.handle(fred, new KernelCall.NtCreateDirectoryObject(0xF000F, new ObjectAttributes("\\closed", 0, 0, 0x3)));
        Caller driver = Bench.inKernelMode(fred);
        int force = ObjectAttributes.FORCE_ACCESS_CHECK;

        assertThat(bench.status(fred, create("\\closed\\e", 0, -1))).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(bench.status(driver, create("\\closed\\e", force, -1))).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(bench.status(driver, create("\\closed\\e", 0, -1))).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void permanenceNeedsItsPrivilegeBeforeAnythingElse() {
        assertThat(bench.status(fred, create(NAME, ObjectAttributes.PERMANENT, -1))).isEqualTo(NtStatus.STATUS_PRIVILEGE_NOT_HELD);
        assertThat(bench.status(fred, new KernelCall.NtMakePermanentObject(0x7FFC))).isEqualTo(NtStatus.STATUS_PRIVILEGE_NOT_HELD);
        give(fred, Privilege.CREATE_PERMANENT);

        assertThat(bench.status(fred, new KernelCall.NtMakePermanentObject(0x7FFC))).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        long event = bench.handle(fred, create(NAME, ObjectAttributes.PERMANENT, -1));
        bench.close(fred, event);
        assertThat(bench.status(wilma, Bench.open(ObjectType.EVENT, EVENT_QUERY, NAME))).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void theDebugPrivilegeOpensAProcessWhateverItsAccessListSays() {
        long self = bench.processHandle(fred, fred);
        assertThat(bench.status(fred, new KernelCall.NtSetSecurityObject(self, 0))).isEqualTo(NtStatus.STATUS_SUCCESS);
        KernelCall open = new KernelCall.NtOpenProcess(0x40, ObjectAttributes.NONE, fred.pid());

        assertThat(bench.status(wilma, open)).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        give(wilma, Privilege.DEBUG);
        assertThat(bench.status(wilma, open)).isEqualTo(NtStatus.STATUS_SUCCESS);
        KernelCall nothing = new KernelCall.NtOpenProcess(0, ObjectAttributes.NONE, fred.pid());
        assertThat(bench.status(wilma, nothing)).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
    }

    @Test
    void directoriesAreTraversedByRightOnlyWithoutTheUsualPrivilege() {
        bench.handle(fred, new KernelCall.NtCreateDirectoryObject(0xF000F, new ObjectAttributes("\\d", 0, 0, 0x4)));
        long inner = bench.event(fred, "\\d\\e");
        assertThat(inner).isNotZero();
        assertThat(bench.status(wilma, Bench.open(ObjectType.EVENT, EVENT_QUERY, "\\d\\e"))).isEqualTo(NtStatus.STATUS_SUCCESS);

        give(wilma);
        assertThat(bench.status(wilma, Bench.open(ObjectType.EVENT, EVENT_QUERY, "\\d\\e"))).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
    }

    @Test
    void sectionsOfAnotherSessionNeedThePrivilegeForGlobalObjects() {
        bench.directory(fred, "\\Sessions");
        bench.directory(fred, "\\Sessions\\0");
        bench.directory(fred, "\\Sessions\\1");
        KernelCall own = new KernelCall.NtCreateSection(Bench.ALL, ObjectAttributes.named("\\Sessions\\0\\s"), 4096, 0);
        KernelCall other = new KernelCall.NtCreateSection(Bench.ALL, ObjectAttributes.named("\\Sessions\\1\\s"), 4096, 0);

        assertThat(bench.status(fred, own)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(fred, other)).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(bench.status(fred, Bench.event(ObjectAttributes.named("\\Sessions\\1\\e")))).isEqualTo(NtStatus.STATUS_SUCCESS);
        give(fred, Privilege.CHANGE_NOTIFY, Privilege.CREATE_GLOBAL);
        assertThat(bench.status(fred, other)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void theSessionOfADirectoryIsChangedByTheSystemAlone() {
        long directory = bench.directory(fred, "\\d");
        KernelCall change = new KernelCall.NtSetInformationObject(directory, false, false, KernelCall.NtSetInformationObject.SESSION, 2);

        assertThat(bench.status(fred, change)).isEqualTo(NtStatus.STATUS_PRIVILEGE_NOT_HELD);
        give(fred, Privilege.TCB);
        assertThat(bench.status(fred, change)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void anObjectIsForOneProcessOnlyIfItWasMadeSo() {
        int exclusive = ObjectAttributes.EXCLUSIVE;
        bench.event(fred, NAME);
        KernelCall open = new KernelCall.NtOpenObject(ObjectType.EVENT, EVENT_QUERY, new ObjectAttributes(NAME, 0, exclusive));
        assertThat(bench.status(fred, open)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);

        String own = "\\BaseNamedObjects\\own";
        bench.handle(fred, create(own, exclusive, -1));
        assertThat(bench.status(fred, create(own + "2", exclusive | ObjectAttributes.INHERIT, -1))).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(bench.status(wilma, Bench.open(ObjectType.EVENT, EVENT_QUERY, own))).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(bench.status(fred, Bench.open(ObjectType.EVENT, EVENT_QUERY, own))).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        KernelCall again = new KernelCall.NtOpenObject(ObjectType.EVENT, EVENT_QUERY, new ObjectAttributes(own, 0, exclusive));
        assertThat(bench.status(fred, again)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void noWayToOpenMakesAnObjectExclusiveThatWasNotMadeSo() {
        int exclusive = ObjectAttributes.EXCLUSIVE;
        ObjectAttributes asExclusive = new ObjectAttributes(NAME, 0, exclusive);
        int event = bench.object(fred, bench.event(fred, NAME)).id();
        ObjectAttributes file = new ObjectAttributes("\\??\\C:\\log.txt", 0, exclusive);
        ObjectAttributes key = new ObjectAttributes("\\REGISTRY\\MACHINE", 0, exclusive);

        assertThat(List.of(
                new KernelCall.NtOpenObject(ObjectType.EVENT, EVENT_QUERY, asExclusive),
                create(NAME, exclusive | ObjectAttributes.OPENIF, -1),
                new KernelCall.ObOpenObjectByName(EVENT_QUERY, asExclusive, ObjectType.EVENT, PreviousMode.KERNEL),
                new KernelCall.ObOpenObjectByPointer(event, EVENT_QUERY, exclusive, ObjectType.EVENT, PreviousMode.KERNEL),
                new KernelCall.NtOpenProcess(Bench.ALL, new ObjectAttributes(null, 0, exclusive), wilma.pid()),
                new KernelCall.NtOpenThread(Bench.ALL, new ObjectAttributes(null, 0, exclusive), wilma.tid()),
                new KernelCall.NtCreateFile(Bench.ALL, file, false, false),
                new KernelCall.NtOpenKey(Bench.ALL, key)))
                .allSatisfy(call -> assertThat(bench.status(fred, call)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER));
        assertThat(bench.kernel().object(event).exclusiveOwner()).isZero();
        assertThat(bench.status(wilma, Bench.open(ObjectType.EVENT, EVENT_QUERY, NAME))).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void whatTheKernelMadeForItselfIsClosedToPrograms() {
        Caller driver = Bench.inKernelMode(fred);
        bench.handle(driver, create(NAME, ObjectAttributes.KERNEL_EXCLUSIVE | ObjectAttributes.KERNEL_HANDLE, -1));

        assertThat(bench.status(fred, Bench.open(ObjectType.EVENT, EVENT_QUERY, NAME))).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(bench.status(driver, Bench.open(ObjectType.EVENT, EVENT_QUERY, NAME))).isEqualTo(NtStatus.STATUS_SUCCESS);
        KernelCall byProgram = create("\\BaseNamedObjects\\x", ObjectAttributes.KERNEL_EXCLUSIVE, -1);
        assertThat(bench.status(fred, byProgram)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }

    @Test
    void aProgramsKernelHandleFlagIsDroppedSilently() {
        long handle = bench.handle(fred, create(null, ObjectAttributes.KERNEL_HANDLE, -1));

        assertThat(handle).isPositive();
        assertThat(Kernel.isKernelHandle(bench.handle(Bench.inKernelMode(fred), create(null, ObjectAttributes.KERNEL_HANDLE, -1)))).isTrue();
    }

    @Test
    void aTokenIsOpenedThroughItsProcessAndGoesWithIt() {
        long token = bench.handle(fred, new KernelCall.NtOpenProcessToken(-1, 0x8));
        int object = bench.entry(fred, token).object();
        assertThat(bench.counts(object)).isEqualTo("1/2");

        assertThat(bench.status(fred, new KernelCall.NtOpenProcessToken(-1, 0))).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(bench.status(fred, new KernelCall.NtOpenThreadToken(-2, 0x8))).isEqualTo(NtStatus.STATUS_NO_TOKEN);
        long again = bench.handle(fred, new KernelCall.NtOpenProcessToken(-1, 0x8));
        assertThat(bench.entry(fred, again).object()).isEqualTo(object);
        bench.call(wilma, new KernelCall.NtTerminateProcess(bench.processHandle(wilma, fred), 0));
        assertThat(bench.counts(object)).isEqualTo("0/1");
    }
}
