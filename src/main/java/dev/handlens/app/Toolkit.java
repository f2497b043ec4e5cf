package dev.handlens.app;

import dev.handlens.ui.theme.Fonts;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;

/// The JavaFX toolkit, started once, when it is first needed.
final class Toolkit {
    private static final Toolkit INSTANCE = new Toolkit();

    private Toolkit() {
        PaintedAreas.choose();
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (IllegalStateException startedAlready) {
            // A test runs inside a toolkit of its own, which serves as well.
        }
    }

    /// Starts it, with the typefaces, so that it is there when it is needed.
    static void start() {
        Fonts.load();
    }

    /// Runs something on the JavaFX thread and waits for it.
    ///
    /// @throws IllegalStateException when it fails
    static <T> T call(Callable<T> work) throws ExecutionException {
        return INSTANCE.run(work);
    }

    private <T> T run(Callable<T> work) throws ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return task.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the JavaFX thread", interrupted);
        }
    }
}
