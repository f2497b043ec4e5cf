package dev.handlens.kernel.io;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.kernel.StateHash;
import dev.handlens.kernel.ob.ForkTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The requests of a machine that are not completed, by id, and the log of those that threads gave up.
public final class IrpTable extends ForkTable<Irp> {

    /// A request that a thread gave up because its driver did not complete it in time, as the system log has it.
    ///
    /// @param position position at which it was given up
    /// @param irp the request as it was
    /// @param driver file name of the driver
    public record LogEntry(long position, Irp irp, String driver) {}

    private List<LogEntry> log = List.of();

    @KernelOnly
    public IrpTable(long epoch) {
        super(epoch);
    }

    /// All requests, the oldest first.
    public List<Irp> all() {
        return all(_ -> true);
    }

    /// The requests in the list of a thread, the oldest first.
    ///
    /// @param thread id of the thread object
    public List<Irp> ofThread(int thread) {
        return all(irp -> irp.thread() == thread);
    }

    /// The requests that are in the queue of a driver, the oldest first.
    ///
    /// @param driver id of the driver object
    public List<Irp> inQueue(int driver) {
        return all(irp -> irp.driver() == driver && irp.state() == Irp.State.QUEUED);
    }

    /// The requests that fit, the oldest first.
    public List<Irp> all(Predicate<Irp> fits) {
        List<Irp> found = new ArrayList<>();
        if (size() > 0) {
            forEach(irp -> {
                if (fits.test(irp)) {
                    found.add(irp);
                }
            });
        }
        return found;
    }

    /// What was given up so far, the earliest first.
    public List<LogEntry> log() {
        return log;
    }

    @KernelOnly
    public void write(LogEntry entry) {
        List<LogEntry> longer = new ArrayList<>(log);
        longer.add(entry);
        log = List.copyOf(longer);
    }

    @Override
    @KernelOnly
    public IrpTable fork(long forEpoch) {
        return (IrpTable) super.fork(forEpoch);
    }

    /// Adds all state to a hash.
    public void hash(StateHash hash) {
        hash.add(size()).add(log.size());
        forEach(irp -> irp.hash(hash));
        for (LogEntry entry : log) {
            hash.add(entry.position()).add(entry.driver());
            entry.irp().hash(hash);
        }
    }
}
