package dev.handlens.lens;

import dev.handlens.kernel.BugCheck;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.ex.HandleEntry;
import dev.handlens.kernel.ex.Pool;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ob.Reference;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.se.AccessMask;
import dev.handlens.scenario.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All that a machine holds at a moment, as plain values to be written as JSON.
///
/// @param scenario short name of the scenario
/// @param step the position
/// @param millis simulated ms
/// @param stop stop of the machine in words; empty while it runs
/// @param accessChecks how often the security of an object was asked so far: by each open, by no use of a handle
/// @param processes processes by id, those included that have ended and are still referenced
/// @param objects objects by id
/// @param paged use of paged pool by tag
/// @param nonpaged use of nonpaged pool by tag
public record StateReport(
        String scenario, long step, long millis, String stop, long accessChecks, List<Process> processes, List<Item> objects,
        List<Tag> paged, List<Tag> nonpaged) {

    /// A process.
    ///
    /// @param object id of its object
    /// @param pagedBytes paged pool charged to it
    /// @param nonpagedBytes nonpaged pool charged to it
    /// @param handles its open handles, by value
    public record Process(
            int pid, int parentPid, String name, int object, boolean running, int peakHandles, long pagedBytes, long nonpagedBytes,
                    List<Handle> handles) {}

    /// An open handle.
    ///
    /// @param value such as `0x1C`
    /// @param object id of the object
    /// @param access granted access, such as `0x120089`
    /// @param accessWords the same in words
    /// @param openedAt step that opened it; 0 for the start
    /// @param variable variable of the scenario that holds it; empty for none
    public record Handle(
            String value, String type, String name, int object, String access, String accessWords, boolean inherit,
                    boolean protectFromClose,
            long openedAt, String variable) {}

    /// An object.
    ///
    /// @param pool `paged` or `nonpaged`
    /// @param bytes bytes of its pool block
    /// @param chargedTo process that its pool is charged to, or 0
    /// @param bornAt step that made it
    /// @param references every reference, handles included; their number is the pointer count
    public record Item(
            int id, String type, String name, long handleCount, long pointerCount, boolean permanent, String pool, long bytes,
                    int chargedTo,
            long bornAt, List<Cause> references) {}

    /// A reference with its cause.
    ///
    /// @param cause `handle`, or a cause such as `running thread`
    /// @param holder who refers, such as `fred.exe 0x14` or `gizmo.sys`
    /// @param since step that made the reference
    public record Cause(String cause, String holder, long since) {}

    /// Use of a pool under a tag.
    public record Tag(String tag, long allocs, long frees, long bytes) {}

    /// The state of a machine. Type objects that nobody has open are left out: there are 42 of them, always the same.
    public static StateReport of(Machine machine) {
        Kernel kernel = machine.kernel();
        Map<Integer, List<Cause>> causes = new TreeMap<>();
        List<Process> processes = new ArrayList<>();
        for (ProcessObject process : kernel.processes()) {
            processes.add(process(machine, process, causes));
        }
        List<Item> objects = new ArrayList<>();
        kernel.objects().forEach(object -> {
            if (object.type() != ObjectType.TYPE || object.handleCount() > 0) {
                objects.add(item(kernel, object, causes.computeIfAbsent(object.id(), _ -> new ArrayList<>())));
            }
        });
        BugCheck stop = kernel.bugCheck();
        return new StateReport(machine.program().scenario().name(), machine.position(), machine.program().time(machine.position()),
                stop == null ? "" : Words.hex(stop.code()) + " " + stop.name(), kernel.accessChecks(), processes, objects,
                tags(kernel.pool(), PoolKind.PAGED), tags(kernel.pool(), PoolKind.NONPAGED));
    }

    private static Process process(Machine machine, ProcessObject process, Map<Integer, List<Cause>> causes) {
        List<Handle> handles = new ArrayList<>();
        if (process.table() != null) {
            process.table().forEach((value, first, second) -> {
                HandleEntry entry = HandleEntry.of(value, first, second);
                handles.add(handle(machine, process, entry));
                causes.computeIfAbsent(entry.object(), _ -> new ArrayList<>())
                        .add(new Cause("handle", process.imageName() + " " + Words.hex(value), entry.stamp()));
            });
        }
        return new Process(process.pid(), process.parentPid(), process.imageName(), process.id(), process.isRunning(),
                process.peakHandles(),
                process.charge(PoolKind.PAGED), process.charge(PoolKind.NONPAGED), handles);
    }

    private static Handle handle(Machine machine, ProcessObject process, HandleEntry entry) {
        KObject object = machine.kernel().object(entry.object());
        return new Handle(Words.hex(entry.handle()), object.type().typeName(), machine.kernel().nameOf(object), object.id(),
                Words.hex(entry.grantedAccess() & 0xFFFF_FFFFL), AccessMask.describe(object.type(), entry.grantedAccess()),
                (entry.attributes() & ObjectAttributes.INHERIT) != 0, (entry.attributes() & ObjectAttributes.PROTECT_CLOSE) != 0,
                entry.stamp(), machine.holder(process.pid(), entry.handle()));
    }

    private static Item item(Kernel kernel, KObject object, List<Cause> causes) {
        for (Reference reference : object.references()) {
            causes.add(new Cause(reference.kind().words(), Holders.who(kernel, object, reference), reference.stamp()));
        }
        int payer = kernel.object(object.chargedTo()) instanceof ProcessObject process ? process.pid() : 0;
        return new Item(object.id(), object.type().typeName(), Naming.nameOf(kernel, object), object.handleCount(), object.pointerCount(),
                object.isPermanent(), object.type().poolKind() == PoolKind.PAGED ? "paged" : "nonpaged", object.blockBytes(), payer,
                object.bornAt(), causes);
    }

    private static List<Tag> tags(Pool pool, PoolKind kind) {
        return pool.tags(kind).stream().map(use -> new Tag(use.tag(), use.allocs(), use.frees(), use.bytes())).toList();
    }
}
