package dev.handlens.kernel;

import org.junit.jupiter.api.Test;

class KernelStormTest {
    @Test
    void probe() throws Exception {
        StormReach all = new StormReach();
        int seeds = Integer.getInteger("seeds", 10), every = Integer.getInteger("every", 200);
        long t = System.nanoTime(), n = 0;
        for (long seed = Long.getLong("from", 1); seed < Long.getLong("from", 1) + seeds * Integer.getInteger("step", 1); seed += Integer.getInteger("step", 1)) {
            KernelStorm s = KernelStorm.run(StormPlan.of(seed, 1, every));
            all.addAll(s.reach()); n += s.calls();
            if (Boolean.getBoolean("v")) System.out.println(seed + " " + s.kernel().objects().size() + " objects " + s.kernel().processes().size() + " procs " + s.kernel().threads().size() + " thr nextId " + s.kernel().objects().nextId() + " " + s.kernel().machine());
        }
        System.out.println(n + " us/call " + (System.nanoTime() - t) / 1e3 / n);
        all.write(java.nio.file.Path.of("/tmp/st/reach.txt"));
    }
    public static void main(String[] a) throws Exception { new KernelStormTest().probe(); }
}
