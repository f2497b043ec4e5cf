package dev.handlens.app;

import dev.handlens.scenario.Program;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Moments of a run as a person writes them: one [Moment], steps in a row (`3-9`), or every step (`all`).
sealed interface Moments {
    /// Pictures of one run at most: as many as anybody looks through, and few enough for any disk.
    int MOST = 10_000;

    /// One.
    record One(Moment moment) implements Moments {}

    /// From one step to another, both included.
    record Range(long first, long last) implements Moments {}

    /// Every step, the start included.
    record All() implements Moments {}

    /// The positions in a program.
    ///
    /// @throws UserError when the program is shorter than that, or there are too many
    default SortedSet<Long> positions(Program program) throws UserError {
        return switch (this) {
            case One(Moment moment) -> new TreeSet<>(List.of(moment.position(program)));
            case Range(long first, long last) -> range(first, new Moment.AfterStep(last).position(program));
            case All() -> range(0, program.length());
        };
    }

    private static SortedSet<Long> range(long first, long last) throws UserError {
        if (last - first >= MOST) {
            throw new UserError("these are %d pictures; ask for %d at most.".formatted(last - first + 1, MOST));
        }
        SortedSet<Long> positions = new TreeSet<>();
        LongStream.rangeClosed(first, last).forEach(positions::add);
        return positions;
    }

    /// Reads what a person wrote.
    ///
    /// @throws IllegalArgumentException when it is none of the forms
    static Moments parse(String text) {
        Matcher range = Pattern.compile("(\\d{1,15})-(\\d{1,15})").matcher(text);
        if (range.matches()) {
            long first = Long.parseLong(range.group(1));
            long last = Long.parseLong(range.group(2));
            if (first > last) {
                throw new IllegalArgumentException("'" + text + "' runs backwards; give the lower step first.");
            }
            return new Range(first, last);
        }
        return text.equals("all") ? new All() : new One(Moment.parse(text));
    }

    /// For picocli.
    final class Converter implements ITypeConverter<Moments> {
        /// For picocli.
        public Converter() {}

        @Override
        public Moments convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException(unknown.getMessage());
            }
        }
    }
}
