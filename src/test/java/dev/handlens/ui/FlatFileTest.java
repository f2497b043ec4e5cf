package dev.handlens.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.Allocated;
import dev.handlens.scenario.FlatFile;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import org.junit.jupiter.api.Test;

/// What a person who goes step by step through a file without repeats waits for, counted in what each frame allocates.
class FlatFileTest {
    private static final int FRAMES = 40;

    private static Session atEnd(Program program) {
        Session session = new Session(program, System::nanoTime, Scenario.Opening.STANDARD);
        session.carryOut(new Intent.SeekTo(session.timeline().length() - 3 * FRAMES));
        session.finish();
        session.live();
        return session;
    }

    /// Returns the bytes that each of some frames allocates, the largest of them, after as many that are not counted.
    private static long frame(Session session, int step) {
        long most = 0;
        for (int i = 0; i < 2 * FRAMES; i++) {
            long bytes = Allocated.by(() -> {
                session.carryOut(new Intent.StepBy(step));
                session.live();
            });
            most = i < FRAMES ? 0 : Math.max(most, bytes);
        }
        return most;
    }

    @Test
    void aStepForwardOrBackCostsTheSameInAFileOfAnyLength() {
        Session brief = atEnd(FlatFile.program(1_000, false, true));
        Session lengthy = atEnd(FlatFile.program(8_000, false, true));
        assertThat(frame(lengthy, 1)).as("forward").isLessThan(2 * frame(brief, 1)).isLessThan(1_000_000);
        assertThat(frame(lengthy, -1)).as("back").isLessThan(2 * frame(brief, -1)).isLessThan(1_000_000);
    }

    @Test
    void aCallSiteOfItsOwnForEveryStepCostsAPassOverTheSites() {
        Session session = atEnd(FlatFile.program(8_000, true, false));
        assertThat(session.live().findings().leaks().size()).isGreaterThan(7_000);
        assertThat(frame(session, 1)).isLessThan(8_000 * 600L);
    }
}
