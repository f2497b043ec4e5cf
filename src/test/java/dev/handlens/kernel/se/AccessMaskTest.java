package dev.handlens.kernel.se;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.ob.ObjectType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccessMaskTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # type,     mask,     words
            File,       0x120089, read
            File,       0x120196, write
            File,       0x12019F, 'read, write'
            File,       0x13019F, 'read, write, delete'
            File,       0x1F01FF, all
            File,       0x100020, execute
            File,       0x100001, read data
            File,       0x100080, 'read attributes, synchronize'
            File,       0x100000, synchronize
            Key,        0x020019, read
            Key,        0x02001F, 'read, write'
            Key,        0x0F003F, all
            Key,        0x000001, query value
            Directory,  0x020003, 'query, traverse'
            Directory,  0x000003, 'query, traverse'
            Event,      0x1F0003, all
            Event,      0x100000, synchronize
            Event,      0x100002, 'modify state, synchronize'
            Event,      0x020001, query state
            Event,      0x020000, read control
            Event,      0x000000, none
            Mutant,     0x110001, 'query state, delete, synchronize'
            Process,    0x1FFFFF, all
            Process,    0x000040, dup handle
            Section,    0x000006, 'map write, map read'
            Section,    0x1F001F, all
            Callback,   0x000001, 0x1
            """)
    void aMaskIsDescribedInFewWords(String type, String mask, String words) {
        assertThat(AccessMask.describe(ObjectType.ofTypeName(type), Integer.decode(mask))).isEqualTo(words);
    }

    @Test
    void namesListGenericThenSpecificThenSharedRights() {
        assertThat(AccessMask.names(ObjectType.FILE, 0x120003 | AccessMask.GENERIC_READ))
                .containsExactly("GENERIC_READ", "FILE_READ_DATA", "FILE_WRITE_DATA", "READ_CONTROL", "SYNCHRONIZE");
        assertThat(AccessMask.names(ObjectType.EVENT, 0x1F0003)).containsExactly(
                "EVENT_QUERY_STATE", "EVENT_MODIFY_STATE", "DELETE", "READ_CONTROL", "WRITE_DAC", "WRITE_OWNER", "SYNCHRONIZE");
        assertThat(AccessMask.names(ObjectType.EVENT, 0)).isEmpty();
    }

    @Test
    void bitsWithoutANameAreListedAsANumber() {
        assertThat(AccessMask.names(ObjectType.MUTANT, 0x10031)).containsExactly("MUTANT_QUERY_STATE", "DELETE", "0x30");
    }

    @ParameterizedTest
    @EnumSource(ObjectType.class)
    void namesReadBackGiveTheMaskTheyCameFrom(ObjectType type) {
        int named = type.specificRights().keySet().stream().reduce(0, (left, right) -> left | right);
        int mask = named | AccessMask.DELETE | AccessMask.SYNCHRONIZE | AccessMask.GENERIC_READ | AccessMask.MAXIMUM_ALLOWED;
        int readBack = 0;
        for (String name : AccessMask.names(type, mask)) {
            readBack |= AccessMask.parse(type, name).orElseThrow();
        }

        assertThat(readBack).isEqualTo(mask);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # type,        name,                 mask
            File,          GENERIC_READ,         0x80000000
            File,          FILE_READ_DATA,       0x1
            File,          FILE_ALL_ACCESS,      0x1F01FF
            File,          FILE_GENERIC_WRITE,   0x120116
            Event,         EVENT_ALL_ACCESS,     0x1F0003
            Event,         SYNCHRONIZE,          0x100000
            Mutant,        MUTEX_ALL_ACCESS,     0x1F0001
            Mutant,        MUTANT_ALL_ACCESS,    0x1F0001
            Semaphore,     SEMAPHORE_ALL_ACCESS, 0x1F0003
            Process,       PROCESS_ALL_ACCESS,   0x1FFFFF
            Process,       PROCESS_DUP_HANDLE,   0x40
            Thread,        THREAD_ALL_ACCESS,    0x1FFFFF
            Key,           KEY_READ,             0x20019
            Key,           KEY_ALL_ACCESS,       0xF003F
            Section,       FILE_MAP_READ,        0x4
            Section,       SECTION_ALL_ACCESS,   0xF001F
            Token,         TOKEN_READ,           0x20008
            Job,           JOB_OBJECT_ALL_ACCESS, 0x1F001F
            WindowStation, WINSTA_ALL_ACCESS,    0x37F
            Timer,         MAXIMUM_ALLOWED,      0x2000000
            Timer,         DELETE,               0x10000
            """)
    void namesOfTheHeadersAreUnderstood(String type, String name, String mask) {
        int expected = Long.decode(mask).intValue();

        assertThat(AccessMask.parse(ObjectType.ofTypeName(type), name)).hasValue(expected);
        assertThat(AccessMask.parse(null, name)).hasValue(expected);
    }

    @Test
    void aRightOfAnotherTypeOrOfNoTypeIsNotUnderstood() {
        assertThat(AccessMask.parse(ObjectType.EVENT, "FILE_READ_DATA")).isEmpty();
        assertThat(AccessMask.parse(ObjectType.DESKTOP, "DESKTOP_ALL_ACCESS")).isEmpty();
        assertThat(AccessMask.parse(null, "FILE_READ_DATE")).isEmpty();
        assertThat(AccessMask.parse(null, "")).isEmpty();
    }

    /// Measured on Windows: opening a mutant with one bit at a time is refused for exactly the bits of 0x0DE0FFFE. Bit 24 is refused for
    /// want of a privilege, all others because a mutant has no such right.
    @Test
    void aMutantKnowsExactlyTheSingleBitsThatWindowsGrants() {
        int refused = 0;
        for (int bit = 0; bit < 32; bit++) {
            if (AccessMask.undefined(ObjectType.MUTANT, 1 << bit) != 0) {
                refused |= 1 << bit;
            }
        }

        assertThat(refused | AccessMask.ACCESS_SYSTEM_SECURITY).isEqualTo(0x0DE0FFFE);
        assertThat(refused & AccessMask.ACCESS_SYSTEM_SECURITY).isZero();
    }

    @ParameterizedTest
    @EnumSource(ObjectType.class)
    void genericRightsStandForRightsThatTheTypeHas(ObjectType type) {
        List<Integer> generic = List.of(
                AccessMask.GENERIC_READ, AccessMask.GENERIC_WRITE, AccessMask.GENERIC_EXECUTE, AccessMask.GENERIC_ALL);
        for (int right : generic) {
            assertThat(AccessMask.undefined(type, right)).as(AccessMask.names(type, right).toString()).isZero();
        }
    }
}
