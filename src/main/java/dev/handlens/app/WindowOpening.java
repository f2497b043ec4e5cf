package dev.handlens.app;

import dev.handlens.ui.theme.Theme;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.stage.Stage;

/// Opens the one window of the program. The toolkit starts and the window is made while the scenario is still being read.
final class WindowOpening implements Wiring.WindowOpener {
    private final CountDownLatch closed = new CountDownLatch(1);
    private FutureTask<MainWindow> window;

    @Override
    public void prepare(Path file, Theme theme, Path settings) {
        window = new FutureTask<>(() -> Toolkit.call(() -> new MainWindow(new Stage(), file, theme, settings, closed::countDown)));
        Thread.ofPlatform().daemon().name("window").start(window);
    }

    @Override
    public int open(WindowRequest request) {
        try {
            MainWindow made = window.get();
            Toolkit.call(() -> {
                made.open(request.file(), request.program(), request.position());
                return null;
            });
            closed.await();
            return ExitCode.OK;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the window could not be opened", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return ExitCode.OK;
        }
    }
}
