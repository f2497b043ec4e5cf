package dev.handlens.kernel.conformance;

import static dev.handlens.kernel.ObjectAttributes.CASE_INSENSITIVE;
import static dev.handlens.kernel.ObjectAttributes.KERNEL_HANDLE;
import static dev.handlens.kernel.ObjectAttributes.PERMANENT;
import static dev.handlens.kernel.conformance.Actor.DIR_ALL;
import static dev.handlens.kernel.conformance.Actor.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.PreviousMode;
import dev.handlens.kernel.ob.ObjectType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What handles, names and pointer references add to the counts of an object.
///
/// Source of O01: ReactOS `kmtests/ntos_ob/ObHandle.c`; of O02 to O06: `kmtests/ntos_ob/ObReference.c`. Counts are written as
/// references/handles, as NtQueryObject reports them: with the reference of the query itself.
class ReferenceCasesTest {
    private static final String NAME = "\\YayDirectory1";

    private final CleanMachine machine = new CleanMachine();
    private final Actor driver = machine.driver();

    @Test
    void o01AnUnnamedDirectoryHasOneHandleAndOneReference() {
        long h = driver.createDirectory(ObjectAttributes.NONE).ok();
        assertThat(h & Kernel.KERNEL_HANDLE_BITS).isZero();
        assertThat(driver.counts(h)).isEqualTo("2/1");
        assertThat(driver.attributes(h)).isZero();
        assertThat(driver.granted(h)).isEqualTo(DIR_ALL);
        driver.closeAs(PreviousMode.USER, h).ok();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, CASE_INSENSITIVE, KERNEL_HANDLE, PERMANENT, CASE_INSENSITIVE | PERMANENT, CASE_INSENSITIVE | KERNEL_HANDLE,
            KERNEL_HANDLE | PERMANENT, CASE_INSENSITIVE | KERNEL_HANDLE | PERMANENT})
    void o02NoAttributeAddsAReferenceToAnUnnamedObject(int attributes) {
        assertThat(driver.counts(driver.createDirectory(named(null, attributes)).ok())).isEqualTo("2/1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, CASE_INSENSITIVE, KERNEL_HANDLE, PERMANENT, CASE_INSENSITIVE | PERMANENT, CASE_INSENSITIVE | KERNEL_HANDLE,
            KERNEL_HANDLE | PERMANENT, CASE_INSENSITIVE | KERNEL_HANDLE | PERMANENT})
    void o03ANameAddsOneReferenceAndPermanenceNone(int attributes) {
        assertThat(driver.counts(driver.createDirectory(named(NAME, attributes)).ok())).isEqualTo("3/1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void o04EveryPointerReferenceCountsOnceAndReturnsTheCountAfterIt(boolean isNamed) {
        int more = isNamed ? 1 : 0;
        long h = driver.createDirectory(isNamed ? named(NAME, 0) : ObjectAttributes.NONE).ok();
        expectReferences(h, 2 + more);

        int object = driver.reference(h, DIR_ALL, ObjectType.DIRECTORY, PreviousMode.KERNEL).object();
        expectReferences(h, 3 + more);
        assertThat(driver.reference(h, DIR_ALL, ObjectType.DIRECTORY, PreviousMode.KERNEL).object()).isEqualTo(object);
        expectReferences(h, 4 + more);
        for (int returned = 4 + more; returned <= 5 + more; returned++) {
            driver.referenceAgain(object).ok(returned);
            expectReferences(h, returned + 1);
        }
        for (int queried = 7 + more; queried <= 8 + more; queried++) {
            driver.referencePointer(object, ObjectType.DIRECTORY).ok();
            expectReferences(h, queried);
        }
        for (int returned = 6 + more; returned >= 1 + more; returned--) {
            driver.dereference(object).ok(returned);
            expectReferences(h, returned + 1);
        }
    }

    private void expectReferences(long handle, int references) {
        assertThat(driver.counts(handle)).isEqualTo(references + "/1");
    }

    @Test
    void o05ANameOfADirectoryIsFoundInAnyCaseAndReferredToByPointer() {
        long h = driver.createDirectory(named(NAME, 0)).ok();
        int object = driver.reference(h, DIR_ALL, ObjectType.DIRECTORY, PreviousMode.KERNEL).object();
        driver.referenceAgain(object).ok();
        assertThat(driver.counts(h)).isEqualTo("5/1");

        assertThat(driver.referenceName(NAME, ObjectType.DIRECTORY).object()).isEqualTo(object);
        assertThat(driver.counts(h)).isEqualTo("6/1");
        assertThat(driver.referenceName("\\YAYDIRECTORY1", ObjectType.DIRECTORY).object()).isEqualTo(object);
        assertThat(driver.counts(h)).isEqualTo("7/1");
        driver.dereference(object).ok(5);
        assertThat(driver.counts(h)).isEqualTo("6/1");
        driver.dereference(object).ok(4);
        assertThat(driver.counts(h)).isEqualTo("5/1");
    }

    @Test
    void o06MakingAnObjectTemporaryChangesNoCountAndItsNameGoesWithTheLastHandle() {
        long h = driver.createDirectory(named(NAME, PERMANENT)).ok();
        assertThat(driver.counts(h)).isEqualTo("3/1");
        for (int time = 1; time <= 2; time++) {
            driver.makeTemporary(h).ok();
            assertThat(driver.counts(h)).isEqualTo("3/1");
        }
        driver.close(h).ok();
        driver.openDirectory(named(NAME, 0)).is(NtStatus.STATUS_OBJECT_NAME_NOT_FOUND);
    }
}
