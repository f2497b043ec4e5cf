package dev.handlens.kernel;

import dev.handlens.kernel.ob.ObjectType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Calls on handles, waits, and what is done with objects that are open.
final class StormHandleCalls {
    private static final List<ObjectType> SIGNALED = List.of(ObjectType.EVENT, ObjectType.MUTANT, ObjectType.SEMAPHORE);
    private static final int MOST_WAITED_FOR = 64;

    private final StormDraw draw;

    StormHandleCalls(StormDraw draw) {
        this.draw = draw;
    }

    void putInto(Lottery lottery) {
        lottery.add(110, () -> new KernelCall.NtClose(draw.closable()))
                .add(8, () -> new KernelCall.ObCloseHandle(draw.closable(), draw.chance(4) ? draw.mode() : draw.caller().mode()))
                .add(50, this::duplication)
                .add(16, this::flags)
                .add(14, () -> new KernelCall.NtSetEvent(draw.handle(ObjectType.EVENT)))
                .add(8, () -> new KernelCall.NtResetEvent(draw.handle(ObjectType.EVENT)))
                .add(8, () -> new KernelCall.NtPulseEvent(draw.handle(ObjectType.EVENT)))
                .add(8, () -> new KernelCall.NtClearEvent(draw.handle(ObjectType.EVENT)))
                .add(14, () -> new KernelCall.NtReleaseMutant(draw.handle(ObjectType.MUTANT)))
                .add(12, () -> new KernelCall.NtReleaseSemaphore(draw.handle(ObjectType.SEMAPHORE), draw.below(4)))
                .add(30, () -> new KernelCall.NtWaitForSingleObject(draw.handle(draw.chance(2) ? ObjectType.MUTANT : null), draw.timeout()))
                .add(40, () -> new KernelCall.NtWaitForMultipleObjects(waitedFor(), draw.chance(2), draw.timeout()))
                .add(32, this::signalAndWait)
                .add(12, () -> new KernelCall.NtReadFile(draw.handle(ObjectType.FILE)))
                .add(12, () -> new KernelCall.NtWriteFile(draw.handle(ObjectType.FILE)))
                .add(10, () -> new KernelCall.NtMapViewOfSection(draw.handle(ObjectType.SECTION), draw.chance(2)))
                .add(6, () -> new KernelCall.NtUnmapViewOfSection(draw.chance(4) ? draw.object() : draw.idOf(ObjectType.SECTION)));
    }

    private KernelCall duplication() {
        long source = draw.process();
        long target = draw.chance(14) ? 0 : draw.process();
        int attributes = draw.chance(14) ? ObjectAttributes.PROTECT_CLOSE : draw.chance(3) ? ObjectAttributes.INHERIT : 0;
        attributes |= draw.chance(12) ? ObjectAttributes.KERNEL_HANDLE : 0;
        long handle = draw.chance(12) ? Kernel.CURRENT_PROCESS : draw.handle(null);
        return new KernelCall.NtDuplicateObject(source, handle, target, draw.access(), attributes, draw.below(8));
    }

    private KernelCall flags() {
        int kind = draw.chance(3) ? 3 + draw.below(3) : KernelCall.NtSetInformationObject.HANDLE_FLAGS;
        ObjectType type = kind == KernelCall.NtSetInformationObject.SESSION ? ObjectType.DIRECTORY : null;
        int length = draw.chance(10) ? draw.below(4) : KernelCall.NtSetInformationObject.HANDLE_FLAGS_BYTES;
        return new KernelCall.NtSetInformationObject(draw.handle(type), draw.chance(2), draw.chance(6), kind, length);
    }

    private List<Long> waitedFor() {
        if (draw.chance(12)) {
            int many = draw.chance(2) ? 0 : MOST_WAITED_FOR + 1;
            return Collections.nCopies(many, 4L);
        }
        if (draw.chance(3)) {
            // One object many times: a wait that takes pool of its own, and that hardly any lot would be drawn for.
            return Collections.nCopies(4 + draw.below(8), draw.openHandle(draw.pick(SIGNALED)));
        }
        List<Long> handles = new ArrayList<>();
        for (int count = 1 + draw.below(draw.chance(2) ? 9 : 3); count > 0; count--) {
            ObjectType type = draw.chance(2) ? ObjectType.MUTANT : draw.pick(SIGNALED);
            handles.add(draw.chance(6) ? draw.handle(type) : draw.openHandle(type));
        }
        return handles;
    }

    private KernelCall signalAndWait() {
        ObjectType signal = draw.chance(10) ? null : draw.pick(SIGNALED);
        return new KernelCall.NtSignalAndWaitForSingleObject(
                draw.handle(signal), draw.chance(2) ? draw.openHandle(ObjectType.MUTANT) : draw.handle(null), draw.timeout());
    }
}
