package dev.handlens.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The mistakes found in one file so far.
final class Diagnostics {
    /// More than this help nobody.
    private static final int MOST = 20;

    private final String file;
    private final List<Diagnostic> found = new ArrayList<>();

    Diagnostics(String file) {
        this.file = file;
    }

    void add(Place place, String message) {
        if (found.size() < MOST) {
            found.add(new Diagnostic(file, place, message));
        }
    }

    boolean isFull() {
        return found.size() >= MOST;
    }

    /// Ends the reading when there were mistakes.
    void throwIfAny() throws ScenarioException {
        if (!found.isEmpty()) {
            throw asException();
        }
    }

    /// The mistakes, in the order of the file.
    ScenarioException asException() {
        found.sort(Comparator.comparingInt((Diagnostic d) -> d.place().line()).thenComparingInt(d -> d.place().column()));
        return new ScenarioException(found);
    }
}
