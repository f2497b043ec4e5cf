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
    public static final HandleTrace EMPTY = new HandleTrace(null, 0, null);

    private final Link recent;
    private final int recentSize;
    private final Link earlier;

    private HandleTrace(Link recent, int recentSize, Link earlier) {
        this.recent = recent;
        this.recentSize = recentSize;
        this.earlier = earlier;
    }

    /// The trace with one more record.
    public HandleTrace with(Record record) {
        if (recentSize == CAPACITY) {
            // What is older than the last full part is dropped with the part it is in: memory stays bounded without a ring to copy.
            return new HandleTrace(new Link(record, null), 1, recent);
        }
        return new HandleTrace(new Link(record, recent), recentSize + 1, earlier);
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
        for (Record record : newestFirst()) {
            hash.add(record.operation().ordinal()).add(record.handle()).add(record.pid()).add(record.tid()).add(record.stamp());
        }
    }
}
