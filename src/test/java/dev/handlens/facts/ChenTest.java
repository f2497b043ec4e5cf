package dev.handlens.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.Caller;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.io.IoctlAnswer;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.lens.Change;
import dev.handlens.lens.FindingsFrame;
import dev.handlens.lens.HandleRow;
import dev.handlens.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Handles are not counted, objects are: rows S0 that no other test shows. The code is `HandleCalls`, which duplicates and closes,
/// `HandleManager`, which owns the tables, and for what the window says `FindingsProjector` and `HandlesProjector`.
class ChenTest {
    private final Workbench bench = new Workbench();
    private final Caller fred = bench.start("fred.exe");

    private long openGizmo() {
        return bench.handle(fred, Workbench.file(Workbench.DEVICE));
    }

    @Test
    @DisplayName("S0-8 MakeFred leaks its duplicate: two rows turn green and never red")
    void bothDuplicatesOfMakeFredStayGreenForEver() {
        List<HandleRow> files = Story.rows(Story.bundled("makefred-bug", "fred").atEnd().frame()).stream()
                .filter(row -> row.type() == ObjectType.FILE && row.name().equals(Workbench.DEVICE)).toList();

        assertThat(files).extracting(row -> row.key().value() + " " + row.change())
                .containsExactly("20 " + Change.CLOSED, "24 " + Change.OPENED, "28 " + Change.OPENED);
    }

    static Stream<KernelCall> callsThatCreateAHandle() {
        return Stream.of(
                Workbench.file(Workbench.DEVICE),
                Workbench.file("\\??\\C:\\Users\\Mark\\todo.txt"),
                Workbench.event(ObjectAttributes.NONE),
                new KernelCall.NtCreateMutant(Workbench.ALL, ObjectAttributes.NONE, false),
                new KernelCall.NtCreateSemaphore(Workbench.ALL, ObjectAttributes.NONE, 0, 1),
                new KernelCall.NtCreateSection(Workbench.ALL, ObjectAttributes.NONE, 4096, 0),
                new KernelCall.NtOpenKey(0x2_0019, ObjectAttributes.named("\\REGISTRY\\MACHINE\\SOFTWARE")),
                new KernelCall.NtCreateThread(Workbench.ALL, ObjectAttributes.NONE, Kernel.CURRENT_PROCESS, "fred!Work", 0),
                new KernelCall.NtCreateProcess(Workbench.ALL, ObjectAttributes.NONE, "child.exe", false, List.of(), 0),
                Workbench.duplicateOf(Kernel.CURRENT_PROCESS));
    }

    @ParameterizedTest
    @MethodSource("callsThatCreateAHandle")
    @DisplayName("S0-10 A freed value is recycled by whatever call creates a handle next")
    void aClosedValueIsRecycledByAnyCallThatCreatesAHandle(KernelCall call) {
        long handle = openGizmo();
        bench.done(fred, Workbench.close(handle));

        assertThat(bench.handle(fred, call)).isEqualTo(handle);
    }

    @Test
    @DisplayName("S0-12 Using a handle after its close fails, and no driver hears of it")
    void aControlCodeThroughAClosedHandleReachesNoDriver() {
        long handle = openGizmo();
        bench.done(fred, Workbench.control(handle));
        bench.done(fred, Workbench.close(handle));

        assertThat(bench.status(fred, Workbench.control(handle))).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(bench.controls(Workbench.GIZMO)).isEqualTo(1);
    }

    @Test
    @DisplayName("S0-13 A stale copy of a recycled value acts on somebody else's device")
    void aStaleCopySendsItsControlCodeToTheNewOwnersDevice() {
        bench.load("ledger.sys", "\\Device\\Ledger", IoctlAnswer.AT_ONCE);
        long stale = openGizmo();
        bench.done(fred, Workbench.close(stale));
        bench.handle(fred, Workbench.file("\\Device\\Ledger"));

        assertThat(bench.status(fred, Workbench.control(stale))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.controls(Workbench.GIZMO)).isZero();
        assertThat(bench.controls("ledger.sys")).isEqualTo(1);
    }

    @Test
    @DisplayName("S0-14 (derived) The second close takes a recycled handle from its new owner")
    void theSecondCloseTakesTheHandleOfAnInnocent() {
        long stale = openGizmo();
        bench.done(fred, Workbench.close(stale));
        long innocent = bench.event(fred);
        assertThat(innocent).isEqualTo(stale);

        bench.done(fred, Workbench.close(stale));

        assertThat(bench.status(fred, new KernelCall.NtSetEvent(innocent))).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    @DisplayName("S0-17 Each CFred closes its own handle when it likes: the order does not matter")
    void theOrderOfTheTwoDeletesDoesNotMatter(boolean firstComesFirst) {
        long h = openGizmo();
        long first = bench.handle(fred, Workbench.duplicateOf(h));
        long second = bench.handle(fred, Workbench.duplicateOf(h));
        int file = bench.object(fred, h).id();

        bench.done(fred, Workbench.close(firstComesFirst ? first : second));
        bench.done(fred, Workbench.control(firstComesFirst ? second : first));
        bench.done(fred, Workbench.close(firstComesFirst ? second : first));

        bench.done(fred, Workbench.control(h));
        assertThat(bench.counts(file)).isEqualTo("1/1");
    }

    @Test
    @DisplayName("S0-19 An original and its duplicate are two handles to close, and both count as leaked")
    void theFindingsCountAnOriginalAndItsDuplicateAsTwo() {
        Story story = Story.of("""
                cast:
                  fred: { process: fred.exe }
                steps:
                  - CreateEvent: { in: fred, as: h, stack: [fred!main+0x12] }
                  - DuplicateHandle: { in: fred, handle: h, as: hDup, stack: [fred!MakeFred+0x2f, fred!main+0x2e] }
                    forget: [h, hDup]
                """, "fred").atEnd();

        assertThat(story.frame().findings().leaks()).extracting(FindingsFrame.LeakSuspect::site)
                .containsExactlyInAnyOrder("fred!main+0x12", "fred!MakeFred+0x2f");
        assertThat(story.frame().findings().leaks()).extracting(FindingsFrame.LeakSuspect::lost).containsOnly(1L);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, ObjectAttributes.INHERIT, ObjectAttributes.AUDIT_OBJECT_CLOSE, ObjectAttributes.CASE_INSENSITIVE,
        ObjectAttributes.OPENIF, ObjectAttributes.FORCE_ACCESS_CHECK})
    @DisplayName("S0-24 No flag of an open makes the handle counted")
    void noFlagOfAnOpenMakesAHandleCounted(int flag) {
        for (boolean synchronous : new boolean[] {true, false}) {
            long handle = bench.handle(fred, new KernelCall.NtCreateFile(
                    Workbench.FILE_READ, new ObjectAttributes(Workbench.DEVICE, 0, flag), true, synchronous));
            bench.handle(fred, Workbench.duplicateOf(handle));
            bench.done(fred, Workbench.close(handle));

            assertThat(bench.status(fred, Workbench.control(handle))).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        }
    }

    @Test
    @DisplayName("S0-25 The bug's function and its fix differ in one word")
    void theListingsOfTheBugAndOfTheFixDifferInOneWord() {
        List<String> bug = words("makefred-bug");
        List<String> fix = words("makefred-fix");
        List<String> differences = new ArrayList<>();
        assertThat(fix).hasSameSizeAs(bug);
        for (int i = 0; i < bug.size(); i++) {
            if (!bug.get(i).equals(fix.get(i))) {
                differences.add(bug.get(i) + " → " + fix.get(i));
            }
        }

        assertThat(differences).containsExactly("h → hDup");
        assertThat(bug).contains("MakeFred", "CFred", "hDup", "DuplicateHandle", "CloseHandle");
    }

    private static List<String> words(String scenario) {
        Scenario.Listing listing = Story.scenario(scenario).listings().stream().filter(source -> source.name().equals("fred.cpp"))
                .findFirst().orElseThrow();
        return List.of(String.join("\n", listing.lines()).split("\\W+"));
    }
}
