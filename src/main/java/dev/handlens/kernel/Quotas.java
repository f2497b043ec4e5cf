package dev.handlens.kernel;

import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ps.ProcessObject;

/// Quota: what processes are charged with for objects and for blocks that drivers allocate on their behalf. System pays nothing.
final class Quotas {
    private final Kernel kernel;

    Quotas(Kernel kernel) {
        this.kernel = kernel;
    }

    /// Charges an object to the process that makes the first handle to it. It stays charged until it goes, whoever has handles then.
    ///
    /// @return whether it is paid for
    boolean chargeFirstHandle(Caller caller, KObject object) {
        if (object.quotaProcess() != 0 || object.handleCount() > 0) {
            return true;
        }
        ProcessObject payer = kernel.process(caller.pid());
        if (payer == null) {
            return true;
        }
        if (!charge(payer, object.type().poolKind(), bytes(object))) {
            return false;
        }
        kernel.writable(object).setQuotaProcess(payer.id());
        return true;
    }

    /// Gives back what an object was charged with. A process whose object is gone has no block any more.
    void giveBack(KObject object) {
        if (object.quotaProcess() != 0) {
            giveBack(object.quotaProcess(), object.type().poolKind(), bytes(object));
            kernel.writable(object).setQuotaProcess(0);
        }
    }

    boolean charge(ProcessObject process, PoolKind kind, long bytes) {
        if (process.pid() == Kernel.SYSTEM_PID) {
            return true;
        }
        if (!process.quota().hasRoom(kind, bytes)) {
            return false;
        }
        kernel.writable(process).setQuota(process.quota().charged(kind, bytes));
        return true;
    }

    void giveBack(int processObject, PoolKind kind, long bytes) {
        if (kernel.object(processObject) instanceof ProcessObject process && process.pid() != Kernel.SYSTEM_PID) {
            kernel.writable(process).setQuota(process.quota().charged(kind, -bytes));
        }
    }

    private long bytes(KObject object) {
        return object.type().quotaCharge(kernel.machine().architecture());
    }
}
