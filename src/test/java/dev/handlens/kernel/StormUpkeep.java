package dev.handlens.kernel;

import dev.handlens.kernel.ex.PoolBlock;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ex.TableGeometry;
import dev.handlens.kernel.io.Irp;
import dev.handlens.kernel.ob.DirectoryObject;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ps.ThreadObject;
import java.util.List;

/// Keeps a machine alive through a storm: random calls alone block every thread, end every process or use up the pools, and what follows
/// then proves nothing. All of it is done by calls, made by the machine itself, which has no thread.
final class StormUpkeep {
    /// Who acts when no thread does.
    static final Caller MACHINE = new Caller(Kernel.SYSTEM_PID, 0, PreviousMode.KERNEL);
    private static final int MANY_OBJECTS = 480;
    private static final int FULL_PERCENT = 88;

    private final StormDraw draw;
    private final StormDriverCalls drivers;

    StormUpkeep(StormDraw draw, StormDriverCalls drivers) {
        this.draw = draw;
        this.drivers = drivers;
    }

    // ---- threads --------------------------------------------------------------------------------------------------

    /// What makes threads go on, or new ones; null when there are enough.
    KernelCall wake() {
        List<ThreadObject> stuck = draw.threads().stream().filter(thread -> thread.isRunning() && thread.isExiting()).toList();
        List<ThreadObject> waiting = draw.threads().stream().filter(thread -> !thread.waitsFor().isEmpty()).toList();
        List<Irp> requests = draw.kernel().irps().all();
        if (!stuck.isEmpty() && draw.chance(4)) {
            return new KernelCall.KeExitWaitTimeout(draw.pick(stuck).pid());
        }
        if (!requests.isEmpty() && draw.chance(3)) {
            return drivers.completionOf(draw.pick(requests));
        }
        if (draw.runningThreads() < StormProcessCalls.FEW_THREADS && draw.chance(2)) {
            return new KernelCall.PsInitialProcess("initial.exe", 0, 0);
        }
        return waiting.isEmpty() ? null : new KernelCall.KeWaitTimeout(draw.pick(waiting).tid());
    }

    // ---- pools ----------------------------------------------------------------------------------------------------

    /// Whether the machine has so much that nothing new finds room.
    boolean isFull() {
        return isFull(PoolKind.PAGED) || isFull(PoolKind.NONPAGED) || draw.kernel().objects().size() > MANY_OBJECTS;
    }

    private boolean isFull(PoolKind kind) {
        return draw.kernel().pool().bytes(kind) * 100 > draw.kernel().pool().limit(kind) * FULL_PERCENT;
    }

    /// What leaves no room for another page of a handle table, or null when there is none.
    KernelCall fill() {
        boolean fits = draw.kernel().pool().limit(PoolKind.PAGED) - draw.kernel().pool().bytes(PoolKind.PAGED) >= TableGeometry.PAGE_BYTES;
        return fits ? drivers.allocateRest(PoolKind.PAGED) : null;
    }

    /// What gives something back that nobody else would, or null.
    KernelCall release() {
        return switch (draw.below(4)) {
            case 0, 1 -> {
                PoolBlock block = drivers.anyBlock();
                yield block == null ? dereference() : new KernelCall.ExFreePoolWithTag(block.id(), block.tag());
            }
            case 2 -> {
                KObject left = draw.objectThat(object -> object.isPermanent() && object.bornAt() > 0 && object.handleCount() == 0
                        && object.type() != ObjectType.DRIVER && object.type() != ObjectType.DEVICE);
                yield left == null ? dereference() : new KernelCall.ObMakeTemporaryObject(left.id());
            }
            default -> dereference();
        };
    }

    /// Closes a handle of System: what drivers open lies in its table, and no process ends that it would go with.
    KernelCall closeKernelHandle() {
        return new KernelCall.NtClose(draw.openHandle(null));
    }

    private KernelCall dereference() {
        KObject held = draw.objectThat(StormDriverCalls::isHeld);
        return held == null ? null : new KernelCall.ObDereferenceObject(held.id(), drivers.holder(held));
    }

    // ---- the namespace --------------------------------------------------------------------------------------------

    /// Loses the directory of drivers, as somebody with the right to delete it might.
    KernelCall lose() {
        KObject directory = draw.objectThat(
                object -> object.type() == ObjectType.DIRECTORY && "Driver".equals(object.name()) && object.directory() != 0);
        return directory == null ? null : new KernelCall.ObMakeTemporaryObject(directory.id());
    }

    /// A directory of boot that was made temporary and is gone, made anew; null when all are there.
    KernelCall lostDirectory() {
        KObject root = draw.kernel().object(draw.kernel().rootDirectory());
        for (String name : List.of("BaseNamedObjects", "Device", "Driver")) {
            if (((DirectoryObject) root).find(name, false) == 0) {
                return new KernelCall.NtCreateDirectoryObject(0, new ObjectAttributes("\\" + name, 0, ObjectAttributes.PERMANENT));
            }
        }
        return null;
    }
}
