package dev.handlens.app;

import java.util.Locale;

/// What to say when memory runs out. A large run needs what it needs: it is nobody's mistake, and there is a way out.
final class MemoryShortage {
    private static final long MEGABYTE = 1024 * 1024;
    private static final long GIGABYTE = 1024 * MEGABYTE;

    private MemoryShortage() {}

    /// One sentence: how much there was, and how to give twice as much. The variable is Java's own, so that it works however Handlens
    /// was started.
    static String sentence() {
        long most = Runtime.getRuntime().maxMemory();
        long wanted = Math.max(1, (2 * most + GIGABYTE - 1) / GIGABYTE);
        return String.format(Locale.ROOT, "Memory ran out: this run needs more than the %,d MB that Handlens was given; start it with"
                + " _JAVA_OPTIONS=-Xmx%dg in its environment, as in `_JAVA_OPTIONS=-Xmx%dg handlens FILE`.", most / MEGABYTE, wanted, wanted);
    }
}
