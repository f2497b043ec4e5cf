package dev.handlens.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Makes a list of calls that fails smaller: drops ever smaller parts as long as what is left still fails.
final class Shrinker {
    /// Calls that are made again at most, over all tries: a failure is to be told before anybody loses patience.
    private static final long BUDGET = 2_000_000;

    private final Predicate<List<StormCall>> fails;
    private long made;

    Shrinker(Predicate<List<StormCall>> fails) {
        this.fails = fails;
    }

    /// A short list that fails; the list itself if it does not fail when it is made again.
    List<StormCall> shrink(List<StormCall> calls) {
        List<StormCall> left = new ArrayList<>(calls);
        if (!fails.test(left)) {
            return left;
        }
        for (int part = left.size() / 2; part > 0; part /= 2) {
            // From the end: what comes late depends on what comes early, hardly the other way round.
            for (int from = left.size() - part; from >= 0 && made < BUDGET; from -= part) {
                List<StormCall> fewer = new ArrayList<>(left.subList(0, from));
                fewer.addAll(left.subList(Math.min(left.size(), from + part), left.size()));
                made += fewer.size();
                if (fails.test(fewer)) {
                    left = fewer;
                }
            }
        }
        return left;
    }
}
