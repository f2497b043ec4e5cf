package dev.handlens.scenario;

/// Finds the steps of a program one after the other. Inside a repeat of plain steps the next one is at hand; only where a repeat begins or
/// ends is the program asked.
final class StepCursor {
    private final Program program;
    private Scenario.Step[] round = {};
    private int place;
    private long left;
    private long next;

    StepCursor(Program program) {
        this.program = program;
    }

    /// The step that leads to a position.
    ///
    /// @param position 1 to the length of the program; the fastest is the one after the last that was asked for
    PreparedStep at(long position) {
        if (position != next || left == 0) {
            BlockSequence.Run run = program.run(position);
            round = run.round();
            place = run.place();
            left = run.left();
        }
        next = position + 1;
        left--;
        PreparedStep step = program.prepared(round[place].id());
        place = place + 1 == round.length ? 0 : place + 1;
        return step;
    }
}
