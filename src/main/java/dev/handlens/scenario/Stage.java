package dev.handlens.scenario;

import dev.handlens.kernel.CallResult;
import dev.handlens.kernel.Caller;
import dev.handlens.kernel.EventKind;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.ObjectAttributes;
import dev.handlens.kernel.PreviousMode;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ThreadObject;
import dev.handlens.kernel.se.Privilege;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Sets up the cast of a scenario: what there is before its first step. All of it is position 0.
final class Stage {
    private static final int EVENT_ALL_ACCESS = 0x1F0003;
    private static final int KEY_READ = 0x20019;
    private static final int DIRECTORY_QUERY_TRAVERSE = 0x3;
    private static final int DIRECTORY_OPEN_ACCESS = 0x100020;
    private static final Caller SYSTEM = new Caller(Kernel.SYSTEM_PID, 0, PreviousMode.KERNEL);

    private final Kernel kernel;
    private final Bindings bindings;
    private Scenario.CastMember member;

    Stage(Kernel kernel, Bindings bindings) {
        this.kernel = kernel;
        this.bindings = bindings;
    }

    /// Sets up all members that are there from the start.
    ///
    /// @throws CastException when one cannot be set up; [ScenarioReader] has made sure that all can
    void set(Scenario scenario) {
        // Members are set up in their order; a thread that is listed before its process comes after all others.
        Set<String> listed = new LinkedHashSet<>();
        List<Scenario.CastMember> early = new ArrayList<>();
        for (Scenario.CastMember each : scenario.cast()) {
            listed.add(each.name());
            if (each instanceof Scenario.CastMember.ThreadMember thread && !listed.contains(thread.process())) {
                early.add(each);
            } else {
                set(each);
            }
        }
        early.forEach(this::set);
    }

    private void set(Scenario.CastMember each) {
        member = each;
        switch (each) {
            case Scenario.CastMember.DriverMember driver -> load(driver);
            case Scenario.CastMember.ProcessMember process when !process.later() -> start(process);
            case Scenario.CastMember.ThreadMember thread when !thread.later() -> start(thread);
            case Scenario.CastMember.ProcessMember _, Scenario.CastMember.ThreadMember _ -> {
                // A step will make it.
            }
        }
    }

    private CallResult call(Caller caller, KernelCall call) {
        CallResult result = kernel.execute(0, caller, call);
        if (!result.status().isSuccess()) {
            throw new CastException(member, "'" + member.name() + "' cannot be set up: " + call.service() + " fails with " + result.status()
                    + "; " + wayOut(result.status()));
        }
        return result;
    }

    private static String wayOut(NtStatus status) {
        if (status == NtStatus.STATUS_OBJECT_NAME_COLLISION) {
            return "choose a name that no other member has";
        }
        return status == NtStatus.STATUS_INSUFFICIENT_RESOURCES || status == NtStatus.STATUS_QUOTA_EXCEEDED
                ? "give the machine larger pools, the member a larger quota, or another id"
                : "change what the cast says of it";
    }

    private void load(Scenario.CastMember.DriverMember driver) {
        call(SYSTEM, new KernelCall.IoLoadDriver(driver.image(), driver.behavior()));
        driver.devices().forEach(device -> call(SYSTEM, new KernelCall.IoCreateDevice(driver.image(), device)));
    }

    private void start(Scenario.CastMember.ProcessMember member) {
        int parent = member.parent() == null ? 0 : bindings.pid(member.parent());
        CallResult result = call(SYSTEM, new KernelCall.PsInitialProcess(member.image(), parent, member.pid()));
        ProcessObject process = (ProcessObject) kernel.object(result.object());
        int tid = kernel.threads().stream().filter(thread -> thread.process() == process.id()).findFirst().orElseThrow().tid();
        bindings.bindCast(member.name(), process.pid(), tid);
        Caller self = new Caller(process.pid(), tid, PreviousMode.USER);
        if (!member.limits().equals(Scenario.Limits.NONE)) {
            List<String> held = member.limits().privileges();
            int privileges = held == null ? Privilege.USUAL : Privilege.bits(held);
            call(SYSTEM, new KernelCall.PsInitialLimits(
                    process.pid(), privileges, member.limits().pagedQuota(), member.limits().nonpagedQuota()));
        }
        if (member.tracing()) {
            call(self, new KernelCall.NtSetHandleTracing(Kernel.CURRENT_PROCESS, true));
        }
        if (member.loader()) {
            openLoaderHandles(self);
        }
    }

    private void start(Scenario.CastMember.ThreadMember member) {
        CallResult result = call(SYSTEM, new KernelCall.PsInitialThread(bindings.pid(member.process()), member.start(), member.tid()));
        ThreadObject thread = (ThreadObject) kernel.object(result.object());
        bindings.bindCast(member.name(), thread.pid(), thread.tid());
    }

    /// What system DLLs open while a process starts, so that a program's own first handle is not its first one.
    private void openLoaderHandles(Caller self) {
        call(self, new KernelCall.NtOpenKey(KEY_READ, path("\\REGISTRY\\MACHINE")));
        call(self, new KernelCall.NtOpenObject(ObjectType.DIRECTORY, DIRECTORY_QUERY_TRAVERSE, path("\\KnownDlls")));
        call(self, new KernelCall.NtCreateFile(DIRECTORY_OPEN_ACCESS, path("\\??\\C:\\Windows\\System32"), false));
        call(self, new KernelCall.NtCreateEvent(EVENT_ALL_ACCESS, ObjectAttributes.NONE, EventKind.SYNCHRONIZATION, false));
    }

    private static ObjectAttributes path(String name) {
        return new ObjectAttributes(name, 0, ObjectAttributes.CASE_INSENSITIVE);
    }
}
