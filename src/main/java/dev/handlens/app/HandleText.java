package dev.handlens.app;

import java.util.Locale;

/// Handle values as Windows tools write them.
final class HandleText {
    private HandleText() {}

    /// Such as `0x1C`.
    static String of(long handle) {
        return "0x" + Long.toHexString(handle).toUpperCase(Locale.ROOT);
    }
}
