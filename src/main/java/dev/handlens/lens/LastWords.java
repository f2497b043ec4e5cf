package dev.handlens.lens;

import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;

/// Finds the last step that said something, and the last one that showed source: what they said stands until another one speaks. It
/// remembers where it found them, so that the next frame looks only at the steps since. What is remembered never changes a result.
final class LastWords {
    /// Steps looked back at most: a repeat goes on for long without a word.
    private static final long LOOKED_BACK = 100_000;

    private Program program;
    private long position;
    private long speaker;
    private long shower;
    private long read;

    /// Looks back from a position.
    void look(Program ofProgram, long from) {
        boolean goesOn = program == ofProgram && from >= position;
        long known = goesOn ? position : 0;
        long spoke = 0;
        long showed = 0;
        long end = Math.max(known + 1, from - LOOKED_BACK);
        for (long at = from; at >= end && (spoke == 0 || showed == 0); at--) {
            Scenario.Step step = ofProgram.step(at);
            read++;
            spoke = spoke == 0 && (!step.say().isEmpty() || !step.title().isEmpty()) ? at : spoke;
            showed = showed == 0 && !step.listing().isEmpty() ? at : showed;
        }
        speaker = recent(spoke == 0 && goesOn ? speaker : spoke, from);
        shower = recent(showed == 0 && goesOn ? shower : showed, from);
        program = ofProgram;
        position = from;
    }

    private static long recent(long found, long from) {
        return found < from - LOOKED_BACK ? 0 : found;
    }

    /// The step that spoke last, or null.
    Scenario.Step speaker() {
        return speaker == 0 ? null : program.step(speaker);
    }

    /// The step that showed source last, or null.
    Scenario.Step shower() {
        return shower == 0 ? null : program.step(shower);
    }

    /// Steps looked at so far; tests hold it to a bound without a clock.
    long read() {
        return read;
    }
}
