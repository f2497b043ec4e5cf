package dev.handlens.kernel;

import dev.handlens.kernel.ob.ObjectType;
import java.util.List;

/// Calls that make, open and ask about objects.
final class StormObjectCalls {
    private static final List<String> TARGETS = List.of("\\BaseNamedObjects", "\\BaseNamedObjects\\A", "\\BaseNamedObjects\\link", "\\link",
            "\\Device\\HarddiskVolume2", "nonsense", "");
    private static final List<String> FILES = List.of("\\??\\C:\\a.txt", "\\??\\C:\\Windows\\System32", "\\Device\\Storm",
            "\\Device\\Storm",
            "\\Device\\HarddiskVolume2", "\\Device\\None", "rel", "", "\\Device\\gizmo.sys", "\\Device\\gizmo.sys", "\\Device\\lost.sys",
            "\\Device\\list.sys", "\\Device\\list.sys", "\\Device\\csq.sys", "\\Device\\csq.sys", "\\nowhere\\file",
            "\\BaseNamedObjects\\A",
            "\\Device\\\\", "\\link");
    private static final List<String> KEYS = List.of("\\REGISTRY\\MACHINE\\SOFTWARE", "\\REGISTRY\\MACHINE\\SOFTWARE",
            "\\REGISTRY\\USER\\k",
            "\\REGISTRY\\USER\\k\\l", "\\REGISTRY\\USER\\o", "\\REGISTRY\\none\\k", "m");
    private static final List<ObjectType> NAMED = List.of(ObjectType.EVENT, ObjectType.MUTANT, ObjectType.SEMAPHORE, ObjectType.TIMER,
            ObjectType.SECTION, ObjectType.DIRECTORY, ObjectType.SYMBOLIC_LINK, ObjectType.JOB, ObjectType.IO_COMPLETION,
            ObjectType.KEYED_EVENT);
    private static final List<ObjectType> WITH_STATE = List.of(ObjectType.EVENT, ObjectType.MUTANT, ObjectType.SEMAPHORE);
    private static final String CIRCLE = "\\link";
    private static final int BASIC_BYTES = 0x38;

    private final StormDraw draw;

    StormObjectCalls(StormDraw draw) {
        this.draw = draw;
    }

    void putInto(Lottery lottery) {
        lottery.add(24, () -> new KernelCall.NtCreateEvent(draw.access(), making(ObjectType.EVENT), draw.kind(), draw.chance(2)))
                .add(20, () -> new KernelCall.NtCreateMutant(draw.access(), making(ObjectType.MUTANT), draw.chance(2)))
                .add(16, this::semaphore)
                .add(10, () -> new KernelCall.NtCreateTimer(draw.access(), making(ObjectType.TIMER), draw.kind()))
                .add(14, this::section)
                .add(10, () -> new KernelCall.NtCreateJobObject(draw.access(), making(ObjectType.JOB)))
                .add(10, () -> new KernelCall.NtCreateIoCompletion(draw.access(), making(ObjectType.IO_COMPLETION), draw.below(3)))
                .add(10, () -> new KernelCall.NtCreateKeyedEvent(draw.access(), making(ObjectType.KEYED_EVENT), draw.chance(12) ? 1 : 0))
                .add(14, () -> new KernelCall.NtCreateDirectoryObject(draw.access(), making(ObjectType.DIRECTORY)))
                .add(16, this::makeLink)
                .add(10, () -> new KernelCall.NtCreateKey(draw.access(), key()))
                .add(10, () -> new KernelCall.NtOpenKey(draw.access(), key()))
                .add(30, this::file)
                .add(60, this::open)
                .add(18, this::query)
                .add(6, () -> new KernelCall.NtCompareObjects(draw.handle(null), draw.handle(null)))
                .add(18, this::state)
                .add(8, this::listing)
                .add(8, this::link)
                .add(8, this::protect)
                .add(6, this::temporary)
                .add(5, () -> new KernelCall.NtMakePermanentObject(draw.handle(null)));
    }

    private KernelCall open() {
        ObjectType type = draw.pick(NAMED);
        return new KernelCall.NtOpenObject(type, draw.access(), draw.attributesToOpen(type));
    }

    /// Now and then one that leads to itself.
    private KernelCall makeLink() {
        return draw.chance(6)
                ? new KernelCall.NtCreateSymbolicLinkObject(draw.access(), ObjectAttributes.named(CIRCLE), CIRCLE)
                : new KernelCall.NtCreateSymbolicLinkObject(
                        draw.access(), making(ObjectType.SYMBOLIC_LINK), draw.pick(TARGETS));
    }

    private ObjectAttributes making(ObjectType type) {
        return draw.attributesToMake(type);
    }

    private KernelCall semaphore() {
        return new KernelCall.NtCreateSemaphore(
                draw.access(), making(ObjectType.SEMAPHORE), draw.below(6) - 1 & 3, draw.below(5));
    }

    private KernelCall protect() {
        long handle = draw.handle(draw.chance(2) ? ObjectType.DIRECTORY : null);
        return new KernelCall.NtSetSecurityObject(handle, draw.chance(3) ? draw.number() : -1);
    }

    private KernelCall section() {
        int pages = draw.below(6);
        long size = pages == 5 ? -1 : pages * 4096L;
        return new KernelCall.NtCreateSection(
                draw.access(), making(ObjectType.SECTION), size, draw.chance(3) ? draw.handle(ObjectType.FILE) : 0);
    }

    private ObjectAttributes key() {
        if (draw.chance(20)) {
            return draw.unnamed();
        }
        boolean relative = draw.chance(5);
        int bits = draw.chance(30) ? ObjectAttributes.PERMANENT : draw.bits() & ~ObjectAttributes.EXCLUSIVE;
        String name = relative ? draw.chance(2) ? "" : "o" : draw.pick(KEYS);
        return new ObjectAttributes(name, relative ? draw.handle(ObjectType.KEY) : 0, bits);
    }

    private KernelCall file() {
        ObjectAttributes attributes = draw.chance(30) ? draw.unnamed() : new ObjectAttributes(
                draw.pick(FILES), draw.chance(8) ? draw.handle(draw.chance(2) ? ObjectType.FILE : ObjectType.DIRECTORY) : 0,
                draw.chance(30) ? ObjectAttributes.PERMANENT : draw.bits() & ~ObjectAttributes.EXCLUSIVE);
        return new KernelCall.NtCreateFile(draw.access() | 0x0010_0000, attributes, draw.chance(2), draw.chance(3));
    }

    private KernelCall query() {
        int kind = draw.below(7) - 1;
        long length = draw.chance(2) ? -1 : draw.chance(3) ? BASIC_BYTES : draw.below(160);
        return new KernelCall.NtQueryObject(draw.handle(kind == KernelCall.NtQueryObject.NAME ? ObjectType.FILE : null), kind, length);
    }

    private KernelCall state() {
        ObjectType type = draw.pick(WITH_STATE);
        return new KernelCall.NtQueryState(
                type, draw.handle(type), draw.chance(10) ? 1 : 0, draw.chance(10) ? 4 : KernelCall.NtQueryState.BYTES);
    }

    private KernelCall listing() {
        return new KernelCall.NtQueryDirectoryObject(draw.handle(ObjectType.DIRECTORY), draw.below(4), draw.chance(2), draw.below(600));
    }

    private KernelCall link() {
        return new KernelCall.NtQuerySymbolicLinkObject(draw.handle(ObjectType.SYMBOLIC_LINK), draw.below(60) - 1, draw.chance(2));
    }

    /// What the machine was booted with mostly stays: without it a storm would have nowhere to go.
    private KernelCall temporary() {
        long handle = draw.handle(null);
        return draw.isOfBoot(handle) && !draw.chance(200)
                ? new KernelCall.NtQueryObject(handle) : new KernelCall.NtMakeTemporaryObject(handle);
    }
}
