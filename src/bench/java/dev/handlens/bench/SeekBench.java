package dev.handlens.bench;

import dev.handlens.scenario.Machine;
import dev.handlens.timeline.Timeline;
import java.util.SplittableRandom;

/// Plays the whole of testlimit-x64 on a timeline, then jumps to a thousand random moments of it. Also what all keyframes weigh beside the
/// final state alone.
final class SeekBench {
    private static final int JUMPS = 1_000;

    private SeekBench() {}

    /// @param args none
    public static void main(String[] args) {
        long empty = Figures.heap();
        Timeline timeline = new Timeline(Testlimit.program());
        long start = System.nanoTime();
        timeline.seek(timeline.length());
        double seconds = (System.nanoTime() - start) / 1e9;
        Figures.print("timeline: whole run", "s", seconds);
        Figures.print("timeline: calls a second", "M/s", timeline.length() / seconds / 1e6);

        long all = Figures.heap() - empty;
        jump(timeline, new SplittableRandom(1), new double[JUMPS]);
        double[] millis = new double[JUMPS];
        jump(timeline, new SplittableRandom(2), millis);
        Figures.printTimes("jump to a random moment", 16.7, millis);

        timeline.seek(timeline.length());
        Machine last = timeline.machine();
        timeline = null;
        long one = Figures.heap() - empty;
        Figures.print("heap of the final state", "MB", one / 1e6);
        Figures.print("heap with all keyframes, times the final state", "×", (double) all / one);
        Figures.print("heap a handle at the limit", "bytes", (double) one / last.kernel().process(4780).table().count());
    }

    private static void jump(Timeline timeline, SplittableRandom random, double[] millis) {
        for (int i = 0; i < millis.length; i++) {
            long target = random.nextLong(timeline.length() + 1);
            long start = System.nanoTime();
            timeline.seek(target);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
    }
}
