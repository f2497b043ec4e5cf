package dev.handlens.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The size of a picture.
///
/// @param width pixels
/// @param height pixels
public record PictureSize(int width, int height) {
    /// What a laptop shows.
    public static final PictureSize USUAL = new PictureSize(1440, 900);

    /// The least window in which no panes overlap and no words are printed over each other.
    static final PictureSize LEAST_WINDOW = new PictureSize(1000, 640);

    /// Sides must lie between these: smaller shows nothing, larger needs gigabytes.
    private static final int SMALLEST = 100;
    private static final int LARGEST = 8192;
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})[x×](\\d{1,5})");

    /// Reads `1440x900`.
    ///
    /// @throws IllegalArgumentException when it is no size, or out of bounds
    public static PictureSize parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no size; give width x height in pixels, such as 1440x900.");
        }
        PictureSize size = new PictureSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        if (Math.min(size.width, size.height) < SMALLEST || Math.max(size.width, size.height) > LARGEST) {
            throw new IllegalArgumentException("'%s' cannot be drawn; give sides of %d to %d pixels.".formatted(text, SMALLEST, LARGEST));
        }
        return size;
    }

    /// Returns whether a picture of another size fits into one of this size.
    boolean holds(PictureSize other) {
        return width >= other.width && height >= other.height;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }

    /// For picocli.
    public static final class Converter implements ITypeConverter<PictureSize> {
        /// For picocli.
        public Converter() {}

        @Override
        public PictureSize convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException bad) {
                throw new TypeConversionException(bad.getMessage());
            }
        }
    }
}
