package dev.handlens.kernel.planted;

import dev.handlens.kernel.KernelOnly;
import dev.handlens.scenario.Place;
import java.io.File;
import java.util.HashMap;
import java.util.Map;

/// Breaks the rules of the kernel on purpose, so that a test can see them caught.
public final class BadKernelRoom {
    static int calls;
    static final int[] COUNTS = new int[4];
    final Map<String, Place> places = new HashMap<>();
    final Map<String, String> names = Map.of("a", "b");
    final File file = new File("x");

    public long now() {
        return System.currentTimeMillis() + System.identityHashCode(this);
    }

    @KernelOnly
    public void change() {
        calls++;
    }
}
