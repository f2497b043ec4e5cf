package dev.handlens.bench;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelDiff;
import java.util.SplittableRandom;
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

/// A kernel with a full handle table: a fork of it, and the difference of two forks.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = {"-Xmx3g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 10, time = 1)
public class ForkBenchmark {
    private static final int CHANGES = 1_000;

    private Kernel before;
    private Kernel after;

    /// Fills the table, forks, and closes a thousand handles in random places.
    @Setup
    public void fill() {
        Duplicator process = new Duplicator();
        while (process.duplicate() != 0) {
            // Until the kernel refuses.
        }
        before = process.kernel().fork();
        SplittableRandom random = new SplittableRandom(1);
        int limit = process.object().table().count();
        for (int i = 0; i < CHANGES; i++) {
            process.close(process.object().table().at(random.nextInt(limit - i)));
        }
        after = process.kernel();
    }

    /// A fork of everything.
    @Benchmark
    public Kernel fork() {
        return after.fork();
    }

    /// What a thousand closes have changed.
    @Benchmark
    public KernelDiff difference() {
        KernelDiff diff = KernelDiff.between(before, after);
        if (diff.closed().size() != CHANGES) {
            throw new IllegalStateException("found " + diff.closed().size());
        }
        return diff;
    }
}
