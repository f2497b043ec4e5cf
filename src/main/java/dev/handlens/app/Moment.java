package dev.handlens.app;

import dev.handlens.scenario.Program;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A moment of a run as a person writes it: `12` (after step 12), `start`, `end`, `2.5s` or `140ms` (simulated time).
public sealed interface Moment {
    /// After a step; 0 is the start.
    record AfterStep(long step) implements Moment {}

    /// After the last step.
    record End() implements Moment {}

    /// After every step up to a simulated time.
    record AtTime(long millis) implements Moment {}

    /// The position in a program.
    ///
    /// @throws UserError when the program is shorter than that
    default long position(Program program) throws UserError {
        return switch (this) {
            case AfterStep(long step) -> checked(step, program);
            case End() -> program.length();
            case AtTime(long millis) -> program.positionAt(millis);
        };
    }

    private static long checked(long step, Program program) throws UserError {
        if (step > program.length()) {
            throw new UserError("step %d is past the end: %s has %d steps; give 0 to %d, or `end`."
                    .formatted(step, program.scenario().name(), program.length(), program.length()));
        }
        return step;
    }

    /// Reads what a person wrote.
    ///
    /// @throws IllegalArgumentException when it is none of the forms
    static Moment parse(String text) {
        return switch (text) {
            case "start" -> new AfterStep(0);
            case "end" -> new End();
            default -> parseNumber(text);
        };
    }

    private static Moment parseNumber(String text) {
        Matcher matcher = Pattern.compile("(\\d{1,15})(?:\\.(\\d{1,3}))?(s|ms)?").matcher(text);
        if (!matcher.matches() || (matcher.group(2) != null && !"s".equals(matcher.group(3)))) {
            throw new IllegalArgumentException("'" + text + "' is no moment; "
                    + "give a step such as 12, a simulated time such as 2.5s or 140ms, `start` or `end`.");
        }
        long whole = Long.parseLong(matcher.group(1));
        if ("s".equals(matcher.group(3))) {
            String fraction = matcher.group(2) == null ? "" : matcher.group(2);
            return new AtTime(whole * 1000 + Long.parseLong((fraction + "000").substring(0, 3)));
        }
        return "ms".equals(matcher.group(3)) ? new AtTime(whole) : new AfterStep(whole);
    }

    /// For picocli.
    final class Converter implements ITypeConverter<Moment> {
        /// For picocli.
        public Converter() {}

        @Override
        public Moment convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException(unknown.getMessage());
            }
        }
    }
}
