package dev.handlens.lens;

import dev.handlens.scenario.Program;

/// Leads from positions of a run to places on the axis of the timeline, and back.
public sealed interface TimelineAxis {
    /// Returns the place at which the axis ends; it begins at 0.
    long end();

    /// Returns the place of a position.
    long place(long position);

    /// Returns the position that a place stands for: the last one that is not beyond it.
    ///
    /// @param place a place; what lies beyond the ends is cut to them
    long position(double place);

    /// Returns what the axis measures, in a word.
    String name();

    /// Returns the part of the axis that a bar covers, in words.
    ///
    /// @param start place at which it starts, not in the bar
    /// @param end place at which it ends
    String span(long start, long end);

    /// An axis on which equal lengths are equal numbers of steps.
    ///
    /// @param end the number of steps
    record Steps(long end) implements TimelineAxis {
        @Override
        public long place(long position) {
            return position;
        }

        @Override
        public long position(double place) {
            return Math.clamp(Math.round(place), 0L, end);
        }

        @Override
        public String name() {
            return "step";
        }

        @Override
        public String span(long start, long end) {
            return end - start <= 1 ? "step " + Words.count(end) : "steps " + Words.count(start + 1) + "–" + Words.count(end);
        }
    }

    /// An axis on which equal lengths are equal spans of simulated time, in ms. Steps at the same instant share a place.
    ///
    /// @param program gives positions their times
    /// @param end the time of the whole program
    record Time(Program program, long end) implements TimelineAxis {
        /// Returns the axis of a program.
        static Time of(Program program) {
            return new Time(program, program.time(program.length()));
        }

        @Override
        public long place(long position) {
            return program.time(position);
        }

        @Override
        public long position(double place) {
            return program.positionAt(Math.clamp(Math.round(place), 0L, end));
        }

        @Override
        public String name() {
            return "time";
        }

        @Override
        public String span(long start, long end) {
            return TimeWords.range(start, end);
        }
    }
}
