package dev.handlens.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// What a person asked to be made, one after the other.
final class Errands {
    private final Deque<Errand> waiting = new ArrayDeque<>();
    private final Stopwatch stopwatch;
    private Work work;

    Errands(LongSupplier nanoClock) {
        stopwatch = new Stopwatch(nanoClock);
    }

    void begin(Errand errand) {
        waiting.addLast(errand);
    }

    boolean isBusy() {
        return !waiting.isEmpty();
    }

    /// Works on the first one.
    ///
    /// @param hasTime whether there is time left in this refresh
    /// @return what is to be said about it; empty for nothing
    String advance(BooleanSupplier hasTime) {
        if (!waiting.isEmpty() && waiting.getFirst().advance(hasTime)) {
            return waiting.removeFirst().outcome();
        }
        return "";
    }

    /// Does all of them at once.
    ///
    /// @return what is to be said about the last one; empty for nothing
    String finish() {
        String said = "";
        while (!waiting.isEmpty()) {
            waiting.getFirst().finish();
            said = waiting.removeFirst().outcome();
        }
        return said;
    }

    /// Gives the first one up.
    ///
    /// @return what is to be said about it
    String stop() {
        waiting.getFirst().stop();
        work = null;
        return waiting.removeFirst().outcome();
    }

    /// Looks how far the first one is.
    void look() {
        work = stopwatch.look(waiting.isEmpty() ? null : waiting.getFirst().progress());
    }

    /// What a person waits for, or null when nothing takes long.
    Work work() {
        return work;
    }
}
