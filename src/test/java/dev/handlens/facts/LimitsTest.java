package dev.handlens.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.Architecture;
import dev.handlens.kernel.Caller;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.MachineConfig;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.ReusePolicy;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ex.TableGeometry;
import dev.handlens.kernel.io.IoctlAnswer;
import dev.handlens.kernel.ob.DirectoryObject;
import dev.handlens.kernel.ob.ObjectType;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Object types, handle tables and their limits: rows S2 that no other test shows. The code is `ObjectType`,
/// `TableGeometry`, `HandleTable`, `HandleManager` and `Pool`. The slips of the article are in `TrapsTest`, what the window shows in
/// `WatchedLimitsTest`.
class LimitsTest {
    private static final int MIB = 1 << 20;
    private static final int THREAD_TERMINATE = 0x1;
    private static final int THREAD_SET_INFORMATION = 0x20;

    private final Workbench bench = new Workbench();
    private final Caller fred = bench.start("fred.exe");

    // ---- types ----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"Key, Configuration Manager", "Section, Memory Manager", "Semaphore, Executive", "Mutant, Executive", "Event, Executive",
        "File, I/O Manager", "Process, Process Manager", "Thread, Process Manager"})
    @DisplayName("S2-4 Each part of the Executive defines types of its own")
    void everyTypeHasItsSubsystem(String type, String subsystem) {
        assertThat(ObjectType.ofTypeName(type).subsystem()).isEqualTo(subsystem);
    }

    @Test
    @DisplayName("S2-9 The namespace has every type in \\ObjectTypes")
    void theDirectoryOfTypesHasAllOfThem() {
        DirectoryObject root = (DirectoryObject) bench.kernel().object(bench.kernel().rootDirectory());
        DirectoryObject types = (DirectoryObject) bench.kernel().object(root.find("ObjectTypes", false));

        assertThat(types.entries().keySet()).hasSize(42)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ObjectType.values()).map(ObjectType::typeName).toList());
    }

    @Test
    @DisplayName("S2-10 CreateFile, RegOpenKeyEx and CreateSemaphore create or open under the names that programs use")
    void programsCreateOrOpenByTheNamesOfWin32() {
        Story story = Story.of("""
                cast:
                  fred: { process: fred.exe, loader: false }
                steps:
                  - CreateFile: { in: fred, path: C:\\new.txt, as: file }
                  - RegOpenKeyEx: { in: fred, path: HKLM\\SOFTWARE, as: key }
                  - CreateSemaphore: { in: fred, name: Slots, as: made }
                  - CreateSemaphore: { in: fred, name: Slots, as: opened, expect: STATUS_OBJECT_NAME_EXISTS }
                """, "fred").atEnd();

        assertThat(story.run().machine().failures()).isEmpty();
        assertThat(Story.rows(story.frame())).extracting(row -> row.type().typeName())
                .containsExactly("File", "Key", "Semaphore", "Semaphore");
        assertThat(Story.rows(story.frame()).get(2).object()).isEqualTo(Story.rows(story.frame()).get(3).object());
    }

    // ---- handles and entries --------------------------------------------------------------------------------------

    @Test
    @DisplayName("S2-11 Handles are of a process: the same value in another process is unrelated")
    void theSameValueInTwoProcessesNamesTwoObjects() {
        Caller wilma = bench.start("wilma.exe");
        long mine = bench.event(fred);
        long theirs = bench.event(wilma);

        assertThat(theirs).isEqualTo(mine);
        assertThat(bench.object(wilma, theirs).id()).isNotEqualTo(bench.object(fred, mine).id());
    }

    @Test
    @DisplayName("S2-12 A handle is the index of an entry, times four")
    void aHandleIsAnIndexTimesFour() {
        for (int index = 1; index <= 255; index++) {
            long handle = bench.event(fred);
            assertThat(HandleTable.slot(handle)).isEqualTo(index);
            assertThat(handle).isEqualTo(4L * index);
        }
    }

    @Test
    @DisplayName("S2-13 Handles are used to read, to signal and to map")
    void theHandleLeadsTheCallToItsObject() {
        long file = bench.handle(fred, Workbench.file("\\??\\C:\\a.txt"));
        long section = bench.handle(fred, new KernelCall.NtCreateSection(Workbench.ALL, ObjectAttributes.NONE, 4096, 0));

        assertThat(bench.status(fred, new KernelCall.NtReadFile(file))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(fred, new KernelCall.NtSetEvent(bench.event(fred)))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(fred, new KernelCall.NtMapViewOfSection(section))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(fred, new KernelCall.NtMapViewOfSection(file))).isEqualTo(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);

        long thread = bench.handle(fred, new KernelCall.NtOpenThread(THREAD_SET_INFORMATION, ObjectAttributes.NONE, fred.tid()));
        long weak = bench.handle(fred, new KernelCall.NtOpenThread(THREAD_TERMINATE, ObjectAttributes.NONE, fred.tid()));
        assertThat(bench.status(fred, new KernelCall.NtSetInformationThread(thread, 2))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.kernel().thread(fred.tid()).basePriority()).isEqualTo(10);
        assertThat(bench.status(fred, new KernelCall.NtSetInformationThread(weak, -1))).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(bench.status(fred, new KernelCall.NtSetInformationThread(file, -1))).isEqualTo(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
        assertThat(bench.kernel().thread(fred.tid()).basePriority()).isEqualTo(10);
    }

    @Test
    @DisplayName("S2-14 A look-up goes from the index to the entry to the object")
    void theEntryAtTheIndexPointsToTheObject() {
        long first = bench.event(fred);
        long second = bench.handle(fred, Workbench.file(Workbench.DEVICE));

        assertThat(bench.entry(fred, first).handle()).isEqualTo(first);
        assertThat(bench.kernel().object(bench.entry(fred, first).object()).type()).isEqualTo(ObjectType.EVENT);
        assertThat(bench.kernel().object(bench.entry(fred, second).object()).type()).isEqualTo(ObjectType.FILE);
    }

    @Test
    @DisplayName("S2-15 The access granted at open stays in the entry when the object's security changes")
    void theGrantedAccessStaysWhenTheSecurityOfTheObjectChanges() {
        String name = "\\BaseNamedObjects\\Shared";
        long handle = bench.handle(fred, Workbench.event(ObjectAttributes.named(name)));
        int granted = bench.entry(fred, handle).grantedAccess();
        bench.done(fred, new KernelCall.NtSetSecurityObject(handle, 0));

        assertThat(bench.entry(fred, handle).grantedAccess()).isEqualTo(granted);
        assertThat(bench.status(fred, new KernelCall.NtSetEvent(handle))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(fred, new KernelCall.NtOpenObject(ObjectType.EVENT, Workbench.EVENT_MODIFY_STATE,
                ObjectAttributes.named(name)))).as("who opens it now is refused").isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
    }

    @Test
    @DisplayName("S2-27 An entry keeps an access mask of 32 bits and the object")
    void anEntryKeepsAllThirtyTwoBitsOfTheMaskAndTheObject() {
        HandleTable table = new HandleTable(Architecture.X64.geometry(), false, 1);
        int mask = 0xF3_1F_FF_FF;
        long handle = table.insert(Integer.MAX_VALUE, mask, 0, 7);

        assertThat(table.entry(handle).grantedAccess()).isEqualTo(mask);
        assertThat(table.entry(handle).object()).isEqualTo(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"X86, 4, 4, 8", "X64, 8, 4, 16"})
    @DisplayName("S2-28, S2-29 An entry takes 8 bytes on x86; on x64 12 bytes, aligned to 16")
    void anEntryIsAPointerAndAMaskAlignedToAPointer(Architecture architecture, int pointer, int mask, int bytes) {
        int aligned = (pointer + mask + pointer - 1) / pointer * pointer;

        assertThat(architecture.pointerBytes()).isEqualTo(pointer);
        assertThat(architecture.geometry().entryBytes()).isEqualTo(aligned).isEqualTo(bytes);
    }

    @Test
    @DisplayName("S2-30 A free entry holds the next free one where an open one holds its handle")
    void aFreeEntryNamesTheNextFreeOne() {
        HandleTable table = new HandleTable(Architecture.X64.geometry(), false, 1);
        long first = table.insert(7, 1, 0, 0);
        long second = table.insert(7, 1, 0, 0);
        table.remove(second);
        table.remove(first);

        assertThat(table.first(first)).as("no object, no access").isZero();
        assertThat(table.second(first) & 0xFF_FFFF).isEqualTo(HandleTable.slot(second));
        assertThat(List.of(table.insert(8, 1, 0, 0), table.insert(8, 1, 0, 0))).containsExactly(first, second);
    }

    // ---- geometry -------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"X86, 512, 32768", "X64, 256, 65536"})
    @DisplayName("S2-25, S2-32, S2-33, S2-34 Pages of 4,096 bytes, 512 or 256 entries each, 16 million entries at most")
    void aPageOf4096BytesHoldsSoManyEntriesAndATableSoManyPages(Architecture architecture, int entries, int pages) {
        TableGeometry geometry = architecture.geometry();

        assertThat(TableGeometry.PAGE_BYTES).isEqualTo(4096);
        assertThat(TableGeometry.MAXIMUM_ENTRIES).isEqualTo(16_777_216).isEqualTo(16 * 1024 * 1024);
        assertThat(geometry.entriesPerPage()).isEqualTo(entries).isEqualTo(4096 / geometry.entryBytes());
        assertThat(geometry.maximumPages()).isEqualTo(pages).isEqualTo(16_777_216 / entries);
    }

    @ParameterizedTest
    @CsvSource({"X86, 0x800", "X64, 0x400"})
    @DisplayName("S2-35 The first entry of each page is the Executive's: its value is never handed out")
    void theFirstValueOfEachPageIsNeverHandedOut(Architecture architecture, String step) {
        HandleTable table = new HandleTable(architecture.geometry(), false, 1);
        for (int page = 0; page < 4; page++) {
            while (table.hasFree()) {
                assertThat(table.insert(7, 1, 0, 0) % Long.decode(step)).isNotZero();
            }
            table.grow();
        }
        assertThat(table.count()).isEqualTo(4 * architecture.geometry().usableEntries());
    }

    @ParameterizedTest
    @EnumSource(Architecture.class)
    @DisplayName("S2-31, S2-37 Tables take pages of paged pool, under Obtb, when they need them")
    void aTableTakesAPageOfPagedPoolWhenItIsFullAndNotBefore(Architecture architecture) {
        Workbench machine = new Workbench(new MachineConfig(architecture, 64L * MIB, 64L * MIB, ReusePolicy.LIFO), IoctlAnswer.AT_ONCE);
        Caller program = machine.start("fred.exe");
        long event = machine.event(program);
        for (int handles = 1; handles < architecture.geometry().usableEntries(); handles++) {
            machine.handle(program, Workbench.duplicateOf(event));
        }
        long tables = machine.kernel().pool().bytes(PoolKind.PAGED, "Obtb");
        machine.handle(program, Workbench.duplicateOf(event));

        assertThat(machine.kernel().pool().bytes(PoolKind.PAGED, "Obtb")).as("a page of entries and one of pointers")
                .isEqualTo(tables + 2 * 4096);
        assertThat(machine.kernel().pool().bytes(PoolKind.NONPAGED, "Obtb")).isZero();
    }

    // ---- two kinds of leak ----------------------------------------------------------------------------------------

    @Test
    @DisplayName("S2-44, S2-45, S2-46 Leaked events cost entries and objects, paged and nonpaged pool; leaked duplicates only entries")
    void leakedEventsCostBothPoolsAndDuplicatesOnlyThePagedOne() {
        Caller testlimit = bench.start("testlimit.exe");
        long event = bench.event(testlimit);
        long[] before = poolsAndObjects();
        for (int i = 0; i < 1_000; i++) {
            bench.handle(testlimit, Workbench.duplicateOf(event));
        }
        long[] duplicated = poolsAndObjects();
        for (int i = 0; i < 1_000; i++) {
            bench.event(fred);
        }
        long[] created = poolsAndObjects();

        assertThat(duplicated[0]).isGreaterThan(before[0]);
        assertThat(new long[] {duplicated[1], duplicated[2]}).containsExactly(before[1], before[2]);
        assertThat(created[0]).isGreaterThan(duplicated[0]);
        assertThat(created[1] - duplicated[1]).isEqualTo(1_000 * 96);
        assertThat(created[2] - duplicated[2]).isEqualTo(1_000);
    }

    private long[] poolsAndObjects() {
        Kernel kernel = bench.kernel();
        return new long[] {kernel.pool().bytes(PoolKind.PAGED), kernel.pool().bytes(PoolKind.NONPAGED), kernel.objects().size()};
    }

    @Test
    @DisplayName("S2-2, S2-42 Memory for objects can end before the table does, and then for every process")
    void memoryForObjectsEndsLongBeforeTheTable() {
        Workbench machine = new Workbench(new MachineConfig(Architecture.X64, 64L * MIB, 2L * MIB, ReusePolicy.LIFO), IoctlAnswer.AT_ONCE);
        Caller leaker = machine.start("leaker.exe");
        Caller victim = machine.start("victim.exe");
        while (machine.status(leaker, Workbench.event(ObjectAttributes.NONE)).isSuccess()) {
            assertThat(machine.process(leaker).table().count()).isLessThan(100_000);
        }

        assertThat(machine.process(leaker).table().isFull()).isFalse();
        assertThat(machine.status(victim, Workbench.event(ObjectAttributes.NONE))).isEqualTo(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
    }
}
