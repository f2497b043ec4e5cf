package dev.handlens.kernel.conformance;

import static dev.handlens.kernel.NtStatus.STATUS_OBJECT_NAME_COLLISION;
import static dev.handlens.kernel.NtStatus.STATUS_OBJECT_NAME_EXISTS;
import static dev.handlens.kernel.NtStatus.STATUS_OBJECT_NAME_INVALID;
import static dev.handlens.kernel.NtStatus.STATUS_OBJECT_PATH_NOT_FOUND;
import static dev.handlens.kernel.NtStatus.STATUS_OBJECT_PATH_SYNTAX_BAD;
import static dev.handlens.kernel.NtStatus.STATUS_OBJECT_TYPE_MISMATCH;
import static dev.handlens.kernel.ObjectAttributes.CASE_INSENSITIVE;
import static dev.handlens.kernel.ObjectAttributes.OPENIF;
import static dev.handlens.kernel.conformance.Actor.EVENT_ALL;
import static dev.handlens.kernel.conformance.Actor.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.ob.ObjectType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Names: what collides, what is not a name, what a name relative to a directory means.
///
/// Source: Wine `ntdll/tests/om.c`. O17 takes the value of Windows 7: before Vista, a name of another type was a collision.
class NameCasesTest {
    private static final String NAMED_OBJECTS = "\\BaseNamedObjects";
    private static final int MUTANT_ALL = 0x1F0001;

    private final CleanMachine machine = new CleanMachine();
    private final Actor user = machine.user();

    @Test
    void o15TheRootIsTakenAndCanBeOpenedAsADirectoryOnly() {
        user.createDirectory(named("\\", 0)).is(STATUS_OBJECT_NAME_COLLISION);
        assertThat(user.createDirectory(named("\\", OPENIF)).is(STATUS_OBJECT_NAME_EXISTS)).isPositive();
        user.createMutant(named("\\", OPENIF)).is(STATUS_OBJECT_TYPE_MISMATCH);
    }

    @ParameterizedTest
    @EnumSource(value = ObjectType.class, names = {"MUTANT", "EVENT", "SEMAPHORE", "TIMER", "SECTION"})
    void o16CreatingWhatIsThereOpensItWhenTheCallerAcceptsThat(ObjectType type) {
        String x = NAMED_OBJECTS + "\\om.c-test";
        long created = user.create(type, named(x, 0)).ok();
        long opened = user.create(type, named(x, OPENIF)).is(STATUS_OBJECT_NAME_EXISTS);
        assertThat(opened).isPositive();
        // CreateEvent and its like ask for OPENIF too; 183, ERROR_ALREADY_EXISTS, is what they make of the status.
        long win32 = user.create(type, named(x, OPENIF)).is(STATUS_OBJECT_NAME_EXISTS);
        assertThat(STATUS_OBJECT_NAME_EXISTS.win32Error()).hasValue(183);
        for (long handle : new long[] {created, opened, win32}) {
            user.close(handle).ok();
        }
        ObjectType next = type == ObjectType.EVENT ? ObjectType.MUTANT : ObjectType.EVENT;
        user.create(next, named(x, 0)).ok();
    }

    @Test
    void o17AnotherTypeIsAMismatchAndAnotherCaseAnotherName() {
        long mutant = user.createMutant(named(NAMED_OBJECTS + "\\test", 0)).ok();
        user.createEvent(EVENT_ALL, named(NAMED_OBJECTS + "\\test", 0)).is(STATUS_OBJECT_TYPE_MISMATCH);
        user.createEvent(EVENT_ALL, named(NAMED_OBJECTS + "\\Test", 0)).ok();
        user.open(ObjectType.MUTANT, MUTANT_ALL, named(NAMED_OBJECTS + "\\TEst", CASE_INSENSITIVE)).is(STATUS_OBJECT_TYPE_MISMATCH);
        user.close(mutant).ok();
        ObjectAttributes anyCase = named("\\BASENamedObjects\\test", CASE_INSENSITIVE);
        user.createMutant(anyCase).is(STATUS_OBJECT_TYPE_MISMATCH);
        user.createEvent(EVENT_ALL, anyCase).is(STATUS_OBJECT_NAME_COLLISION);
        user.createMutant(named("\\BASENamedObjects\\test", 0)).is(STATUS_OBJECT_PATH_NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "BaseNamedObjects, STATUS_OBJECT_PATH_SYNTAX_BAD",
        "\\BaseNamedObjects\\, STATUS_OBJECT_NAME_INVALID",
        "\\\\BaseNamedObjects, STATUS_OBJECT_NAME_INVALID",
        "\\BaseNamedObjects\\\\om.c-test, STATUS_OBJECT_NAME_INVALID",
        "\\BaseNamedObjects\\om.c-test\\, STATUS_OBJECT_PATH_NOT_FOUND"})
    void o18WhatIsNotAPathIsRefusedWithItsReason(String name, NtStatus status) {
        user.createDirectory(named(name, 0)).is(status);
        user.openDirectory(named(name, 0)).is(status);
    }

    @Test
    void o19ANameRelativeToADirectoryHasNoBackslashInFront() {
        long root = user.openDirectory(named(NAMED_OBJECTS, 0)).ok();
        user.openDirectory(below(root, null)).is(STATUS_OBJECT_NAME_INVALID);
        user.createDirectory(below(root, "")).ok();
        user.openDirectory(below(root, "")).ok();
        for (String name : new String[] {"\\", "\\om.c-test", "\\om.c-test\\"}) {
            user.createDirectory(below(root, name)).is(STATUS_OBJECT_PATH_SYNTAX_BAD);
            user.openDirectory(below(root, name)).is(STATUS_OBJECT_PATH_SYNTAX_BAD);
        }
        user.createDirectory(below(root, "om.c-test\\")).is(STATUS_OBJECT_PATH_NOT_FOUND);
        user.openDirectory(below(root, "om.c-test\\")).is(STATUS_OBJECT_PATH_NOT_FOUND);
        user.createDirectory(below(root, "om.c-test")).ok();
        user.openDirectory(below(root, "om.c-test")).ok();
    }

    @Test
    void o20ADirectoryInADirectoryIsReachedByItsFullPathAndFromItsParent() {
        long root = user.openDirectory(named("\\", 0)).ok();
        user.openDirectory(below(root, "\\")).is(STATUS_OBJECT_PATH_SYNTAX_BAD);
        long outer = user.createDirectory(named(NAMED_OBJECTS + "\\om.c-test", 0)).ok();
        long inner = user.createDirectory(named(NAMED_OBJECTS + "\\om.c-test\\one more level", 0)).ok();
        user.close(inner).ok();
        user.createDirectory(below(outer, "one more level")).ok();
    }

    @Test
    void o22TheNameOfAnyTypeFollowsTheSameRules() {
        long root = user.openDirectory(named(NAMED_OBJECTS, 0)).ok();
        user.createMutant(below(root, "\\om.c-mutant")).is(STATUS_OBJECT_PATH_SYNTAX_BAD);
        user.createMutant(below(root, "\\om.c-mutant\\")).is(STATUS_OBJECT_PATH_SYNTAX_BAD);
        user.createMutant(below(root, "om.c\\-mutant")).is(STATUS_OBJECT_PATH_NOT_FOUND);
        user.createMutant(below(root, "om.c-mutant")).ok();
    }

    private static ObjectAttributes below(long root, String name) {
        return new ObjectAttributes(name, root, 0);
    }
}
