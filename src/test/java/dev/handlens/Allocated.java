package dev.handlens;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/// Counts what a thread allocates: a measure of work that, unlike time, does not depend on what else the machine does.
public final class Allocated {
    private Allocated() {}

    /// Returns the bytes that this thread allocates while something runs, with some 2 KB for the question itself.
    public static long by(Runnable work) {
        long before = soFar();
        work.run();
        return soFar() - before;
    }

    private static long soFar() {
        try {
            // By name: the module of the tests does not read the one that has the interface.
            return (long) ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME), "CurrentThreadAllocatedBytes");
        } catch (JMException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
