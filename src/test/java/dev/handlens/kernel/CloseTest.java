package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ob.ObjectType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// NtClose: one close closes one handle, whatever else refers to its object.
class CloseTest {
    private final Bench bench = Bench.x64();
    private Caller fred;

    @BeforeEach
    void start() {
        fred = bench.process("fred.exe");
    }

    @Test
    void oneCloseClosesAHandleHoweverOftenItWasDuplicated() {
        long handle = bench.event(fred);
        bench.duplicate(fred, handle);
        bench.duplicate(fred, handle);

        bench.close(fred, handle);

        assertThat(bench.status(fred, new KernelCall.NtClose(handle))).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(bench.status(fred, new KernelCall.NtSetEvent(handle))).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
    }

    @Test
    void aClosedValueIsGivenToTheNextObjectOfAnyType() {
        long handle = bench.event(fred);
        bench.close(fred, handle);

        assertThat(bench.handle(fred, new KernelCall.NtCreateMutant(Bench.ALL, ObjectAttributes.NONE, false))).isEqualTo(handle);
        bench.close(fred, handle);
        assertThat(bench.kernel().bugCheck()).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, -2, 0xFFFF_FFFF_8000_0000L})
    void someValuesAreInvalidInSilenceInEveryMode(long handle) {
        assertThat(bench.status(fred, new KernelCall.NtClose(handle))).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(bench.status(Bench.inKernelMode(fred), new KernelCall.NtClose(handle))).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(bench.kernel().bugCheck()).isNull();
    }

    @Test
    void theTagBitsOfAValueAreIgnored() {
        long handle = bench.event(fred);

        bench.close(fred, handle + 3);

        assertThat(bench.entry(fred, handle)).isNull();
    }

    @Test
    void aProtectedHandleStaysOpen() {
        long handle = bench.event(fred);
        bench.call(fred, new KernelCall.NtSetInformationObject(handle, false, true));
        assertThat(bench.status(fred, new KernelCall.NtClose(handle))).isEqualTo(NtStatus.STATUS_HANDLE_NOT_CLOSABLE);

        bench.call(fred, new KernelCall.NtSetInformationObject(handle, true, false));

        assertThat(bench.entry(fred, handle).attributes()).isEqualTo(ObjectAttributes.INHERIT);
        bench.close(fred, handle);
    }

    @Test
    void theFlagsOfAPseudoHandleCannotBeSet() {
        assertThat(bench.status(fred, new KernelCall.NtSetInformationObject(-1, true, false))).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(bench.status(fred, new KernelCall.NtSetInformationObject(0x100, true, false))).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
    }

    @Test
    void kernelModeStopsTheMachineWhenItClosesWhatIsNotOpen() {
        bench.call(Bench.inKernelMode(fred), new KernelCall.NtClose(0x1234));

        assertThat(bench.kernel().bugCheck()).isEqualTo(new BugCheck(0x93, "INVALID_KERNEL_HANDLE", 0x1234, 1, 0, 0));
    }

    @Test
    void kernelModeStopsTheMachineWhenItClosesAProtectedHandle() {
        long handle = bench.event(fred);
        bench.call(fred, new KernelCall.NtSetInformationObject(handle, false, true));

        bench.call(Bench.inKernelMode(fred), new KernelCall.NtClose(handle));

        assertThat(bench.kernel().bugCheck()).isEqualTo(new BugCheck(0x93, "INVALID_KERNEL_HANDLE", handle, 0, 0, 0));
    }

    @Test
    void kernelModeMayCloseAProgramsHandleInItsContext() {
        bench.close(Bench.inKernelMode(fred), bench.event(fred));
    }

    @Test
    void aKernelHandleIsOneOfSystemAndOutOfReachOfPrograms() {
        Caller driver = Bench.inKernelMode(fred);
        long handle = bench.handle(driver, Bench.event(new ObjectAttributes(null, 0, ObjectAttributes.KERNEL_HANDLE)));
        assertThat(Kernel.isKernelHandle(handle)).isTrue();
        assertThat(bench.kernel().process(fred.pid()).table().count()).isZero();

        assertThat(bench.status(fred, new KernelCall.NtClose(handle))).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(bench.status(fred, new KernelCall.NtSetEvent(handle))).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        Caller elsewhere = Bench.inKernelMode(bench.process("other.exe"));
        assertThat(bench.status(elsewhere, new KernelCall.NtSetEvent(handle))).isEqualTo(NtStatus.STATUS_SUCCESS);
        bench.close(elsewhere, handle);
    }

    @Test
    void programsCannotAskForAKernelHandle() {
        long handle = bench.handle(fred, Bench.event(new ObjectAttributes(null, 0, ObjectAttributes.KERNEL_HANDLE)));

        assertThat(handle).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(PreviousMode.class)
    void theLastCloseEndsTheObject(PreviousMode mode) {
        Caller caller = new Caller(fred.pid(), fred.tid(), mode);
        long handle = bench.event(caller);
        int id = bench.object(fred, handle).id();

        bench.close(caller, handle);

        assertThat(bench.counts(id)).isEqualTo("gone");
        assertThat(bench.status(fred, Bench.open(ObjectType.EVENT, 1, "\\BaseNamedObjects\\E")))
                .isEqualTo(NtStatus.STATUS_OBJECT_NAME_NOT_FOUND);
    }
}
