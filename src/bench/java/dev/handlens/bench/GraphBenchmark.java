package dev.handlens.bench;

import dev.handlens.lens.GraphFrame;
import dev.handlens.lens.GraphProjectorWorkload;
import dev.handlens.ui.graph.GraphLayoutWorkload;
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

/// The graph: places for 500 nodes, one node more, and what is drawn of a process with a hundred thousand handles.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 10, time = 1)
public class GraphBenchmark {
    /// 500 nodes.
    @State(Scope.Benchmark)
    public static class Nodes {
        private final GraphLayoutWorkload workload = new GraphLayoutWorkload(500);
    }

    /// A hundred thousand handles.
    @State(Scope.Benchmark)
    public static class Handles {
        private final GraphProjectorWorkload workload = new GraphProjectorWorkload(100_000);
    }

    /// All of it anew.
    @Benchmark
    public double layout500(Nodes nodes) {
        return nodes.workload.layOut();
    }

    /// One handle more in a graph that was laid out before.
    @Benchmark
    public double oneMore(Nodes nodes) {
        return nodes.workload.addOne();
    }

    /// The graph of a frame, one step after the frame before.
    @Benchmark
    public GraphFrame frameOf100000Handles(Handles handles) {
        return handles.workload.nextFrame();
    }
}
