package dev.handlens.kernel.conformance;

import static dev.handlens.kernel.KernelCall.NtDuplicateObject.CLOSE_SOURCE;
import static dev.handlens.kernel.KernelCall.NtDuplicateObject.SAME_ACCESS;
import static dev.handlens.kernel.KernelCall.NtDuplicateObject.SAME_ATTRIBUTES;
import static dev.handlens.kernel.ObjectAttributes.INHERIT;
import static dev.handlens.kernel.ObjectAttributes.KERNEL_HANDLE;
import static dev.handlens.kernel.ObjectAttributes.PROTECT_CLOSE;
import static dev.handlens.kernel.conformance.Actor.DIR_ALL;
import static dev.handlens.kernel.conformance.Actor.SELF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.PreviousMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Duplicating handles: what the new one may do, what becomes of the source, which value it gets.
///
/// Source of O07 to O11: ReactOS `kmtests/ntos_ob/ObHandle.c`; of O25 and O26: Wine `ntdll/tests/om.c`; of O33 to O37: Wine
/// `kernel32/tests/process.c`, whose DuplicateHandle is NtDuplicateObject.
class DuplicateCasesTest {
    private static final int QUERY = 1;
    private static final int PROCESS_ALL_ACCESS = 0x1FFFFF;

    private final CleanMachine machine = new CleanMachine();
    private final Actor driver = machine.driver();
    private final Actor user = machine.user();

    @ParameterizedTest
    @CsvSource({"0xF000F, 0, 0, 0xF000F, 0", "1, 0, 0, 1, 0", "1, 2, 0, 1, 2", "1, 2, 2, 0xF000F, 2"})
    void o07ADuplicateHasTheAccessAndAttributesThatWereAskedFor(int access, int attributes, int options, int granted, int kept) {
        expectDuplicate(access, attributes, options, granted, kept);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 4, 1, 0", "1, 2, 6, 0xF000F, 0"})
    void o08SameAttributesTakesThoseOfTheSource(int access, int attributes, int options, int granted, int kept) {
        expectDuplicate(access, attributes, options, granted, kept);
    }

    private void expectDuplicate(int access, int attributes, int options, int granted, int kept) {
        long h = driver.createDirectory(ObjectAttributes.NONE).ok();
        long duplicate = driver.duplicate(h, access, attributes, options).ok();
        assertThat(duplicate & Kernel.KERNEL_HANDLE_BITS).isZero();
        assertThat(driver.granted(duplicate)).isEqualTo(granted);
        assertThat(driver.attributes(duplicate)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"0xF000F, 0, 0", "1, 0, 0", "1, 2, 0", "1, 2, 2", "1, 2, 4", "1, 2, 6"})
    void o09ADuplicateCountsUntilItIsClosedAndLeavesItsSourceAsItWas(int access, int attributes, int options) {
        long h = driver.createDirectory(ObjectAttributes.NONE).ok();
        long duplicate = driver.duplicate(h, access, attributes, options).ok();
        assertThat(driver.counts(duplicate)).isEqualTo("3/2");
        assertThat(driver.counts(h)).isEqualTo("3/2");
        driver.closeAs(PreviousMode.USER, duplicate).ok();
        assertThat(driver.counts(h)).isEqualTo("2/1");
        assertThat(driver.attributes(h)).isZero();
        assertThat(driver.granted(h)).isEqualTo(DIR_ALL);
    }

    @Test
    void o10AKernelHandleInSystemIsClosedFromKernelModeOnly() {
        long system = driver.call(new KernelCall.NtOpenProcess(PROCESS_ALL_ACCESS, ObjectAttributes.NONE, Kernel.SYSTEM_PID)).ok();
        long h = driver.createDirectory(ObjectAttributes.NONE).ok();
        long duplicate = driver.duplicate(h, system, DIR_ALL, KERNEL_HANDLE, 0).ok();
        assertThat(duplicate & Kernel.KERNEL_HANDLE_BITS).isEqualTo(Kernel.KERNEL_HANDLE_BITS);
        assertThat(driver.counts(duplicate)).isEqualTo("3/2");
        assertThat(driver.counts(h)).isEqualTo("3/2");
        driver.closeAs(PreviousMode.USER, duplicate).is(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(driver.counts(duplicate)).isEqualTo("3/2");
        driver.closeAs(PreviousMode.KERNEL, duplicate).ok();
        assertThat(driver.counts(h)).isEqualTo("2/1");
    }

    @Test
    void o11AKernelHandleIsRefusedToAProgramThatClosesIt() {
        long h = driver.createDirectory(Actor.named(null, KERNEL_HANDLE)).ok();
        assertThat(h & Kernel.KERNEL_HANDLE_BITS).isEqualTo(Kernel.KERNEL_HANDLE_BITS);
        assertThat(driver.counts(h)).isEqualTo("2/1");
        driver.closeAs(PreviousMode.USER, h).is(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(driver.counts(h)).isEqualTo("2/1");
        driver.closeAs(PreviousMode.KERNEL, h).ok();
    }

    @Test
    void o25WithoutAPlaceForItTheHandleIsMadeAllTheSameAndABadPlaceIsRefusedFirst() {
        long self = user.duplicate(SELF, PROCESS_ALL_ACCESS, 0, 0).ok();
        // To pass NULL for the place is to forget the value that is given here.
        user.duplicate(SELF, PROCESS_ALL_ACCESS, 0, 0).ok();
        assertThat(user.objectOf(self).handleCount()).isEqualTo(2);
        user.withBadPointer().duplicate(SELF, PROCESS_ALL_ACCESS, 0, 0).is(NtStatus.STATUS_ACCESS_VIOLATION);
        assertThat(user.objectOf(self).handleCount()).isEqualTo(2);
        user.duplicate(0xDEAD, PROCESS_ALL_ACCESS, 0, 0).is(NtStatus.STATUS_INVALID_HANDLE);
    }

    @Test
    void o26ReservedAccessBitsAreRefused() {
        user.duplicate(SELF, 0xFFFFFFFF, 0, 0).is(NtStatus.STATUS_ACCESS_DENIED);
    }

    @ParameterizedTest
    @CsvSource({"0", "2"})
    void o33APseudoHandleSurvivesCloseSourceAndItsDuplicateIsARealHandle(int attributes) {
        long duplicate = user.duplicate(SELF, 0, attributes, SAME_ACCESS | CLOSE_SOURCE).ok();
        assertThat(duplicate).isPositive();
        assertThat(user.attributes(duplicate)).isEqualTo(attributes);
    }

    @Test
    void o34ClosingTheSourceGivesTheDuplicateTheValueOfTheSource() {
        long f = user.file();
        assertThat(user.duplicate(f, 0, 0, SAME_ACCESS | CLOSE_SOURCE).ok()).isEqualTo(f);
        assertThat(user.attributes(f)).isZero();
        assertThat(user.duplicate(f, 0, INHERIT, SAME_ACCESS | CLOSE_SOURCE).ok()).isEqualTo(f);
        assertThat(user.attributes(f)).isEqualTo(INHERIT);
    }

    @Test
    void o35AProtectedSourceStaysOpenAndItsDuplicateIsNotProtected() {
        long f = user.file();
        user.setFlags(f, false, true).ok();
        long duplicate = user.duplicate(f, 0, INHERIT, SAME_ACCESS | CLOSE_SOURCE).ok();
        assertThat(duplicate).isNotEqualTo(f);
        assertThat(user.attributes(duplicate)).isEqualTo(INHERIT);
        assertThat(user.attributes(f)).isEqualTo(PROTECT_CLOSE);
        assertThat(user.counts(f)).isEqualTo("3/2");
    }

    @Test
    void o36TheValueFreedLastIsTakenBeforeALowerFreeOne() {
        long fmin = user.file();
        long f = user.duplicate(fmin, 0, 0, SAME_ACCESS).ok();
        assertThat(f).isGreaterThan(fmin);
        user.close(fmin).ok();
        assertThat(user.duplicate(f, 0, 0, SAME_ACCESS | CLOSE_SOURCE).ok()).isEqualTo(f);
    }

    @Test
    void o37SameAttributesWinsOverTheInheritArgument() {
        long f = user.file();
        long plain = user.duplicate(f, 0, INHERIT, SAME_ACCESS | SAME_ATTRIBUTES).ok();
        assertThat(user.attributes(plain)).isZero();
        user.setFlags(f, true, true).ok();
        long flagged = user.duplicate(f, 0, 0, SAME_ACCESS | SAME_ATTRIBUTES).ok();
        assertThat(user.attributes(flagged)).isEqualTo(INHERIT | PROTECT_CLOSE);
        long pseudo = user.duplicate(SELF, 0, INHERIT, SAME_ACCESS | SAME_ATTRIBUTES).ok();
        assertThat(user.attributes(pseudo)).isZero();
    }
}
