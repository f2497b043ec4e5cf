package dev.handlens.timeline;

import dev.handlens.kernel.ex.PoolKind;
import dev.handlens.kernel.ps.ProcessObject;
import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Program;
import java.util.ArrayList;
import java.util.List;

/// Samples of a run at even distances: what trends are drawn from, and [BarTotals] for the timeline. Where samples lie depends on the
/// program alone, so that a run looks the same however one got there.
public final class History {
    /// Samples of a run at most, the one at position 0 not counted.
    public static final int CAPACITY = 512;

    /// State at one position, in numbers.
    ///
    /// @param position the position
    /// @param paged bytes of paged pool
    /// @param nonpaged bytes of nonpaged pool
    /// @param pids processes there are, ascending
    /// @param handles open handles of each of them
    public record Sample(long position, long paged, long nonpaged, int[] pids, int[] handles) {

        /// Open handles of a process, 0 when it was not there.
        public int handles(int pid) {
            int place = java.util.Arrays.binarySearch(pids, pid);
            return place < 0 ? 0 : handles[place];
        }

        static Sample of(Machine machine) {
            List<ProcessObject> processes = machine.kernel().processes();
            int[] pids = new int[processes.size()];
            int[] handles = new int[pids.length];
            for (int i = 0; i < pids.length; i++) {
                ProcessObject process = processes.get(i);
                pids[i] = process.pid();
                handles[i] = process.table() == null ? 0 : process.table().count();
            }
            return new Sample(machine.position(), machine.kernel().pool().bytes(PoolKind.PAGED),
                    machine.kernel().pool().bytes(PoolKind.NONPAGED), pids, handles);
        }
    }

    private final long stride;
    private final List<Sample> samples = new ArrayList<>();
    private final BarTotals bars;
    private final SiteHistory sites;

    History(Program program) {
        stride = stride(program.length(), 1);
        bars = new BarTotals(program.bars());
        sites = new SiteHistory();
    }

    /// Creates the history of a program that is like another up to a position.
    ///
    /// @param program the program
    /// @param other the history of the other
    /// @param end the position
    History(Program program, History other, long end) {
        stride = stride(program.length(), other.stride);
        bars = new BarTotals(program.bars(), other.bars, end);
        other.samples.stream().filter(sample -> sample.position() <= end && sample.position() % stride == 0).forEach(samples::add);
        sites = new SiteHistory(other.sites, (int) (stride / other.stride), samples.size());
    }

    /// Returns the first distance, doubled as often as needed, at which there are no more samples than may be.
    private static long stride(long length, long least) {
        long distance = least;
        while (length / distance > CAPACITY) {
            distance *= 2;
        }
        return distance;
    }

    /// Steps between two samples: a power of two.
    public long stride() {
        return stride;
    }

    /// Samples taken so far, from position 0 on; sample i is that of position i × stride.
    public List<Sample> samples() {
        return java.util.Collections.unmodifiableList(samples);
    }

    /// Returns what was opened and closed in each bar of the run as far as it was played.
    public BarTotals bars() {
        return bars;
    }

    /// Returns the open handles of each call site at the samples.
    public SiteHistory sites() {
        return sites;
    }

    /// Takes a sample if the machine is at the position of the next one.
    void offer(Machine machine) {
        bars.offer(machine);
        if (machine.position() == samples.size() * stride) {
            samples.add(Sample.of(machine));
            sites.add(machine.siteCounts());
        }
    }
}
