package dev.handlens.bench;

import dev.handlens.app.HeadlessToolkit;
import dev.handlens.report.Picture;
import dev.handlens.report.Studio;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioReader;
import dev.handlens.ui.Intent;
import dev.handlens.ui.Session;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;

/// Draws a walkthrough of thirty steps in one process, again and again: what one picture costs, from the jump to the written file.
final class PictureBench {
    private static final int STEPS = 30;
    private static final int ROUNDS = 6;

    private PictureBench() {}

    /// @param args none
    public static void main(String[] args) throws Exception {
        HeadlessToolkit.choose();
        Platform.startup(() -> {});
        Program program = Program.of(ScenarioReader.read(Path.of("scenarios/tour.yaml")));
        Path file = Files.createTempFile("handlens", ".png");
        double[] millis = new double[0];
        for (int round = 0; round < ROUNDS; round++) {
            millis = new double[STEPS];
            Studio studio = onJavaFx(() -> Studio.ofWindow(1440, 900, Theme.LIGHT, Tints.GREEN_RED, false));
            Session session = new Session(program, System::nanoTime, Scenario.Opening.STANDARD);
            for (int i = 0; i < STEPS; i++) {
                long start = System.nanoTime();
                session.carryOut(new Intent.SeekTo(i % (program.length() + 1)));
                try (OutputStream out = Files.newOutputStream(file)) {
                    Picture.write(onJavaFx(() -> studio.take(session.frame())), out);
                }
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Files.delete(file);
        Figures.print("picture 1440×900, drawn and written", "ms", millis);
        Figures.print("pictures a second", "1/s", STEPS * 1e3 / Arrays.stream(millis).sum());
        Platform.exit();
    }

    private static <T> T onJavaFx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
