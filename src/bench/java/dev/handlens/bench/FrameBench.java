package dev.handlens.bench;

import dev.handlens.app.HeadlessToolkit;
import dev.handlens.app.PaintedAreas;
import dev.handlens.lens.Selection;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.scenario.ScenarioReader;
import dev.handlens.ui.Intent;
import dev.handlens.ui.Session;
import dev.handlens.ui.control.RowTable;
import dev.handlens.ui.shell.Crank;
import dev.handlens.ui.shell.SampleHost;
import dev.handlens.ui.shell.Shell;
import dev.handlens.ui.shell.WindowPanes;
import dev.handlens.ui.theme.Fonts;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Measures the frames of a real window on the headless platform while a run plays and somebody scrolls: how long the JavaFX thread is
/// busy for one frame, from the refresh of the screen to the end of its layout, and how many steps a second are executed meanwhile.
final class FrameBench {
    private static final double MILLI = 1e6;
    /// What was measured.
    ///
    /// @param millis what the JavaFX thread did for each frame took
    /// @param intervals ms between neighbouring refreshes
    /// @param steps steps of the run executed
    /// @param seconds how long that took
    private record Result(String name, double[] millis, double[] intervals, long steps, double seconds) {
        void print() {
            Figures.printTimes(name + ": a frame", 16.7, millis);
            Figures.print(name + ": refresh to refresh", "ms", intervals);
            Figures.print(name + ": calls a second", "1/s", steps / seconds);
        }
    }

    private final Session session;
    private final Crank crank;
    private final Shell shell;
    private final WindowPanes panes;
    private final Stage stage;

    /// @param program what to play
    private FrameBench(Program program, double width, double height) {
        session = new Session(program, System::nanoTime, Scenario.Opening.STANDARD);
        panes = new WindowPanes(session::carryOut);
        shell = new Shell(panes.slots(), new SampleHost(), session::carryOut);
        crank = new Crank(session, shell, System::nanoTime);
        Scene scene = new Scene(shell, width, height);
        Theme.DARK.apply(scene, Tints.GREEN_RED);
        stage = new Stage();
        stage.setScene(scene);
        crank.show();
        stage.show();
    }


    /// Plays and measures. On the JavaFX thread.
    ///
    /// @param warmUp frames before those that are measured
    /// @param frames frames to measure at most
    /// @param begins what a person does once before the first that is measured
    /// @param person what a person does before each of them
    private CompletableFuture<Result> measure(String name, int warmUp, int frames, Runnable begins, IntConsumer person) {
        double[] millis = new double[frames];
        double[] intervals = new double[frames];
        CompletableFuture<Result> done = new CompletableFuture<>();
        long[] began = {0};
        int[] count = {-warmUp};
        long[] first = {0, 0};
        Scene scene = stage.getScene();
        Runnable afterLayout = () -> {
            crank.laidOut();
            int i = count[0]++;
            if (i >= 0 && i < frames && began[0] != 0) {
                millis[i] = (System.nanoTime() - began[0]) / MILLI;
            }
        };
        scene.addPostLayoutPulseListener(afterLayout);
        new AnimationTimer() {
            private long before;

            @Override
            public void handle(long now) {
                began[0] = System.nanoTime();
                int i = count[0];
                if (i == 0) {
                    begins.run();
                    first[0] = System.nanoTime();
                    first[1] = session.timeline().position();
                }
                if (i >= 0 && i < frames) {
                    intervals[i] = (now - before) / MILLI;
                }
                before = now;
                if (i >= frames || i > 0 && !session.isPlaying()) {
                    stop();
                    stage.close();
                    scene.removePostLayoutPulseListener(afterLayout);
                    double[] measured = Arrays.copyOf(millis, Math.min(i, frames));
                    double[] measuredIntervals = Arrays.copyOf(intervals, Math.min(i, frames));
                    done.complete(new Result(name, measured, measuredIntervals, session.timeline().position() - first[1],
                            (System.nanoTime() - first[0]) / 1e9));
                    return;
                }
                person.accept(Math.max(0, i));
                crank.turn(now);
            }
        }.start();
        return done;
    }

    private RowTable<?> list() {
        return panes.handles().table();
    }

    /// `testlimit-x64` from start to end as fast as it goes, its process selected, its list scrolled to the middle and by the wheel.
    private static Result testlimit(String name) {
        Program program = program(Path.of("scenarios", "testlimit-x64.yaml"));
        return run(() -> {
            FrameBench bench = new FrameBench(program, 1440, 900);
            bench.session.carryOut(new Intent.Select(new Selection.OfProcess(bench.session.view().pid())));
            bench.session.carryOut(new Intent.SetSpeed(Double.POSITIVE_INFINITY));
            return bench.measure(name, 60, 10_000, () -> bench.session.carryOut(new Intent.TogglePlay()),
                    i -> bench.list().scrollTo(bench.session.timeline().position() / 2.0 + 7 * i));
        });
    }

    /// A leak of 1,000 events a second with 100,000 of them open, unnamed handles shown.
    private static Result eventLeak(int frames) {
        Program program = text("""
                handlens: 1
                title: A leak of a thousand events a second
                machine: x64
                cast:
                  server: { process: server.exe, pid: 1844 }
                  afd: { driver: afd.sys, device: \\Device\\Afd }
                view: { select: server, watch: events, highlight: 1s, unnamed: true }
                steps:
                  - repeat: { times: 200000, every: 1ms }
                    do:
                      - CreateFile: { in: server, path: \\Device\\Afd, access: [GENERIC_READ], as: s, stack: [server!AcceptLoop+0x52] }
                      - CreateEvent: { in: server, as: e, stack: [ntdll!NtCreateEvent+0xa, server!OnRequest+0x41] }
                      - SetEvent: { in: server, handle: e }
                        forget: [e]
                      - CloseHandle: { in: server, handle: s }
                """);
        return run(() -> {
            FrameBench bench = new FrameBench(program, 1440, 900);
            bench.session.carryOut(new Intent.SeekTo(400_000));
            bench.session.finish();
            bench.session.carryOut(new Intent.Select(new Selection.OfProcess(bench.session.view().pid())));
            bench.session.carryOut(new Intent.TogglePlay());
            return bench.measure("event-leak, 1,000 opens a second, 100,000 rows", 300, frames, () -> {},
                    i -> bench.list().scrollTo(50_000.0 + 3 * i));
        });
    }

    private static Program program(Path file) {
        try {
            return Program.of(ScenarioReader.read(file));
        } catch (ScenarioException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Program text(String text) {
        try {
            return Program.of(ScenarioReader.read("bench.yaml", text));
        } catch (ScenarioException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Result run(java.util.function.Supplier<CompletableFuture<Result>> bench) {
        CompletableFuture<Result> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                bench.get().thenAccept(result::complete);
            } catch (RuntimeException failed) {
                result.completeExceptionally(failed);
            }
        });
        return result.join();
    }

    /// @param arguments `leak` or `limit` for one of the two alone, none for both
    public static void main(String[] arguments) {
        HeadlessToolkit.choose();
        PaintedAreas.choose();
        Platform.startup(Fonts::load);
        Platform.setImplicitExit(false);
        List<String> wanted = arguments.length == 0 ? List.of("leak", "limit") : List.of(arguments);
        if (wanted.contains("leak")) {
            eventLeak(600).print();
        }
        if (wanted.contains("limit")) {
            // The first time the compiler works too: from the second time on it is the program alone that is measured.
            testlimit("testlimit-x64 at max, the first time").print();
            testlimit("testlimit-x64 at max").print();
        }
        Platform.exit();
    }
}
