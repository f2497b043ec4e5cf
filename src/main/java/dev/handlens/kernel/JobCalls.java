package dev.handlens.kernel;

import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ob.ReferenceKind;
import dev.handlens.kernel.ps.JobObject;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ProcessState;
import java.util.List;

/// Jobs: which processes are in one, and how they end together.
final class JobCalls {
    private static final int JOB_OBJECT_ASSIGN_PROCESS = 0x1;
    private static final int JOB_OBJECT_SET_ATTRIBUTES = 0x2;
    private static final int JOB_OBJECT_TERMINATE = 0x8;
    private static final int PROCESS_SET_QUOTA_AND_TERMINATE = 0x101;

    private final Kernel kernel;

    JobCalls(Kernel kernel) {
        this.kernel = kernel;
    }

    CallResult assign(Caller caller, KernelCall.NtAssignProcessToJobObject c) {
        KObject job = kernel.handles.reference(caller, c.job(), JOB_OBJECT_ASSIGN_PROCESS, ObjectType.JOB, caller.mode());
        KObject target = job == null ? null
                : kernel.handles.reference(caller, c.process(), PROCESS_SET_QUOTA_AND_TERMINATE, ObjectType.PROCESS, caller.mode());
        if (target == null) {
            return CallResult.of(kernel.handles.status());
        }
        ProcessObject process = (ProcessObject) target;
        if (process.state() != ProcessState.RUNNING) {
            return CallResult.of(NtStatus.STATUS_PROCESS_IS_TERMINATING);
        }
        if (process.job() != 0 || process.pid() == Kernel.SYSTEM_PID) {
            return CallResult.of(NtStatus.STATUS_ACCESS_DENIED);
        }
        join(process, job.id());
        return new CallResult(NtStatus.STATUS_SUCCESS, 0, job.id(), 0, false);
    }

    /// Makes a process a member of a job, or of none for 0. A process that another makes begins in the job of its maker.
    void join(ProcessObject process, int job) {
        if (job != 0) {
            kernel.writable(process).setJob(job);
            kernel.ob.refer(kernel.object(job), ReferenceKind.JOB_MEMBER, process.id());
        }
    }

    /// A process has ended and is no member any more.
    void leave(ProcessObject process) {
        if (process.job() != 0) {
            int job = process.job();
            kernel.writable(process).setJob(0);
            kernel.ob.release(kernel.object(job), ReferenceKind.JOB_MEMBER, process.id());
        }
    }

    CallResult setInformation(Caller caller, KernelCall.NtSetInformationJobObject c) {
        KObject job = kernel.handles.reference(caller, c.job(), JOB_OBJECT_SET_ATTRIBUTES, ObjectType.JOB, caller.mode());
        if (job == null) {
            return CallResult.of(kernel.handles.status());
        }
        kernel.writable((JobObject) job).setKillOnClose(c.killOnClose());
        return CallResult.of(NtStatus.STATUS_SUCCESS);
    }

    CallResult terminate(Caller caller, KernelCall.NtTerminateJobObject c) {
        KObject job = kernel.handles.reference(caller, c.job(), JOB_OBJECT_TERMINATE, ObjectType.JOB, caller.mode());
        if (job == null) {
            return CallResult.of(kernel.handles.status());
        }
        endMembers(job.id(), c.exitStatus());
        return CallResult.of(NtStatus.STATUS_SUCCESS);
    }

    /// The last handle to a job is closed.
    void lastHandleClosed(JobObject job) {
        if (job.killsOnClose()) {
            endMembers(job.id(), 0);
        }
    }

    private void endMembers(int job, int status) {
        List<ProcessObject> members = kernel.processes().stream().filter(process -> process.job() == job).toList();
        // Ending one member may end another, through a job that only the first one had a handle to.
        for (ProcessObject member : members) {
            if (kernel.object(member.id()) instanceof ProcessObject process && process.state() == ProcessState.RUNNING) {
                kernel.exits.exit(process, status);
            }
        }
    }
}
