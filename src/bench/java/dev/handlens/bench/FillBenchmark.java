package dev.handlens.bench;

import dev.handlens.kernel.Kernel;
import dev.handlens.scenario.Machine;
import java.util.ArrayList;
import java.util.List;
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

/// Sixteen million handles, from none to the limit.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = {"-Xmx6g", "-Xms6g", "-XX:+UseSerialGC"})
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class FillBenchmark {
    private static final int LIMIT = 16_711_680;
    private static final int KEYFRAME_DISTANCE = 65_536;

    /// NtDuplicateObject until the kernel refuses, with a fork kept every 65,536 calls.
    @Benchmark
    public List<Kernel> kernel() {
        Duplicator process = new Duplicator();
        List<Kernel> keyframes = new ArrayList<>();
        while (process.duplicate() != 0) {
            if (process.handles() % KEYFRAME_DISTANCE == 0) {
                keyframes.add(process.kernel().fork());
            }
        }
        if (process.handles() != LIMIT) {
            throw new IllegalStateException("stopped at " + process.handles());
        }
        return keyframes;
    }

    /// The same number of entries put into the map.
    @Benchmark
    public PeerTable map() {
        PeerTable table = new PeerTable();
        Object object = new Object();
        for (int i = 0; i < LIMIT; i++) {
            table.open(object, Duplicator.EVENT_ALL_ACCESS, 0);
        }
        return table;
    }

    /// The scenario as the program plays it: steps found, calls made and checked, misuse looked for, opened handles counted by call site.
    @Benchmark
    public List<Machine> scenario() {
        return Testlimit.play(KEYFRAME_DISTANCE);
    }
}
