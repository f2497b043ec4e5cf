package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ex.EventObject;
import dev.handlens.kernel.io.DeviceObject;
import dev.handlens.kernel.io.FileObject;
import dev.handlens.kernel.ob.DirectoryObject;
import dev.handlens.kernel.se.AccessMask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Devices and the files opened on them.
class IoTest {
    private final Bench bench = Bench.x64();
    private Caller fred;
    private int device;

    @BeforeEach
    void start() {
        fred = bench.process("fred.exe");
        bench.call(Bench.SYSTEM, new KernelCall.IoLoadDriver("gizmo.sys"));
        device = bench.call(Bench.SYSTEM, new KernelCall.IoCreateDevice("gizmo.sys", "\\Device\\Gizmo")).object();
    }

    @Test
    void eachOpenMakesAFileObjectAndADuplicateDoesNot() {
        long one = open(AccessMask.GENERIC_READ);
        long two = open(AccessMask.GENERIC_READ);
        long duplicate = bench.duplicate(fred, one);
        int file = bench.object(fred, one).id();

        assertThat(bench.object(fred, two).id()).isNotEqualTo(file);
        assertThat(bench.object(fred, duplicate).id()).isEqualTo(file);
        assertThat(openFiles()).isEqualTo(2);
        bench.close(fred, one);
        assertThat(((FileObject) bench.object(fred, duplicate)).isCleanedUp()).isFalse();
        bench.close(fred, two);
        assertThat(openFiles()).isOne();
        bench.close(fred, duplicate);
        assertThat(openFiles()).isZero();
        assertThat(bench.counts(file)).isEqualTo("gone");
    }

    @Test
    void theDriverIsToldOfTheLastHandleAndLaterOfTheLastReference() {
        long file = open(AccessMask.GENERIC_READ);
        int id = bench.object(fred, file).id();
        bench.call(fred, new KernelCall.ObReferenceObjectByHandle(file, 1, null, PreviousMode.USER, "gizmo.sys"));
        bench.close(fred, file);

        assertThat(((FileObject) bench.kernel().object(id)).isCleanedUp()).isTrue();
        assertThat(openFiles()).isOne();
        bench.call(fred, new KernelCall.ObDereferenceObject(id, "gizmo.sys"));
        assertThat(openFiles()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, STATUS_SUCCESS, STATUS_ACCESS_DENIED", "2, STATUS_ACCESS_DENIED, STATUS_SUCCESS",
            "4, STATUS_ACCESS_DENIED, STATUS_SUCCESS",
        "3, STATUS_SUCCESS, STATUS_SUCCESS", "0x100000, STATUS_ACCESS_DENIED, STATUS_ACCESS_DENIED"})
    void readingAndWritingNeedTheAccessGrantedAtOpen(String access, NtStatus read, NtStatus write) {
        long file = open(Integer.decode(access));

        assertThat(bench.status(fred, new KernelCall.NtReadFile(file))).isEqualTo(read);
        assertThat(bench.status(fred, new KernelCall.NtWriteFile(file))).isEqualTo(write);
    }

    @Test
    void aControlCodeNamesTheAccessItNeeds() {
        long file = open(1);

        assertThat(control(file, 0x222004, 0)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(control(file, 0x226004, 0)).as("read").isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(control(file, 0x22A004, 0)).as("write").isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(control(bench.event(fred), 0x222004, 0)).isEqualTo(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        assertThat(control(0x1000, 0x222004, 0)).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
    }

    @Test
    void theEventOfARequestIsSetWhenItCompletes() {
        long file = open(1);
        long event = bench.event(fred);
        long weak = bench.handle(fred, new KernelCall.NtDuplicateObject(-1, event, -1, AccessMask.SYNCHRONIZE, 0, 0));

        assertThat(control(file, 0x222004, weak)).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(control(file, 0x222004, file)).isEqualTo(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        assertThat(control(file, 0x222004, event)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(((EventObject) bench.object(fred, event)).isSignaled()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"\\Device\\None, STATUS_OBJECT_NAME_NOT_FOUND", "\\BaseNamedObjects, STATUS_OBJECT_TYPE_MISMATCH",
            "'', STATUS_OBJECT_PATH_SYNTAX_BAD",
        "\\None\\X, STATUS_OBJECT_PATH_NOT_FOUND"})
    void whatIsNoDeviceCannotBeOpenedAsAFile(String name, NtStatus status) {
        assertThat(bench.status(fred, new KernelCall.NtCreateFile(1, ObjectAttributes.named(name), true))).isEqualTo(status);
    }

    @Test
    void aFailedOpenLeavesTheDeviceAsItWas() {
        assertThat(bench.status(fred, new KernelCall.NtCreateFile(0, ObjectAttributes.named("\\Device\\Gizmo"), true)))
                .isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(openFiles()).isZero();
    }

    @Test
    void aSectionKeepsTheFileThatBacksIt() {
        long file = open(1);
        int id = bench.object(fred, file).id();
        long section = bench.handle(fred, new KernelCall.NtCreateSection(Bench.ALL, ObjectAttributes.NONE, 0, file));
        bench.close(fred, file);
        assertThat(bench.counts(id)).isEqualTo("0/1");

        bench.close(fred, section);

        assertThat(bench.counts(id)).isEqualTo("gone");
    }

    /// A storm found it: whoever may delete the directory of drivers may also put something else in its place.
    @Test
    void somethingElseInPlaceOfTheDirectoryOfDriversHidesThemAndBreaksNothing() {
        int drivers = ((DirectoryObject) bench.kernel().object(bench.kernel().rootDirectory())).find("Driver", false);
        bench.call(Bench.SYSTEM, new KernelCall.ObMakeTemporaryObject(drivers));
        bench.event(fred, "\\Driver");

        assertThat(bench.status(Bench.SYSTEM, new KernelCall.IoLoadDriver("other.sys"))).isEqualTo(NtStatus.STATUS_OBJECT_PATH_NOT_FOUND);
        assertThat(bench.status(Bench.SYSTEM, new KernelCall.IoCreateDevice("gizmo.sys", "\\Device\\Other")))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(open(AccessMask.GENERIC_READ)).isPositive();
    }

    private long open(int access) {
        return bench.handle(fred, new KernelCall.NtCreateFile(access, ObjectAttributes.named("\\Device\\Gizmo"), true));
    }

    private NtStatus control(long file, int code, long event) {
        return bench.status(fred, new KernelCall.NtDeviceIoControlFile(file, code, event));
    }

    private int openFiles() {
        return ((DeviceObject) bench.kernel().object(device)).openFiles();
    }
}
