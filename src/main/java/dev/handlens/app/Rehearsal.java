package dev.handlens.app;

import dev.handlens.ui.Intent;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;

/// A start that is watched: the window opens even on the headless platform, says so on the standard output when its first full frame is
/// drawn, and closes. The bench takes the time of it; the build trains the start with it. Asked for with `-Dhandlens.rehearsal=frame`, or
/// `=use` for one that also uses the window a little before it closes.
final class Rehearsal {
    private static final String WANTED = System.getProperty("handlens.rehearsal", "");
    /// What a person does in the first minute.
    private static final List<Intent> USE = List.of(
            new Intent.StepBy(1), new Intent.StepBy(1), new Intent.SeekChange(true), new Intent.StepBy(-1), new Intent.SetTree(false),
            new Intent.SetTree(true), new Intent.SetFilter("e"), new Intent.SetFilter(""), new Intent.SeekEnd(true), new Intent.SeekEnd(false));

    private Rehearsal() {}

    /// Whether this start is one.
    static boolean wanted() {
        return !WANTED.isEmpty();
    }

    /// Waits for the first full frame of a window that is about to be shown.
    ///
    /// @param wish where wishes go
    /// @param close closes the window
    static void watch(Scene scene, Consumer<Intent> wish, Runnable close) {
        FirstFrame.then(scene, () -> {
            StandardStreams.output().println("first frame");
            (WANTED.equals("use") ? new Steps(scene, wish, close) : close).run();
        });
    }

    /// The steps of a rehearsal, each drawn before the next.
    private static final class Steps implements Runnable {
        private final Scene scene;
        private final Consumer<Intent> wish;
        private final Runnable close;
        private int done;

        Steps(Scene scene, Consumer<Intent> wish, Runnable close) {
            this.scene = scene;
            this.wish = wish;
            this.close = close;
        }

        @Override
        public void run() {
            if (done == USE.size()) {
                close.run();
                return;
            }
            wish.accept(USE.get(done++));
            FirstFrame.then(scene, this);
        }
    }
}
