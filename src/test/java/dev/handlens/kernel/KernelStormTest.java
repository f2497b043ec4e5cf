package dev.handlens.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A million random calls, checked against what holds for every state. A failure tells the seed and a test that shows it in fewer calls.
/// `LongStorm` makes a hundred million.
class KernelStormTest {
    private static final int SEEDS = 160;
    private static final int MORE_SEEDS = 40;
    private static final int MOST_SEEDS = 480;
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
        storm(1, SEEDS);
        int seeds = SEEDS;
        while (!missing().isEmpty() && seeds < MOST_SEEDS) {
            // What is rare is waited for, so that a change of the kernel that moves what lots are drawn for does not seem to lose it.
            storm(seeds + 1, seeds + MORE_SEEDS);
            seeds += MORE_SEEDS;
        }
        REACH.write(Path.of("target", "storm-calls.txt"));
        SortedSet<String> reached = new TreeSet<>(outcomes.documented());
        reached.retainAll(REACH.pairs());
        System.out.printf("Storms: %,d calls with %d seeds; %d of %d documented pairs of call and outcome reached, "
                + "%d with a reason why not (target/storm-calls.txt)%n",
                calls, seeds, reached.size(), outcomes.documented().size(), outcomes.reasons().size());
    }

    /// Each storm has a machine of its own: the order in which they end changes nothing.
    private static void storm(int firstSeed, int lastSeed) {
        for (Passed passed : LongStream.rangeClosed(firstSeed, lastSeed).parallel().mapToObj(KernelStormTest::storm).toList()) {
            REACH.addAll(passed.reach);
            calls += passed.calls;
        }
    }

    /// What is documented, has no reason to be out of reach, and was not reached so far.
    private static SortedSet<String> missing() {
        SortedSet<String> missing = new TreeSet<>(outcomes.documented());
        missing.removeAll(outcomes.reasons().keySet());
        missing.removeAll(REACH.pairs());
        return missing;
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

    /// Random calls alone soon block every thread, end every process and use up the pools: then nothing that is left to do proves anything.
    @Test
    void theMachinesStayedAliveSoThatProgramsMadeMostCallsAndManySucceeded() {
        assertThat(REACH.ofPrograms()).isGreaterThan(calls / 2);
        assertThat(REACH.successes()).isGreaterThan(calls / 5 * 2);
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
        assertThat(missing()).as("outcomes that no storm reaches, without a reason in storm-unreached.txt").isEmpty();
    }

    @Test
    void noReasonIsGivenForWhatIsReachedOrNotDocumented() {
        assertThat(outcomes.reasons().keySet()).isSubsetOf(outcomes.documented()).doesNotContainAnyElementsOf(REACH.pairs());
        assertThat(outcomes.reasons().values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
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

    /// A rule that is broken must be told with the calls that break it.
    @Test
    void aStormThatBreaksARuleIsToldWithFewCallsThatBreakItAgain() {
        StormPlan plan = StormPlan.of(2, 1, CHECK_EVERY);
        List<StormCall> made = KernelStorm.run(plan).made();
        // As if a mutant must never be created.
        Predicate<List<StormCall>> breaks = few -> few.stream().anyMatch(call -> call.call() instanceof KernelCall.NtCreateMutant);
        List<StormCall> fewest = new Shrinker(breaks).shrink(made);

        assertThat(fewest).hasSize(1);
        assertThat(StormFailure.tell(plan, fewest, new AssertionError("broken")))
                .contains("seed 2, call 1", "KernelStorm storm = new KernelStorm(new MachineConfig(", "new KernelCall.NtCreateMutant(");
    }
}
