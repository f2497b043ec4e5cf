package dev.handlens.kernel.ps;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.StateHash;
import dev.handlens.kernel.ex.HandleTable;
import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ex.WaitableObject;
import dev.handlens.kernel.se.Privilege;

/// A process.
public final class ProcessObject extends WaitableObject {
    private final int pid;
    private final int parentPid;
    private final String imageName;
    private HandleTable table;
    private ProcessState state = ProcessState.RUNNING;
    private int exitStatus;
    private int threads;
    private int peakHandles;
    private long opened;
    private long closed;
    private long pagedCharge;
    private long nonpagedCharge;
    private HandleTrace trace;
    private int privileges = Privilege.USUAL;
    private int token;
    private int job;
    private QuotaBlock quota = QuotaBlock.UNLIMITED;

    @KernelOnly
    public ProcessObject(Birth birth, int pid, int parentPid, String imageName) {
        super(birth);
        this.pid = pid;
        this.parentPid = parentPid;
        this.imageName = imageName;
    }

    public int pid() {
        return pid;
    }

    /// Id of the process that made it, or 0.
    public int parentPid() {
        return parentPid;
    }

    /// File name of its program.
    public String imageName() {
        return imageName;
    }

    /// Its handle table, or null when it has ended.
    public HandleTable table() {
        return table;
    }

    /// How far its life is. What keeps one that is terminating, `Kernel.blockers` says.
    public ProcessState state() {
        return state;
    }

    /// Whether it has not ended.
    public boolean isRunning() {
        return state != ProcessState.ENDED;
    }

    /// The status it ended with, or is ending with.
    public int exitStatus() {
        return exitStatus;
    }

    /// Threads that have not ended.
    public int threads() {
        return threads;
    }

    /// Most handles it ever had open.
    public int peakHandles() {
        return table == null ? peakHandles : table.peak();
    }

    /// Handles ever opened in it.
    public long opened() {
        return table == null ? opened : table.opened();
    }

    /// Handles ever closed in it.
    public long closed() {
        return table == null ? closed : table.closed();
    }

    /// Bytes of a pool charged to it, those of its handle table included.
    public long charge(PoolKind kind) {
        return kind == PoolKind.PAGED ? pagedCharge : nonpagedCharge;
    }

    /// The privileges it holds, as `Privilege.bit()` gives them.
    public int privileges() {
        return privileges;
    }

    /// Id of its token, or 0 while nobody has opened it.
    public int token() {
        return token;
    }

    /// Id of the job it is in, or 0.
    public int job() {
        return job;
    }

    /// What it may use of both pools, and uses.
    public QuotaBlock quota() {
        return quota;
    }

    /// What handle tracing recorded, or null when it is off.
    public HandleTrace trace() {
        return trace;
    }

    @Override
    public boolean isSignaled(int tid) {
        return state == ProcessState.ENDED;
    }

    @KernelOnly
    public void setTable(HandleTable newTable) {
        table = newTable;
    }

    @KernelOnly
    public void dropTable() {
        peakHandles = table.peak();
        opened = table.opened();
        closed = table.closed();
        table = null;
    }

    @KernelOnly
    public void charge(PoolKind kind, long bytes) {
        if (kind == PoolKind.PAGED) {
            pagedCharge += bytes;
        } else {
            nonpagedCharge += bytes;
        }
    }

    @KernelOnly
    public void addThread(int delta) {
        threads += delta;
    }

    @KernelOnly
    public void beginExit(int status) {
        state = ProcessState.TERMINATING;
        exitStatus = status;
    }

    @KernelOnly
    public void exit() {
        state = ProcessState.ENDED;
    }

    @KernelOnly
    public void setPrivileges(int bits) {
        privileges = bits;
    }

    @KernelOnly
    public void setToken(int id) {
        token = id;
    }

    @KernelOnly
    public void setJob(int id) {
        job = id;
    }

    @KernelOnly
    public void setQuota(QuotaBlock block) {
        quota = block;
    }

    @KernelOnly
    public void setTrace(HandleTrace newTrace) {
        trace = newTrace;
    }

    @Override
    protected void hashBody(StateHash hash) {
        super.hashBody(hash);
        hash.add(pid).add(parentPid).add(imageName).add(state.ordinal()).add(exitStatus).add(threads).add(peakHandles).add(opened)
                .add(closed).add(pagedCharge).add(nonpagedCharge).add(privileges).add(token).add(job);
        quota.hash(hash);
        hash.add(table != null).add(trace != null);
        if (table != null) {
            table.hash(hash);
        }
        if (trace != null) {
            trace.hash(hash);
        }
    }
}
