package dev.handlens.app;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;

/// Tells when memory is about to run out. Before the virtual machine says so it collects garbage again and again and the window stands
/// still; and what runs out then may be the thread that draws. So the run is stopped while there is still something left.
final class MemoryWatch {
    /// Below this part of all memory in use, garbage included, nobody need ask how much of it is garbage.
    private static final double SURELY_ENOUGH = 0.6;
    /// What may live of what long-lived things have; and what must be left for a run to go on.
    private static final double SHORT = 0.9;
    private static final double ROOM = 0.8;

    private List<MemoryPoolMXBean> pools;

    /// Whether so much is alive that the run must not go on. What was alive after the last collection may be of another run; only when that
    /// was too much, a collection is asked for to know.
    boolean isShort() {
        Runtime runtime = Runtime.getRuntime();
        boolean much = runtime.totalMemory() - runtime.freeMemory() > SURELY_ENOUGH * runtime.maxMemory();
        return much && alive() > SHORT && aliveNow() > SHORT;
    }

    /// Whether there is room for a run to go on: asks for a collection to know it.
    boolean hasRoom() {
        return aliveNow() < ROOM;
    }

    private double aliveNow() {
        System.gc();
        return alive();
    }

    /// The part that was alive after the last collection of all, of the pool that is fullest.
    private double alive() {
        if (pools == null) {
            pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP && !pool.getName().matches(".*(Eden|Survivor).*")).toList();
        }
        return pools.stream().map(MemoryPoolMXBean::getCollectionUsage).filter(usage -> usage != null && usage.getMax() > 0)
                .mapToDouble(MemoryWatch::part).max().orElse(0);
    }

    private static double part(MemoryUsage usage) {
        return (double) usage.getUsed() / usage.getMax();
    }
}
