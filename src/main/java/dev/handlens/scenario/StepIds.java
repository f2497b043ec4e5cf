package dev.handlens.scenario;

/// Tells which step of the file leads to a position: for millions of positions, most of which lie in the same repeat as the one before.
public final class StepIds {
    private final Program program;
    private Scenario.Step[] round = {};
    private int place;
    private long first;
    private long end;

    public StepIds(Program program) {
        this.program = program;
    }

    /// The id of the step that leads to a position.
    ///
    /// @param position 1 to the length of the program
    public int at(long position) {
        if (position < first || position >= end) {
            BlockSequence.Run run = program.run(position);
            round = run.round();
            place = run.place();
            first = position;
            end = position + run.left();
        }
        return round.length == 1 ? round[0].id() : round[(int) ((place + position - first) % round.length)].id();
    }
}
