package dev.handlens.bench;

import dev.handlens.lens.TimelineFrame;
import dev.handlens.lens.TimelineProjectorWorkload;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Measures the timeline of a frame with 16.7 million handles open.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 10, time = 1)
public class TimelineBenchmark {
    private final TimelineProjectorWorkload workload = new TimelineProjectorWorkload();

    /// Projects it.
    @Benchmark
    public TimelineFrame atTheLimit() {
        return workload.project();
    }
}
