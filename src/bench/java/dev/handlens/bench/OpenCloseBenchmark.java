package dev.handlens.bench;

import dev.handlens.kernel.Architecture;
import dev.handlens.kernel.ex.HandleTable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One random handle of a million is closed and another opened: the kernel with everything it checks and counts, and the map.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = {"-Xmx3g", "-XX:+UseSerialGC"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class OpenCloseBenchmark {
    private static final int LIVE = Integer.getInteger("live", 1_000_000);

    /// The program's side: which handles it has, and which it closes next.
    abstract static class Program {
        private long seed = 42;

        int next() {
            seed ^= seed << 13;
            seed ^= seed >>> 7;
            seed ^= seed << 17;
            return (int) ((seed >>> 33) * LIVE >>> 31);
        }
    }

    /// A process with a million handles to one event.
    @State(Scope.Benchmark)
    public static class InKernel extends Program {
        private final long[] handles = new long[LIVE];
        private final Duplicator process = new Duplicator();

        /// Opens the handles.
        @Setup
        public void open() {
            for (int i = 0; i < LIVE; i++) {
                handles[i] = process.duplicate();
            }
        }
    }

    /// The same in the map.
    @State(Scope.Benchmark)
    public static class InMap extends Program {
        private final int[] handles = new int[LIVE];
        private final Object object = new Object();
        private PeerTable table;

        /// Opens the handles.
        @Setup
        public void open() {
            table = new PeerTable();
            for (int i = 0; i < LIVE; i++) {
                handles[i] = table.open(object, Duplicator.EVENT_ALL_ACCESS, 0);
            }
        }
    }

    /// The table alone.
    @State(Scope.Benchmark)
    public static class InTable extends Program {
        private final long[] handles = new long[LIVE];
        private HandleTable table;

        /// Opens the handles.
        @Setup
        public void open() {
            table = new HandleTable(Architecture.X64.geometry(), false, 1);
            for (int i = 0; i < LIVE; i++) {
                if (!table.hasFree()) {
                    table.grow();
                }
                handles[i] = table.insert(7, Duplicator.EVENT_ALL_ACCESS, 0, 1);
            }
        }
    }

    /// Insert and remove.
    @Benchmark
    public long table(InTable k) {
        int i = k.next();
        k.table.remove(k.handles[i]);
        k.handles[i] = k.table.insert(7, Duplicator.EVENT_ALL_ACCESS, 0, i);
        return k.handles[i];
    }

    /// NtClose and NtDuplicateObject through the whole kernel.
    @Benchmark
    public long kernel(InKernel k) {
        int i = k.next();
        k.process.close(k.handles[i]);
        k.handles[i] = k.process.duplicate();
        return k.handles[i];
    }

    /// Remove and put.
    @Benchmark
    public long map(InMap m) {
        int i = m.next();
        m.table.close(m.handles[i]);
        m.handles[i] = m.table.open(m.object, Duplicator.EVENT_ALL_ACCESS, 0);
        return m.handles[i];
    }
}
