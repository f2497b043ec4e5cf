package dev.handlens.kernel.ps;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.StateHash;
import dev.handlens.kernel.ex.WaitableObject;
import java.util.List;

/// A thread.
public final class ThreadObject extends WaitableObject {
    /// Takes the priority of a thread to the end of its range.
    public static final int SATURATION = 16;
    /// Base priority of the threads of a process of normal priority.
    private static final int NORMAL = 8;
    private static final int LOWEST = 1;
    private static final int HIGHEST = 15;

    private final int tid;
    private final int process;
    private final int pid;
    private final String startAddress;
    private boolean running = true;
    private boolean exiting;
    private int exitStatus;
    private List<Integer> waitsFor = List.of();
    private boolean waitsForAll;
    private List<Integer> waitsForRequests = List.of();
    private NtStatus wokenWith;
    private int wokenBy;
    private List<Integer> ownedMutants = List.of();
    private int priorityIncrement;

    @KernelOnly
    public ThreadObject(Birth birth, int tid, int process, int pid, String startAddress) {
        super(birth);
        this.tid = tid;
        this.process = process;
        this.pid = pid;
        this.startAddress = startAddress;
    }

    public int tid() {
        return tid;
    }

    /// Id of its process object.
    public int process() {
        return process;
    }

    public int pid() {
        return pid;
    }

    /// Name of its start routine; may be empty.
    public String startAddress() {
        return startAddress;
    }

    /// Whether it has not ended.
    public boolean isRunning() {
        return running;
    }

    /// Whether it was told to end. Until its requests are completed it has not ended, but it makes no call any more.
    public boolean isExiting() {
        return exiting;
    }

    public int exitStatus() {
        return exitStatus;
    }

    /// Ids of the objects it waits for; empty when it does not wait.
    public List<Integer> waitsFor() {
        return waitsFor;
    }

    /// Whether it waits for all of them at once.
    public boolean waitsForAll() {
        return waitsForAll;
    }

    /// Ids of the requests it waits for: the one of its synchronous call, those it has cancelled, or those that its end waits for.
    public List<Integer> waitsForRequests() {
        return waitsForRequests;
    }

    /// Whether it waits, for objects or for requests.
    public boolean isWaiting() {
        return !waitsFor.isEmpty() || !waitsForRequests.isEmpty();
    }

    /// Its base priority, 1 to 15: 8 unless someone changed it.
    public int basePriority() {
        return Math.clamp(NORMAL + priorityIncrement, LOWEST, HIGHEST);
    }

    /// How its last wait ended, or null.
    public NtStatus wokenWith() {
        return wokenWith;
    }

    /// Which of the objects it waited for ended its last wait, counted from 0; 0 when it waited for all of them, or none did.
    public int wokenBy() {
        return wokenBy;
    }

    /// Ids of the mutants it owns.
    public List<Integer> ownedMutants() {
        return ownedMutants;
    }

    @Override
    public boolean isSignaled(int waiter) {
        return !running;
    }

    @KernelOnly
    public void waitFor(List<Integer> objects, boolean all) {
        waitsFor = objects;
        waitsForAll = all;
        wokenWith = null;
        wokenBy = 0;
    }

    @KernelOnly
    public void waitForRequests(List<Integer> requests) {
        waitsForRequests = List.copyOf(requests);
        wokenWith = null;
        wokenBy = 0;
    }

    @KernelOnly
    public void requestCompleted(int request) {
        waitsForRequests = waitsForRequests.stream().filter(id -> id != request).toList();
    }

    @KernelOnly
    public void wake(NtStatus status, int by) {
        waitsFor = List.of();
        wokenWith = status;
        wokenBy = by;
    }

    @KernelOnly
    public void setPriorityIncrement(int increment) {
        priorityIncrement = increment;
    }

    @KernelOnly
    public void setOwnedMutants(List<Integer> mutants) {
        ownedMutants = List.copyOf(mutants);
    }

    @KernelOnly
    public void beginExit(int status) {
        exiting = true;
        exitStatus = status;
        waitsForRequests = List.of();
    }

    @KernelOnly
    public void exit() {
        running = false;
        waitsFor = List.of();
    }

    @Override
    protected void hashBody(StateHash hash) {
        super.hashBody(hash);
        hash.add(tid).add(process).add(startAddress).add(running).add(exiting).add(exitStatus).add(waitsForAll)
                .add(priorityIncrement);
        hash.add(waitsFor.size()).add(waitsForRequests.size()).add(ownedMutants.size());
        waitsFor.forEach(hash::add);
        waitsForRequests.forEach(hash::add);
        ownedMutants.forEach(hash::add);
        hash.add(wokenWith == null ? -1 : wokenWith.code()).add(wokenBy);
    }
}
