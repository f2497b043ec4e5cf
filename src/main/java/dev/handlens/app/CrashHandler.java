package dev.handlens.app;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Takes exceptions that nobody caught: the first goes to the crash screen, every one to the error stream. A failure while drawing would
/// otherwise repeat sixty times a second and bury the one that matters.
public final class CrashHandler implements Thread.UncaughtExceptionHandler {

    /// Where the run is.
    ///
    /// @param scenario the scenario that is open; empty for none
    /// @param position the step it is at
    public record RunPlace(String scenario, long position) {}

    private final Supplier<RunPlace> place;
    private final Consumer<CrashReport> screen;
    private final PrintWriter err;
    private final AtomicBoolean shown = new AtomicBoolean();

    /// @param place where the run is; asked when something fails
    /// @param screen shows the report to the person
    /// @param err where reports go in any case
    public CrashHandler(Supplier<RunPlace> place, Consumer<CrashReport> screen, PrintWriter err) {
        this.place = place;
        this.screen = screen;
        this.err = err;
    }

    /// Makes it the handler of every thread that has none of its own.
    public void install() {
        Thread.setDefaultUncaughtExceptionHandler(this);
    }

    /// The crash screen was closed; the next failure is shown again.
    public void dismissed() {
        shown.set(false);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable cause) {
        CrashReport report = report(cause);
        err.println(cause instanceof OutOfMemoryError ? MemoryShortage.sentence() : report.details());
        if (shown.compareAndSet(false, true)) {
            try {
                screen.accept(report);
            } catch (RuntimeException | Error alsoFailed) {
                err.println("The crash screen itself failed: " + alsoFailed);
            }
        }
    }

    /// The run may be what is broken: then the report does without its place.
    private CrashReport report(Throwable cause) {
        RunPlace where;
        try {
            where = place.get();
        } catch (RuntimeException | Error unknown) {
            where = new RunPlace("", 0);
        }
        return new CrashReport(where.scenario(), where.position(), Version.current(), cause);
    }
}
