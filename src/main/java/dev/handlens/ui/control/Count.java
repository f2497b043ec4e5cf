package dev.handlens.ui.control;

import java.util.Locale;

/// Numbers of things in words.
public final class Count {
    private Count() {}

    /// A number with its thousands set apart.
    ///
    /// @param count any number
    /// @return such as `10,911,658`; the same in every language, so that pictures and copied rows are alike everywhere
    public static String format(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
