package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A million random calls, checked against what holds for every state. A failure tells the seed and a test that shows it in fewer calls.
/// `LongStorm` makes a hundred million.
class KernelStormTest {
    private static final int SEEDS = 160;
    private static final int MILLION = 1_000_000;
    private static final int CHECK_EVERY = 200;
    private static final int REPEAT_EVERY = 4;

    private record Passed(StormReach reach, int calls) {}

    private static final StormReach REACH = new StormReach();
    private static StormOutcomes outcomes;
    private static int calls;

    @BeforeAll
    static void storm() throws Exception {
        outcomes = StormOutcomes.read();
        // Each storm has a machine of its own: the order in which they end changes nothing.
        for (Passed passed : LongStream.rangeClosed(1, SEEDS).parallel().mapToObj(KernelStormTest::storm).toList()) {
            REACH.addAll(passed.reach);
            calls += passed.calls;
        }
        REACH.write(Path.of("target", "storm-calls.txt"));
        SortedSet<String> found = new TreeSet<>(REACH.pairs());
        found.retainAll(outcomes.documented());
        System.out.printf("Storms: %,d calls with %d seeds; %d of %d documented pairs of call and outcome reached, %d with a reason why not "
                + "(target/storm-calls.txt)%n", calls, SEEDS, found.size(), outcomes.documented().size(), outcomes.reasons().size());
    }

    private static Passed storm(long seed) {
        StormPlan plan = StormPlan.of(seed, 1, CHECK_EVERY);
        KernelStorm storm = KernelStorm.run(plan);
        if (seed % REPEAT_EVERY == 0) {
            storm.requireSameWithoutForks(plan);
        }
        return new Passed(storm.reach(), storm.calls());
    }

    @Test
    void whatHoldsForEveryStateHeldAfterAMillionCalls() {
        assertThat(calls).isGreaterThanOrEqualTo(MILLION);
    }

    @Test
    void everyCallOfTheKernelWasMade() {
        assertThat(REACH.calls()).containsExactlyInAnyOrder(KernelCall.class.getPermittedSubclasses());
    }

    @Test
    void noCallEndedInAWayThatIsNotDocumented() {
        SortedSet<String> found = REACH.pairs();
        found.removeAll(outcomes.documented());

        assertThat(found).as("a mistake of the kernel, or missing in storm-outcomes.txt").isEmpty();
    }

    @Test
    void everyDocumentedWayForACallToEndWasReachedOrHasAReasonWhyNot() {
        SortedSet<String> missing = new TreeSet<>(outcomes.documented());
        missing.removeAll(REACH.pairs());

        assertThat(outcomes.reasons()).as("outcomes that no storm reaches, each with its reason").containsOnlyKeys(missing);
    }

    @Test
    void theSameSeedLeadsToTheSameStateHoweverOftenItIsChecked() {
        long once = hash(99, 500);

        assertThat(hash(99, 50)).isEqualTo(once);
        assertThat(hash(98, 500)).isNotEqualTo(once);
    }

    private static long hash(long seed, int checkEvery) {
        return KernelStorm.run(StormPlan.of(seed, 1, checkEvery)).kernel().stateHash();
    }

    /// Storms are worth nothing when they are told to find what is not there: a rule that is broken must be told with the calls that break it.
    @Test
    void aStormThatBreaksARuleIsToldWithFewCallsThatBreakItAgain() {
        StormPlan plan = StormPlan.of(2, 1, CHECK_EVERY);
        List<StormCall> made = KernelStorm.run(plan).made();
        // As if a mutant must never be created.
        List<StormCall> fewest = new Shrinker(few -> few.stream().anyMatch(call -> call.call() instanceof KernelCall.NtCreateMutant)).shrink(made);

        assertThat(fewest).hasSize(1);
        assertThat(StormFailure.tell(plan, Stream.concat(fewest.stream(), Stream.of(made.getFirst())).toList(), new AssertionError("broken")))
                .contains("seed 2, call 2", "KernelStorm storm = new KernelStorm(new MachineConfig(", "new KernelCall.NtCreateMutant(");
    }
}
