package dev.handlens.kernel;

import dev.handlens.kernel.ex.PoolBlock;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ex.TableGeometry;
import dev.handlens.kernel.io.DriverBehavior;
import dev.handlens.kernel.io.DriverObject;
import dev.handlens.kernel.io.IoctlAnswer;
import dev.handlens.kernel.io.Irp;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ob.Reference;
import dev.handlens.kernel.ob.ReferenceKind;
import java.util.ArrayList;
import java.util.List;

/// Calls of drivers: references by pointer, pool, devices, requests.
final class StormDriverCalls {
    private static final List<String> DEVICES = List.of("\\Device\\Storm", "\\Device\\Storm", "\\Device\\Storm2", "\\Device\\None",
            "\\nowhere\\x", "\\Device\\\\", "rel", "\\link", "\\Device\\HarddiskVolume2\\x", "\\BaseNamedObjects\\A\\x");
    private static final List<String> TAGS = List.of("Strm", "Gizm");
    private static final List<ObjectType> TYPES =
            List.of(ObjectType.EVENT, ObjectType.PROCESS, ObjectType.DIRECTORY, ObjectType.FILE, ObjectType.SYMBOLIC_LINK);

    private static final int SMALLEST_BLOCK = 16;
    private static final int SPARE_DRIVERS = 10;

    private final StormDraw draw;

    StormDriverCalls(StormDraw draw) {
        this.draw = draw;
    }

    void putInto(Lottery lottery) {
        lottery.add(14, this::byHandle)
                .add(8, () -> new KernelCall.ObReferenceObjectByPointer(draw.object(), 0, anyType(), draw.mode(), draw.driver()))
                .add(8, () -> new KernelCall.ObReferenceObject(draw.object(), draw.chance(2), draw.driver()))
                .add(8, () -> new KernelCall.ObReferenceObjectByName(draw.access(), named(), anyType(), draw.mode(), draw.driver()))
                .add(40, this::dereference)
                .add(10, this::openByPointer)
                .add(12, () -> new KernelCall.ObOpenObjectByName(draw.access(), named(), anyType(), draw.mode()))
                .add(4, this::makeTemporary)
                .add(8, () -> new KernelCall.KeSetEvent(draw.chance(5) ? draw.object() : draw.idOf(ObjectType.EVENT)))
                .add(6, this::load)
                .add(10, this::createDevice)
                .add(3, () -> new KernelCall.IoDeleteDevice(draw.pick(DEVICES)))
                .add(10, () -> new KernelCall.IoOpenDeviceRegistryKey(draw.pick(DEVICES), draw.access()))
                .add(8, this::event)
                .add(22, this::allocate)
                .add(14, this::free)
                .add(18, () -> new KernelCall.TouchBuffer(draw.pick(List.of(RaisingRoutine.values()))))
                .add(40, this::control)
                .add(12, () -> new KernelCall.IoCsqRemoveNextIrp(draw.driver()))
                .add(20, this::complete)
                .add(8, () -> new KernelCall.IoCancelIrp(draw.chance(12) ? 0 : draw.request()))
                .add(14, () -> new KernelCall.NtCancelIoFile(draw.handle(ObjectType.FILE)))
                .add(6, () -> new KernelCall.NtCancelIoFileEx(draw.handle(ObjectType.FILE), draw.chance(3) ? draw.request() : 0))
                .add(6, () -> new KernelCall.NtCancelSynchronousIoFile(draw.handle(ObjectType.THREAD)))
                .add(3, () -> new KernelCall.KeWaitTimeout(draw.tid()))
                .add(2, () -> new KernelCall.KeExitWaitTimeout(draw.pid()));
    }

    // ---- references -----------------------------------------------------------------------------------------------

    private ObjectType anyType() {
        return draw.chance(2) ? null : draw.pick(TYPES);
    }

    private ObjectAttributes named() {
        return draw.attributesToOpen(anyType());
    }

    private KernelCall byHandle() {
        ObjectType type = anyType();
        PreviousMode mode = draw.chance(5) ? draw.mode() : draw.caller().mode();
        return new KernelCall.ObReferenceObjectByHandle(draw.handle(type), draw.chance(2) ? 0 : draw.access(), type, mode, draw.driver());
    }

    private KernelCall openByPointer() {
        int id = draw.chance(6) ? draw.idOf(ObjectType.FILE) : draw.object();
        return new KernelCall.ObOpenObjectByPointer(id, draw.access(), draw.bits(), anyType(), draw.mode());
    }

    /// Mostly a reference that was taken, by the driver that took it.
    private KernelCall dereference() {
        KObject held = draw.chance(8) ? null : draw.objectThat(StormDriverCalls::isHeld);
        int id = held == null ? draw.object() : held.id();
        String driver = held == null ? draw.driver() : holder(held);
        return draw.chance(3) ? new KernelCall.ObDereferenceObjectDeferDelete(id, driver) : new KernelCall.ObDereferenceObject(id, driver);
    }

    static boolean isHeld(KObject object) {
        for (Reference reference : object.references()) {
            if (reference.kind() == ReferenceKind.DRIVER) {
                return true;
            }
        }
        return false;
    }

    String holder(KObject held) {
        List<Reference> references = held.references().stream().filter(reference -> reference.kind() == ReferenceKind.DRIVER).toList();
        return ((DriverObject) draw.kernel().object(draw.pick(references).holder())).image();
    }

    private KernelCall makeTemporary() {
        int id = draw.object();
        KObject object = draw.kernel().object(id);
        // What the machine was booted with mostly stays: nothing works without it.
        boolean ofBoot = object != null && object.bornAt() == 0;
        return ofBoot && !draw.chance(200)
                ? new KernelCall.ObReferenceObject(id, true, draw.driver()) : new KernelCall.ObMakeTemporaryObject(id);
    }

    // ---- drivers and devices --------------------------------------------------------------------------------------

    private KernelCall load() {
        String driver = draw.chance(3) ? "spare" + draw.below(SPARE_DRIVERS) + ".sys" : draw.pick(StormDraw.DRIVERS);
        IoctlAnswer answer = switch (driver) {
            case "gizmo.sys" -> IoctlAnswer.WDF_QUEUE;
            case "csq.sys" -> IoctlAnswer.CSQ;
            case "lost.sys" -> IoctlAnswer.NEVER;
            case "list.sys" -> draw.chance(2) ? IoctlAnswer.LIST : IoctlAnswer.LIST_WITHOUT_CANCEL;
            default -> draw.chance(2) ? IoctlAnswer.AT_ONCE : IoctlAnswer.REFUSES;
        };
        return new KernelCall.IoLoadDriver(driver, new DriverBehavior(answer, draw.chance(3)));
    }

    private KernelCall createDevice() {
        String driver = draw.driver();
        return new KernelCall.IoCreateDevice(driver, draw.chance(3) ? draw.pick(DEVICES) : "\\Device\\" + driver);
    }

    private KernelCall event() {
        String name = draw.chance(4) ? null : draw.chance(2) ? draw.name() : draw.nameOf(ObjectType.EVENT);
        return new KernelCall.IoCreateEvent(name, draw.chance(2) ? EventKind.NOTIFICATION : EventKind.SYNCHRONIZATION);
    }

    // ---- pool -----------------------------------------------------------------------------------------------------

    private KernelCall allocate() {
        PoolKind kind = draw.chance(2) ? PoolKind.PAGED : PoolKind.NONPAGED;
        long bytes = draw.chance(10) ? draw.below(3) * 4096L : 1 + draw.below(400);
        KernelCall rest = draw.isPoor() && draw.chance(2) ? allocateRest(kind) : null;
        if (rest != null) {
            return rest;
        }
        return draw.chance(2) ? new KernelCall.ExAllocatePoolWithTag(kind, bytes, draw.pick(TAGS))
                : new KernelCall.ExAllocatePoolWithQuotaTag(kind, bytes, draw.pick(TAGS), draw.chance(2));
    }

    /// Takes nearly all that is left of a pool, so that what comes next finds no room; null when nothing is left.
    /// What is larger than a page takes whole pages.
    KernelCall allocateRest(PoolKind kind) {
        long left = draw.kernel().pool().limit(kind) - draw.kernel().pool().bytes(kind) - SMALLEST_BLOCK - draw.below(160);
        long bytes = left < TableGeometry.PAGE_BYTES ? left : left / TableGeometry.PAGE_BYTES * TableGeometry.PAGE_BYTES;
        return bytes <= 0 ? null : new KernelCall.ExAllocatePoolWithTag(kind, bytes, draw.pick(TAGS));
    }

    private KernelCall free() {
        PoolBlock block = anyBlock();
        if (block == null || draw.chance(12)) {
            return new KernelCall.ExFreePoolWithTag(draw.object(), draw.chance(2) ? null : draw.pick(TAGS));
        }
        return new KernelCall.ExFreePoolWithTag(block.id(), draw.chance(2) ? null : draw.chance(8) ? "Else" : block.tag());
    }

    /// A block that is allocated, or null.
    PoolBlock anyBlock() {
        List<PoolBlock> blocks = new ArrayList<>();
        draw.kernel().blocks().forEach(blocks::add);
        return blocks.isEmpty() ? null : draw.pick(blocks);
    }

    // ---- requests -------------------------------------------------------------------------------------------------

    private KernelCall control() {
        int code = draw.chance(2) ? 0 : draw.below(4) << 14;
        return new KernelCall.NtDeviceIoControlFile(draw.handle(ObjectType.FILE), code, draw.chance(2) ? draw.handle(ObjectType.EVENT) : 0);
    }

    private KernelCall complete() {
        NtStatus status = draw.chance(6) ? NtStatus.STATUS_CANCELLED : draw.chance(20) ? NtStatus.STATUS_PENDING : NtStatus.STATUS_SUCCESS;
        return draw.chance(3) ? new KernelCall.IoCompleteRequest(draw.driver(), 0, status, draw.below(64))
                : new KernelCall.IoCompleteRequest(draw.driver(), draw.request(), status, draw.below(64));
    }

    /// The completion of a request by the driver that has it.
    KernelCall completionOf(Irp irp) {
        String driver = ((DriverObject) draw.kernel().object(irp.driver())).image();
        return new KernelCall.IoCompleteRequest(driver, irp.id(), NtStatus.STATUS_SUCCESS, 0);
    }
}
