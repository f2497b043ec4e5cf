package dev.handlens.kernel;

import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.ObjectType;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.kernel.ps.ProcessState;
import dev.handlens.kernel.ps.ThreadObject;

/// Threads that drivers make.
final class SystemThreadCalls {
    private static final int PROCESS_CREATE_THREAD = 0x2;

    private final Kernel kernel;

    SystemThreadCalls(Kernel kernel) {
        this.kernel = kernel;
    }

    /// A thread of System, or of the process of a handle. Since Vista the handle is a kernel handle whatever the attributes say.
    CallResult create(Caller caller, KernelCall.PsCreateSystemThread c) {
        Caller driver = new Caller(caller.pid(), caller.tid(), PreviousMode.KERNEL);
        KObject target = c.process() == 0 ? kernel.process(Kernel.SYSTEM_PID)
                : kernel.handles.reference(driver, c.process(), PROCESS_CREATE_THREAD, ObjectType.PROCESS, PreviousMode.KERNEL);
        if (target == null) {
            return CallResult.of(kernel.handles.status());
        }
        if ((c.attributes().attributes() & ObjectType.THREAD.refusedAttributes()) != 0) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        if (((ProcessObject) target).state() != ProcessState.RUNNING) {
            return CallResult.of(NtStatus.STATUS_PROCESS_IS_TERMINATING);
        }
        ThreadObject thread = kernel.processes.newThread((ProcessObject) target, c.startAddress(), c.tid());
        if (thread == null) {
            return CallResult.of(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        }
        int id = thread.id();
        int attributes = c.attributes().attributes() | ObjectAttributes.KERNEL_HANDLE;
        long handle = kernel.handles.open(driver, thread, c.access(), attributes, HandleManager.Reason.CREATE);
        if (handle == 0) {
            NtStatus status = kernel.handles.status();
            kernel.exits.exit((ThreadObject) kernel.object(id), 0);
            return CallResult.of(status);
        }
        return CallResult.handle(NtStatus.STATUS_SUCCESS, handle, id);
    }

    /// Ends the calling thread. The first thread of System was made by nobody's call and does not end.
    CallResult terminate(Caller caller, KernelCall.PsTerminateSystemThread c) {
        ThreadObject thread = kernel.thread(caller.tid());
        boolean first = thread != null && kernel.threads().getFirst().id() == thread.id();
        if (thread == null || thread.pid() != Kernel.SYSTEM_PID || first) {
            return CallResult.of(NtStatus.STATUS_INVALID_PARAMETER);
        }
        kernel.exits.exit(thread, c.exitStatus());
        return CallResult.of(NtStatus.STATUS_SUCCESS);
    }
}
