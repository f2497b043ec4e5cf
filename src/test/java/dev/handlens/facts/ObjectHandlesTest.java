package dev.handlens.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.CallResult;
import dev.handlens.kernel.Caller;
import dev.handlens.kernel.EventKind;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.PreviousMode;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ps.ProcessObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Handles that drivers make and share: rows S4 that no other test shows. The code is `CreateCalls`, `IoManager`, `DeviceCalls` and
/// `SystemThreadCalls` for the routines that give handles, `HandleManager` for their attributes, `ProcessManager` for what children get.
class ObjectHandlesTest {
    private static final int KEY_READ = 0x2_0019;
    private static final int KERNEL = ObjectAttributes.KERNEL_HANDLE;

    private final Workbench bench = new Workbench();
    private final Caller fred = bench.start("fred.exe");
    private final Caller driver = Workbench.inKernel(fred);

    @Test
    @DisplayName("S4-1 A handle is opaque: any tag in its two lowest bits leads to the same object")
    void theTwoLowestBitsOfAHandleMeanNothing() {
        long handle = bench.event(fred);
        for (int tag = 0; tag < 4; tag++) {
            assertThat(bench.status(fred, new KernelCall.NtSetEvent(handle + tag))).isEqualTo(NtStatus.STATUS_SUCCESS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tour", "makefred-bug", "recycled", "cmd-cd"})
    @DisplayName("S4-2 Devices and drivers have no handles: opening a device gives a File")
    void noHandleLeadsToADeviceOrADriver(String scenario) {
        Story story = Story.bundled(scenario, Story.scenario(scenario).opening().select()).atEnd();
        Kernel kernel = story.run().machine().kernel();
        for (ProcessObject process : kernel.processes()) {
            if (process.table() != null) {
                process.table().forEach((_, first, _) -> assertThat(kernel.object(HandleEntry.object(first)).type())
                        .isNotIn(ObjectType.DEVICE, ObjectType.DRIVER));
            }
        }
        assertThat(bench.object(fred, bench.handle(fred, Workbench.file(Workbench.DEVICE))).type()).isEqualTo(ObjectType.FILE);
    }

    /// The documented routine, its call, and the type that its handle leads to.
    static Stream<Arguments> routinesThatGiveHandles() {
        ObjectAttributes file = new ObjectAttributes("\\??\\C:\\driver.log", 0, KERNEL);
        ObjectAttributes key = new ObjectAttributes("\\REGISTRY\\MACHINE\\SYSTEM", 0, KERNEL);
        return Stream.of(
                Arguments.of("NtCreateFile", new KernelCall.NtCreateFile(Workbench.FILE_READ, file, true), ObjectType.FILE),
                Arguments.of("NtOpenFile", new KernelCall.NtCreateFile(Workbench.FILE_READ, file, false), ObjectType.FILE),
                Arguments.of("IoOpenDeviceRegistryKey", new KernelCall.IoOpenDeviceRegistryKey(Workbench.DEVICE, KEY_READ), ObjectType.KEY),
                Arguments.of("NtCreateKey", new KernelCall.NtCreateKey(KEY_READ, key), ObjectType.KEY),
                Arguments.of("NtOpenKey", new KernelCall.NtOpenKey(KEY_READ, key), ObjectType.KEY),
                Arguments.of("PsCreateSystemThread", new KernelCall.PsCreateSystemThread(
                        Workbench.ALL, Workbench.attributes(KERNEL), 0, "gizmo!Worker", 0), ObjectType.THREAD),
                Arguments.of("IoCreateSynchronizationEvent",
                        new KernelCall.IoCreateEvent("\\BaseNamedObjects\\Sync", EventKind.SYNCHRONIZATION), ObjectType.EVENT),
                Arguments.of("IoCreateNotificationEvent",
                        new KernelCall.IoCreateEvent("\\BaseNamedObjects\\Note", EventKind.NOTIFICATION), ObjectType.EVENT),
                Arguments.of("NtOpenSymbolicLinkObject", new KernelCall.NtOpenObject(ObjectType.SYMBOLIC_LINK, 1,
                        new ObjectAttributes("\\DosDevices", 0, KERNEL)), ObjectType.SYMBOLIC_LINK),
                Arguments.of("NtCreateDirectoryObject", new KernelCall.NtCreateDirectoryObject(
                        0xF000F, new ObjectAttributes("\\Gizmo", 0, KERNEL)), ObjectType.DIRECTORY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routinesThatGiveHandles")
    @DisplayName("S4-3 to S4-9, S4-11 Each routine of the table gives a handle of its type, and one close ends any of them")
    void everyRoutineGivesAHandleThatOneCloseEnds(String routine, KernelCall call, ObjectType type) {
        long handle = bench.handle(driver, call);
        KernelCall query = new KernelCall.NtQueryObject(handle);

        assertThat(call.service()).isEqualTo(routine);
        assertThat(bench.kernel().object(bench.done(driver, query).object()).type()).isEqualTo(type);
        bench.done(driver, Workbench.close(handle));
        assertThat(bench.status(driver, query)).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
    }

    @Test
    @DisplayName("S4-4 IoCreateFile gives a driver the handle that ZwCreateFile would, and one ZwClose ends it")
    void ioCreateFileIsAnotherNameOfTheCallThatOpensFiles() {
        Story story = Story.of("""
                cast:
                  app: { process: app.exe, loader: false }
                steps:
                  - IoCreateFile: { in: app, name: '\\??\\C:\\driver.log', attributes: OBJ_KERNEL_HANDLE, as: file }
                  - ZwReadFile: { in: app, handle: file }
                  - ZwClose: { in: app, handle: file }
                  - ZwReadFile: { in: app, handle: file, expect: STATUS_INVALID_HANDLE }
                """, "app");

        assertThat(Kernel.isKernelHandle(story.at(1).run().machine().last().result().handle())).isTrue();
        assertThat(story.atEnd().run().machine().failures()).isEmpty();
    }

    @Test
    @DisplayName("S4-7 The two routines for events make the two kinds: one wait ends, or all do")
    void theTwoEventRoutinesMakeTheTwoKinds() {
        for (EventKind kind : EventKind.values()) {
            long handle = bench.handle(driver, new KernelCall.IoCreateEvent("\\BaseNamedObjects\\" + kind, kind));
            KernelCall look = new KernelCall.NtWaitForSingleObject(handle, 0);
            assertThat(bench.status(driver, look)).as("made signaled").isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(bench.status(driver, look))
                    .isEqualTo(kind == EventKind.NOTIFICATION ? NtStatus.STATUS_SUCCESS : NtStatus.STATUS_TIMEOUT);
        }
    }

    @Test
    @DisplayName("S4-10, S4-12 A section that exists is opened by the name and the attributes in OBJECT_ATTRIBUTES")
    void anObjectIsOpenedByWhatItsAttributesSay() {
        String name = "\\BaseNamedObjects\\Share";
        long made = bench.handle(fred, new KernelCall.NtCreateSection(Workbench.ALL, ObjectAttributes.named(name), 4096, 0));
        KernelCall open = new KernelCall.NtOpenObject(
                ObjectType.SECTION, 0x4, new ObjectAttributes(name, 0, ObjectAttributes.INHERIT | KERNEL));

        CallResult opened = bench.done(driver, open);

        assertThat(opened.object()).isEqualTo(bench.object(fred, made).id());
        assertThat(Kernel.isKernelHandle(opened.handle())).isTrue();
        long slot = opened.handle() & ~Kernel.KERNEL_HANDLE_BITS;
        assertThat(bench.kernel().process(Kernel.SYSTEM_PID).table().entry(slot).attributes()).isEqualTo(ObjectAttributes.INHERIT);
    }

    @Test
    @DisplayName("S4-14, S4-15 A child gets copies when it is created, and keeps them; what is opened later does not reach it")
    void aChildGetsCopiesWhenItIsCreatedAndNoneLater() {
        long before = bench.handle(fred, Workbench.event(Workbench.attributes(ObjectAttributes.INHERIT)));
        CallResult made = bench.done(fred, new KernelCall.NtCreateProcess(
                Workbench.ALL, ObjectAttributes.NONE, "child.exe", true, List.of(), 0));
        Caller child = bench.threadOf(((ProcessObject) bench.kernel().object(made.object())).pid());
        long later = bench.handle(fred, Workbench.event(Workbench.attributes(ObjectAttributes.INHERIT)));
        int event = bench.object(fred, before).id();

        assertThat(bench.object(child, before).id()).as("the same value, the same object").isEqualTo(event);
        assertThat(bench.counts(event)).isEqualTo("2/2");
        assertThat(bench.entry(child, later)).isNull();
        bench.done(fred, Workbench.close(before));
        assertThat(bench.status(child, new KernelCall.NtSetEvent(before))).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @DisplayName("S4-16, S4-17, S4-20 In kernel mode access is not checked, unless OBJ_FORCE_ACCESS_CHECK asks for it")
    void accessIsCheckedInKernelModeOnlyWhenTheDriverAsksForIt() {
        String name = "\\BaseNamedObjects\\Closed";
        bench.done(fred, new KernelCall.NtSetSecurityObject(bench.handle(fred, Workbench.event(ObjectAttributes.named(name))), 0));

        assertThat(bench.status(driver, openEvent(name, 0))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(driver, openEvent(name, ObjectAttributes.FORCE_ACCESS_CHECK))).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(bench.status(fred, openEvent(name, 0))).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
    }

    private static KernelCall openEvent(String name, int bits) {
        return new KernelCall.NtOpenObject(ObjectType.EVENT, Workbench.EVENT_MODIFY_STATE, new ObjectAttributes(name, 0, bits));
    }

    @Test
    @DisplayName("S4-13, S4-18 A private handle without OBJ_KERNEL_HANDLE stands in the program's table, and the program can close it")
    void aPrivateHandleWithoutTheFlagIsTheProgramsToClose() {
        long exposed = bench.handle(driver, Workbench.event(ObjectAttributes.NONE));
        long hidden = bench.handle(driver, Workbench.event(Workbench.attributes(KERNEL)));

        assertThat(bench.entry(fred, exposed)).isNotNull();
        assertThat(bench.status(fred, Workbench.close(exposed))).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.status(driver, new KernelCall.NtSetEvent(exposed))).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(bench.status(fred, Workbench.close(hidden))).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(bench.status(driver, new KernelCall.NtSetEvent(hidden))).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @DisplayName("S4-19, S4-21 The driver makes the object, passes a handle up and keeps a pointer reference of its own")
    void aDriverThatKeepsAReferenceMaySafelyShareItsHandle() {
        CallResult shared = bench.done(driver, Workbench.event(ObjectAttributes.NONE));
        bench.done(driver, new KernelCall.ObReferenceObjectByPointer(
                shared.object(), 0, ObjectType.EVENT, PreviousMode.KERNEL, Workbench.GIZMO));
        assertThat(bench.counts(shared.object())).isEqualTo("1/2");
        bench.done(fred, new KernelCall.NtSetEvent(shared.handle()));
        bench.done(fred, Workbench.close(shared.handle()));

        assertThat(bench.counts(shared.object())).isEqualTo("0/1");
        bench.done(driver, new KernelCall.KeSetEvent(shared.object()));
        assertThat(bench.kernel().bugCheck()).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("S4-22 Without it the user's close ends the object, and the driver's next use or close stops the machine")
    void withoutAReferenceTheUsersCloseLeadsToACrash(boolean closes) {
        CallResult shared = bench.done(driver, Workbench.event(ObjectAttributes.NONE));
        bench.done(fred, Workbench.close(shared.handle()));
        assertThat(bench.counts(shared.object())).isEqualTo("gone");
        Kernel before = bench.kernel().fork();

        bench.call(driver, closes ? Workbench.close(shared.handle()) : new KernelCall.KeSetEvent(shared.object()));

        assertThat(bench.kernel().bugCheck().code()).isEqualTo(closes ? 0x93 : 0x18);
        assertThat(before.bugCheck()).as("one can step back").isNull();
    }

    @Test
    @DisplayName("S4-23, S4-24, S4-25 A driver may wait on an event that came by IOCTL, in its context, and was checked")
    void theThreeConditionsForAProgramsEvent() {
        long event = bench.event(fred);
        long file = bench.handle(fred, Workbench.file(Workbench.DEVICE));
        Caller elsewhere = Workbench.inKernel(bench.start("wilma.exe"));
        bench.done(fred, Workbench.control(file));

        int pointer = bench.done(driver, Workbench.reference(event, ObjectType.EVENT, PreviousMode.USER)).object();
        assertThat(pointer).isEqualTo(bench.object(fred, event).id());
        assertThat(bench.status(elsewhere, Workbench.reference(event, ObjectType.EVENT, PreviousMode.USER)))
                .as("another context").isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertThat(bench.status(driver, Workbench.reference(file, ObjectType.EVENT, PreviousMode.USER)))
                .as("no event").isEqualTo(NtStatus.STATUS_OBJECT_TYPE_MISMATCH);
    }
}
