package dev.handlens.kernel;

import dev.handlens.kernel.ex.PoolBlock;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.se.Privilege;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Random calls on security, jobs, queries, pointers, pool and devices.
final class StormDriverCalls {
    private static final List<String> DEVICES = List.of("\\Device\\Storm", "\\Device\\Storm2", "\\Device\\None");
    private static final List<String> TAGS = List.of("Strm", "Gizm");
    private static final List<ObjectType> STATES = List.of(ObjectType.EVENT, ObjectType.MUTANT, ObjectType.SEMAPHORE);
    private static final List<ObjectType> TYPES = List.of(ObjectType.EVENT, ObjectType.PROCESS, ObjectType.DIRECTORY, ObjectType.FILE);

    private final StormCalls calls;
    private final SplittableRandom random;

    StormDriverCalls(StormCalls calls, SplittableRandom random) {
        this.calls = calls;
        this.random = random;
    }

    KernelCall next(Kernel kernel, Caller caller) {
        return switch (random.nextInt(7)) {
            case 0 -> security(caller);
            case 1 -> jobs();
            case 2 -> queries();
            case 3 -> references(kernel, caller);
            case 4 -> handles(caller);
            case 5 -> pool(kernel);
            default -> devices(caller);
        };
    }

    private KernelCall security(Caller caller) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> new KernelCall.NtSetSecurityObject(calls.handle(null), calls.chance(2) ? -1 : random.nextInt());
            case 2, 3 -> new KernelCall.NtOpenProcessToken(calls.process(), calls.access());
            case 4 -> new KernelCall.NtOpenThreadToken(calls.chance(2) ? Kernel.CURRENT_THREAD : calls.handle(ObjectType.THREAD), 8);
            case 5 -> new KernelCall.PsInitialLimits(calls.chance(20) ? 3 : caller.pid(), random.nextInt(1 << Privilege.values().length),
                    limit(), limit());
            case 6 -> new KernelCall.NtSetInformationObject(calls.handle(ObjectType.DIRECTORY), false, false, random.nextInt(3, 6), random.nextInt(1, 4));
            default -> new KernelCall.NtMakePermanentObject(calls.handle(null));
        };
    }

    private long limit() {
        return calls.chance(3) ? random.nextLong(20_000) : -1;
    }

    private KernelCall jobs() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> new KernelCall.NtCreateJobObject(calls.access(), calls.attributes());
            case 2, 3 -> new KernelCall.NtAssignProcessToJobObject(calls.handle(ObjectType.JOB), calls.process());
            case 4 -> new KernelCall.NtSetInformationJobObject(calls.handle(ObjectType.JOB), random.nextBoolean());
            case 5 -> new KernelCall.NtTerminateJobObject(calls.handle(ObjectType.JOB), 1);
            case 6 -> new KernelCall.NtCreateIoCompletion(calls.access(), calls.attributes(), random.nextInt(3));
            case 7 -> new KernelCall.NtCreateKeyedEvent(calls.access(), calls.attributes(), calls.chance(5) ? 1 : 0);
            default -> new KernelCall.NtClose(calls.handle(ObjectType.JOB));
        };
    }

    private KernelCall queries() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> new KernelCall.NtQueryObject(calls.handle(null), random.nextInt(6), calls.chance(2) ? -1 : random.nextInt(120));
            case 2, 3 -> new KernelCall.NtQueryState(state(), calls.handle(state()), calls.chance(8) ? 1 : 0, calls.chance(5) ? 4 : 8);
            case 4 -> new KernelCall.NtQueryDirectoryObject(calls.handle(ObjectType.DIRECTORY), random.nextInt(3), random.nextBoolean(),
                    random.nextInt(600));
            case 5 -> new KernelCall.NtQuerySymbolicLinkObject(calls.handle(ObjectType.SYMBOLIC_LINK), random.nextInt(-1, 60), random.nextBoolean());
            case 6 -> new KernelCall.NtCompareObjects(calls.handle(null), calls.handle(null));
            default -> new KernelCall.HtraceSnapshot(calls.process());
        };
    }

    private ObjectType state() {
        return calls.pick(STATES);
    }

    private ObjectType anyType() {
        return calls.chance(2) ? null : calls.pick(TYPES);
    }

    private KernelCall references(Kernel kernel, Caller caller) {
        String driver = calls.pick(StormCalls.DRIVERS);
        return switch (random.nextInt(8)) {
            case 0 -> new KernelCall.ObReferenceObject(calls.object(), random.nextBoolean(), driver);
            case 1 -> new KernelCall.ObReferenceObjectByName(calls.access(), calls.attributes(), anyType(), mode(), driver);
            case 2, 3 -> new KernelCall.ObDereferenceObjectDeferDelete(calls.object(), driver);
            case 4 -> {
                int id = calls.object();
                // What the machine was booted with stays: nothing works without it.
                boolean ofBoot = kernel.object(id) != null && kernel.object(id).bornAt() == 0;
                yield ofBoot ? new KernelCall.ObDereferenceObjectDeferDelete(id, driver) : new KernelCall.ObMakeTemporaryObject(id);
            }
            case 5 -> new KernelCall.PsLookupProcessByProcessId(calls.chance(5) ? 2 : caller.pid(), driver);
            case 6 -> new KernelCall.PsLookupThreadByThreadId(calls.chance(5) ? 2 : calls.pick(kernel.threads()).tid(), driver);
            default -> new KernelCall.NtUnmapViewOfSection(calls.object());
        };
    }

    private PreviousMode mode() {
        return random.nextBoolean() ? PreviousMode.USER : PreviousMode.KERNEL;
    }

    private KernelCall handles(Caller caller) {
        return switch (random.nextInt(6)) {
            case 0 -> new KernelCall.ObOpenObjectByPointer(calls.object(), calls.access(), calls.bits(), anyType(), mode());
            case 1 -> new KernelCall.ObOpenObjectByName(calls.access(), calls.attributes(), anyType(), mode());
            case 2 -> new KernelCall.ObCloseHandle(calls.handle(null), caller.mode());
            case 3 -> new KernelCall.NtClearEvent(calls.handle(ObjectType.EVENT));
            case 4 -> new KernelCall.NtSignalAndWaitForSingleObject(calls.handle(state()), calls.handle(null), calls.timeout());
            default -> new KernelCall.NtSignalAndWaitForSingleObject(calls.handle(ObjectType.SEMAPHORE), calls.handle(ObjectType.MUTANT), 0);
        };
    }

    private KernelCall pool(Kernel kernel) {
        PoolKind kind = random.nextBoolean() ? PoolKind.PAGED : PoolKind.NONPAGED;
        long bytes = calls.chance(10) ? random.nextInt(3) * 4096L : random.nextInt(1, 400);
        return switch (random.nextInt(6)) {
            case 0 -> new KernelCall.ExAllocatePoolWithTag(kind, bytes, calls.pick(TAGS));
            case 1 -> new KernelCall.ExAllocatePoolWithQuotaTag(kind, bytes, calls.pick(TAGS), random.nextBoolean());
            case 2 -> new KernelCall.TouchBuffer(calls.pick(List.of(RaisingRoutine.values())));
            default -> free(kernel);
        };
    }

    private KernelCall free(Kernel kernel) {
        List<PoolBlock> blocks = new ArrayList<>();
        kernel.blocks().forEach(blocks::add);
        if (blocks.isEmpty() || calls.chance(15)) {
            return new KernelCall.ExFreePoolWithTag(calls.object(), null);
        }
        PoolBlock block = calls.pick(blocks);
        return new KernelCall.ExFreePoolWithTag(block.id(), calls.chance(2) ? null : calls.chance(8) ? "Else" : block.tag());
    }

    private KernelCall devices(Caller caller) {
        return switch (random.nextInt(8)) {
            case 0 -> new KernelCall.IoDeleteDevice(calls.pick(DEVICES));
            case 1 -> new KernelCall.IoCreateDevice(calls.pick(StormCalls.DRIVERS), calls.pick(DEVICES));
            case 2 -> new KernelCall.IoOpenDeviceRegistryKey(calls.pick(DEVICES), calls.access());
            case 3 -> new KernelCall.IoCreateEvent(calls.chance(2) ? null : calls.attributes().name(), calls.kind());
            case 4 -> new KernelCall.PsCreateSystemThread(calls.access(), ObjectAttributes.NONE, calls.chance(2) ? 0 : calls.process(), "storm!worker", 0);
            default -> caller.pid() == Kernel.SYSTEM_PID || calls.chance(10)
                    ? new KernelCall.PsTerminateSystemThread(1) : new KernelCall.NtOpenProcess(calls.access(), ObjectAttributes.NONE, caller.pid());
        };
    }
}
