package dev.handlens.ui.present;

import dev.handlens.lens.FindingsFrame;
import dev.handlens.lens.Frame;
import dev.handlens.lens.StepFrame;

/// The pane that presentation shows beside the handle list.
public enum Companion {
    /// The process list, above the handle list: the step started or ended a process.
    PROCESSES,
    /// The reference graph, below the handle list.
    GRAPH,
    /// The findings: a suspect has enough handles to be seen in numbers.
    FINDINGS,
    /// The picture of the handle table: the process has so many handles that single rows say little.
    TABLE,
    /// What handle tracing recorded: the step switched tracing or read it.
    TRACE,
    /// Both pools: the call failed because pool ran out.
    POOL;

    private static final long HANDLES_OF_A_SUSPECT = 10;
    private static final int LARGE_TABLE = 10_000;

    /// Returns the pane that a step calls for. The graph is what remains when nothing else is called for.
    static Companion of(Frame frame) {
        StepFrame step = frame.step();
        if (step.traced()) {
            return TRACE;
        }
        if (step.poolExhausted()) {
            return POOL;
        }
        if (step.position() == 0 || !step.processes().isEmpty()) {
            return PROCESSES;
        }
        if (frame.findings().suspected().stream().anyMatch(suspect -> suspect.open() >= HANDLES_OF_A_SUSPECT)) {
            return FINDINGS;
        }
        if (frame.handles().total() >= LARGE_TABLE) {
            return TABLE;
        }
        return frame.graph().empty().isEmpty() ? GRAPH : PROCESSES;
    }
}
