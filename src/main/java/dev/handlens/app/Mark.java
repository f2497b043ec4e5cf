package dev.handlens.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// What to select, as a person writes it: `fred.exe`, `2184`, `fred.exe/0x14` or `2184/0x14`.
///
/// @param process image name or process id
/// @param handle value of one of its handles, or 0 for the process itself
public record Mark(String process, long handle) {
    private static final Pattern FORM = Pattern.compile("([^/]+)(?:/(0[xX][0-9a-fA-F]{1,8}|\\d{1,9}))?");

    /// Reads what a person wrote.
    ///
    /// @throws IllegalArgumentException when it is neither form
    public static Mark parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' names nothing to select; "
                    + "give a process such as fred.exe, or a handle such as fred.exe/0x14.");
        }
        return new Mark(matcher.group(1), matcher.group(2) == null ? 0 : Long.decode(decimalSafe(matcher.group(2))));
    }

    /// `Long.decode` would read a leading zero as octal.
    private static String decimalSafe(String number) {
        return number.startsWith("0x") || number.startsWith("0X") ? number : number.replaceFirst("^0+(?=.)", "");
    }

    /// For picocli.
    public static final class Converter implements ITypeConverter<Mark> {
        /// For picocli.
        public Converter() {}

        @Override
        public Mark convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException(unknown.getMessage());
            }
        }
    }
}
