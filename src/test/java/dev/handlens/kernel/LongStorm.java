package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Storms over many seeds, for a night: `mvn -Pstorm test`. What it did is printed as it goes, with the seed to go on from.
///
/// - `-Dstorm.calls=` how many calls, 100,000,000 if nothing is said
/// - `-Dstorm.seed=` the first seed, 1 if nothing is said
/// - `-Dstorm.threads=` how many storms at once, one for each processor if nothing is said
class LongStorm {
    private static final List<Integer> SCALES = List.of(1, 4, 10);
    private static final int CHECK_EVERY = 2_000;
    private static final int REPEAT_EVERY = 16;
    private static final long TELL_EVERY_NANOS = 30_000_000_000L;

    private final long calls = Long.getLong("storm.calls", 100_000_000);
    private final long firstSeed = Long.getLong("storm.seed", 1);
    private final int threads = Integer.getInteger("storm.threads", Runtime.getRuntime().availableProcessors());
    private final long begun = System.nanoTime();
    private final StormReach reach = new StormReach();
    private final TreeSet<Long> doneAhead = new TreeSet<>();
    private long nextSeed = firstSeed;
    private long given;
    private long made;
    private long doneBelow = firstSeed;
    private long told = begun;
    private boolean failed;

    @Test
    void whatHoldsForEveryStateHoldsAfterAnyCalls() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Void>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit((Callable<Void>) this::work));
            }
            for (Future<Void> worker : workers) {
                worker.get();
            }
        } finally {
            tell();
            reach.write(Path.of("target", "storm-calls.txt"));
        }
        assertThat(made).isGreaterThanOrEqualTo(calls);
    }

    private Void work() {
        for (StormPlan plan = next(); plan != null; plan = next()) {
            try {
                KernelStorm storm = KernelStorm.run(plan);
                if (plan.seed() % REPEAT_EVERY == 0) {
                    storm.requireSameWithoutForks(plan);
                }
                done(plan, storm);
            } catch (AssertionError e) {
                fail(plan, e);
                throw e;
            }
        }
        return null;
    }

    /// The storm of the next seed, or null when there were enough: the same seeds for the same number of calls.
    private synchronized StormPlan next() {
        if (given >= calls || failed) {
            return null;
        }
        StormPlan plan = StormPlan.of(nextSeed, SCALES.get((int) (nextSeed % SCALES.size())), CHECK_EVERY);
        nextSeed++;
        given += plan.calls();
        return plan;
    }

    private synchronized void done(StormPlan plan, KernelStorm storm) {
        made += storm.calls();
        reach.addAll(storm.reach());
        doneAhead.add(plan.seed());
        while (doneAhead.remove(doneBelow)) {
            doneBelow++;
        }
        if (System.nanoTime() - told > TELL_EVERY_NANOS) {
            told = System.nanoTime();
            tell();
        }
    }

    private synchronized void fail(StormPlan plan, AssertionError failure) {
        failed = true;
        System.out.println("Storm: seed " + plan.seed() + " broke a rule.\n" + failure.getMessage());
    }

    private synchronized void tell() {
        System.out.printf("Storm: %,d of %,d calls, seeds %d to %d, %d s; to go on: -Dstorm.seed=%d -Dstorm.calls=%d%n",
                made, calls, firstSeed, doneBelow - 1, (System.nanoTime() - begun) / 1_000_000_000, doneBelow, Math.max(0, calls - made));
    }
}
