package dev.handlens.kernel.ps;

import dev.handlens.kernel.StateHash;
import java.util.ArrayList;
import java.util.List;

/// What handle tracing of a process recorded: a list that grows at its new end and forgets its old one. A value, so that forks share it.
public final class HandleTrace {
    /// Records kept at least; at most twice as many. Windows' default is a ring of 4,096.
    public static final int CAPACITY = 4096;

    /// What a record tells.
    public enum Operation {
        OPEN, CLOSE, BAD_REFERENCE
    }

    /// A record.
    ///
    /// @param operation what was done
    /// @param handle the handle value
    /// @param pid process of the thread that did it
    /// @param tid the thread
    /// @param stamp position of the step, which knows the call stack
    public record Record(Operation operation, long handle, int pid, int tid, long stamp) {}

    private record Link(Record record, Link older) {}

    /// Tracing that was switched on and has recorded nothing.
    public static final HandleTrace EMPTY = new HandleTrace(null, 0, null, 0);

    private final Link recent;
    private final int recentSize;
    private final Link earlier;
    private final long snapshot;

    private HandleTrace(Link recent, int recentSize, Link earlier, long snapshot) {
        this.recent = recent;
        this.recentSize = recentSize;
        this.earlier = earlier;
        this.snapshot = snapshot;
    }

    /// The trace with one more record.
    public HandleTrace with(Record record) {
        if (recentSize == CAPACITY) {
            // What is older than the last full part is dropped with the part it is in: memory stays bounded without a ring to copy.
            return new HandleTrace(new Link(record, null), 1, recent, snapshot);
        }
        return new HandleTrace(new Link(record, recent), recentSize + 1, earlier, snapshot);
    }

    /// The same trace with a snapshot taken now.
    ///
    /// @param position position at which it is taken
    public HandleTrace withSnapshot(long position) {
        return new HandleTrace(recent, recentSize, earlier, position);
    }

    /// Position of the last snapshot; 0 for the one that switching tracing on takes.
    public long snapshot() {
        return snapshot;
    }

    /// The last records, the newest first, 4,096 at most.
    public List<Record> newestFirst() {
        List<Record> records = new ArrayList<>();
        for (Link link = recent; link != null; link = link.older) {
            records.add(link.record);
        }
        for (Link link = earlier; link != null && records.size() < CAPACITY; link = link.older) {
            records.add(link.record);
        }
        return records;
    }

    /// Adds all records to a hash.
    public void hash(StateHash hash) {
        hash.add(snapshot);
        for (Record record : newestFirst()) {
            hash.add(record.operation().ordinal()).add(record.handle()).add(record.pid()).add(record.tid()).add(record.stamp());
        }
    }
}
