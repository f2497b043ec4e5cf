package dev.handlens.bench;

import dev.handlens.app.HeadlessToolkit;
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
/// busy for one frame, from the refresh of the screen to the end of its layout, and how many steps a second are executed meanwhile. It counts
/// processor time, and each frame stands for a sixtieth of a second, so that it measures the same on a machine that has other things to do.
public final class FrameBench {
    private static final double MILLI = 1e6;
    private static final long A_REFRESH = 16_666_667;
    /// Frames that are not measured, because the machine still compiles.
    private static final int WARM_UP = 120;

    /// What was measured.
    ///
    /// @param millis processor time of the JavaFX thread for each frame, ascending
    /// @param intervals ms between neighbouring refreshes, ascending
    /// @param steps steps of the run executed
    /// @param seconds real time that took
    public record Result(String name, double[] millis, double[] intervals, long steps, double seconds) {
        /// The time within which a share of all frames was done.
        public double within(double share) {
            return millis[(int) Math.min(millis.length - 1, Math.ceil(share * millis.length) - 1)];
        }

        /// Share of frames that were done in 16.7 ms.
        public double inTime() {
            return Arrays.stream(millis).filter(ms -> ms <= 16.7).count() / (double) millis.length;
        }

        @Override
        public String toString() {
            return String.format(java.util.Locale.ROOT,
                    "%s: %d frames in %.1f s (%.0f a second), work of a frame ms: median %.1f, 90 %% %.1f, 99 %% %.1f, worst %.1f; "
                            + "%.2f %% within 16.7 ms; refresh to refresh: median %.1f, 99 %% %.1f; %.2f M steps/s at 60 frames a second",
                    name, millis.length, seconds, millis.length / seconds, within(0.5), within(0.9), within(0.99), within(1), 100 * inTime(),
                    intervals[intervals.length / 2], intervals[(int) (intervals.length * 0.99)], steps * 60.0 / millis.length / 1e6);
        }
    }

    private final Session session;
    private final Crank crank;
    private final Shell shell;
    private final WindowPanes panes;
    private final Stage stage;

    /// @param program what to play
    private FrameBench(Program program, double width, double height) {
        session = new Session(program, FrameBench::cpu, Scenario.Opening.STANDARD);
        panes = new WindowPanes(session::carryOut);
        shell = new Shell(panes.slots(), new SampleHost(), session::carryOut);
        crank = new Crank(session, shell, FrameBench::cpu);
        Scene scene = new Scene(shell, width, height);
        Theme.DARK.apply(scene, Tints.GREEN_RED);
        stage = new Stage();
        stage.setScene(scene);
        crank.show();
        stage.show();
    }

    /// Plays and measures. On the JavaFX thread.
    ///
    /// @param frames frames to measure
    /// @param person what a person does before each of them
    private CompletableFuture<Result> measure(String name, int frames, IntConsumer person) {
        double[] millis = new double[frames];
        double[] intervals = new double[frames];
        CompletableFuture<Result> done = new CompletableFuture<>();
        long[] began = {0};
        int[] count = {-WARM_UP};
        long[] first = {0, 0};
        Scene scene = stage.getScene();
        Runnable afterLayout = () -> {
            crank.laidOut();
            int i = count[0]++;
            if (i >= 0 && i < frames && began[0] != 0) {
                millis[i] = (cpu() - began[0]) / MILLI;
            }
        };
        scene.addPostLayoutPulseListener(afterLayout);
        new AnimationTimer() {
            private long before;
            private long refresh;

            @Override
            public void handle(long now) {
                began[0] = cpu();
                int i = count[0];
                if (i == 0) {
                    first[0] = System.nanoTime();
                    first[1] = session.timeline().position();
                }
                if (i >= 0 && i < frames) {
                    intervals[i] = (now - before) / MILLI;
                }
                before = now;
                if (i >= frames || i > 0 && !session.isPlaying()) {
                    stop();
                    scene.removePostLayoutPulseListener(afterLayout);
                    double[] sorted = Arrays.copyOf(millis, Math.min(i, frames));
                    double[] sortedIntervals = Arrays.copyOf(intervals, Math.min(i, frames));
                    Arrays.sort(sorted);
                    Arrays.sort(sortedIntervals);
                    done.complete(new Result(name, sorted, sortedIntervals, session.timeline().position() - first[1],
                            (System.nanoTime() - first[0]) / 1e9));
                    return;
                }
                person.accept(Math.max(0, i));
                refresh += A_REFRESH;
                crank.turn(refresh);
            }
        }.start();
        return done;
    }

    /// Processor time of this thread: how long a frame takes on a machine that does nothing else. The module of the program does not read
    /// the one that tells it, so that it is asked for by name; without it, the time on the clock has to do.
    private static long cpu() {
        try {
            Object threads = Class.forName("java.lang.management.ManagementFactory").getMethod("getThreadMXBean").invoke(null);
            return (long) Class.forName("java.lang.management.ThreadMXBean").getMethod("getCurrentThreadCpuTime").invoke(threads);
        } catch (ReflectiveOperationException none) {
            return System.nanoTime();
        }
    }

    private RowTable<?> list() {
        return panes.handles().table();
    }

    /// `testlimit-x64` as fast as it goes, its process selected, its list scrolled to the middle and by the wheel.
    ///
    /// @param from position to begin at
    public static Result testlimit(int frames, long from) {
        Program program = program(Path.of("scenarios", "testlimit-x64.yaml"));
        return run(() -> {
            FrameBench bench = new FrameBench(program, 1440, 900);
            bench.session.carryOut(new Intent.SeekTo(from));
            bench.session.finish();
            bench.session.carryOut(new Intent.Select(new Selection.OfProcess(bench.session.view().pid())));
            bench.session.carryOut(new Intent.SetSpeed(Double.POSITIVE_INFINITY));
            bench.session.carryOut(new Intent.TogglePlay());
            return bench.measure("testlimit-x64 at max from step " + from, frames,
                    i -> bench.list().scrollTo(bench.session.timeline().position() / 2.0 + 7 * i));
        });
    }

    /// A leak of 1,000 events a second with 100,000 of them open, unnamed handles shown.
    public static Result eventLeak(int frames) {
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
            return bench.measure("event-leak, 1,000 opens a second, 100,000 rows", frames,
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

    /// Prints what is measured.
    ///
    /// @param arguments frames to measure of each, 600 when not given
    public static void main(String[] arguments) {
        HeadlessToolkit.choose();
        Platform.startup(Fonts::load);
        int frames = arguments.length == 0 ? 600 : Integer.parseInt(arguments[0]);
        for (String name : arguments.length < 2 ? List.of("leak", "start", "middle") : List.of(arguments[1])) {
            System.out.println(switch (name) {
                case "leak" -> eventLeak(frames);
                case "start" -> testlimit(frames, 200_000);
                default -> testlimit(frames, 8_000_000);
            });
        }
        Platform.exit();
    }
}
