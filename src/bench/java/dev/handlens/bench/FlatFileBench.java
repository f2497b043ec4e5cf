package dev.handlens.bench;

import dev.handlens.lens.FindingsFrame;
import dev.handlens.lens.FindingsProjector;
import dev.handlens.scenario.FlatFile;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.ui.Intent;
import dev.handlens.ui.Session;

/// Goes step by step through files without repeats, in which every step opens a handle that stays open: what a step with its whole frame
/// takes, and what of it the findings take, at several lengths of the file.
final class FlatFileBench {
    private static final double LIMIT_MILLIS = 16;
    private static final int WARM_UP = 300;
    private static final int FRAMES = 300;

    private FlatFileBench() {}

    /// @param args none
    public static void main(String[] args) {
        // Once more than is printed, so that all code is compiled before the first figure.
        new FlatFileBench().measure(1_000, false, false);
        for (int steps : new int[] {1_000, 2_000, 4_000, 8_000}) {
            new FlatFileBench().measure(steps, false, true);
        }
        new FlatFileBench().measure(8_000, true, true);
    }

    private void measure(int open, boolean stacks, boolean print) {
        Program program = FlatFile.program(open + WARM_UP + FRAMES, stacks, !stacks);
        Session session = new Session(program, System::nanoTime, Scenario.Opening.STANDARD);
        session.carryOut(new Intent.SeekTo(open));
        session.finish();
        double[] frames = new double[FRAMES];
        double[] findings = new double[FRAMES];
        for (int i = -WARM_UP; i < FRAMES; i++) {
            long start = System.nanoTime();
            session.carryOut(new Intent.StepBy(1));
            session.live();
            long shown = System.nanoTime();
            FindingsFrame found = FindingsProjector.project(session.timeline());
            found.leaks().getFirst();
            if (i >= 0) {
                frames[i] = (shown - start) / 1e6;
                findings[i] = (System.nanoTime() - shown) / 1e6;
            }
        }
        if (print) {
            String name = "flat file, %,d open handles%s".formatted(open, stacks ? ", as many call sites" : "");
            Figures.printTimes(name + ": a step and its frame", LIMIT_MILLIS, frames);
            Figures.printTimes(name + ": its findings", LIMIT_MILLIS, findings);
        }
    }
}
