package dev.handlens.scenario;

import static dev.handlens.scenario.CallField.access;
import static dev.handlens.scenario.CallField.optional;
import static dev.handlens.scenario.CallField.required;

import dev.handlens.kernel.EventKind;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.RaisingRoutine;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.scenario.CallSpec.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What drivers have of their own: threads, events, devices, registry keys, pool; and routines that raise exceptions.
final class SystemCalls {
    static final List<CallSpec> SPECS = gather();

    private SystemCalls() {}

    private static List<CallSpec> gather() {
        List<CallSpec> specs = new ArrayList<>(List.of(
                event("IoCreateNotificationEvent", EventKind.NOTIFICATION),
                event("IoCreateSynchronizationEvent", EventKind.SYNCHRONIZATION),
                createThread(), terminateThread(), deleteDevice(), openDeviceKey(), allocate(), allocateWithQuota(), free("ExFreePool"),
                free("ExFreePoolWithTag")));
        for (RaisingRoutine routine : RaisingRoutine.values()) {
            specs.add(DriverCalls.kernel(routine.service(), Result.NOTHING,
                    "Touches the buffer; raises an exception when it cannot" + (routine.isForUserMemoryOnly() ? " or may not." : "."),
                    List.of(), _ -> _ -> new KernelCall.TouchBuffer(routine)));
        }
        return Collections.unmodifiableList(specs);
    }

    private static CallSpec event(String name, EventKind kind) {
        List<CallField> fields = List.of(optional("name", FieldKind.NT_PATH, "", "path of the event"));
        String doc = "Opens the event of a name, or makes it, signaled; gives a kernel handle, and a pointer that is not counted.";
        return new CallSpec(name, name, Result.HANDLE_OF_NEW_OBJECT, ObjectType.EVENT, true, fields, doc, a -> {
            String path = a.text("name");
            return _ -> new KernelCall.IoCreateEvent(path, kind);
        });
    }

    private static CallSpec createThread() {
        List<CallField> fields = List.of(
                optional("process", FieldKind.HANDLE, "0", "handle of the process it runs in; System without one"),
                optional("start", FieldKind.TEXT, "", "name of its start routine; that of the cast member named by `new` when absent"),
                access(ObjectType.THREAD, "THREAD_ALL_ACCESS"), optional("attributes", FieldKind.ATTRIBUTES, "", "OBJ_ attributes"));
        return new CallSpec("PsCreateSystemThread", "PsCreateSystemThread", Result.HANDLE_OF_NEW_OBJECT, ObjectType.THREAD, true, fields,
                "Creates a thread of System; gives a kernel handle.", a -> {
            Operand process = a.handle("process");
            int access = a.access("access");
            AttributesOperand attributes = new AttributesOperand(null, new Operand.Literal(0), a.attributes("attributes"), -1);
            Scenario.CastMember.ThreadMember thread = a.created() instanceof Scenario.CastMember.ThreadMember member ? member : null;
            String named = thread == null ? "" : thread.start();
            String start = a.has("start") ? a.text("start") : named;
            int tid = thread == null ? 0 : thread.tid();
            return v -> new KernelCall.PsCreateSystemThread(access, attributes.value(v), process.value(v), start, tid);
        });
    }

    private static CallSpec terminateThread() {
        return DriverCalls.kernel("PsTerminateSystemThread", Result.NOTHING, "Ends the calling thread, which must be one of System.",
                List.of(optional("code", FieldKind.CODE, "0", "exit status")), a -> {
            int code = (int) a.number("code");
            return _ -> new KernelCall.PsTerminateSystemThread(code);
        });
    }

    private static CallSpec deleteDevice() {
        return DriverCalls.kernel("IoDeleteDevice", Result.NOTHING,
                "Takes a device away; one that is open stays until its last file is closed.",
                List.of(required("name", FieldKind.NT_PATH, "path of the device")), a -> {
            String name = a.text("name");
            return _ -> new KernelCall.IoDeleteDevice(name);
        });
    }

    private static CallSpec openDeviceKey() {
        List<CallField> fields = List.of(required("device", FieldKind.NT_PATH, "path of the device"), access(ObjectType.KEY, "KEY_READ"));
        return new CallSpec("IoOpenDeviceRegistryKey", "IoOpenDeviceRegistryKey", Result.HANDLE_OF_NEW_OBJECT, ObjectType.KEY, true, fields,
                "Opens the registry key that belongs to a device; gives a kernel handle.", a -> {
            String device = a.text("device");
            int access = a.access("access");
            return _ -> new KernelCall.IoOpenDeviceRegistryKey(device, access);
        });
    }

    // ---- pool -----------------------------------------------------------------------------------------------------

    private static CallSpec allocate() {
        return DriverCalls.kernel("ExAllocatePoolWithTag", Result.POINTER, "Allocates a block of pool.",
                List.of(pool(), bytes(), tag("tag of the block")), a -> {
            PoolKind kind = kind(a);
            long bytes = a.amount("bytes");
            String tag = padded(a.text("tag"));
            return _ -> new KernelCall.ExAllocatePoolWithTag(kind, bytes, tag);
        });
    }

    private static CallSpec allocateWithQuota() {
        return DriverCalls.kernel("ExAllocatePoolWithQuotaTag", Result.POINTER,
                "Allocates a block of pool at the expense of the calling process; raises an exception when it cannot.",
                List.of(pool(), bytes(), tag("tag of the block"),
                        ObjectCalls.flag("fail", "whether to give nothing instead (POOL_QUOTA_FAIL_INSTEAD_OF_RAISE)")), a -> {
            PoolKind kind = kind(a);
            long bytes = a.amount("bytes");
            String tag = padded(a.text("tag"));
            boolean fail = a.flag("fail");
            return _ -> new KernelCall.ExAllocatePoolWithQuotaTag(kind, bytes, tag, fail);
        });
    }

    private static CallSpec free(String name) {
        boolean tagged = name.endsWith("Tag");
        CallField block = required("block", FieldKind.POINTER, "variable with the block");
        List<CallField> fields = tagged ? List.of(block, tag("tag that it must have")) : List.of(block);
        return DriverCalls.kernel(name, Result.NOTHING, "Frees a block of pool.", fields, a -> {
            int pointer = a.pointer("block");
            String tag = tagged ? padded(a.text("tag")) : null;
            return v -> new KernelCall.ExFreePoolWithTag(v.object(pointer), tag);
        });
    }

    private static CallField pool() {
        return optional("pool", FieldKind.POOL, "nonpaged", "which pool");
    }

    private static CallField bytes() {
        return optional("bytes", FieldKind.SIZE, "64", "how many");
    }

    private static CallField tag(String doc) {
        return optional("tag", FieldKind.TAG, "None", doc);
    }

    private static PoolKind kind(Arguments a) {
        return a.text("pool").equals("paged") ? PoolKind.PAGED : PoolKind.NONPAGED;
    }

    /// Tags have four characters; blanks at the end need not be written.
    static String padded(String tag) {
        return (tag + "   ").substring(0, 4);
    }
}
