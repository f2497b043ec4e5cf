package dev.handlens.timeline;

import dev.handlens.scenario.Machine;
import dev.handlens.scenario.RunBars;

/// Holds how many handles were opened and closed in each bar of a run, as far as it was played. The numbers of a machine at the end of each
/// bar are kept, so that a count costs nothing while a run is within a bar.
public final class BarTotals {
    private final RunBars bars;
    private final long[] opened;
    private final long[] closed;
    /// Bars that were played to their end; all before them were too.
    private int known;
    private long next;
    private Reached furthest = new Reached(0, 0, 0);

    /// Numbers of a machine.
    private record Reached(long position, long opened, long closed) {
        static Reached of(Machine machine) {
            return new Reached(machine.position(), machine.opened(), machine.closed());
        }
    }

    BarTotals(RunBars bars) {
        this.bars = bars;
        opened = new long[bars.count()];
        closed = new long[bars.count()];
        await(0);
    }

    /// Creates the totals of a program that is like another up to a position.
    ///
    /// @param bars bars of the program
    /// @param other the totals of the other
    /// @param end the position
    BarTotals(RunBars bars, BarTotals other, long end) {
        this(bars);
        int bar = 0;
        while (bar < bars.count() && bars.end(bar) <= end) {
            int same = other.bars.bar(bars.end(bar));
            if (same >= other.known || other.bars.end(same) != bars.end(bar)) {
                break;
            }
            opened[bar] = other.opened[same];
            closed[bar] = other.closed[same];
            bar++;
        }
        await(bar);
    }

    private void await(int bar) {
        known = bar;
        next = bar < bars.count() ? bars.end(bar) : -1;
    }

    /// Takes the numbers of a machine that has come to the end of the next bar; to be called after each step that is played.
    void offer(Machine machine) {
        while (machine.position() == next) {
            opened[known] = machine.opened();
            closed[known] = machine.closed();
            await(known + 1);
        }
    }

    /// Notes the numbers of a machine that is about to be given up for one at another position.
    void leave(Machine machine) {
        if (machine.position() > furthest.position) {
            furthest = Reached.of(machine);
        }
    }

    /// Returns the number of bars that were played, the one that the run has just reached included.
    ///
    /// @param machine the machine at the position shown
    public int played(Machine machine) {
        return known + (reached(machine) == null ? 0 : 1);
    }

    /// Returns the handles opened in a bar, so far.
    ///
    /// @param bar 0 to `played(machine)` − 1
    /// @param machine the machine at the position shown
    public long opened(int bar, Machine machine) {
        return (bar < known ? opened[bar] : reached(machine).opened) - (bar == 0 ? 0 : opened[bar - 1]);
    }

    /// Returns the handles closed in a bar, so far.
    ///
    /// @param bar 0 to `played(machine)` − 1
    /// @param machine the machine at the position shown
    public long closed(int bar, Machine machine) {
        return (bar < known ? closed[bar] : reached(machine).closed) - (bar == 0 ? 0 : closed[bar - 1]);
    }

    /// The furthest the run has come within the first bar that was not played to its end, or null when it has not begun.
    private Reached reached(Machine machine) {
        Reached reached = machine.position() >= furthest.position ? Reached.of(machine) : furthest;
        long before = known == 0 ? 0 : bars.end(known - 1);
        return known < bars.count() && reached.position > before && reached.position < next ? reached : null;
    }
}
