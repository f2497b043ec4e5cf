package dev.handlens.kernel;

/// Finds the code that answers a call: what KiSystemServiceTable is to Windows, and what a driver's import table is for its calls.
final class ServiceTable {
    private final Kernel kernel;
    private final HandleCalls handleCalls;
    private final QueryCalls queries;
    private final ReferenceCalls references;
    private final SystemThreadCalls systemThreads;
    private final PoolCalls pools;

    ServiceTable(Kernel kernel) {
        this.kernel = kernel;
        handleCalls = new HandleCalls(kernel);
        queries = new QueryCalls(kernel);
        references = new ReferenceCalls(kernel);
        systemThreads = new SystemThreadCalls(kernel);
        pools = new PoolCalls(kernel);
    }

    /// Answers a call whose pointers have been looked at. The two calls that come by the million are asked for first: the switch over all
    /// of them is too large to be compiled into its callers.
    CallResult dispatch(Caller caller, KernelCall call) {
        if (call instanceof KernelCall.NtDuplicateObject c) {
            return handleCalls.duplicate(caller, c);
        }
        return call instanceof KernelCall.NtClose c ? handleCalls.close(caller, c.handle()) : answer(caller, call);
    }

    private CallResult answer(Caller caller, KernelCall call) {
        return switch (call) {
            case KernelCall.NtDuplicateObject c -> handleCalls.duplicate(caller, c);
            case KernelCall.NtClose c -> handleCalls.close(caller, c.handle());
            case KernelCall.NtCompareObjects c -> queries.compare(caller, c);
            case KernelCall.NtQueryState c -> queries.state(caller, c);
            case KernelCall.NtQueryDirectoryObject c -> queries.directory(caller, c);
            case KernelCall.NtQuerySymbolicLinkObject c -> queries.symbolicLink(caller, c);
            case KernelCall.ObCloseHandle c -> handleCalls.close(new Caller(caller.pid(), caller.tid(), c.accessMode()), c.handle());
            case KernelCall.NtSetSecurityObject c -> kernel.security.setSecurity(caller, c);
            case KernelCall.NtOpenProcessToken c -> kernel.security.openProcessToken(caller, c);
            case KernelCall.NtOpenThreadToken c -> kernel.security.openThreadToken(caller, c);
            case KernelCall.PsInitialLimits c -> kernel.security.initialLimits(c);
            case KernelCall.NtCreateJobObject c -> kernel.creates.job(caller, c);
            case KernelCall.NtAssignProcessToJobObject c -> kernel.jobs.assign(caller, c);
            case KernelCall.NtSetInformationJobObject c -> kernel.jobs.setInformation(caller, c);
            case KernelCall.NtTerminateJobObject c -> kernel.jobs.terminate(caller, c);
            case KernelCall.NtCreateIoCompletion c -> kernel.creates.ioCompletion(caller, c);
            case KernelCall.NtCreateKeyedEvent c -> kernel.creates.keyedEvent(caller, c);
            case KernelCall.NtClearEvent c -> kernel.dispatcher.clearEvent(caller, c.handle());
            case KernelCall.NtSignalAndWaitForSingleObject c -> kernel.dispatcher.signalAndWait(caller, c);
            case KernelCall.NtUnmapViewOfSection c -> kernel.processes.unmapView(caller, c);
            case KernelCall.HtraceSnapshot c -> kernel.processes.snapshot(caller, c);
            case KernelCall.ObDereferenceObjectDeferDelete c -> kernel.pointers.dereference(c.object(), c.driver());
            case KernelCall.ObReferenceObject c -> references.reference(c);
            case KernelCall.ObReferenceObjectByName c -> references.byName(caller, c);
            case KernelCall.ObOpenObjectByPointer c -> references.openByPointer(caller, c);
            case KernelCall.ObOpenObjectByName c -> references.openByName(caller, c);
            case KernelCall.ObMakeTemporaryObject c -> references.makeTemporary(c);
            case KernelCall.PsLookupProcessByProcessId c -> references.lookUpProcess(c);
            case KernelCall.PsLookupThreadByThreadId c -> references.lookUpThread(c);
            case KernelCall.PsCreateSystemThread c -> systemThreads.create(caller, c);
            case KernelCall.PsTerminateSystemThread c -> systemThreads.terminate(caller, c);
            case KernelCall.IoCreateEvent c -> kernel.devices.event(caller, c);
            case KernelCall.IoDeleteDevice c -> kernel.devices.delete(c);
            case KernelCall.IoOpenDeviceRegistryKey c -> kernel.devices.openKey(caller, c);
            case KernelCall.ExAllocatePoolWithTag c -> pools.allocate(c);
            case KernelCall.ExAllocatePoolWithQuotaTag c -> pools.allocateWithQuota(caller, c);
            case KernelCall.ExFreePoolWithTag c -> pools.free(c);
            case KernelCall.TouchBuffer c -> pools.touch(caller, c);
            case KernelCall.NtSetInformationObject c -> handleCalls.setInformation(caller, c);
            case KernelCall.NtQueryObject c -> queries.object(caller, c);
            case KernelCall.NtMakeTemporaryObject c -> handleCalls.makeTemporary(caller, c.handle());
            case KernelCall.NtMakePermanentObject c -> handleCalls.makePermanent(caller, c.handle());
            case KernelCall.NtCreateEvent c -> kernel.creates.event(caller, c);
            case KernelCall.NtCreateSemaphore c -> kernel.creates.semaphore(caller, c);
            case KernelCall.NtCreateMutant c -> kernel.creates.mutant(caller, c);
            case KernelCall.NtCreateTimer c -> kernel.creates.timer(caller, c);
            case KernelCall.NtCreateSection c -> kernel.creates.section(caller, c);
            case KernelCall.NtCreateKey c -> kernel.creates.key(caller, c.access(), c.attributes(), true);
            case KernelCall.NtOpenKey c -> kernel.creates.key(caller, c.access(), c.attributes(), false);
            case KernelCall.NtCreateDirectoryObject c -> kernel.creates.directory(caller, c);
            case KernelCall.NtCreateSymbolicLinkObject c -> kernel.creates.symbolicLink(caller, c);
            case KernelCall.NtOpenObject c -> kernel.creates.open(caller, c);
            case KernelCall.NtCreateFile c -> kernel.io.createFile(caller, c);
            case KernelCall.NtReadFile c -> kernel.io.transfer(caller, c.handle(), IoManager.FILE_READ_DATA);
            case KernelCall.NtWriteFile c -> kernel.io.transfer(caller, c.handle(), IoManager.FILE_WRITE_DATA);
            case KernelCall.NtDeviceIoControlFile c -> kernel.requests.control(caller, c);
            case KernelCall.IoLoadDriver c -> kernel.io.loadDriver(c);
            case KernelCall.IoCsqRemoveNextIrp c -> kernel.requests.removeNext(c);
            case KernelCall.IoCompleteRequest c -> kernel.requests.complete(c);
            case KernelCall.IoCancelIrp c -> kernel.cancels.cancelIrp(c);
            case KernelCall.NtCancelIoFile c -> kernel.cancels.cancelFile(caller, c);
            case KernelCall.NtCancelIoFileEx c -> kernel.cancels.cancelFileEx(caller, c);
            case KernelCall.NtCancelSynchronousIoFile c -> kernel.cancels.cancelSynchronous(caller, c);
            case KernelCall.KeExitWaitTimeout c -> kernel.cancels.exitWaitTimesOut(c.pid());
            case KernelCall.IoCreateDevice c -> kernel.io.createDevice(c);
            case KernelCall.NtMapViewOfSection c -> kernel.processes.mapView(caller, c);
            case KernelCall.NtCreateProcess c -> kernel.processes.createProcess(caller, c);
            case KernelCall.NtOpenProcess c -> kernel.processes.openProcess(caller, c);
            case KernelCall.NtTerminateProcess c -> kernel.exits.terminateProcess(caller, c);
            case KernelCall.NtSetInformationThread c -> kernel.processes.setThreadPriority(caller, c);
            case KernelCall.NtCreateThread c -> kernel.processes.createThread(caller, c);
            case KernelCall.NtOpenThread c -> kernel.processes.openThread(caller, c);
            case KernelCall.NtTerminateThread c -> kernel.exits.terminateThread(caller, c);
            case KernelCall.PsInitialProcess c -> kernel.processes.initialProcess(c);
            case KernelCall.PsInitialThread c -> kernel.processes.initialThread(c);
            case KernelCall.NtSetHandleTracing c -> kernel.processes.setTracing(caller, c);
            case KernelCall.NtSetEvent c -> kernel.dispatcher.setEvent(caller, c.handle());
            case KernelCall.NtResetEvent c -> kernel.dispatcher.resetEvent(caller, c.handle());
            case KernelCall.NtPulseEvent c -> kernel.dispatcher.pulseEvent(caller, c.handle());
            case KernelCall.NtReleaseMutant c -> kernel.dispatcher.releaseMutant(caller, c.handle());
            case KernelCall.NtReleaseSemaphore c -> kernel.dispatcher.releaseSemaphore(caller, c);
            case KernelCall.NtWaitForSingleObject c -> kernel.dispatcher.waitForSingle(caller, c);
            case KernelCall.NtWaitForMultipleObjects c -> kernel.dispatcher.waitForMultiple(caller, c);
            case KernelCall.KeSetEvent c -> kernel.dispatcher.keSetEvent(c.object());
            case KernelCall.KeWaitTimeout c -> kernel.dispatcher.timeOut(c.tid());
            case KernelCall.ObReferenceObjectByHandle c -> kernel.pointers.byHandle(caller, c);
            case KernelCall.ObReferenceObjectByPointer c -> kernel.pointers.byPointer(c);
            case KernelCall.ObDereferenceObject c -> kernel.pointers.dereference(c.object(), c.driver());
        };
    }
}
