package dev.handlens.kernel.ob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handlens.kernel.Architecture;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.se.GenericMapping;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ObjectTypeTest {

    @Test
    void windows7HasFortyTwoTypesAtIndexes2To43() {
        List<String> names = Arrays.stream(ObjectType.values()).map(type -> type.typeIndex() + " " + type.typeName()).toList();

        assertThat(names).containsExactly(
                "2 Type", "3 Directory", "4 SymbolicLink", "5 Token", "6 Job", "7 Process", "8 Thread", "9 UserApcReserve",
                "10 IoCompletionReserve", "11 DebugObject", "12 Event", "13 EventPair", "14 Mutant", "15 Callback", "16 Semaphore",
                "17 Timer", "18 Profile", "19 KeyedEvent", "20 WindowStation", "21 Desktop", "22 TpWorkerFactory", "23 Adapter",
                "24 Controller", "25 Device", "26 Driver", "27 IoCompletion", "28 File", "29 TmTm", "30 TmTx", "31 TmRm", "32 TmEn",
                "33 Section", "34 Session", "35 Key", "36 ALPC Port", "37 PowerRequest", "38 WmiGuid", "39 EtwRegistration",
                "40 EtwConsumer", "41 FilterConnectionPort", "42 FilterCommunicationPort", "43 PcwObject");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # type,         tag,  pool,     x64, named, x86, named, quota x64, quota x86
            Type,           ObjT, NONPAGED,  304,  336, 184, 200,  296, 184
            Directory,      Dire, PAGED,     400,  432, 200, 216,  424, 216
            SymbolicLink,   Symb, PAGED,      96,  128,  56,  72,  120,  72
            Token,          Toke, PAGED,     848,  880, 512, 528,  872, 528
            Job,           'Job ', NONPAGED, 528,  560, 344, 360,  544, 360
            Process,        Proc, NONPAGED, 1296, 1328, 736, 752, 1320, 752
            Thread,         Thre, NONPAGED, 1248, 1280, 728, 744, 1264, 744
            Event,          Even, NONPAGED,   96,  128,  48,  64,  112,  64
            Mutant,         Muta, NONPAGED,  128,  160,  64,  80,  144,  80
            Semaphore,      Sema, NONPAGED,   96,  128,  56,  72,  120,  68
            Timer,          Time, NONPAGED,  336,  368, 184, 200,  360, 200
            Device,         Devi, NONPAGED,  400,  432, 216, 232,  424, 232
            Driver,         Driv, NONPAGED,  400,  432, 200, 216,  424, 216
            IoCompletion,   IoCo, NONPAGED,  128,  160,  72,  88,  152,  88
            File,           File, NONPAGED,  304,  336, 168, 184,  320, 184
            Section,        Sect, PAGED,     112,  144,  56,  72,  136,  72
            Key,           'Key ', PAGED,    160,  192,  80,  96,  176,  92
            ALPC Port,      ALPC, NONPAGED,  480,  512, 288, 304,  504, 300
            TmTm,           TmTm, NONPAGED, 1024, 1056, 600, 616, 1048, 616
            TmTx,           TmTx, NONPAGED,  800,  832, 512, 528,  816, 528
            TmRm,           TmRm, NONPAGED,  656,  688, 376, 392,  680, 388
            TmEn,           TmEn, NONPAGED,  544,  576, 392, 408,  568, 408
            EtwRegistration, EtwR, NONPAGED, 144,  176,  80,  96,  168,  92
            EtwConsumer,    EtwC, NONPAGED,  208,  240, 112, 128,  224, 128
            """)
    void blocksAndQuotaAreThoseOfWindows7(
            String name, String tag, PoolKind pool, int x64, int x64Named, int x86, int x86Named, int quotaX64, int quotaX86) {
        ObjectType type = ObjectType.ofTypeName(name);

        assertThat(type.tag()).isEqualTo(tag);
        assertThat(type.poolKind()).isEqualTo(pool);
        assertThat(type.blockBytes(Architecture.X64, false, false)).isEqualTo(x64);
        assertThat(type.blockBytes(Architecture.X64, true, false)).isEqualTo(x64Named);
        assertThat(type.blockBytes(Architecture.X86, false, false)).isEqualTo(x86);
        assertThat(type.blockBytes(Architecture.X86, true, false)).isEqualTo(x86Named);
        assertThat(type.quotaCharge(Architecture.X64)).isEqualTo(quotaX64);
        assertThat(type.quotaCharge(Architecture.X86)).isEqualTo(quotaX86);
    }

    @Test
    void anExclusiveObjectHasTwoMoreHeaders() {
        assertThat(ObjectType.DEVICE.blockBytes(Architecture.X64, true, true)).isEqualTo(432 + 0x20 + 0x10);
        assertThat(ObjectType.DEVICE.blockBytes(Architecture.X86, true, true)).isEqualTo(232 + 0x10 + 0x08);
    }

    @ParameterizedTest
    @EnumSource(ObjectType.class)
    void aTagIsTheFirstFourCharactersOfTheName(ObjectType type) {
        assertThat(type.tag()).hasSize(4);
        if (type == ObjectType.TYPE) {
            assertThat(type.tag()).isEqualTo("ObjT");
        } else {
            assertThat(type.typeName()).startsWith(type.tag().strip());
        }
    }

    @ParameterizedTest
    @EnumSource(ObjectType.class)
    void blocksFillWholePoolUnitsAndFitAPage(ObjectType type) {
        for (Architecture architecture : Architecture.values()) {
            int bytes = type.blockBytes(architecture, true, true);
            assertThat(bytes % architecture.poolGranularity()).isZero();
            assertThat(bytes).isGreaterThan(type.bodyBytes(architecture)).isLessThan(4096);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # type,       read,     write,    execute,  all,      valid,    refused
            Process,      0x020410, 0x020BEA, 0x121001, 0x1FFFFF, 0x1FFFFF, 0x0B0
            Thread,       0x020048, 0x020437, 0x120800, 0x1FFFFF, 0x1FFFFF, 0x0B0
            Token,        0x02001A, 0x0201E0, 0x020005, 0x0F01FF, 0x1F01FF, 0x100
            Job,          0x020004, 0x02000B, 0x120000, 0x1F001F, 0x1F001F, 0x000
            Key,          0x020019, 0x020006, 0x020039, 0x0F003F, 0x1F003F, 0x030
            File,         0x120089, 0x120116, 0x1200A0, 0x1F01FF, 0x1F01FF, 0x130
            Event,        0x020001, 0x020002, 0x120000, 0x1F0003, 0x1F0003, 0x100
            Section,      0x020005, 0x020002, 0x020008, 0x0F001F, 0x1F001F, 0x100
            SymbolicLink, 0x020001, 0x020000, 0x020001, 0x0F0001, 0x0F0001, 0x100
            """)
    void genericRightsStandForWhatTheyDoOnWindows7(
            String name, String read, String write, String execute, String all, String valid, String refused) {
        ObjectType type = ObjectType.ofTypeName(name);

        assertThat(type.genericMapping())
                .isEqualTo(new GenericMapping(Integer.decode(read), Integer.decode(write), Integer.decode(execute), Integer.decode(all)));
        assertThat(type.validAccess()).isEqualTo(Integer.decode(valid));
        assertThat(type.refusedAttributes()).isEqualTo(Integer.decode(refused));
    }

    @ParameterizedTest
    @EnumSource(ObjectType.class)
    void specificRightsAreValidAndLieBelowTheStandardRights(ObjectType type) {
        type.specificRights().forEach((bit, right) -> {
            assertThat(bit).as(right).isPositive().isLessThan(0x10000);
            assertThat(type.validAccess() & bit).as(right).isEqualTo(bit);
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # type,        bit,   name
            Process,       0x040, PROCESS_DUP_HANDLE
            Process,       0x1000, PROCESS_QUERY_LIMITED_INFORMATION
            Thread,        0x800, THREAD_QUERY_LIMITED_INFORMATION
            WindowStation, 0x100, WINSTA_ENUMERATE
            WindowStation, 0x200, WINSTA_READSCREEN
            File,          0x100, FILE_WRITE_ATTRIBUTES
            Key,           0x020, KEY_CREATE_LINK
            """)
    void specificRightsCarryTheNamesOfTheHeaders(String name, String bit, String right) {
        assertThat(ObjectType.ofTypeName(name).specificRights()).containsEntry(Integer.decode(bit), right);
    }

    @Test
    void flagsAreThoseOfTheirTypes() {
        assertThat(Arrays.stream(ObjectType.values()).filter(ObjectType::hasCustomSecurity))
                .containsExactly(ObjectType.DEVICE, ObjectType.FILE, ObjectType.KEY, ObjectType.WMI_GUID);
        assertThat(Arrays.stream(ObjectType.values()).filter(ObjectType::maintainsHandleCount))
                .containsExactly(ObjectType.WINDOW_STATION, ObjectType.DESKTOP, ObjectType.FILE);
        assertThat(Arrays.stream(ObjectType.values()).filter(ObjectType::maintainsTypeList)).containsExactly(ObjectType.TYPE);
        assertThat(ObjectType.FILE.isAlwaysSignaled()).isFalse();
        assertThat(ObjectType.IO_COMPLETION.isAlwaysSignaled()).isFalse();
        assertThat(ObjectType.SECTION.isAlwaysSignaled()).isTrue();
        assertThat(ObjectType.DIRECTORY.isCaseInsensitive()).isTrue();
        assertThat(ObjectType.EVENT.isCaseInsensitive()).isFalse();
        assertThat(ObjectType.PROCESS.isSecurityRequired()).isTrue();
    }

    @Test
    void typesKnowTheirOwnersAndNicknames() {
        assertThat(ObjectType.KEY.subsystem()).isEqualTo("Configuration Manager");
        assertThat(ObjectType.SECTION.subsystem()).isEqualTo("Memory Manager");
        assertThat(ObjectType.MUTANT.subsystem()).isEqualTo("Executive");
        assertThat(ObjectType.FILE.subsystem()).isEqualTo("I/O Manager");
        assertThat(ObjectType.THREAD.subsystem()).isEqualTo("Process Manager");
        assertThat(ObjectType.MUTANT.nickname()).isEqualTo("mutex");
        assertThat(ObjectType.EVENT.nickname()).isEmpty();
    }

    @Test
    void anUnknownTypeNameIsRefused() {
        assertThatThrownBy(() -> ObjectType.ofTypeName("Mutex")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Mutex");
    }
}
